import CaseModel

/// The file that answers an old ledger: its rows as they were, each with what became of it (`结果`), why (`理由`) and
/// under which receipt number it stands (`编号`).
///
/// It can be corrected and taken in again: rows are known by their receipt numbers, and the three columns are
/// written anew. Rows above the headings are left out. UTF-8 with a byte order mark.
public struct OldLedgerResultFile: Sendable {
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

  private static let own = ["结果", "理由", "编号"]
  private let kept: [Int]
  private let headings: [String]
  private var lines: [String] = []

  public init(_ sheet: OldLedgerSheet) {
    kept = sheet.columns.indices.filter { !Self.own.contains(sheet.columns[$0].heading) }
    headings = kept.map { sheet.columns[$0].heading }
  }

  public mutating func add(_ record: TableRecord, _ answer: Answer) {
    let cells = kept.map { record.cells.indices.contains($0) ? CellText.clean(record.cells[$0]) : "" }
    // Cells beyond the headings are what is wrong with the row: they stay in sight behind the last one.
    let surplus = record.cells.dropFirst((kept.max() ?? -1) + 1).map(CellText.clean).filter { !$0.isEmpty }
    let fields = cells + [answer.result, answer.reason, answer.receipt] + (surplus.isEmpty ? [] : surplus)
    lines.append(SpreadsheetText.line(fields.map(SpreadsheetText.guarded)))
  }

  public var bytes: [UInt8] {
    let heading = SpreadsheetText.line((headings + Self.own).map(SpreadsheetText.guarded))
    return SpreadsheetText.byteOrderMark + Array((heading + lines.joined()).utf8)
  }
}
