public import Workbooks

/// Why a file is no table that can be read.
public enum TableMistake: Error, Hashable, Sendable {
  /// The file is neither UTF-8 nor UTF-16, and this machine can't read GB18030.
  case noChineseTable
  case workbook(WorkbookError)
  /// A workbook of before 2007 (`.xls`), of WPS (`.et`), or one with a password.
  case oldWorkbook
  /// Our own interchange file, which is no table.
  case interchangeFile
  /// A web page that bears a spreadsheet's name.
  case webPage
  /// Several sheets hold cells: their names.
  case severalSheets([String])
}

/// The cells of a table that somebody brings, of whatever kind its file is.
struct TableFile {
  var encoding: TableEncoding
  /// How many places could not be read.
  var unreadable = 0
  /// Those that hold something; the line is the row of a workbook.
  var records: [TableRow]
  /// The sheet that was read, of a workbook.
  var sheet: String?
  /// Rows that the workbook does not show, which are read like others.
  var hiddenRows = 0
  /// Cells that were made one downwards: the lines and the column.
  var merges: [(lines: ClosedRange<Int>, column: Int)] = []

  /// Reads a file by what it begins with.
  ///
  /// - Parameter sheet: which sheet of a workbook; needed where several hold cells.
  init(_ bytes: [UInt8], sheet: String? = nil) throws(TableMistake) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldWorkbook }
    if Workbook.isArchive(bytes) {
      self = try Self.workbook(bytes, sheet)
      return
    }
    guard let text = DecodedTable(bytes) else { throw .noChineseTable }
    let beginning = String(decoding: text.utf8.prefix(512), as: UTF8.self).lowercased()
    if beginning.contains("<html") || beginning.contains("<table") || beginning.contains("<workbook") {
      throw .webPage
    }
    if beginning.first(where: { !$0.isWhitespace }) == "{", beginning.contains("zizhu-cases/") {
      throw .interchangeFile
    }
    encoding = text.encoding
    unreadable = text.unreadable
    records = Self.records(text.utf8)
  }

  /// The records of separated values in UTF-8.
  static func records(_ utf8: [UInt8], separator: UInt8? = nil) -> [TableRow] {
    var reader = TableReader(utf8, separator: separator)
    var records: [TableRow] = []
    while let record = reader.next() {
      if !record.isBlank { records.append(record) }
    }
    return records
  }

  private init(_ sheet: Worksheet) {
    encoding = .workbook
    self.sheet = sheet.name
    hiddenRows = sheet.hiddenRows
    records = sheet.rows.map { TableRow(line: $0.number, cells: $0.cells) }.filter { !$0.isBlank }
    merges = sheet.merges.filter { $0.rows.count > 1 }.map { ($0.rows, $0.columns.lowerBound) }
  }

  private static func workbook(_ bytes: [UInt8], _ name: String?) throws(TableMistake) -> TableFile {
    var sheets: [Worksheet] = []
    do throws(WorkbookError) {
      let book = try Workbook(bytes)
      for name in name.map({ [$0] }) ?? book.sheets {
        let sheet = try book.sheet(name)
        if !sheet.rows.isEmpty { sheets.append(sheet) }
      }
    } catch {
      throw .workbook(error)
    }
    guard sheets.count <= 1 else { throw .severalSheets(sheets.map(\.name)) }
    return TableFile(sheets.first ?? Worksheet(name: name ?? ""))
  }
}
