public import CaseModel
import SubsidyRules

/// What a filing says of a patent or an applicant that asks for a second look: asked about, never refused.
///
/// What was doubtful at an approval (`Approval.doubts`) stands in the filing's story, so that screen, `show`
/// and sheet have it at once and for ever. A new one goes into `DoubtRecord`, `PatentDoubt+JSON` and its sentence in
/// `PatentWording`.
public enum PatentDoubt: Hashable, Sendable {
  /// The filing day does not lie in the year that the number tells.
  case filedYear(CivilDate, year: Int)
  /// More was paid than the official annuity; a late fee is fine.
  case aboveTariff(paid: Money, annuity: Int, fee: Money)
  /// Another filing or record says another day of filing or of grant.
  case otherDay(input: String, CivilDate, known: CivilDate, by: String)
  /// On the day of receipt the patent is somebody else's.
  case notOwner(on: CivilDate, owner: String, by: String)
  /// Somebody else, called so then, has claimed as its owner, and no transfer is recorded.
  case otherClaimant(name: String, filing: String)
  /// Another agency handled it.
  case otherAgency(String, by: String)
  /// The official register shows that it is refused, ceased or invalid.
  case notInForce(state: String, seen: CivilDate, by: String)
  /// With what others paid the award is more than the fees that were really paid.
  case aboveFees(sum: MoneyTotal, fees: Money)
  /// The applicant gets nothing for a time (国家知识产权局令第75号); why the filing is taken all the same, where that is said.
  case banned(until: CivilDate, reason: String, record: String, taken: String?)
  /// A count is another than the list of applications gives.
  case listed(input: String, typed: Int, listed: Int)
  /// Its counts stand as they were typed, with no list to hold them against.
  case unlisted
}

/// What a filing is checked against beside its own figures: found once, while it is typed.
///
/// What is doubtful by it is `patentDoubts`, looked at with every key and refused by nobody; who is on the
/// list of bans is taken with a reason, the override `ban` (`checkBan`), and the national ceiling is held
/// only where the policy has one (`Policy.hasFeeCeiling`). A city asks by the lists of all its offices
/// (`JointOffice.check`), a county by those that the city's last reply told of (`CityAdvice.bans`). All speak
/// in `PatentWording`.
public struct FilingBackground: Hashable, Sendable {
  /// The patent's card; nil where the filing names none.
  public var card: PatentCard?
  /// What the lists of applications give for its counts; nil where it has none, or no list is there.
  public var counts: ListedCounts?
  /// Whether its counts stand as they were typed, with no list to hold them against.
  public var isCountTyped = false
  /// What keeps the applicant from getting anything, by the office's list.
  public var bans: [RegisterEntry] = []
  /// The same by other offices' lists, as the city's last reply told it.
  public var othersBans: [SharedUse.Ban] = []
  /// The applicant's names and those of its unit, of today and of before, folded.
  var names: Set<String> = []

  /// Nothing beside the filing itself.
  public init() {}
}

extension OfficeState {
  /// What a filing, or a draft of one, is to be checked against.
  public func background(of filing: Filing) -> FilingBackground {
    background(of: filing, cards: cards(of: [patent(of: filing)].compactMap(\.self)))
  }

  /// The same by cards that were found for many filings at once.
  func background(of filing: Filing, cards: [UInt64: PatentCard]) -> FilingBackground {
    var found = background(ofApplicant: filing.applicant)
    found.card = patent(of: filing).flatMap { cards[$0.digits] }
    let counts = listedCounts(of: filing)
    found.counts = counts?.isListed == true ? counts : nil
    found.isCountTyped = counts?.isListed == false
    return found
  }

  /// The patent that a filing is held against; nil where it names none.
  func patent(of filing: Filing) -> ApplicationNumber? {
    policy.item(filing.item).flatMap { filing.applications($0).first }
  }

  /// What any filing of an applicant is to be checked against, whatever it claims for.
  ///
  /// - Parameter bans: the office's list of bans, where it was read already; nil to look for it.
  public func background(ofApplicant applicant: String, bans: [RegisterEntry]? = nil) -> FilingBackground {
    background(names: names(of: applicant), codes: codes(of: applicant), bans)
  }

  /// What the lists of bans alone say of an applicant, which is asked with each move of a cursor: nobody's names and codes
  /// are looked for where nobody is banned.
  public func bansOn(_ applicant: String, _ list: [RegisterEntry]) -> FilingBackground {
    let isAnybody = !list.isEmpty || offices.city != nil && given.advice.hasBans
    return isAnybody ? background(ofApplicant: applicant, bans: list) : FilingBackground()
  }

