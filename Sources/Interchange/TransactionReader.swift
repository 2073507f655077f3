import CaseModel
import Casework
import JSONText

/// Reads one save; keys it does not know are passed over.
struct TransactionReader {
  private var cases: CaseFileReader

  init(_ bytes: [UInt8], in range: Range<Int>) {
    cases = CaseFileReader(JSONReader(bytes, in: range))
  }

  mutating func transaction() throws(JSONError) -> Transaction {
    var transaction = Transaction(by: "", at: "", policy: "", changes: [])
    try cases.reader.beginObject()
    while let key = try cases.reader.nextKey() {
      switch key {
      case "by": transaction.by = try cases.reader.string()
      case "at": transaction.at = try cases.reader.string()
      case "policy": transaction.policy = try cases.reader.string()
      case "changes":
        try cases.reader.beginArray()
        while try cases.reader.nextElement() { transaction.changes.append(try change()) }
      default: try cases.reader.skipValue()
      }
    }
    try cases.reader.end()
    return transaction
  }

  private struct Fields {
    var texts: [String: String] = [:]
    var applicant: Applicant?
    var filing: Filing?
    var facts: [String: String]?
  }

  private mutating func change() throws(JSONError) -> Change {
    _ = try cases.reader.peek()
    let start = cases.reader.offset
    var fields = Fields()
    try cases.reader.beginObject()
    while let key = try cases.reader.nextKey() {
      switch key {
      case "applicant": fields.applicant = try applicant()
      case "filing": fields.filing = try filing()
      case "facts": fields.facts = try texts()
      default:
        if try cases.reader.peek() == .string {
          fields.texts[key] = try cases.reader.string()
        } else {
          try cases.reader.skipValue()
        }
      }
    }
    guard let change = change(of: fields) else {
      throw cases.reader.error(.expected("change"), at: start)
    }
    return change
  }

  private func change(of fields: Fields) -> Change? {
    func text(_ key: String) -> String? { fields.texts[key] }
    switch text("change") {
    case "founded":
      guard let name = text("office"), let district = text("district"), let policy = text("policy") else {
        return nil
      }
      return .founded(.init(name: name, district: district, policy: policy))
    case "operator-added":
      guard let name = text("name"), let role = text("role").flatMap(Operator.Role.init(rawValue:)) else {
        return nil
      }
      return .operatorAdded(.init(name: name, role: role, login: text("login")))
    case "applicant-entered": return fields.applicant.map(Change.applicantEntered)
    case "applicant-changed": return fields.applicant.map(Change.applicantChanged)
    case "filing-changed": return fields.filing.map(Change.filingChanged)
    case "filing-received":
      guard let filing = fields.filing, let facts = facts(fields.facts) else { return nil }
      return .filingReceived(filing, facts)
    case "filing-taken-over":
      guard let filing = fields.filing, let facts = facts(fields.facts) else { return nil }
      return .filingTakenOver(filing, facts)
    case "reading-chosen":
      guard let reading = text("reading"), let option = text("option"), let note = text("note") else {
        return nil
      }
      return .readingChosen(reading: reading, option: option, note: note)
    case "policy-adopted":
      guard let id = text("id"), let hash = text("hash"), let note = text("note") else { return nil }
      return .policyAdopted(id: id, hash: hash, note: note)
    default: return nil
    }
  }

  private func facts(_ texts: [String: String]?) -> FactsAtReceipt? {
    guard let kind = texts?["kind"].flatMap(ApplicantKind.init(rawValue:)), let district = texts?["district"],
      let family = texts?["family"]
    else { return nil }
    return FactsAtReceipt(kind: kind, district: district, family: family)
  }

  private mutating func texts() throws(JSONError) -> [String: String] {
    var texts: [String: String] = [:]
    try cases.reader.beginObject()
    while let key = try cases.reader.nextKey() { texts[key] = try cases.reader.string() }
    return texts
  }

  // What the journal holds was checked before it was written: here a record only has to be readable.

  private mutating func applicant() throws(JSONError) -> Applicant? {
    cases.applicants.removeAll(keepingCapacity: true)
    try cases.readApplicant()
    guard let read = cases.applicants.first else { return nil }
    return try? cases.applicant(read)
  }

  private mutating func filing() throws(JSONError) -> Filing? {
    cases.filings.removeAll(keepingCapacity: true)
    try cases.readFiling()
    guard let read = cases.filings.first else { return nil }
    return try? cases.filing(read)
  }
}
