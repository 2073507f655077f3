public import CaseModel
import SubsidyRules

/// What a county knows of the other offices from its city's last reply, asked while a filing is typed. Its own decision
/// stays what it is: the city decides. Source: offices.md, Files.
public struct CityAdvice: Sendable {
  let table: Deferred<Table?>

  /// What a reply said, in a form that is quick to ask.
  public struct Table: Sendable {
    var day: CivilDate
    var uses: [Claim.Group: SharedUse.Use]
    /// What holders of these are called: the applicants or families that others have too.
    let holders: Set<String>
    var keys: [String: SharedUse.TakenKey]
    var bans: [SharedUse.Ban]
    var names: [String: String]
    var families: [String: String]
    var aliases: [String: String]
    /// What stands for a once-only key, and for whom a ban means.
    var tag: @Sendable (String) -> String

    /// - Parameter tag: what stands for a once-only key in `shared`, in which `key` is such a tag, as is each `who`.
    public init(_ shared: SharedUse, tag: @escaping @Sendable (String) -> String) {
      day = shared.day
      uses = shared.uses.keyed(by: \.group)
      holders = Set(shared.uses.map { String($0.group.holder.prefix { $0 != "/" }) })
      keys = shared.keys.keyed(by: \.key)
      bans = shared.bans
      names = shared.names
      families = shared.families
      aliases = shared.aliases
      self.tag = tag
    }
  }

  /// Knows nothing, as an office without a city.
  public init() { table = Deferred { nil } }

  /// Reads what is known when it is first asked for.
  public init(_ read: @escaping @Sendable () -> Table?) { table = Deferred(read) }

  /// The day up to which the city knew the other offices; nil where nothing is known.
  public var day: CivilDate? { table.value?.day }

  /// Whether any other office has somebody on its list of bans.
  var hasBans: Bool { table.value?.bans.isEmpty == false }

  /// What other offices' lists have against somebody of these names and codes.
  func bans(names: some Sequence<String>, codes: some Sequence<String>) -> [SharedUse.Ban] {
    guard let table = table.value, !table.bans.isEmpty else { return [] }
    func tags(_ who: [String]) -> Set<String> { Set(who.map(table.tag)) }
    let byCode = tags(codes.flatMap { SharedUse.Ban.who(name: nil, code: $0) })
    let byName = tags(names.flatMap { SharedUse.Ban.who(name: $0, code: nil) })
    let isProven = codes.contains { CreditCode.proven($0) != nil }
    return table.bans.filter { ban in
      if !byCode.isDisjoint(with: ban.who) { return true }
      // Whoever is banned by name and code is somebody else where both have a code.
      return !byName.isDisjoint(with: ban.who) && !(isProven && ban.who.count > 1)
    }
  }

  /// Something that the city's reply says to a filing.
  public enum Note: Hashable, Sendable {
    /// What all offices together leave of a cap, with what the others use of it.
    /// Of a limit in pieces all figures are such, `Cap.onePiece` for each.
    case room(cap: String, left: Money, limit: Money, others: SharedUse.Use, asOf: CivilDate)
    /// Another office has a claim to the same once-only key.
    case claimed(SharedUse.TakenKey, asOf: CivilDate)
  }

  /// What is to be said to a filing that asks for something; nothing where only this office has to do with it.
  func notes(
    on filing: Filing, facts: Facts, claim: Claim?, names: HolderNames, policy: Policy, ledger: Ledger
  ) -> [Note] {
    guard let claim, let table = table.value else { return [] }
    let shared = policy.judge(filing, of: table.named(facts, names), tracing: false).claim
    guard let shared else { return [] }
    var notes: [Note] = []
    if let key = shared.key, let taken = table.keys[table.tag(key)] {
      notes.append(.claimed(taken, asOf: table.day))
    }
    // The same claim twice: its shares stand in one order.
    for (own, share) in zip(claim.shares, shared.shares) {
      guard let use = table.uses[share.group] else { continue }
      let before = ledger.served(from: own.group, before: claim.place).used(inPieces: own.isInPieces)
      let used = before + use.decided + use.waiting
      notes.append(
        .room(
          cap: own.group.cap, left: used.room(under: own.limit), limit: own.limit, others: use,
          asOf: table.day))
    }
    return notes
  }
}

extension OfficeState {
  /// What the city's last reply says to a filing of this office, as if it were saved now.
  public func cityNotes(on draft: Filing, of applicant: Applicant) -> [CityAdvice.Note] {
    guard offices.city != nil, given.advice.day != nil else { return [] }
    let received = facts(of: draft, of: applicant)
    let facts = self.facts(of: applicant.id, as: received)
    let claim = policy.judge(atHome(draft, as: received), of: facts, tracing: false).claim
    return given.advice.notes(
      on: atHome(draft, as: received), facts: facts, claim: claim,
      names: HolderNames(namedWith(applicant, facts), units: files.units), policy: policy, ledger: ledger)
  }

  /// The records that a filing's holders are called by: the applicant, its head, and who is one unit with either.
  private func namedWith(_ applicant: Applicant, _ facts: Facts) -> [Applicant] {
    var ids = [facts.applicant, facts.family]
    ids += ids.compactMap(self.applicant).flatMap(namesakes).map(\.id)
    let others = Set(ids).subtracting([applicant.id]).sorted().compactMap(self.applicant)
    return [applicant] + others
  }
}
