import CaseModel

/// What answers an old ledger: its rows as they were, each with what became of it (`结果`), why (`理由`) and under
/// which receipt number it stands (`编号`).
///
/// Kept as a table it can be corrected and taken in again: rows are known by their receipt numbers, and the three
/// columns are written anew. Rows above the headings are left out; a unit that they say for all sums stands in the
/// headings of these.
public struct OldLedgerResult: Sendable {
  /// What became of a row.
  public struct Answer: Hashable, Sendable {
    public var result: String
    public var reason: String
    public var receipt: String

    public init(result: String, reason: String = "", receipt: String = "") {
      self.result = result
      self.reason = reason
      self.receipt = receipt
    }
  }

  public struct Column: Hashable, Sendable {
    public var heading: String
    public var content: OldLedgerSheet.Content
  }

  private static let own = ["结果", "理由", "编号"]
  private let kept: [Int]
  /// Where the ledger itself has receipt numbers under our heading.
  private let receipts: Int?
  public let columns: [Column]
  /// The texts of each row; one that has more cells than columns has them behind the last one.
  public private(set) var rows: [[String]] = []

  public init(_ sheet: OldLedgerSheet) {
    kept = sheet.columns.indices.filter { !Self.own.contains(sheet.columns[$0].heading) }
    receipts = sheet.columns.firstIndex { $0.heading == "编号" }
    columns =
      kept.map { Column(heading: Self.heading(sheet.columns[$0]), content: sheet.columns[$0].content) }
      + Self.own.map { Column(heading: $0, content: .text) }
  }

  /// Without the line above it a heading must say its unit itself.
  private static func heading(_ column: OldLedgerSheet.Column) -> String {
    let isSaid = column.content != .money || MoneyUnit.inHeading(column.heading) ?? .yuan == column.unit
    return isSaid ? column.heading : "\(column.heading)（\(column.unit.rawValue)）"
  }

  public mutating func add(_ record: TableRow, _ answer: Answer) {
    let cells = kept.map { record.cells.indices.contains($0) ? CellText.clean(record.cells[$0]) : "" }
    // Cells beyond the headings are what is wrong with the row: they stay in sight behind the last one.
    let surplus = record.cells.dropFirst((kept.max() ?? -1) + 1).map(CellText.clean).filter { !$0.isEmpty }
    // A row that was not taken keeps the number it bears.
    let own = receipts.flatMap { record.cells.indices.contains($0) ? CellText.clean(record.cells[$0]) : nil }
    let receipt = answer.receipt.isEmpty ? own ?? "" : answer.receipt
    rows.append(cells + [answer.result, answer.reason, receipt] + surplus)
  }
}
