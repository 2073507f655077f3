import CaseModel
import Forms

/// What is checked when a filing is to be saved: a field that can't be read is asked about before it is kept as it was
/// typed, since papers exist that are wrong and have to be received all the same.
extension FilingForm {
  /// The first field that can't be read as it stands; its place among those that take the cursor, and what is wrong.
  func firstProblem(today: CivilDate) -> (place: Int, text: String)? {
    for (index, field) in ([received] + fields).enumerated() where !isOverruled(field) {
      if let problem = field.problem(today: today) { return (index + 2, "\(field.label)：\(problem)") }
    }
    return nil
  }

  /// The names of the first fields where nothing at all is typed in any of a new filing; nil where something is.
  var emptyFields: String? {
    guard !fields.isEmpty, fields.allSatisfy(\.isEmpty) else { return nil }
    return fields.prefix(3).map(\.label).joined(separator: "、")
  }
}
