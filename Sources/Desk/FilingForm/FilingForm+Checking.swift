import CaseModel

/// What is checked when a filing is to be saved: a field that can't be read is asked about before it is kept as it was
/// typed, since papers exist that are wrong and have to be received all the same.
extension FilingForm {
  /// The first field that can't be read as it stands; its place among those that take the cursor, and what is wrong.
  func firstProblem(today: CivilDate) -> (place: Int, text: String)? {
    for (place, field) in fields.fields.enumerated() where !isOverruled(field) {
      if let problem = field.problem(today: today) { return (place, "\(field.label)：\(problem)") }
    }
    return nil
  }

  /// The place of the reason why a new filing of somebody who gets nothing for a time is taken, where it is still to be
  /// given; nil where it is there or nobody asks for it.
  var openBanReason: Int? {
    guard amended == nil else { return nil }
    return fields.fields.firstIndex {
      $0.id == Self.banReason.id && !TextFolding.isReason($0.editor.text)
    }
  }

  /// The names of the first fields where nothing at all is typed in any of a new filing; nil where something is.
  var emptyFields: String? {
    guard !inputs.isEmpty, inputs.allSatisfy(\.isEmpty) else { return nil }
    return inputs.prefix(3).map(\.label).joined(separator: "、")
  }
}
