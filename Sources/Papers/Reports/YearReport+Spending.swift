import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// What was paid and came back in a calendar year, month by month, beside the year's budget.
  static func spending(_ state: OfficeState, of year: Int) -> ReportTable {
    let spending = state.spending(of: year)
    let budgets = state.budgets(of: year).values.map(\.sum)
    let budget = budgets.isEmpty ? nil : budgets.reduce(MoneyTotal.zero) { $0 + $1 }
    var sum = MoneyTotal.zero
    var rows: [ReportTable.Row] = []
    for line in spending.months {
      sum = sum + line.net
      rows.append(row("\(year)-\(line.month.padded(to: 2))", line, sum, budget))
    }
    let whole = SpendingLine.whole(spending.months)
    return ReportTable(
      title: "\(year) 年支出，按拨付年月",
      columns: [
        .init("month", "月份"), .number("count", "拨付件数"), .number("settled", "核拨"), .number("setOff", "抵扣"),
        .number("transferred", "实付"), .number("bounced", "退票"), .number("recovered", "退回"),
        .number("net", "净支出"), .number("sum", "累计"), .number("left", "预算余额"),
      ],
      rows: rows + [row("合计", whole, sum, budget, isTotal: true)],
      notes: notes(spending))
  }

  private static func row(
    _ name: String, _ line: SpendingLine, _ sum: MoneyTotal, _ budget: MoneyTotal?, isTotal: Bool = false
  ) -> ReportTable.Row {
    func behind(_ columns: SpendingLine.Column...) -> [String] {
      columns.flatMap { line.filings[$0] ?? [] }.eachOnce
    }
    let all = behind(.settled, .bounced, .recovered)
    return ReportTable.Row(
      [
        .text(name), .count((line.filings[.settled] ?? []).count), .money(line[.settled]),
        .money(line[.setOff]), .money(line.transferred), .money(line[.bounced]), .money(line[.recovered]),
        .money(line.net), .money(sum), budget.map { .money($0 - sum) } ?? .blank,
      ], isTotal: isTotal, filings: all,
      behind: [
        "count": behind(.settled), "settled": behind(.settled), "transferred": behind(.settled),
        "setOff": behind(.setOff), "bounced": behind(.bounced), "recovered": behind(.recovered),
      ])
  }

  private static func notes(_ spending: Spending) -> [String] {
    let sums = "按拨付、退票、退回的日期计入当年，不论资助属于哪一年度；净支出 = 实付 - 退票 - 退回。"
    guard !spending.undated.isEmpty else { return [sums] }
    return [
      sums,
      "接收的旧档里本年度已拨付 \(spending.undated.count) 件、\(MoneyWording.grouped(spending.undatedSum)) 元，没有拨付日期，未计入。",
    ]
  }
}
