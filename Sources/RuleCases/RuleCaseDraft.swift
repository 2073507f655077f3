import CaseModel
import SubsidyRules

/// A filing and its applicant being made from a case's words.
struct RuleCaseDraft {
  var filing: Filing
  var applicant = Applicant(id: "A", name: "申请人", kind: .enterprise, district: "441802")
  var readings: [String: String] = [:]

  init(item: String, id: String) {
    filing = Filing(id: id, item: item, applicant: "A", received: .first)
  }

  mutating func take(_ word: RuleCaseWord, _ reader: RuleCaseReader) throws {
    func known<Value>(_ value: Value?) throws -> Value {
      guard let value else { throw reader.error("\(word.name) can't be \(word.value ?? "nothing")") }
      return value
    }
    switch word.name {
    case "id": filing.id = try known(word.value)
    case "applicant":
      filing.applicant = try known(word.value)
      applicant.id = filing.applicant
      // Units of one name are one.
      applicant.name = "申请人\(filing.applicant)"
    case "kind": applicant.kind = try known(word.value.flatMap(ApplicantKind.init(rawValue:)))
    case "district": applicant.district = try known(word.value)
    case "parent": applicant.parent = word.value
    case "received": filing.received = try known(word.value.flatMap { CivilDate($0) })
    case "status": filing.stage = try known(word.value.flatMap(Stage.init(rawValue:)))
    case "decided": filing.decided = try known(word.value.flatMap { Money($0) })
    case "reclaimed": filing.reclaimed = try known(word.value.flatMap { Money($0) })
    default:
      if word.name.hasPrefix("override.") {
        filing.overrides.append(
          .init(String(word.name.dropFirst("override.".count)), reason: word.value ?? ""))
      } else if word.name.hasPrefix("reading.") {
        readings[String(word.name.dropFirst("reading.".count))] = try known(word.value)
      } else {
        try takeInput(word, reader)
      }
    }
  }

  private mutating func takeInput(_ word: RuleCaseWord, _ reader: RuleCaseReader) throws {
    // A base may state an input that only some of the items of a file have.
    guard let rule = reader.policy.item(filing.item)?.input(word.name) else {
      guard reader.policy.items.contains(where: { $0.input(word.name) != nil }) else {
        throw reader.error("no input \(word.name)")
      }
      return
    }
    filing.inputs.removeAll { $0.name == word.name }
    guard let value = word.value else { return }
    filing.inputs.append(.init(word.name, raw(value, rule.kind)))
  }

  /// A value as a file would state it; what does not fit the kind goes in as it stands.
  private func raw(_ value: String, _ kind: InputRule.Kind) -> RawInput {
    switch kind {
    case _ where value == "null": .null
    case .count, .year: Int(value).map(RawInput.count) ?? .text(value)
    case .flag: value == "yes" ? .flag(true) : value == "no" ? .flag(false) : .text(value)
    default: value.hasPrefix("[") ? .other(value) : .text(value)
    }
  }
}
