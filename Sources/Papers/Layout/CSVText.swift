import CaseModel

/// A table as a spreadsheet opens it (`SpreadsheetText`). Sums and counts go without a guard: a sheet must be able to
/// add them up.
enum CSVText {
  static func bytes(_ table: ReportTable) -> [UInt8] {
    let heading = SpreadsheetText.line(table.columns.map { SpreadsheetText.guarded($0.heading) })
    let rows = table.rows.map { row in SpreadsheetText.line(row.cells.map(value)) }
    return SpreadsheetText.byteOrderMark + Array(([heading] + rows).joined().utf8)
  }

  private static func value(_ cell: ReportTable.Cell) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): SpreadsheetText.guarded(PlainText.clean(text))
    case .count(let count): String(count)
    case .money(let sum), .difference(let sum): sum.description
    case .share(let part, let whole): ShareBar(part, of: whole)?.percentage ?? ""
    }
  }
}
