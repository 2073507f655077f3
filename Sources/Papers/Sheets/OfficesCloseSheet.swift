public import CaseModel
public import Wording

/// Sheet of a year's end over a city's offices 各局结账表: how each stands with it, what it has and what the city counts of
/// it, and the head that its own seal names, for whoever accepts it from paper.
public struct OfficesCloseSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var code: String
    public var name: String
    public var stand: CloseWording.Stand
    public var filings: Int
    /// What of it the city counts.
    public var counted: Int
    /// Before shared caps, by the office itself.
    public var claimed: MoneyTotal
    /// What is decided there and paid, less what came back.
    public var committed: MoneyTotal
    /// With which its seal ends; nil while it has not closed the year.
    public var head: String?

    public init(
      code: String, name: String, stand: CloseWording.Stand, filings: Int, counted: Int,
      claimed: MoneyTotal, committed: MoneyTotal, head: String?
    ) {
      (self.code, self.name, self.stand) = (code, name, stand)
      (self.filings, self.counted) = (filings, counted)
      (self.claimed, self.committed, self.head) = (claimed, committed, head)
    }
  }

  public var year: Int
  public var rows: [Row]
  /// Of the city's own seal; nil while the year is not sealed.
  public var head: String?

  private func sum(_ value: (Row) -> MoneyTotal) -> MoneyTotal { rows.reduce(.zero) { $0 + value($1) } }
  private func count(_ value: (Row) -> Int) -> Int { rows.reduce(0) { $0 + value($1) } }
}

extension OfficesCloseSheet: Sheet {
  static let fields: [TemplateField<OfficesCloseSheet>] = [
    .text("year", "年度") { String($0.year) },
    .list("rows", "各局", Row.fields) { $0.rows },
    .text("offices", "局数") { String($0.rows.count) },
    .text("accepted", "已接受的局数") { sheet in String(sheet.count { $0.stand == .accepted ? 1 : 0 }) },
    .text("count", "合计件数") { sheet in String(sheet.count(\.filings)) },
    .text("counted", "合计市局计入") { sheet in String(sheet.count(\.counted)) },
    .text("claimed", "合计申请") { sheet in MoneyWording.grouped(sheet.sum(\.claimed)) },
    .text("committed", "合计净额") { sheet in MoneyWording.grouped(sheet.sum(\.committed)) },
    .text("head", "市局封存的日志链头；没有封存时没有") { $0.head },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    ReportTable(
      title: "\(year) \(PrintedPaper.officesClose.title)",
      columns: [
        .init("code", "局"), .init("name", "名称"), .init("stand", "结算"), .init("filings", "件数", isNumber: true),
        .init("counted", "计入", isNumber: true), .init("claimed", "申请", isNumber: true),
        .init("committed", "净额", isNumber: true), .init("head", "链头").asDetail,
      ],
      rows: rows.map { row in
        .init([
          .text(row.code), .text(row.name), .text(row.stand.rawValue), .count(row.filings),
          .count(row.counted),
          .money(row.claimed), .money(row.committed), .text(row.head ?? ""),
        ])
      } + [
        .init(
          [
            .blank, .text("合计"), .blank, .count(count(\.filings)), .count(count(\.counted)),
            .money(sum(\.claimed)), .money(sum(\.committed)), .blank,
          ], isTotal: true)
      ])
  }
}

extension OfficesCloseSheet.Row {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("code", "局的代码") { $0.code },
    .text("name", "局的名称") { $0.name },
    .text("stand", "结算到哪一步") { $0.stand.rawValue },
    .text("filings", "件数，县局的") { String($0.filings) },
    .text("rowCounted", "市局计入的件数") { String($0.counted) },
    .text("rowClaimed", "申请：限额之前的应资助额") { MoneyWording.grouped($0.claimed) },
    .text("rowCommitted", "净额：已审定和已拨付，减去追回") { MoneyWording.grouped($0.committed) },
    .text("officeHead", "它的封存表上的链头；没有结算时没有") { $0.head },
  ]
}
