/// Why a file can't be read as a workbook.
public enum WorkbookError: Error, Hashable, Sendable {
  /// No archive, or one that is cut off or spoiled; the part that can't be read, empty where none can.
  case broken(part: String)
  /// An archive without a workbook in it.
  case noWorkbook
  /// An OpenDocument spreadsheet (`.ods`).
  case openDocument
  /// More than an office's spreadsheet holds: rows, columns, cells, sheets, or what it unpacks to.
  case tooLarge(Limit)
  /// It brings definitions of its own (DTD), which no spreadsheet program writes.
  case hostile(part: String)
  case unknownSheet(String)

  public enum Limit: Hashable, Sendable {
    case rows, columns, cells, sheets, unpacked
    /// It unpacks to more than 200 times its size.
    case ratio
  }
}
