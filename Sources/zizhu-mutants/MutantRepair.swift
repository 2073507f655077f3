import Interchange
import JSONText

/// Puts right what a change leaves behind elsewhere in the file, so that a dropped condition is a policy without that
/// condition, and not a file that the reader refuses for an input that nothing rests on any more.
enum MutantRepair {
  /// The tree with everything put right that can be; nil where something is wrong that belongs to the change itself.
  static func repaired(_ tree: JSONTree, _ mistakes: PolicyMistakes) -> JSONTree? {
    var repaired = tree
    // From the end, so that the places of what comes before stay as they were told.
    for mistake in mistakes.mistakes.reversed() {
      guard let path = TreePath(mistake.path, in: tree), let edit = edit(for: mistake.reason) else {
        return nil
      }
      repaired = repaired.editing(edit.path(path), edit.change)
    }
    return repaired
  }

  private struct Edit {
    /// From the place of the mistake to the place of the repair.
    var path: (TreePath) -> TreePath = { $0 }
    var change: (JSONTree) -> JSONTree?
  }

  private static func edit(for reason: PolicyMistake.Reason) -> Edit? {
    switch reason {
    // Nothing rests on it any more: it is kept for the record, as its applicants go on stating it.
    case .unusedInput: Edit { $0.setting("record", .flag(true)) }
    case .unusedValue: Edit { _ in nil }
    // The word of a case that is no longer an option.
    case .unknownWord: Edit { _ in nil }
    // A case that is let in is paid as another one is.
    case .casesMissing(let cases):
      Edit { object in
        guard let figure = object.members.first?.value else { return object }
        return cases.reduce(object) { $0.setting($1, figure) }
      }
    case .officeAmountNeedsCeiling:
      Edit(path: \.parent) { item in
        item.setting(
          "unexpressed", .object([("clause", .text("限额")), ("reason", .text("未规定限额"))]))
      }
    default: nil
    }
  }
}
