import Papers
import Workbooks

/// The file in which each row of an imported table is answered: a workbook where a workbook was read, else CSV.
struct ResultFile {
  let path: String
  private let isWorkbook: Bool

  /// The file that somebody named; where it is to be a workbook and none can be written here, that is said at once.
  init(named path: String) throws {
    self.path = path
    isWorkbook = path.lowercased().hasSuffix(".xlsx")
    guard isWorkbook, !WorkbookWriter.isInstalled else { return }
    throw WorkbookWriterError.notInstalled(package: WorkbookWriter.package)
  }

  /// A free name beside the file that was read; nil for standard input.
  init?(beside file: String, wasWorkbook: Bool) {
    isWorkbook = wasWorkbook && WorkbookWriter.isInstalled
    guard let path = NewFile.free(beside: file, ending: isWorkbook ? "-结果.xlsx" : "-结果.csv") else {
      return nil
    }
    self.path = path
  }

  /// Makes it, empty, before anything is saved: where it can't be written the clerk learns so in time.
  func make() throws { try NewFile.write([], to: path) }

  func write(_ table: LongTable) throws { try NewFile.write(bytes(table), to: path) }

  /// Fills the file that `make` has made.
  func fill(_ table: LongTable) throws { try NewFile.fill(bytes(table), path) }

  private func bytes(_ table: LongTable) throws -> [UInt8] {
    try isWorkbook ? table.workbook(office: "") : table.csv
  }
}
