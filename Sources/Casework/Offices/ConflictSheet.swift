public import CaseModel
import SubsidyRules

/// A conflict laid out for whoever rules on it: its parties side by side, and what each verdict would move before it is
/// given.
public struct ConflictSheet: Sendable {
  /// One of the parties, as its own office has it.
  public struct Side: Sendable {
    /// What commands call the office, and its name.
    public var office: String
    public var name: String
    public var record: OfficeRecord
    /// The party, or whom the filing is of; nil where the office does not know it.
    public var applicant: Applicant?
    public var file: FiledFiling?
    /// What the filing gets at its office, by that office's own policy and readings.
    public var ownAward: Money?
    /// The filing's id among all offices; nil of an applicant.
    public var filing: String?
  }

  /// What the city may do about it: say a word, or take a step of its own on its filings.
  public enum Choice: Hashable, Sendable {
    case verdict(Ruling.Verdict)
    case step(Step)
  }

  /// A verdict that may be given, with what would come of it.
  public struct Proposal: Sendable {
    public var choice: Choice
    /// Filings whose amount would be another.
    public var moved: [Moved] = []
    /// What all filings come to together, before and after.
    public var before: MoneyTotal
    public var after: MoneyTotal
    /// How many filings there would be more or less.
    public var filings = 0
  }

  public struct Moved: Hashable, Sendable {
    public var filing: String
    public var before: Money
    public var after: Money
  }

  /// Something that an office did to a filing, or to whom it is of, behind what the city decided on.
  public struct Touch: Hashable, Sendable {
    public var entry: HistoryEntry
    /// What was changed of the applicant; nil of what was done to the filing.
    public var fields: [Applicant.Field]?
  }

  /// One of the continuations of a history that parts.
  public struct Tail: Hashable, Sendable {
    /// With what its first link begins.
    public var link: String
    /// Whether it is the one in the store; the others wait beside it.
    public var isInStore: Bool
    /// Its records behind what all have in common.
    public var lines: Int
    /// The filings that it touches, those of them that it has received, and what they come to at their office.
    public var touched: Int
    public var received: Int
    public var award: MoneyTotal

    public init(
      link: String, isInStore: Bool, lines: Int, touched: Int, received: Int, award: MoneyTotal
    ) {
      (self.link, self.isInStore, self.lines) = (link, isInStore, lines)
      (self.touched, self.received, self.award) = (touched, received, award)
    }
  }

  public var conflict: OfficeConflict
  public var sides: [Side]
  /// What was touched behind the city's decision, oldest first; none of other kinds.
  public var touches: [Touch] = []
  /// Of a history that parts its tails, the one in the store first; none of other kinds.
  public var tails: [Tail] = []
  /// The first choice first; none where it only tells.
  public var proposals: [Proposal]

  public init(conflict: OfficeConflict, sides: [Side], proposals: [Proposal]) {
    (self.conflict, self.sides, self.proposals) = (conflict, sides, proposals)
  }
}

extension JointOffice {
  /// What may be done about a conflict, each word with what it names; the first choice first.
  public func choices(on conflict: OfficeConflict) -> [ConflictSheet.Choice] {
    conflict.verdicts.flatMap { word -> [ConflictSheet.Choice] in
      guard let step = OfficeConflict.steps[word] else {
        return verdicts(of: word, on: conflict).map(ConflictSheet.Choice.verdict)
      }
      // What has gone on since takes no such step.
      let from = StageRule.of(step).from
      let isOpen = conflict.filings.allSatisfy { id in
        state.file(id).map { from.contains($0.standing) } ?? false
      }
      return isOpen && !conflict.filings.isEmpty ? [.step(step)] : []
    }
  }

  private func verdicts(of word: String, on conflict: OfficeConflict) -> [Ruling.Verdict] {
    switch word {
    case "link": [.link]
    case "distinct": [.distinct]
    case "confirm": [.confirm]
    case "noted": [.noted]
    case "void": [.void]
    case "keep": keepable(conflict).map(Ruling.Verdict.keep)
    case "head": heads(conflict).map(Ruling.Verdict.head)
    case "map": districts(conflict).map(Ruling.Verdict.map)
    case "fork-keep": tails(of: conflict).map(Ruling.Verdict.forkKeep)
    default: []
    }
  }

  /// The filings that may come first, in the order in which they are served.
  private func keepable(_ conflict: OfficeConflict) -> [OfficeFiling] {
    conflict.filings.map { id in
      state.origin(of: id)?.filing ?? OfficeFiling(writer: parts[0].writer, id: id)
    }
  }

  /// What an unknown code may mean: the district of that name, else the office's own; any other is typed.
  private func districts(_ conflict: OfficeConflict) -> [String] {
    guard let code = conflict.code, let part = parts.first(where: { conflict.writers.contains($0.writer) })
    else { return [] }
    let name = part.state.districts.first { $0.code == code || $0.formerCodes.contains(code) }?.name
    let named = state.districts.filter { $0.name == name }.map(\.code)
    let own = state.districts.map(\.code).filter { $0 == part.state.office?.district && !named.contains($0) }
    return named + own
  }

