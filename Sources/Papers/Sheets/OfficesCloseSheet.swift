import CaseModel
import Casework
public import Wording

/// Sheet of a year's end over a city's offices 各局结账表: how each stands with it, what it has and what the city counts of
/// it, and the head that its own seal names, for whoever accepts it from paper.
public struct OfficesCloseSheet: Hashable, Sendable {
  public var year: Int
  public var rows: [CloseWording.Row]
  /// Of the city's own seal; nil while the year is not sealed.
  public var head: String?

  private func sum(_ value: (CloseWording.Row) -> MoneyTotal) -> MoneyTotal {
    rows.reduce(.zero) { $0 + value($1) }
  }
  private func count(_ value: (CloseWording.Row) -> Int) -> Int { rows.reduce(0) { $0 + value($1) } }
}

extension OfficesCloseSheet: Sheet {
  static let fields: [TemplateField<OfficesCloseSheet>] = [
    .text("year", "年度") { String($0.year) },
    .list("rows", "各局", CloseWording.Row.columns.map(\.field)) { $0.rows },
    .text("offices", "局数") { String($0.rows.count) },
    .text("accepted", "已接受的局数") { sheet in String(sheet.count { $0.stand == .accepted ? 1 : 0 }) },
    .text("count", "合计件数") { sheet in String(sheet.count(\.sums.filings)) },
    .text("counted", "合计市局计入") { sheet in String(sheet.count(\.counted)) },
    .text("claimed", "合计申请") { sheet in MoneyWording.grouped(sheet.sum(\.sums.total.requested)) },
    .text("committed", "合计净额") { sheet in MoneyWording.grouped(sheet.sum(\.sums.award)) },
    .text("head", "市局封存的日志链头；没有封存时没有") { $0.head },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    ReportTable(
      "\(year) \(PrintedPaper.officesClose.title)", CloseWording.Row.columns, rows,
      total: [
        .blank, .text("合计"), .blank, .count(count(\.sums.filings)), .count(count(\.counted)),
        .money(sum(\.sums.total.requested)), .money(sum(\.sums.award)), .blank,
      ])
  }
}

extension CloseWording.Row {
  fileprivate static let columns: [SheetColumn<Self>] = [
    .text("code", "局", meaning: "局的代码") { $0.code },
    .text("name", "名称", meaning: "局的名称") { $0.name },
    .text("stand", "结算", meaning: "结算到哪一步") { $0.stand.rawValue },
    .count("filings", "件数", meaning: "件数，县局的") { $0.sums.filings },
    .count("counted", "计入", as: "rowCounted", meaning: "市局计入的件数") { $0.counted },
    .money("claimed", "申请", as: "rowClaimed", meaning: "申请：限额之前的应资助额") { $0.sums.total.requested },
    .money("committed", "净额", as: "rowCommitted", meaning: "净额：已审定和已拨付，减去追回") { $0.sums.award },
    .text("head", "链头", as: "officeHead", meaning: "它的封存表上的链头；没有结算时没有") { $0.head }.asDetail,
  ]
}
