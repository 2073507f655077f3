public import CaseModel
import Wording

/// Yearly cap sheet 年度限额表: how far each shared cap is used, and for the holders asked for, by whom, in the order
/// in which they were served.
public struct CapSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var cap: String
    public var article: String
    public var holder: String
    public var limit: Money
    /// Whether limit, `left`, `over` and the room of each use are in pieces, `Cap.onePiece` for each.
    public var isInPieces: Bool
    public var requested: MoneyTotal
    public var recommended: MoneyTotal
    public var committed: MoneyTotal
    public var paid: MoneyTotal
    public var returned: MoneyTotal
    public var left: Money
    public var over: MoneyTotal
    /// Who used the room, where the sheet is to show it.
    public var uses: [Use]
  }

  public struct Use: Hashable, Sendable {
    public var filing: String
    public var applicant: String
    public var received: CivilDate
    /// Whether the amount is decided; those are served first.
    public var isDecided: Bool
    /// Whether the room is in pieces.
    public var isInPieces: Bool
    public var roomBefore: Money
    public var amount: Money
    public var roomAfter: Money
  }

  public var year: Int
  public var rows: [Row]
}

extension CapSheet: Sheet {
  static let fields: [TemplateField<CapSheet>] = [
    .text("year", "年度") { String($0.year) },
    .list("rows", "各项限额", Row.fields) { sheet in sheet.rows.enumerated().map { ($0 + 1, $1) } },
    .tableLines { $0.table },
    .list("details", "逐件使用情况（只在指明享受者时）", Row.detailFields) { sheet in
      sheet.rows.filter { !$0.uses.isEmpty }
    },
  ]

  var table: ReportTable? {
    ReportTable(
      title: "\(year) \(PrintedPaper.capSheet.title)",
      columns: [
        .init("cap", "限额"), .init("article", "条款"), .init("holder", "享受者"),
        .init("limit", "上限", isNumber: true), .init("requested", "申请", isNumber: true),
        .init("recommended", "拟资助", isNumber: true), .init("committed", "已审定", isNumber: true),
        .init("paid", "已拨付", isNumber: true), .init("returned", "已追回", isNumber: true),
        .init("left", "余额", isNumber: true), .init("over", "超出", isNumber: true),
      ],
      rows: rows.map { row in
        .init([
          .text(row.cap), .text(Labels.articleName(row.article)), .text(row.holder),
          .figure(MoneyTotal(row.limit), isInPieces: row.isInPieces),
          .money(row.requested), .money(row.recommended), .money(row.committed), .money(row.paid),
          .money(row.returned), .figure(MoneyTotal(row.left), isInPieces: row.isInPieces),
          .figure(row.over, isInPieces: row.isInPieces),
        ])
      })
  }

  var textTables: [ReportTable] {
    (table.map { [$0] } ?? []) + rows.filter { !$0.uses.isEmpty }.map(\.table)
  }
}

extension CapSheet.Row {
  fileprivate static let common: [TemplateField<Self>] = [
    .text("cap", "限额名称") { $0.cap },
    .text("article", "条款") { Labels.articleName($0.article) },
    .text("holder", "享受者") { $0.holder },
    .text("limit", "上限") { CapWording.figure($0.limit, isInPieces: $0.isInPieces) },
    .text("left", "余额") { CapWording.figure($0.left, isInPieces: $0.isInPieces) },
    .text("over", "超出上限的金额或件数；没有超出时没有") { row in
      row.over > .zero ? CapWording.figure(row.over, isInPieces: row.isInPieces) : nil
    },
    .text("overNamed", "超出上限多少，带单位；没有超出时没有") { row in
      row.over > .zero ? CapWording.named(row.over, isInPieces: row.isInPieces) : nil
    },
  ]

  fileprivate static let fields: [TemplateField<(number: Int, row: Self)>] =
    common.map { field in TemplateField(name: field.name) { field.value($0.row) } } + [
      .text("number", "序号") { String($0.number) },
      .text("requested", "申请：限额之前的应资助额") { MoneyWording.grouped($0.row.requested) },
      .text("recommended", "拟资助：尚未审定") { MoneyWording.grouped($0.row.recommended) },
      .text("committed", "已审定，尚未拨付") { MoneyWording.grouped($0.row.committed) },
      .text("paid", "已拨付") { MoneyWording.grouped($0.row.paid) },
      .text("returned", "已追回") { MoneyWording.grouped($0.row.returned) },
    ]

  fileprivate static let detailFields: [TemplateField<Self>] =
    common + [
      .list("uses", "逐件", CapSheet.Use.fields) { row in row.uses.enumerated().map { ($0 + 1, $1) } },
      .tableLines("useTable") { $0.table },
    ]

  fileprivate var table: ReportTable {
    ReportTable(
      title: cap,
      columns: [
        .init("number", "次序", isNumber: true), .init("filing", "收件编号"), .init("applicant", "申请人"),
        .init("received", "收件日期"), .init("decided", "审定"), .init("roomBefore", "此前余额", isNumber: true),
        .init("amount", "资助额", isNumber: true), .init("roomAfter", "此后余额", isNumber: true),
      ],
      rows: uses.enumerated().map { index, use in
        .init([
          .count(index + 1), .text(use.filing), .text(use.applicant), .day(use.received),
          .text(use.isDecided ? "已审定" : "未审定"),
          .figure(MoneyTotal(use.roomBefore), isInPieces: use.isInPieces), .money(use.amount),
          .figure(MoneyTotal(use.roomAfter), isInPieces: use.isInPieces),
        ])
      })
  }
}

extension CapSheet.Use {
  fileprivate static let fields: [TemplateField<(number: Int, use: Self)>] = [
    .text("number", "次序") { String($0.number) },
    .text("filing", "收件编号") { $0.use.filing },
    .text("applicant", "申请人") { $0.use.applicant },
    .text("received", "收件日期") { $0.use.received.description },
    .text("decided", "已审定、未审定") { $0.use.isDecided ? "已审定" : "未审定" },
    .text("roomBefore", "此前余额") { CapWording.figure($0.use.roomBefore, isInPieces: $0.use.isInPieces) },
    .text("amount", "资助额") { MoneyWording.grouped($0.use.amount) },
    .text("roomAfter", "此后余额") { CapWording.figure($0.use.roomAfter, isInPieces: $0.use.isInPieces) },
  ]
}
