public import Workbooks

extension LongTable {
  /// The table as a workbook (`.xlsx`).
  ///
  /// - Parameter office: stands at the foot of every printed page.
  public func workbook(office: String) throws(WorkbookWriterError) -> [UInt8] {
    try WorkbookForm.bytes([self], foot: office)
  }
}

extension ReportTable {
  /// The table as a workbook (`.xlsx`); with `since` a second sheet says how it differs from the same report now.
  public func workbook(office: String, since: ReportTable? = nil) throws(WorkbookWriterError) -> [UInt8] {
    try WorkbookForm.bytes([LongTable(self)] + (since.map { [LongTable($0)] } ?? []), foot: office)
  }
}
