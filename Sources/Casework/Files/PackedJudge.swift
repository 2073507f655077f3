import CaseModel
import SubsidyRules

/// Judges filings as their records stand, one after another: a name is a number, and nothing is made of what a
/// decision does not rest on.
struct PackedJudge {
  private(set) var files = JudgedFiles()

  private let policy: Policy
  private let units: Units
  private var reader: PackedReader
  /// Of filings that stand in no record.
  private var judges: Judges
  private var seats: [Seat] = []
  private var kinds: [(name: NameNumber, kind: ApplicantKind)] = []

  /// The judge of an item, with the numbers that its inputs' names have in records.
  private struct Seat {
    var item: NameNumber
    /// Nil where the policy has no such item.
    var judge: Judge?
    var inputs: [NameNumber]
  }

  init(_ policy: Policy, names: NameTable, units: Units) {
    self.policy = policy
    self.units = units
    judges = Judges(policy)
    reader = PackedReader(UnsafeRawBufferPointer(start: nil, count: 0), from: 0, names: names)
  }

  mutating func reserve(_ count: Int) { files.reserve(count) }

  /// Judges the filing of a record.
  mutating func judge(_ record: UnsafeRawBufferPointer, base: Int, _ row: FileRow) {
    let seat = seat(row.item)
    guard seats[seat].judge != nil, let packed = readHead(of: record, base, seat) else {
      return judgeOtherwise(record, base, row)
    }
    var head = FilingHead(received: row.received, stage: row.stage)
    (head.decided, head.reclaimed) = (packed.decided, packed.reclaimed)
    let further = packed.facts.further
    let facts = Facts(
      applicant: units.head(of: reader.names[row.applicant]),
      family: units.head(of: reader.names[packed.facts.family]),
      further: further.isEmpty ? [] : further.map { units.head(of: reader.names[$0]) },
      kind: kind(packed.facts.kind), district: reader.names[packed.facts.district])
    let judgement = seats[seat].judge?.judge(head, of: facts, id: packed.id, into: &files.sheet)
    if let judgement { files.append(judgement, received: head.received) }
  }

  /// Judges a filing that stands in no record.
  mutating func judge(_ file: FiledFiling) {
    let judgement = judges.judge(file.filing, of: file.facts, into: &files.sheet)
    files.append(judgement, received: file.filing.received)
  }

  /// Judges a record whose filing is made whole first: of no item of the policy, or with a check that is overridden.
  private mutating func judgeOtherwise(_ record: UnsafeRawBufferPointer, _ base: Int, _ row: FileRow) {
    reader.turn(to: record, base: base)
    judge(FiledFiling(from: &reader, row: row, because: Because()).counted(in: units))
  }

  /// Has the beginning of a record read, its inputs by the judge; nil where there are overrides.
  private mutating func readHead(
    of record: UnsafeRawBufferPointer, _ base: Int, _ seat: Int
  ) -> PackedHead? {
    reader.turn(to: record, base: base)
    seats[seat].judge?.begin()
    var isOverridden = false
    let head = reader.head(
      input: { name, input in
        guard let index = seats[seat].inputs.firstIndex(of: name) else { return }
        switch input {
        case .text(let text): seats[seat].judge?.put(text: text, at: index)
        case .raw(let raw): seats[seat].judge?.put(raw, at: index, isOverridden: false)
        }
      }, override: { _, _ in isOverridden = true })
    return isOverridden ? nil : head
  }

  // MARK: - Names

  private mutating func seat(_ item: NameNumber) -> Int {
    if let known = seats.firstIndex(where: { $0.item == item }) { return known }
    let rules = policy.item(reader.names[item])
    seats.append(
      Seat(
        item: item, judge: rules.map { Judge(policy, $0, tracing: false) },
        inputs: rules?.inputs.map { reader.names.known($0.id) ?? .none } ?? []))
    return seats.count - 1
  }

  private mutating func kind(_ name: NameNumber) -> ApplicantKind {
    if let known = kinds.first(where: { $0.name == name }) { return known.kind }
    let kind = reader.value(of: name, ApplicantKind.individual)
    kinds.append((name, kind))
    return kind
  }
}
