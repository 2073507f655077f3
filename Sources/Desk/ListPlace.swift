import Cells

/// Where the cursor stands in a list, `n/m`, at the right of a heading.
struct ListPlace {
  private let text: String

  init(_ list: ListState, count: Int) { text = "\(count == 0 ? 0 : list.chosen + 1)/\(count)" }

  /// Columns.
  var width: Int { Text.columns(of: text) }

  func draw(into pane: inout Grid, row: Int) {
    pane.write(text, row: row, column: max(0, pane.columns - 1 - width), width: width, style: .dim)
  }
}
