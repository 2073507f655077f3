/// A table whose rows are made as they are written: those of a large office do not fit beside it.
public struct LongTable: Sendable {
  public var title: String
  public var columns: [ReportTable.Column]
  /// How many rows there are.
  public var count: Int
  public var notes: [String] = []
  /// The row at a place counted from 0.
  let row: @Sendable (Int) -> ReportTable.Row

  public init(
    title: String, columns: [ReportTable.Column], count: Int,
    row: @escaping @Sendable (Int) -> ReportTable.Row
  ) {
    self.title = title
    self.columns = columns
    self.count = count
    self.row = row
  }

  init(_ table: ReportTable) {
    self.init(title: table.title, columns: table.columns, count: table.rows.count) { table.rows[$0] }
    notes = table.notes
  }

  /// The table as spreadsheet programs open it.
  public var csv: [UInt8] { CSVText.bytes(self) }
}
