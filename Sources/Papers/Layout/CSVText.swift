import CaseModel

/// A table as a spreadsheet opens it (`SpreadsheetText`). Sums and counts go without a guard: a sheet must be able to
/// add them up.
enum CSVText {
  static func bytes(_ table: LongTable) -> [UInt8] {
    var bytes = SpreadsheetText.byteOrderMark
    bytes += SpreadsheetText.line(table.columns.map { SpreadsheetText.guarded($0.heading) }).utf8
    for number in 0..<table.count {
      bytes += SpreadsheetText.line(table.row(number).cells.map(value)).utf8
    }
    return bytes
  }

  private static func value(_ cell: ReportTable.Cell) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): SpreadsheetText.guarded(PlainText.clean(text))
    case .count(let count): String(count)
    // A column of sums holds pieces as words, so that nobody adds them up with yuan.
    case .pieces: SpreadsheetText.guarded(cell.shown)
    case .decimal(let figure): figure
    case .day(let day): SpreadsheetText.guarded(day.description)
    case .money(let sum), .difference(let sum): sum.description
    case .share(let part, let whole): ShareBar(part, of: whole)?.percentage ?? ""
    }
  }
}
