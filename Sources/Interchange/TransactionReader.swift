import CaseModel
import Casework
import JSONText

/// Reads saves, one after another. A key of the save or of a change that this version does not know is passed over; in an
/// applicant or a filing it is a mistake, since writing the record again would drop it.
struct TransactionReader {
  var cases: CaseFileReader
  /// Whether what no story has is passed over: the decisions that approvals keep.
  private let isForStory: Bool

  init(isForStory: Bool = false) {
    cases = CaseFileReader(JSONReader([]))
    self.isForStory = isForStory
  }

  /// Reads the save that stands in `range`; texts that stood in earlier ones are not made again.
  mutating func transaction(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(TransactionError) -> Transaction {
    cases.reader = JSONReader(bytes, in: range)
    return try transaction()
  }

  private enum Key: String, CaseIterable {
    case by, at, day, policy, undoes, changes
  }

  private static let keys = KnownKeys<Key>()

  private mutating func transaction() throws(TransactionError) -> Transaction {
    var by: String?
    var at: String?
    var day: CivilDate?
    var policy: String?
    var changes: [Change]?
    var undoes: Int?
    let start = try begin()
    while let (key, name) = try nextKey(Self.keys) {
      switch name {
      case .by: by = try string(unlessRepeated: by == nil, key)
      case .at: at = try string(unlessRepeated: at == nil, key)
      case .day:
        guard day == nil else { throw repeated(key) }
        day = try self.day()
      case .policy: policy = try string(unlessRepeated: policy == nil, key)
      case .undoes:
        guard undoes == nil else { throw repeated(key) }
        undoes = try json { (cases) throws(JSONError) in try cases.reader.integer() }
      case .changes:
        guard changes == nil else { throw repeated(key) }
        changes = try self.changes()
      case nil: try skip()
      }
    }
    try json { (cases) throws(JSONError) in try cases.reader.end() }
    guard let by else { throw missing("by", at: start) }
    guard let at else { throw missing("at", at: start) }
    guard let policy else { throw missing("policy", at: start) }
    guard let changes else { throw missing("changes", at: start) }
    return Transaction(by: by, at: at, day: day, policy: policy, changes: changes, undoes: undoes)
  }

  private mutating func day() throws(TransactionError) -> CivilDate {
    let text = try json { (cases) throws(JSONError) in try cases.placedText() }
    guard let day = CivilDate(text.value) else {
      throw error(.record(.json(.expected("YYYY-MM-DD"))), at: text.offset)
    }
    return day
  }

  private mutating func changes() throws(TransactionError) -> [Change] {
    var changes: [Change] = []
    try json { (cases) throws(JSONError) in try cases.reader.beginArray() }
    while try json({ (cases) throws(JSONError) in try cases.reader.nextElement() }) {
      changes.append(try change(members()))
    }
    return changes
  }

  // MARK: - One change

  /// The members of a change before its kind is known, since `change` may stand anywhere in it.
  private struct Members {
    var start: Int
    var applicant: Applicant?
    var filing: Filing?
    var facts: FactsAtReceipt?
    /// Every member that is no record.
    var others: [JSONMember] = []
  }

  private enum RecordKey: String, CaseIterable {
    case applicant, filing, facts
  }

  private static let recordKeys = KnownKeys<RecordKey>()

  private mutating func members() throws(TransactionError) -> Members {
    var members = Members(start: try begin())
    while let (key, name) = try nextKey(Self.recordKeys) {
      switch name {
      case .applicant:
        guard members.applicant == nil else { throw repeated(key) }
        members.applicant = try readApplicant()
      case .filing:
        guard members.filing == nil else { throw repeated(key) }
        members.filing = try readFiling()
      case .facts:
        guard members.facts == nil else { throw repeated(key) }
        members.facts = try readFacts()
      case nil:
        guard !members.others.contains(where: { cases.reader.key(key, is: $0.key) }) else {
          throw repeated(key)
        }
        members.others.append(try json { (cases) throws(JSONError) in try cases.reader.member(key) })
      }
    }
    return members
  }

  private mutating func casework(
    _ kind: CaseworkLine.Kind, _ members: Members
  ) throws(TransactionError) -> Change {
    let isForStory = isForStory
    let change = try json { (cases) throws(JSONError) in
      let record = CaseworkRecord(
        unrepeated: members.others, start: members.start, reader: cases.reader)
      return try CaseworkLine.change(kind, record, facts: members.facts, isForStory: isForStory)
    }
    guard let change else { throw missing("facts", at: members.start) }
    return change
  }

  private mutating func change(_ members: Members) throws(TransactionError) -> Change {
    let name = try text("change", members)
    if let kind = CaseworkLine.Kind(rawValue: name.value) { return try casework(kind, members) }
    if let kind = OfficesLine.Kind(rawValue: name.value) {
      let isForStory = isForStory
      return .offices(
        try json { (cases) throws(JSONError) in
          try OfficesLine.change(
            kind, CaseworkRecord(unrepeated: members.others, start: members.start, reader: cases.reader),
            isForStory: isForStory)
        })
    }
    guard let kind = ChangeKind(rawValue: name.value) else {
      let nearest = nearestWord(
        to: name.value,
        among: ChangeKind.allCases.map(\.rawValue) + CaseworkLine.Kind.allCases.map(\.rawValue)
          + OfficesLine.Kind.allCases.map(\.rawValue))
      throw error(.unknownChange(name.value, nearest: nearest), at: name.offset)
    }
    switch kind {
    case .founded:
      return .founded(
        .init(
          name: try text("office", members).value, district: try text("district", members).value,
          policy: try text("policy", members).value, isTrial: try flag("trial", members)))
    case .operatorAdded:
      return .operatorAdded(
        .init(
          name: try text("name", members).value, role: try role(members),
          login: try optionalText("login", members)?.value, code: try code(members)))
    case .applicantEntered: return .applicantEntered(try applicant(members))
    case .applicantChanged:
      return .applicantChanged(try applicant(members), parent: try parentSince(members))
    case .filingReceived: return .filingReceived(try filing(members), try facts(members))
    case .filingChanged: return .filingChanged(try filing(members))
    case .filingTakenOver: return .filingTakenOver(try filing(members), try facts(members))
    case .readingChosen:
      return .readingChosen(
        reading: try text("reading", members).value, option: try text("option", members).value,
        note: try text("note", members).value)
    case .policyAdopted:
      return .policyAdopted(
        id: try text("id", members).value, hash: try text("hash", members).value,
        note: try text("note", members).value)
    case .policyJoined:
      return .policyJoined(
        id: try text("id", members).value, hash: try text("hash", members).value,
        note: try text("note", members).value)
    case .policyWithdrawn:
      return .policyWithdrawn(id: try text("id", members).value, note: try text("note", members).value)
    case .snapshotAnchored:
      return .snapshotAnchored(
        head: try text("head", members).value, sum: try text("sha256", members).value)
    }
  }

  private func parentSince(_ members: Members) throws(TransactionError) -> ParentSince? {
    guard let text = try optionalText("from", members) else { return nil }
    if text.value == "always" { return .always }
    guard let day = CivilDate(text.value) else {
      throw error(.record(.json(.expected("YYYY-MM-DD"))), at: text.offset)
    }
    return .day(day)
  }

  private func role(_ members: Members) throws(TransactionError) -> Operator.Role {
    let word = try text("role", members)
    guard let role = Operator.Role(rawValue: word.value) else {
      let nearest = nearestWord(to: word.value, among: Operator.Role.allCases.map(\.rawValue))
      throw error(.unknownRole(word.value, nearest: nearest), at: word.offset)
    }
    return role
  }

  // MARK: - Members that must be there

  private func text(
    _ key: StaticString, _ members: Members
  ) throws(TransactionError) -> CaseFileReader.Placed<String> {
    guard let text = try optionalText(key, members) else {
      throw missing(key.description, at: members.start)
    }
    return text
  }

  private func optionalText(
    _ key: StaticString, _ members: Members
  ) throws(TransactionError) -> CaseFileReader.Placed<String>? {
    guard let member = members.others.first(where: { cases.reader.key($0.key, is: key) }) else { return nil }
    do throws(JSONError) {
      return .init(value: try cases.reader.text(of: member), offset: member.place.lowerBound)
    } catch {
      throw TransactionError(.record(.json(error.reason)), location: error.location)
    }
  }

  /// False where the key is missing.
  private mutating func flag(_ key: StaticString, _ members: Members) throws(TransactionError) -> Bool {
    try json { (cases) throws(JSONError) in
      try CaseworkRecord(unrepeated: members.others, start: members.start, reader: cases.reader).flag(key)
    }
  }

  private mutating func code(_ members: Members) throws(TransactionError) -> PINKey? {
    try json { (cases) throws(JSONError) in
      try CaseworkLine.code(
        CaseworkRecord(unrepeated: members.others, start: members.start, reader: cases.reader))
    }
  }

  private func applicant(_ members: Members) throws(TransactionError) -> Applicant {
    guard let applicant = members.applicant else { throw missing("applicant", at: members.start) }
    return applicant
  }

  private func filing(_ members: Members) throws(TransactionError) -> Filing {
    guard let filing = members.filing else { throw missing("filing", at: members.start) }
    return filing
  }

  private func facts(_ members: Members) throws(TransactionError) -> FactsAtReceipt {
    guard let facts = members.facts else { throw missing("facts", at: members.start) }
    return facts
  }
}
