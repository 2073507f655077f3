import CaseModel
import Casework
import SubsidyRules

extension YearReport {
  /// Every cap with limit, used, left and over; the fullest first.
  static func caps(_ state: OfficeState, of year: Int) -> ReportTable {
    let rows = state.caps(of: year).sorted { a, b in
      a.remaining == b.remaining ? a.used > b.used : a.remaining < b.remaining
    }
    return ReportTable(
      title: "\(year) 年度限额",
      columns: [
        .init("cap", "限额"), .init("holder", "编号"), .init("name", "享受者"), .init("limit", "上限", isNumber: true),
        .init("used", "已用", isNumber: true), .init("remaining", "余额", isNumber: true),
        .init("over", "超出", isNumber: true),
      ],
      rows: rows.map { row in
        ReportTable.Row([
          .text(state.policy.cap(row.group.cap)?.label ?? row.group.cap), .text(row.group.holder),
          .text(state.applicant(row.group.holder)?.name ?? ""), .money(row.limit), .money(row.used),
          .money(row.remaining), .money(row.over),
        ])
      })
  }
}
