/// Why a workbook was not written.
public enum WorkbookWriterError: Error, Hashable, Sendable {
  /// The library that writes workbooks is not there; the package that brings it.
  case notInstalled(package: String)
  /// More rows than a sheet takes (1 048 576).
  case tooManyRows
  /// There was no place for it, or it did not come out whole.
  case notWritten
}
