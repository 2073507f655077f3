import CaseModel
import Casework
import JSONText

/// Reads one save. A key of the save or of a change that this version does not know is passed over; in an
/// applicant or a filing it is a mistake, since writing the record again would drop it.
struct TransactionReader {
  var cases: CaseFileReader

  init(_ bytes: [UInt8], in range: Range<Int>) {
    cases = CaseFileReader(JSONReader(bytes, in: range))
  }

  mutating func transaction() throws(TransactionError) -> Transaction {
    var by: String?
    var at: String?
    var policy: String?
    var changes: [Change]?
    var undoes: Int?
    let start = try begin()
    while let key = try nextKey() {
      switch key {
      case "by": by = try string(unlessRepeated: by == nil, key)
      case "at": at = try string(unlessRepeated: at == nil, key)
      case "policy": policy = try string(unlessRepeated: policy == nil, key)
      case "undoes":
        guard undoes == nil else { throw repeated(key) }
        undoes = try json { (cases) throws(JSONError) in try cases.reader.integer() }
      case "changes":
        guard changes == nil else { throw repeated(key) }
        changes = try self.changes()
      default: try skip()
      }
    }
    try json { (cases) throws(JSONError) in try cases.reader.end() }
    guard let by else { throw missing("by", at: start) }
    guard let at else { throw missing("at", at: start) }
    guard let policy else { throw missing("policy", at: start) }
    guard let changes else { throw missing("changes", at: start) }
    return Transaction(by: by, at: at, policy: policy, changes: changes, undoes: undoes)
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
    var texts: [(key: String, text: CaseFileReader.Placed<String>)] = []
    /// Every member that is no record, texts too.
    var trees: [JSONTree.Member] = []

    func has(_ key: String) -> Bool { trees.contains { $0.key == key } }
  }

  private mutating func members() throws(TransactionError) -> Members {
    var members = Members(start: try begin())
    while let key = try nextKey() {
      switch key {
      case "applicant":
        guard members.applicant == nil else { throw repeated(key) }
        members.applicant = try readApplicant()
      case "filing":
        guard members.filing == nil else { throw repeated(key) }
        members.filing = try readFiling()
      case "facts":
        guard members.facts == nil else { throw repeated(key) }
        members.facts = try readFacts()
      default: try other(key, &members)
      }
    }
    return members
  }

  private mutating func other(_ key: String, _ members: inout Members) throws(TransactionError) {
    guard !members.has(key) else { throw repeated(key) }
    let place = cases.reader.keyOffset
    let tree = try json { (cases) throws(JSONError) in try cases.reader.tree() }
    members.trees.append(.init(key: key, keyOffset: place, value: tree))
    if case .string(let text) = tree.value {
      members.texts.append((key, .init(value: text, offset: tree.offset)))
    }
  }

  private mutating func casework(
    _ kind: CaseworkLine.Kind, _ members: Members
  ) throws(TransactionError) -> Change {
    let change = try json { (cases) throws(JSONError) in
      let record = try CaseworkRecord(members.trees, start: members.start, reader: cases.reader)
      return try CaseworkLine.change(kind, record, facts: members.facts)
    }
    guard let change else { throw missing("facts", at: members.start) }
    return change
  }

  private mutating func change(_ members: Members) throws(TransactionError) -> Change {
    let name = try text("change", members)
    if let kind = CaseworkLine.Kind(rawValue: name.value) { return try casework(kind, members) }
    guard let kind = ChangeKind(rawValue: name.value) else {
      let nearest = nearestWord(
        to: name.value,
        among: ChangeKind.allCases.map(\.rawValue) + CaseworkLine.Kind.allCases.map(\.rawValue))
      throw error(.unknownChange(name.value, nearest: nearest), at: name.offset)
    }
    switch kind {
    case .founded:
      return .founded(
        .init(
          name: try text("office", members).value, district: try text("district", members).value,
          policy: try text("policy", members).value))
    case .operatorAdded:
      return .operatorAdded(
        .init(
          name: try text("name", members).value, role: try role(members),
          login: try optionalText("login", members)?.value))
    case .applicantEntered: return .applicantEntered(try applicant(members))
    case .applicantChanged: return .applicantChanged(try applicant(members))
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
    }
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
    _ key: String, _ members: Members
  ) throws(TransactionError) -> CaseFileReader.Placed<String> {
    guard let text = try optionalText(key, members) else { throw missing(key, at: members.start) }
    return text
  }

  private func optionalText(
    _ key: String, _ members: Members
  ) throws(TransactionError) -> CaseFileReader.Placed<String>? {
    if let text = members.texts.first(where: { $0.key == key })?.text { return text }
    guard let other = members.trees.first(where: { $0.key == key })?.value else { return nil }
    throw error(.record(.json(.wrongType(expected: .string, found: other.kind))), at: other.offset)
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
