import CaseModel
import Casework
import JSONText

/// Reads saves, one after another. A key of the save or of a change that this version does not know is passed over; in an
/// applicant or a filing it is a mistake, since writing the record again would drop it.
struct TransactionReader {
  private var cases = CaseFileReader(JSONReader([]))
  /// Whether what no story has is passed over: the decisions that approvals keep.
  private let isForStory: Bool

  init(isForStory: Bool = false) { self.isForStory = isForStory }

  /// Reads the save that stands in `range`; texts that stood in earlier ones are not made again.
  mutating func transaction(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(TransactionError) -> Transaction {
    cases.reader = JSONReader(bytes, in: range)
    return try reading(or: TransactionError.self) {
      do {
        return try transaction()
      } catch let error as CaseFileError {
        throw TransactionError(.record(error.reason), location: error.location)
      }
    }
  }

  private enum Key: String, CaseIterable {
    case by, at, day, policy, undoes, changes
  }

  private static let keys = KnownKeys<Key>()

  private mutating func transaction() throws -> Transaction {
    var by: String?
    var at: String?
    var day: CivilDate?
    var policy: String?
    var changes: [Change]?
    var undoes: Int?
    let start = try begin()
    while let (key, name) = try nextKey(Self.keys) {
      switch name {
      case .by: by = try text(unlessRepeated: by, key)
      case .at: at = try text(unlessRepeated: at, key)
      case .day:
        try isFirst(day, key)
        day = try CivilDate(json: &cases.reader)
      case .policy: policy = try text(unlessRepeated: policy, key)
      case .undoes:
        try isFirst(undoes, key)
        undoes = try cases.reader.integer()
      case .changes:
        try isFirst(changes, key)
        changes = try self.changes()
      case nil: try cases.reader.skipValue()
      }
    }
    try cases.reader.end()
    return Transaction(
      by: try needed(by, "by", start), at: try needed(at, "at", start), day: day,
      policy: try needed(policy, "policy", start), changes: try needed(changes, "changes", start),
      undoes: undoes)
  }

  private mutating func changes() throws -> [Change] {
    var changes: [Change] = []
    try cases.reader.beginArray()
    while try cases.reader.nextElement() { changes.append(try change(records())) }
    return changes
  }

  private func change(_ records: ChangeRecords) throws -> Change {
    let name: String = try records.others.value("change")
    if let kind = ChangeLine.Kind(rawValue: name) {
      return try ChangeLine.change(kind, records, isForStory: isForStory)
    }
    guard let kind = OfficesLine.Kind(rawValue: name) else {
      let known = ChangeLine.Kind.allCases.map(\.rawValue) + OfficesLine.Kind.allCases.map(\.rawValue)
      throw TransactionError(
        .unknownChange(name, nearest: nearestWord(to: name, among: known)),
        location: try records.others.location(of: "change"))
    }
    return .offices(try OfficesLine.change(kind, records.others, isForStory: isForStory))
  }

  // MARK: - Records inside a change

  private enum RecordKey: String, CaseIterable {
    case applicant, filing, facts
  }

  private static let recordKeys = KnownKeys<RecordKey>()

  /// The members of a change before its kind is known, since `change` may stand anywhere in it.
  private mutating func records() throws -> ChangeRecords {
    var (applicant, filing, facts): (Applicant?, Filing?, FactsAtReceipt?) = (nil, nil, nil)
    var others: [JSONMember] = []
    let start = try begin()
    while let (key, name) = try nextKey(Self.recordKeys) {
      switch name {
      case .applicant:
        try isFirst(applicant, key)
        applicant = try cases.applicant(cases.readApplicant())
      case .filing:
        try isFirst(filing, key)
        filing = try self.filing()
      case .facts:
        try isFirst(facts, key)
        facts = try self.facts()
      case nil:
        guard !others.contains(where: { cases.reader.key(key, is: $0.key) }) else { throw repeated(key) }
        others.append(try cases.reader.member(key))
      }
    }
    return ChangeRecords(
      applicantRead: applicant, filingRead: filing, factsRead: facts,
      others: JSONMembers(unrepeated: others, start: start, reader: cases.reader))
  }

  private mutating func filing() throws -> Filing {
    let read = try cases.readFiling()
    if let facts = read.asReceived {
      // A line has them beside the filing.
      throw cases.error(.json(.unknownKey("asReceived", nearest: nil)), at: facts.offset)
    }
    return try cases.filing(read)
  }

  private mutating func facts() throws -> FactsAtReceipt {
    let read = try cases.readFacts(passingOverOthers: true)
    return FactsAtReceipt(
      kind: try cases.kind(needed(read.kind, "kind", read.offset)),
      district: try needed(read.district, "district", read.offset),
      family: try needed(read.family, "family", read.offset), further: read.further)
  }

  // MARK: - Keys

  /// Begins an object and gives its place.
  private mutating func begin() throws -> Int {
    _ = try cases.reader.peek()
    let start = cases.reader.offset
    try cases.reader.beginObject()
    return start
  }

  /// The next key and which of those that are known it is; nil after the last member.
  private mutating func nextKey<Key>(_ known: KnownKeys<Key>) throws -> (JSONKey, Key?)? {
    guard let key = try cases.reader.nextKeyPlace() else { return nil }
    return (key, cases.reader.number(of: key, among: known.words).map { known.keys[$0] })
  }

  private mutating func text(unlessRepeated known: String?, _ key: JSONKey) throws -> String {
    try isFirst(known, key)
    return try cases.reader.string(&cases.known)
  }

  private func needed<Value>(_ value: Value?, _ key: String, _ start: Int) throws -> Value {
    guard let value else { throw cases.reader.error(.missingKey(key), at: start) }
    return value
  }

  private func isFirst<Value>(_ known: Value?, _ key: JSONKey) throws {
    guard known == nil else { throw repeated(key) }
  }

  /// The key just read stands twice; the place is its value's.
  private func repeated(_ key: JSONKey) -> JSONError {
    cases.reader.error(.repeatedKey(cases.reader.text(of: key)))
  }
}

/// What stands in a change before its kind is known: the records that are read where the case file's are, and its other
/// members.
struct ChangeRecords {
  var applicantRead: Applicant?
  var filingRead: Filing?
  var factsRead: FactsAtReceipt?
  var others: JSONMembers

  func applicant() throws(JSONError) -> Applicant { try needed(applicantRead, "applicant") }
  func filing() throws(JSONError) -> Filing { try needed(filingRead, "filing") }
  func facts() throws(JSONError) -> FactsAtReceipt { try needed(factsRead, "facts") }

  private func needed<Value>(_ value: Value?, _ key: String) throws(JSONError) -> Value {
    guard let value else { throw others.missing(key) }
    return value
  }
}