  /// The office's list of who gets nothing for a time.
  public func banList() -> [RegisterEntry] { standingRecords(OfficeKinds.ban) }

  private func background(
    names: Set<String>, codes: Set<String>, _ list: [RegisterEntry]? = nil
  ) -> FilingBackground {
    var found = FilingBackground()
    found.names = names
    found.bans = bans(on: codes, names, among: list ?? banList())
    if offices.city != nil { found.othersBans = given.advice.bans(names: found.names, codes: codes) }
    return found
  }

  /// What is doubtful in what a filing says.
  ///
  /// - Parameters:
  ///   - background: as `background(of:)` found it; looked for where it is not given.
  ///   - award: what the filing comes to now; its own where nothing is given.
  public func patentDoubts(
    of filing: Filing, _ background: FilingBackground? = nil, award: Money? = nil
  ) -> [PatentDoubt] {
    let found = background ?? self.background(of: filing)
    var doubts = bannedDoubts(of: filing, found)
    if let item = policy.item(filing.item), let number = filing.applications(item).first {
      doubts += ownDoubts(of: filing, number)
      if let card = found.card {
        doubts += cardDoubts(of: filing, card, found.names)
        let award = award ?? file(filing.id)?.decision.award ?? .zero
        if let doubt = feeDoubt(of: filing, card, award: award) { doubts.append(doubt) }
      }
    }
    if let counts = found.counts { doubts += counts.doubts(of: filing) }
    return doubts
  }

  /// What an approval keeps of it: all that is doubtful now.
  func doubts(of filing: Filing, cards: [UInt64: PatentCard], award: Money) -> [PatentDoubt] {
    let found = background(of: filing, cards: cards)
    return patentDoubts(of: filing, found, award: award) + (found.isCountTyped ? [.unlisted] : [])
  }

  private func ownDoubts(of filing: Filing, _ number: ApplicationNumber) -> [PatentDoubt] {
    var doubts: [PatentDoubt] = []
    // One that came through the PCT keeps the day of its international filing.
    if !number.isInternational, let filed = filing.day("filedOn"), filed.year != number.year {
      doubts.append(.filedYear(filed, year: number.year))
    }
    if number.type == .invention, case .count(let annuity)? = filing.input("annuity"),
      case .text(let text)? = filing.input("amountPaid"), let paid = Money(text),
      let fee = given.tariff.fee(of: annuity), paid > fee
    {
      doubts.append(.aboveTariff(paid: paid, annuity: annuity, fee: fee))
    }
    return doubts
  }

  private func cardDoubts(
    of filing: Filing, _ card: PatentCard, _ names: Set<String>
  ) -> [PatentDoubt] {
    var doubts: [PatentDoubt] = []
    for (input, stated) in [("filedOn", card.filedOn), ("grantedOn", card.grantedOn)] {
      guard let day = filing.day(input),
        let other = stated.first(where: { $0.value != day }),
        let by = other.filings.first(where: { $0 != filing.id })
      else { continue }
      doubts.append(.otherDay(input: input, day, known: other.value, by: by))
    }
    if let record = card.record, let state = record.text("state"),
      ["refused", "ceased", "invalid"].contains(state),
      let seen = record.day("seenOn")
    {
      doubts.append(.notInForce(state: state, seen: seen, by: record.id))
    }
    if policy.item(filing.item)?.isForAgencies == true {
      if let agency = card.record?.text("agency"), let by = card.record?.id {
        let family = names.union(self.names(of: self.family(of: filing.applicant, on: filing.received)))
        if !family.contains(TextFolding.search(agency)) { doubts.append(.otherAgency(agency, by: by)) }
      }
    } else if let owner = card.owner(on: filing.received) {
      // Several owners stand in one field of the certificate.
      let owners = RegisterEntry.parts(of: owner.name).map(TextFolding.search)
      if names.isDisjoint(with: owners) {
        doubts.append(.notOwner(on: filing.received, owner: owner.name, by: owner.by))
      }
    } else if let other = card.owners.first(where: { !isOneUnit($0.value, filing.applicant) }),
      let by = other.filings.first(where: { $0 != filing.id })
    {
      doubts.append(.otherClaimant(name: self.applicant(other.value)?.name ?? other.value, filing: by))
    }
    return doubts
  }

