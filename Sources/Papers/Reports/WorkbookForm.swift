import CaseModel
import Cells
import Wording
import Workbooks

/// Tables as the sheets of a workbook: words and numbers of patents, accounts and codes as text, sums of money as
/// numbers with two decimals, days as days, sums by formula.
enum WorkbookForm {
  /// Rows whose texts say how wide a column is to be.
  private static let measured = 2000
  /// The most a column takes, in columns of a terminal.
  private static let widest = 60

  static func bytes(_ tables: [LongTable], foot: String) throws(WorkbookWriterError) -> [UInt8] {
    let writer = try WorkbookWriter()
    for table in tables { try write(table, foot: foot, into: writer) }
    return try writer.finish()
  }

  private static func write(
    _ table: LongTable, foot: String, into writer: WorkbookWriter
  ) throws(WorkbookWriterError) {
    let beginning = (0..<min(table.count, measured)).map { table.row($0) }
    try writer.begin(
      WorkbookSheet(
        name: table.title, title: table.title, foot: foot, columns: columns(table, beginning)))
    var sums = RunningSums(columns: table.columns.count)
    for number in 0..<table.count {
      let row = number < beginning.count ? beginning[number] : table.row(number)
      // The headings stand in the first row of the sheet.
      let place = number + 2
      if row.isTotal {
        try writer.add(sums.total(row, place), isTotal: true)
      } else {
        sums.add(row, place)
        try writer.add(row.cells.map(\.forWorkbook))
      }
    }
    if let total = sums.total(of: table.columns) { try writer.add(total, isTotal: true) }
    guard !table.notes.isEmpty else { return }
    try writer.add([])
    for note in table.notes { try writer.add([.text(PlainText.clean(note))]) }
  }

  private static func columns(_ table: LongTable, _ rows: [ReportTable.Row]) -> [WorkbookSheet.Column] {
    table.columns.enumerated().map { place, column in
      var width = Text.columns(of: column.heading, on: .paper)
      for row in rows where row.cells.indices.contains(place) {
        width = max(width, Text.columns(of: row.cells[place].inWorkbook, on: .paper))
      }
      // Rows that were not measured may hold larger sums, which would not be shown at all.
      if column.isNumber, table.count > rows.count || column.isSummed { width = max(width, 16) }
      // A Chinese sign is a little wider than two digits.
      let room = 1.1 * Double(min(max(width, 4), widest)) + 2
      return WorkbookSheet.Column(PlainText.clean(column.heading), width: room, isNumber: column.isNumber)
    }
  }
}

extension ReportTable.Cell {
  /// As it is shown in a workbook.
  fileprivate var inWorkbook: String {
    if case .share(let part, let whole) = self { return ShareBar(part, of: whole)?.percentage ?? "" }
    return shown
  }

  /// What a workbook holds of it.
  var forWorkbook: WorkbookCell {
    switch self {
    case .blank: .blank
    case .text(let text): text.isEmpty ? .blank : .text(PlainText.clean(text))
    case .count(let count): .count(count)
    case .pieces, .decimal: .text(shown)
    case .day(let day): day.spreadsheetDay.map { .day($0) } ?? .text(day.description)
    case .money(let sum): sum.yuan.map { .money($0) } ?? .text(shown)
    case .difference(let sum): sum.yuan.map { .difference($0) } ?? .text(shown)
    case .share(let part, let whole):
      ShareBar(part, of: whole).map { .share(Double($0.tenths) / 1000) } ?? .blank
    }
  }
}

extension MoneyTotal {
  /// Yuan as a spreadsheet keeps them; nil beyond the fifteen digits that it keeps.
  fileprivate var yuan: Double? { fen.magnitude < 1_000_000_000_000_000 ? Double(Int64(fen)) / 100 : nil }
}

extension CivilDate {
  /// How spreadsheets count the day; nil before March 1900, where they count a day that there never was.
  fileprivate var spreadsheetDay: Int? {
    guard let first = CivilDate(year: 1900, month: 3, day: 1), self >= first else { return nil }
    return first.days(to: self) + 61
  }
}
