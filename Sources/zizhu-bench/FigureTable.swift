/// Figures as a table: a column for each store, in brackets how many times its base a figure is.
enum FigureTable {
  private static let width = 18

  static func text(_ stores: [Figures], rows: [FigureRow] = FigureRow.all) -> String {
    let labels = rows.map { label(of: $0) }
    let labelWidth = (labels.map(\.count).max() ?? 0) + 1
    var text = ""
    for (row, label) in zip(rows, labels) {
      text += label + String(repeating: " ", count: labelWidth - label.count)
      for store in stores { text += right(cell(row, store)) }
      if stores.count > 1 { text += right(growth(row, stores)) }
      while text.last == " " { text.removeLast() }
      text += "\n"
    }
    return text
  }

  private static func label(of row: FigureRow) -> String {
    row.label + (row.second == nil ? "" : ", p50 / p99") + row.unit.suffix
  }

  private static func cell(_ row: FigureRow, _ figures: Figures) -> String {
    guard let value = figures[row.name] else { return "-" }
    var cell = row.unit.shown(value)
    if let second = row.second.flatMap({ figures[$0] }) { cell += " / " + row.unit.shown(second) }
    if let ratio = figures[row.name + "-ratio"] { cell += " (\(Figures.decimals(ratio, 2))x)" }
    return cell
  }

  /// How many times the store before it the last one has or takes; the first row says what the column is.
  private static func growth(_ row: FigureRow, _ stores: [Figures]) -> String {
    if row.name == "filings" { return "last : one before" }
    guard let growth = stores.last?[row.name + "-growth"] else { return "" }
    return Figures.decimals(growth, 2) + "x"
  }

  private static func right(_ cell: String) -> String {
    String(repeating: " ", count: max(1, width - cell.count)) + cell
  }
}