  private func feeDoubt(of filing: Filing, _ card: PatentCard, award: Money) -> PatentDoubt? {
    // What an agency gets for its work pays for nobody's fees.
    guard let item = policy.item(filing.item), !item.isForAgencies, policy.document(of: item).hasFeeCeiling,
      let fees = card.otherMoney.compactMap(\.fees).max()
    else { return nil }
    var sum = MoneyTotal(award)
    for (id, other) in card.awards where id != filing.id { sum += other }
    for money in card.otherMoney { sum += money.amount }
    return sum > MoneyTotal(fees) ? .aboveFees(sum: sum, fees: fees) : nil
  }

  // MARK: - Who gets nothing for a time

  /// Whoever takes a filing of somebody who gets nothing for a time says why, which is kept with the filing.
  ///
  /// - Parameter old: the filing as it stands; nil for a new one. Who stands on the list since it came in is told of and
  ///   asked about no more.
  func checkBan(of filing: Filing, insteadOf old: Filing?) throws(Refusal) {
    if filing.reason(for: Filing.ban) != nil { return }
    if let old, old.received == filing.received, old.override(of: Filing.ban) == nil { return }
    let found = background(ofApplicant: filing.applicant)
    if let doubt = bannedDoubts(of: filing, found).first { throw .banned(doubt) }
  }

  /// The ban that a filing of somebody would be received under without a reason, who may be coming in with it; nil where
  /// there is none.
  func unansweredBan(on filing: Filing, of applicant: Applicant) -> PatentDoubt? {
    guard filing.reason(for: Filing.ban) == nil else { return nil }
    let found =
      self.applicant(applicant.id) == nil
      ? background(
        names: Set([TextFolding.search(applicant.name)]).subtracting([""]),
        codes: Set([TextFolding.search(applicant.code ?? "")]).subtracting([""]))
      : background(ofApplicant: applicant.id)
    return bannedDoubts(of: filing, found).first
  }

  /// What keeps an applicant from getting anything on the day of receipt, as `background(of:)` found it.
  func bannedDoubts(of filing: Filing, _ found: FilingBackground) -> [PatentDoubt] {
    found.bans.compactMap { entry in
      guard let from = entry.day("from"), let until = entry.banEnd, filing.received >= from,
        filing.received < until
      else { return nil }
      return .banned(
        until: until, reason: entry.text("reason") ?? "", record: entry.id,
        taken: filing.override(of: Filing.ban))
    }
      + found.othersBans.filter { filing.received >= $0.from && filing.received < $0.until }.map {
        .banned(until: $0.until, reason: $0.reason, record: $0.office, taken: filing.override(of: Filing.ban))
      }
  }

  /// The folded codes of a record and of those that are one unit with it.
  private func codes(of applicant: String) -> Set<String> {
    Set(([self.applicant(applicant)] + unit(of: applicant)).compactMap { $0?.code.map(TextFolding.search) })
      .subtracting([""])
  }

  private func bans(
    on codes: Set<String>, _ names: Set<String>, among list: [RegisterEntry]
  ) -> [RegisterEntry] {
    list.filter { entry in
      if let code = entry.text("code").map(TextFolding.search), !code.isEmpty {
        if codes.contains(code) { return true }
        // Where both have a code whose check digits are right it tells them apart, whatever they are called; one that is
        // wrong may be anybody's, so that an equal name asks.
        if CreditCode.proven(code) != nil, codes.contains(where: { CreditCode.proven($0) != nil }) {
          return false
        }
      }
      return entry.text("party").map { names.contains(TextFolding.search($0)) } ?? false
    }
  }

  /// The folded names of a record and of those that are one unit with it, of today and of before.
  func names(of applicant: String) -> Set<String> {
    let ids = [applicant] + unit(of: applicant).map(\.id)
    let names =
      ids.compactMap { self.applicant($0)?.name } + ids.flatMap { people.formerNames[$0]?.map(\.name) ?? [] }
    return Set(names.map(TextFolding.search)).subtracting([""])
  }
}

extension RegisterEntry {
  /// The first day on which somebody who was banned may be given something again.
  public var banEnd: CivilDate? {
    guard let from = day("from"), let years = count("years") else { return nil }
    return CivilDate(year: from.year + years, month: from.month, day: from.day)
      ?? CivilDate(year: from.year + years, month: 3, day: 1)
  }
}

extension Filing {
  /// A day that is stated and can be read.
  func day(_ input: String) -> CivilDate? {
    if case .text(let text)? = self.input(input) { CivilDate(text) } else { nil }
  }
}
