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
  static let applicantKeys = Applicant.Field.allCases.filter { $0 != .id }.map(\.rawValue)

  public static func amended(
    _ filing: Filing, by bytes: [UInt8], item: Item
  ) throws(CaseFileError) -> Filing {
    try reading(or: CaseFileError.self) {
      let record = try JSONMembers(bytes)
      try record.hold([], or: filingKeys)
      var amended = filing
      if let text: String = try record.optional("received") {
        do throws(FieldMistake) { try amended.put(text, in: .received) } catch {
          throw CaseFileError(.init(error, "received"), location: try record.location(of: "received"))
        }
      }
      for (name, input, place) in try record.pairs("inputs", of: PlainInput.self) ?? [] {
        try check(name, item, record.location(at: place))
        if let index = amended.inputs.firstIndex(where: { $0.name == name }) {
          amended.inputs[index].value = input.raw
        } else {
          amended.inputs.append(.init(name, input.raw))
        }
      }
      for (name, reason, place) in try record.pairs("overrides", of: NullableText.self) ?? [] {
        if !Filing.otherOverrides.contains(name) { try check(name, item, record.location(at: place)) }
        amended.overrides.removeAll { $0.input == name }
        if let reason = reason.text { amended.overrides.append(.init(name, reason: reason)) }
      }
      return amended
    }
  }

  public static func amended(_ applicant: Applicant, by bytes: [UInt8]) throws(CaseFileError) -> Applicant {
    try reading(or: CaseFileError.self) {
      let record = try JSONMembers(bytes)
      try record.hold([], or: applicantKeys)
      var amended = applicant
      for field in Applicant.Field.allCases where record.has(field.rawValue) {
        let text: String? = try record.nullable(field.rawValue)
        do throws(FieldMistake) { try amended.put(text, in: field) } catch {
          throw CaseFileError(
            .init(error, field.rawValue), location: try record.location(of: field.rawValue))
        }
      }
      return amended
    }
  }

  /// The item asks for an input of this name.
  private static func check(_ name: String, _ item: Item, _ place: JSONLocation) throws {
    guard item.input(name) == nil else { return }
    let nearest = nearestWord(to: name, among: item.inputs.map(\.id))
    throw CaseFileError(.unknownInput(name, nearest: nearest), location: place)
  }
}
