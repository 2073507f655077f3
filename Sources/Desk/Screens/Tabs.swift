import Cells

/// Names of views in one row; the one shown stands in brackets.
enum Tabs {
  private static func text(_ label: String, isShown: Bool) -> String { isShown ? "[\(label)]" : " \(label) " }

  /// Draws them and gives the column behind the last.
  @discardableResult
  static func draw(_ labels: [String], shown: Int, into pane: inout Grid, row: Int = 0) -> Int {
    var column = 1
    for (place, label) in labels.enumerated() {
      let isShown = place == shown
      column +=
        pane.write(
          text(label, isShown: isShown), row: row, column: column, style: isShown ? .strong : .dim) + 1
    }
    return column
  }

  /// The place of the tab that stands at a column.
  static func place(at column: Int, _ labels: [String]) -> Int? {
    var from = 1
    for (place, label) in labels.enumerated() {
      let width = Text.columns(of: text(label, isShown: false))
      if (from..<from + width).contains(column) { return place }
      from += width + 1
    }
    return nil
  }
}
