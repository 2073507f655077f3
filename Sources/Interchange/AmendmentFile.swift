public import CaseModel
import JSONText
public import SubsidyRules

/// A change of one filing or applicant, as `zizhu amend` takes it: one JSON object with the keys of the interchange
/// file that are to change.
///
/// Of a filing `received`, `inputs` and `overrides`, in which only the inputs named change (null takes one away); of
/// an applicant anything but its id (null takes it away, where it may be missing). Another key refuses the whole.
public enum AmendmentFile {
  static let filingKeys = ["received", "inputs", "overrides"]
  static let applicantKeys = CaseFileReader.ApplicantKey.allCases.map(\.rawValue).filter { $0 != "id" }

  public static func amended(
    _ filing: Filing, by bytes: [UInt8], item: Item
  ) throws(CaseFileError) -> Filing {
    var reader = JSONReader(bytes)
    let members = try object(&reader, known: filingKeys)
    var amended = filing
    for member in members {
      switch (member.key, member.value.value) {
      case ("received", .string(let text)):
        guard let day = CivilDate(text) else { throw error(.badDate("received"), member, reader) }
        amended.received = day
      case ("inputs", .object(let inputs)):
        for input in inputs { try put(input, into: &amended, item, reader) }
      case ("overrides", .object(let overrides)):
        for override in overrides {
          if !Filing.otherOverrides.contains(override.key) { try check(override, item, reader) }
          amended.overrides.removeAll { $0.input == override.key }
          if let reason = try text(override, reader) {
            amended.overrides.append(.init(override.key, reason: reason))
          }
        }
      default:
        let expected: JSONKind = member.key == "received" ? .string : .object
        throw error(.json(.wrongType(expected: expected, found: member.value.kind)), member, reader)
      }
    }
    return amended
  }

  public static func amended(_ applicant: Applicant, by bytes: [UInt8]) throws(CaseFileError) -> Applicant {
    var reader = JSONReader(bytes)
    var amended = applicant
    for member in try object(&reader, known: applicantKeys) {
      let text = try text(member, reader)
      switch member.key {
      case "name": amended.name = text ?? ""
      case "kind":
        guard let kind = ApplicantKind(rawValue: text ?? "") else {
          let nearest = nearestWord(to: text ?? "", among: ApplicantKind.allCases.map(\.rawValue))
          throw error(.unknownKind(text ?? "", nearest: nearest), member, reader)
        }
        amended.kind = kind
      case "district":
        guard let text, !TextFolding.isBlank(text) else { throw error(.missing("district"), member, reader) }
        amended.district = text
      case "parent": amended.parent = text
      case "code": amended.code = text
      case "contact": amended.contact = text
      case "phone": amended.phone = text
      case "bank": amended.bank = text
      case "account": amended.account = text
      default: amended.note = text
      }
    }
    return amended
  }

  // MARK: - Members

  private static func object(
    _ reader: inout JSONReader, known: [String]
  ) throws(CaseFileError) -> [JSONTree.Member] {
    let tree: JSONTree
    do throws(JSONError) {
      tree = try reader.tree()
      try reader.end()
    } catch {
      throw CaseFileError(.json(error.reason), location: error.location)
    }
    guard case .object(let members) = tree.value else {
      throw CaseFileError(
        .json(.wrongType(expected: .object, found: tree.kind)), location: reader.location(of: tree.offset))
    }
    var seen: Set<String> = []
    for member in members {
      let place = reader.location(of: member.keyOffset)
      guard known.contains(member.key) else {
        let nearest = nearestWord(to: member.key, among: known)
        throw CaseFileError(.json(.unknownKey(member.key, nearest: nearest)), location: place)
      }
      guard seen.insert(member.key).inserted else {
        throw CaseFileError(.json(.repeatedKey(member.key)), location: place)
      }
    }
    return members
  }

  private static func put(
    _ member: JSONTree.Member, into filing: inout Filing, _ item: Item, _ reader: JSONReader
  ) throws(CaseFileError) {
    try check(member, item, reader)
    let value: RawInput
    switch member.value.value {
    case .null: value = .null
    case .string(let text): value = .text(text)
    case .bool(let flag): value = .flag(flag)
    case .number(let text): value = Int(text).map(RawInput.count) ?? .other(text)
    case .array, .object:
      throw error(.json(.wrongType(expected: .string, found: member.value.kind)), member, reader)
    }
    let input = Filing.Input(member.key, value)
    if let index = filing.inputs.firstIndex(where: { $0.name == member.key }) {
      filing.inputs[index] = input
    } else {
      filing.inputs.append(input)
    }
  }

  /// The item asks for an input of this name.
  private static func check(
    _ member: JSONTree.Member, _ item: Item, _ reader: JSONReader
  ) throws(CaseFileError) {
    guard item.input(member.key) == nil else { return }
    let nearest = nearestWord(to: member.key, among: item.inputs.map(\.id))
    throw CaseFileError(
      .unknownInput(member.key, nearest: nearest), location: reader.location(of: member.keyOffset))
  }

  /// A text, or nil for null.
  private static func text(
    _ member: JSONTree.Member, _ reader: JSONReader
  ) throws(CaseFileError) -> String? {
    switch member.value.value {
    case .null: return nil
    case .string(let text): return text
    default: throw error(.json(.wrongType(expected: .string, found: member.value.kind)), member, reader)
    }
  }

  private static func error(
    _ reason: CaseFileError.Reason, _ member: JSONTree.Member, _ reader: JSONReader
  ) -> CaseFileError {
    CaseFileError(reason, location: reader.location(of: member.value.offset))
  }
}
