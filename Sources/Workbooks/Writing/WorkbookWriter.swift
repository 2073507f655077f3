import CWorkbookWriter
import Folders
import Glibc

/// Writes a workbook (`.xlsx`) row by row: none is kept in memory.
///
/// What it writes lies in a folder that its user alone may read, below `TMPDIR`, until it is whole.
public final class WorkbookWriter {
  /// Rows of one sheet, the headings among them.
  public static let rows = WorkbookLimits.rows

  private let functions: workbook_writer
  /// Where its files lie until it is whole.
  let folder: TemporaryFolder
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let plain: WorkbookStyles
  private let total: WorkbookStyles
  /// Rows of the sheet at hand, and those of them that hold something: the others are not in the file.
  private var count = 0
  private var filled = 0
  /// Of each sheet the rows that hold something.
  private var counts: [Int] = []

  /// Whether workbooks can be written here.
  public static var isInstalled: Bool { workbook_writer_open() != nil }
  /// The package that brings the library.
  public static var package: String { "libxlsxwriter" + String(cString: workbook_writer_number()) }

  public init() throws(WorkbookWriterError) {
    guard let functions = workbook_writer_open()?.pointee else {
      throw .notInstalled(package: Self.package)
    }
    guard let folder = try? TemporaryFolder("zizhu-book") else { throw .notWritten }
    guard let book = workbook_writer_begin(folder.path + "/book.xlsx", folder.path) else {
      folder.remove()
      throw .notWritten
    }
    self.functions = functions
    self.folder = folder
    self.book = book
    plain = WorkbookStyles(functions, book, isTotal: false)
    total = WorkbookStyles(functions, book, isTotal: true)
  }

  deinit {
    if let book { _ = functions.close(book) }
    folder.remove()
  }

  // MARK: - Sheets

  /// Begins a sheet with its headings, which stay in sight and stand on every printed page.
  public func begin(_ new: WorkbookSheet) throws(WorkbookWriterError) {
    endSheet()
    guard let book, let sheet = functions.add_sheet(book, new.name) else { throw .notWritten }
    self.sheet = sheet
    for (place, column) in new.columns.enumerated() {
      _ = functions.set_column(sheet, UInt16(place), UInt16(place), min(column.width, 250), nil)
    }
    _ = functions.freeze(sheet, 1, 0)
    // A4 by its number in the file; as wide as the page, as long as it takes.
    functions.set_paper(sheet, 9)
    if new.isWide { functions.set_landscape(sheet) }
    functions.fit_to_pages(sheet, 1, 0)
    _ = functions.repeat_rows(sheet, 0, 0)
    _ = functions.set_header(sheet, "&C&\"宋体,加粗\"&14" + Self.onPaper(new.title))
    _ = functions.set_footer(sheet, "&L" + Self.onPaper(new.foot) + "&R第 &P 页，共 &N 页")
    // Numbers that are meant as text need no mark in their corner.
    _ = functions.ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    for (place, column) in new.columns.enumerated() {
      try check(functions.write_text(sheet, 0, UInt16(place), Self.fitting(column.heading), plain.heading))
    }
    count = 1
    filled = 1
  }

  /// Adds a row below.
  public func add(_ cells: [WorkbookCell], isTotal: Bool = false) throws(WorkbookWriterError) {
    guard let sheet else { throw .notWritten }
    guard count < Self.rows else { throw .tooManyRows }
    let styles = isTotal ? total : plain
    let row = UInt32(count)
    for (place, cell) in cells.enumerated() {
      let column = UInt16(place)
      if case .sum(let ranges, let value) = cell {
        guard let number = value.number else { throw .notWritten }
        let letters = CellReference.letters(of: place)
        let parts = ranges.map { "\(letters)\($0.lowerBound):\(letters)\($0.upperBound)" }
        let formula = "=SUM(\(parts.joined(separator: ",")))"
        try check(functions.write_formula(sheet, row, column, formula, styles.style(of: value), number))
      } else if case .text(let text) = cell {
        try check(functions.write_text(sheet, row, column, Self.fitting(text), styles.text))
      } else if let number = cell.number {
        try check(functions.write_number(sheet, row, column, number, styles.style(of: cell)))
      }
    }
    count += 1
    if cells.contains(where: { $0 != .blank }) { filled += 1 }
  }

  /// Ends the workbook, looks that it came out whole, and gives it.
  public func finish() throws(WorkbookWriterError) -> [UInt8] {
    endSheet()
    guard let book else { throw .notWritten }
    self.book = nil
    try check(functions.close(book))
    guard let bytes = Self.read(folder.path + "/book.xlsx"), Self.isWhole(bytes, counts) else {
      throw .notWritten
    }
    return bytes
  }

  private func endSheet() {
    if sheet != nil { counts.append(filled) }
    sheet = nil
  }

  private func check(_ error: lxw_error) throws(WorkbookWriterError) {
    guard error == LXW_NO_ERROR else { throw .notWritten }
  }

  // MARK: - Texts and files

  /// Signs that a header takes for orders are doubled; it holds 255 characters.
  private static func onPaper(_ text: String) -> String {
    String(text.prefix(100)).split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }

  /// A cell holds 32 767 characters, and `_x000D_` in it would be read as the sign of that number.
  private static func fitting(_ text: String) -> String {
    let text = text.utf8.contains(UInt8(ascii: "_")) ? EscapedText.escaped(text) : text
    guard text.utf8.count > 32_767, text.unicodeScalars.count > 32_767 else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(32_766))) + "…"
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
    return bytes.count == size ? bytes : nil
  }

  /// The library does not say when the place for its own files ran out: every row must be there again.
  private static func isWhole(_ bytes: [UInt8], _ counts: [Int]) -> Bool {
    guard let archive = try? Archive(bytes, isOurs: true) else { return false }
    for (place, count) in counts.enumerated() {
      guard let part = archive.part("xl/worksheets/sheet\(place + 1).xml") else { return false }
      var rows = 0
      let walk = XMLWalk(part.name, begin: { name, _ in if XMLWalk.is(name, "row") { rows += 1 } })
      guard (try? walk.walk(archive, part)) != nil, rows == count else { return false }
    }
    return true
  }
}
