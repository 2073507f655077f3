import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// The year's awards by item, in the order of the policy, and their sum.
  static func totals(_ state: OfficeState, of year: Int) -> ReportTable {
    let totals = state.totalsByYear[year] ?? Totals()
    let counts = Dictionary(
      grouping: state.files.rows.filter { $0.year == year }, by: { state.files.item(of: $0) })
    var rows = state.policy.items.compactMap { item -> ReportTable.Row? in
      guard let files = counts[item.id] else { return nil }
      return ReportTable.Row([
        .text(Labels.articleName(item.article)), .text(item.label), .count(files.count),
        .money(totals.byItem[item.id] ?? .zero),
      ])
    }
    let count = counts.values.map(\.count).reduce(0, +)
    rows.append(.init([.blank, .text("合计"), .count(count), .money(totals.award)], isTotal: true))
    return ReportTable(
      title: "\(year) 年度资助合计",
      columns: [
        .init("article", "条款"), .init("item", "项目"), .init("count", "件数", isNumber: true),
        .init("award", "资助额", isNumber: true),
      ], rows: rows)
  }
}
