import CaseModel
public import Casework
import Wording

/// Yearly cap sheet 年度限额表: how far each shared cap is used, and for the holders asked for, by whom, in the order
/// in which they were served.
public struct CapSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var cap: String
    public var article: String
    public var holder: String
    /// Limit, room and the five columns.
    public var ledger: CapLedgerRow
    /// Who used the room, where the sheet is to show it.
    public var uses: [Use]
  }

  public struct Use: Hashable, Sendable {
    public var applicant: String
    public var use: CapLedgerRow.Use
    /// Whether the room is in pieces.
    public var isInPieces: Bool
  }

  public var year: Int
  public var rows: [Row]
}

extension CapSheet: Sheet {
  static let fields: [TemplateField<CapSheet>] = [
    .text("year", "年度") { String($0.year) },
    .list("rows", "各项限额", Row.fields) { $0.rows.numbered },
    .tableLines { $0.table },
    .list("details", "逐件使用情况（只在指明享受者时）", Row.detailFields) { sheet in
      sheet.rows.filter { !$0.uses.isEmpty }
    },
  ]

  var table: ReportTable? {
    ReportTable("\(year) \(PrintedPaper.capSheet.title)", Row.columns, rows)
  }

  var textTables: [ReportTable] {
    (table.map { [$0] } ?? []) + rows.filter { !$0.uses.isEmpty }.map(\.table)
  }
}

extension CapSheet.Row {
  private static let named: [SheetColumn<Self>] = [
    .text("cap", "限额", meaning: "限额名称") { $0.cap },
    .text("article", "条款") { Labels.articleName($0.article) },
    .text("holder", "享受者") { $0.holder },
    .cell("limit", "上限") { .figure(MoneyTotal($0.ledger.limit), isInPieces: $0.ledger.isInPieces) },
  ]

  private static let sums: [SheetColumn<Self>] = [
    .money("requested", "申请", meaning: "申请：限额之前的应资助额") { $0.ledger.requested },
    .money("recommended", "拟资助", meaning: "拟资助：尚未审定") { $0.ledger.recommended },
    .money("committed", "已审定", meaning: "已审定，尚未拨付") { $0.ledger.committed },
    .money("paid", "已拨付") { $0.ledger.paid },
    .money("returned", "已追回") { $0.ledger.returned },
  ]

  private static let room: [SheetColumn<Self>] = [
    .cell("left", "余额") { .figure(MoneyTotal($0.ledger.left), isInPieces: $0.ledger.isInPieces) },
    SheetColumn(
      field: .text("over", "超出上限的金额或件数；没有超出时没有") { row in
        row.ledger.over > .zero ? CapWording.figure(row.ledger.over, isInPieces: row.ledger.isInPieces) : nil
      }, column: .number("over", "超出")
    ) { .figure($0.ledger.over, isInPieces: $0.ledger.isInPieces) },
  ]

  fileprivate static let columns = named + sums + room

  private static let common: [TemplateField<Self>] =
    (named + room).map(\.field) + [
      .text("overNamed", "超出上限多少，带单位；没有超出时没有") { row in
        row.ledger.over > .zero ? CapWording.named(row.ledger.over, isInPieces: row.ledger.isInPieces) : nil
      }
    ]

  fileprivate static let fields: [TemplateField<NumberedRow<Self>>] =
    common.map(numbered) + [.text("number", "序号") { String($0.number) }] + sums.map { numbered($0.field) }

  private static func numbered(_ field: TemplateField<Self>) -> TemplateField<NumberedRow<Self>> {
    TemplateField(name: field.name) { field.value($0.row) }
  }

  fileprivate static let detailFields: [TemplateField<Self>] =
    common + [
      .list("uses", "逐件", CapSheet.Use.columns.map(\.field)) { $0.uses.numbered },
      .tableLines("useTable") { $0.table },
    ]

  fileprivate var table: ReportTable { ReportTable(cap, CapSheet.Use.columns, uses.numbered) }
}

extension CapSheet.Use {
  fileprivate static let columns: [SheetColumn<NumberedRow<Self>>] = [
    .count("number", "次序") { $0.number },
    .text("filing", "收件编号") { $0.row.use.filing },
    .text("applicant", "申请人") { $0.row.applicant },
    .cell("received", "收件日期", isNumber: false) { .day($0.row.use.received) },
    .text("decided", "审定", meaning: "已审定、未审定") { $0.row.use.isDecided ? "已审定" : "未审定" },
    .cell("roomBefore", "此前余额") {
      .figure(MoneyTotal($0.row.use.roomBefore), isInPieces: $0.row.isInPieces)
    },
    .money("amount", "资助额") { MoneyTotal($0.row.use.amount) },
    .cell("roomAfter", "此后余额") { .figure(MoneyTotal($0.row.use.roomAfter), isInPieces: $0.row.isInPieces) },
  ]
}
