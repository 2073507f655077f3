import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// The fund of the year by county: budget, used by stage, left, and what the waiting filings would take.
  static func fund(_ state: OfficeState, of year: Int) -> ReportTable {
    let spent = state.spending(of: year).districts
    var lines = state.fund(of: year)
    // Paid in this year for another one's awards, where this one has none.
    lines += spent.keys.filter { code in !lines.contains { $0.district == code } }.sorted().map(FundLine.init)
    let whole = FundLine.whole(lines)
    return ReportTable(
      title: "\(year) 年度专项资金",
      columns: [
        .init("district", "县区"), .number("budget", "预算"), .number("approved", "已审定"),
        .number("published", "公示待拨"), .number("paid", "已拨付"), .number("returned", "已追回"),
        .number("used", "使用"), .number("left", "余额"), .number("waiting", "待审"),
        .number("leftAfterWaiting", "审后余额"), .number("spent", "当年支出"), .number("unspent", "支出后余额"),
        .init("share", "使用率"),
      ],
      rows: lines.map { line in
        row(
          line, .text(Labels.district(line.district, among: state.districts)),
          spent: spent[line.district] ?? .init())
      } + [row(whole, .text("合计"), spent: .whole(spent), isTotal: true)],
      notes: notes(state) + differences(state, of: year))
  }

  private static func row(
    _ line: FundLine, _ name: ReportTable.Cell, spent: Spending.County, isTotal: Bool = false
  ) -> ReportTable.Row {
    func sum(_ sum: MoneyTotal?) -> ReportTable.Cell { sum.map { .money($0) } ?? .blank }
    let columns: [(String, FundLine.Column)] = [
      ("approved", .approved), ("published", .published), ("paid", .paid), ("returned", .returned),
      ("waiting", .waiting),
    ]
    let used = FundLine.Column.allCases.filter { $0 != .waiting }.flatMap { line.filings[$0] ?? [] }.eachOnce
    let all = (used + (line.filings[.waiting] ?? [])).eachOnce
    var behind = Dictionary(uniqueKeysWithValues: columns.map { ($0, line.filings[$1] ?? []) })
    behind["used"] = used
    behind["left"] = used
    behind["spent"] = spent.filings
    behind["unspent"] = spent.filings
    return ReportTable.Row(
      [
        name, sum(line.budget), .money(line.approved), .money(line.published), .money(line.paid),
        .money(line.returned), .money(line.used), sum(line.left), .money(line.waiting),
        sum(line.leftAfterWaiting), .money(spent.net), sum(line.budget.map { $0 - spent.net }),
        line.budget.map { .share(line.used, of: $0) } ?? .blank,
      ], isTotal: isTotal, filings: all, behind: behind)
  }

  /// Counties for which several offices have budgets that differ.
  private static func differences(_ state: OfficeState, of year: Int) -> [String] {
    state.budgets(of: year).sorted { $0.key < $1.key }.flatMap { district, budget in
      budget.differing.map { other in
        let counted = OfficeNames.full(budget.office ?? state.office?.district ?? "", in: state)
        return
          "\(Labels.district(district, among: state.districts))的预算按\(counted)登记的 \(MoneyWording.grouped(budget.sum)) 元计；"
          + "\(OfficeNames.full(other.office, in: state))登记的是 \(MoneyWording.grouped(other.sum)) 元，请核对。"
      }
    }
  }

  private static func notes(_ state: OfficeState) -> [String] {
    let sums = "使用 = 已审定 + 公示待拨 + 已拨付 - 已追回；待审：尚未审定的申报按现在的核算要用的。金额计入资助所属的年度；当年支出按拨付日期（逐月见报表 spending）。"
    guard let kind = state.policy.register.first(where: { $0.budget != nil }) else {
      return [sums, "政策文件没有指明工作台账里哪一类是预算，没有预算可比。"]
    }
    return [
      sums, "预算登记在工作台账：zizhu register add \(kind.id)（\(Labels.articleName(kind.article)) \(kind.label)）。",
    ]
  }
}
