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
  private var kinds: [(name: UInt32, kind: ApplicantKind?)] = []

  /// The judge of an item, with the numbers that its inputs' names have in records.
  private struct Seat {
    var item: UInt32
    /// Nil where the policy has no such item.
    var judge: Judge?
    var inputs: [UInt32]
  }

  init(_ policy: Policy, names: NameTable, units: Units) {
    self.policy = policy
    self.units = units
    judges = Judges(policy)
    reader = PackedReader(UnsafeRawBufferPointer(start: nil, count: 0), from: 0, names: names)
  }

  mutating func reserve(_ count: Int) { files.reserve(count) }

  /// Judges the filing of a record.
  mutating func judge(_ record: UnsafeRawBufferPointer, base: UInt32, _ row: FileRow) {
    reader.turn(to: record, base: base)
    let id = reader.textBytes()
    for _ in 0..<2 { _ = reader.nameNumber() }
    _ = reader.number()
    let seat = seat(row.item)
    guard seats[seat].judge != nil, readInputs(seat) else { return judgeOtherwise(record, base, row) }
    var head = FilingHead(received: row.received, stage: row.stage)
    head.decided = reader.optional { $0.money() }
    head.reclaimed = reader.optional { $0.money() }
    let kind = kind(reader.nameNumber())
    let (district, family) = (reader.name(), reader.name())
    let further = reader.list { $0.name() }
    guard !reader.failed, let kind else { return judge(FileList.unreadable) }
    let facts = Facts(
      applicant: units.head(of: reader.names[row.applicant]), family: units.head(of: family),
      further: further.isEmpty ? [] : further.map(units.head), kind: kind, district: district)
    let judgement = seats[seat].judge?.judge(head, of: facts, id: id, into: &files.sheet)
    if let judgement { files.append(judgement, received: head.received) }
  }

  /// Judges a filing that stands in no record.
  mutating func judge(_ file: FiledFiling) {
    let judgement = judges.judge(file.filing, of: file.facts, into: &files.sheet)
    files.append(judgement, received: file.filing.received)
  }

  /// Judges a record whose filing is made whole first: of no item of the policy, or with a check that is overridden.
  private mutating func judgeOtherwise(_ record: UnsafeRawBufferPointer, _ base: UInt32, _ row: FileRow) {
    reader.turn(to: record, base: base)
    guard let (filing, received) = reader.filing(row) else { return judge(FileList.unreadable) }
    var file = FileList.unreadable
    file.filing = filing
    file.received = received
    judge(file.counted(in: units))
  }

  /// Has the inputs read; false where there are overrides.
  private mutating func readInputs(_ seat: Int) -> Bool {
    seats[seat].judge?.begin()
    for _ in 0..<reader.count() {
      let name = reader.nameNumber()
      let (text, raw) = reader.textOrRawInput()
      guard let index = seats[seat].inputs.firstIndex(of: name) else { continue }
      if let text {
        seats[seat].judge?.put(text: text, at: index)
      } else {
        seats[seat].judge?.put(raw, at: index, isOverridden: false)
      }
    }
    return reader.count() == 0
  }

  // MARK: - Names

  private mutating func seat(_ item: UInt32) -> Int {
    if let known = seats.firstIndex(where: { $0.item == item }) { return known }
    let rules = policy.item(reader.names[item])
    seats.append(
      Seat(
        item: item, judge: rules.map { Judge(policy, $0, tracing: false) },
        inputs: rules?.inputs.map { reader.names.known($0.id) ?? .max } ?? []))
    return seats.count - 1
  }

  private mutating func kind(_ name: UInt32) -> ApplicantKind? {
    if let known = kinds.first(where: { $0.name == name }) { return known.kind }
    let kind = ApplicantKind(rawValue: reader.names[name])
    kinds.append((name, kind))
    return kind
  }
}