  /// The head offices that the parties' own offices name, where they name several.
  private func heads(_ conflict: OfficeConflict) -> [OfficeRecord] {
    var heads: [OfficeRecord] = []
    var people: Set<String> = []
    for party in conflict.parties {
      guard let part = parts.firstIndex(where: { $0.writer == party.writer }),
        let parent = parts[part].state.applicant(party.id)?.parent,
        people.insert(persons.id(of: parent, in: part, parts)).inserted
      else { continue }
      heads.append(OfficeRecord(writer: party.writer, id: parent))
    }
    return heads.count > 1 ? heads : []
  }

  /// All offices as they would be with one more word of the city; nothing is saved.
  ///
  /// A fork's tail is no part of any state here: for its verdict the offices are given as they would be read.
  public func ruling(_ ruling: Ruling, others: [OfficePart]? = nil) -> JointOffice {
    var city = parts[0].state
    city.offices.rulings.append(ruling)
    return JointOffice(
      city: city, writer: parts[0].writer, others: others ?? Array(parts.dropFirst()), waiting: waiting)
  }

  /// All offices as they would be with one more step of the city on filings of theirs; nothing is saved.
  public func taking(_ steps: [CityStep]) -> JointOffice {
    var city = parts[0].state
    city.offices.steps += steps
    return JointOffice(
      city: city, writer: parts[0].writer, others: Array(parts.dropFirst()), waiting: waiting)
  }

  /// What would come of a verdict, with the offices as they would be then.
  public func proposal(_ choice: ConflictSheet.Choice, coming after: JointOffice) -> ConflictSheet.Proposal {
    var proposal = ConflictSheet.Proposal(choice: choice, before: .zero, after: .zero)
    proposal.filings = after.state.files.count - state.files.count
    for row in state.files.rows { proposal.before += row.award }
    for (number, row) in after.state.files.rows.enumerated() {
      proposal.after += row.award
      let id = after.state.files.id(of: number)
      let was = state.number(ofFile: id).map { state.files.rows[$0].award } ?? .zero
      if was != row.award { proposal.moved.append(.init(filing: id, before: was, after: row.award)) }
    }
    return proposal
  }

  /// A conflict with its parties, and with the proposals that somebody has worked out.
  public func sheet(of conflict: OfficeConflict, proposals: [ConflictSheet.Proposal]) -> ConflictSheet {
    let filings = Dictionary(
      first: conflict.filings.map { id in
        let origin = state.origin(of: id)?.filing ?? OfficeFiling(writer: parts[0].writer, id: id)
        return (OfficeRecord(writer: origin.writer, id: origin.id), id)
      })
    // Filings in the order in which they are served, applicants as the conflict names them.
    let order = conflict.filings.compactMap { id in filings.first { $0.value == id }?.key }
    let named = order.isEmpty ? conflict.parties : order
    let sides = named.compactMap { record -> ConflictSheet.Side? in
      guard let part = parts.first(where: { $0.writer == record.writer }) else { return nil }
      let file = part.state.file(record.id)
      return ConflictSheet.Side(
        office: part.office, name: part.name, record: record,
        applicant: part.state.applicant(file?.filing.applicant ?? record.id), file: file,
        ownAward: file?.decision.award, filing: filings[record])
    }
    var sheet = ConflictSheet(conflict: conflict, sides: sides, proposals: proposals)
    sheet.touches = touches(of: conflict)
    return sheet
  }

  /// What an office did behind the lines that the city's last decision on its filing rests on.
  private func touches(of conflict: OfficeConflict) -> [ConflictSheet.Touch] {
    guard conflict.kind == .moved || conflict.kind == .void, let record = conflict.parties.first,
      let part = parts.first(where: { $0.writer == record.writer }), let file = part.state.file(record.id),
      let basis = parts[0].state.offices.steps.last(where: {
        $0.filing == OfficeFiling(writer: record.writer, id: record.id) && $0.step.step == .commit
      })?.basis
    else { return [] }
    let ofFiling = file.history.filter { $0.sequence > basis.filing.sequence }.map {
      ConflictSheet.Touch(entry: $0, fields: nil)
    }
    let ofApplicant = part.state.history(ofApplicant: file.filing.applicant)
      .filter { $0.sequence > basis.applicant.sequence }.compactMap { entry -> ConflictSheet.Touch? in
        guard case .changed(let names) = entry.deed, !names.isEmpty else { return nil }
        return ConflictSheet.Touch(entry: entry, fields: names.compactMap(Applicant.Field.init))
      }
    return (ofFiling + ofApplicant).sorted { $0.entry.sequence < $1.entry.sequence }
  }
}
