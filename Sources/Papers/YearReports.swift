import CaseModel
public import Casework
import SubsidyRules
import Wording

/// Reports of one year.
public enum YearReports {
  /// Every cap with limit, used, left and over; the fullest first.
  public static func caps(of year: Int, _ state: OfficeState) -> ReportTable {
    let rows = state.caps(of: year).sorted { a, b in
      a.remaining == b.remaining ? a.used > b.used : a.remaining < b.remaining
    }
    return ReportTable(
      title: "\(year) 年度限额",
      columns: [
        .init(heading: "限额", isNumber: false), .init(heading: "编号", isNumber: false),
        .init(heading: "享受者", isNumber: false), .init(heading: "上限", isNumber: true),
        .init(heading: "已用", isNumber: true), .init(heading: "余额", isNumber: true),
        .init(heading: "超出", isNumber: true),
      ],
      rows: rows.map { row in
        [
          state.policy.cap(row.group.cap)?.label ?? row.group.cap, row.group.holder,
          state.applicant(row.group.holder)?.name ?? "", MoneyWording.grouped(row.limit),
          MoneyWording.grouped(row.used), MoneyWording.grouped(row.remaining),
          MoneyWording.grouped(row.over),
        ]
      })
  }

  /// The year's awards by item, in the order of the policy, and their sum.
  public static func totals(of year: Int, _ state: OfficeState) -> ReportTable {
    let totals = state.totalsByYear[year] ?? Totals()
    let counts = Dictionary(grouping: state.files.filter { $0.year == year }, by: \.filing.item)
    var rows = state.policy.items.compactMap { item -> [String]? in
      guard let files = counts[item.id] else { return nil }
      return [
        Labels.articleName(item.article), item.label, String(files.count),
        MoneyWording.grouped(totals.byItem[item.id] ?? .zero),
      ]
    }
    rows.append([
      "", "合计", String(counts.values.map(\.count).reduce(0, +)), MoneyWording.grouped(totals.award),
    ])
    return ReportTable(
      title: "\(year) 年度资助合计",
      columns: [
        .init(heading: "条款", isNumber: false), .init(heading: "项目", isNumber: false),
        .init(heading: "件数", isNumber: true), .init(heading: "资助额", isNumber: true),
      ], rows: rows)
  }
}
