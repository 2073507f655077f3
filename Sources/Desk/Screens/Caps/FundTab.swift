import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 专项资金 (article 19): what each county has, what is decided of it, and what the waiting filings would take.
extension Model {
  func drawFund(into pane: inout Grid, _ state: OfficeState) {
    let order = states.orders.fund
    let table = Table(
      [
        order.column(.county, "县区", 18, stretches: true),
        .init("已用占比", pane.columns >= 110 ? 24 : 8, leftOutAt: 2),
        order.column(.budget, "预算", 13, alignment: .right),
        order.column(.used, "已核定", 13, alignment: .right, leftOutAt: 1),
        order.column(.waiting, "待审", 13, alignment: .right, leftOutAt: 3),
        order.column(.left, "余额", 13, alignment: .right),
      ], width: pane.columns)
    table.drawHead(into: &pane, row: 0)
    guard !lists.figures.fund.isEmpty else {
      pane.write(
        nothingFound ?? "\(year) 年度没有预算，也没有资助。按 F2 登记预算，按 [ 或 ] 换年度。", row: 2, column: 2, style: .dim)
      return
    }
    let list = states.caps.list
    for (row, line, isChosen) in list.shown(lists.figures.fund, height: capsHeight) {
      table.draw(
        cells(Labels.district(line.district, among: state.districts), line), into: &pane, row: row + 1,
        style: isChosen ? .selected : .normal)
      if let bar = table.place(of: 1), let budget = line.budget, budget > .zero {
        pane.bar(row: row + 1, place: bar, used: line.used, waiting: line.waiting, of: budget)
      }
      if !isChosen, line.left.map({ $0 < .zero }) == true {
        table.restyle(5, into: &pane, row: row + 1, style: .bad)
      }
    }
    guard let chosen = list.chosen(in: lists.figures.fund) else { return }
    let (_, detail) = pane.area.splitBottom(pane.rows - capsHeight - 1)
    pane.within(detail) { pane in
      pane.horizontalLine(row: 0)
      let whole = FundLine.whole(lists.figures.fund)
      table.draw(cells(sumName, whole), into: &pane, row: 1, style: .strong)
      let inside = pane.area.splitTop(2).rest
      pane.within(inside) { drawFundDetail(chosen, into: &$0, state) }
    }
  }

  private func cells(_ name: String, _ line: FundLine) -> [String] {
    [
      name, "", line.budget.map(Self.sum) ?? "未登记", Self.sum(line.used), Self.sum(line.waiting),
      line.left.map(Self.sum) ?? "",
    ]
  }

  /// A sum in a column of thirteen.
  private static func sum(_ total: MoneyTotal) -> String { MoneyWording.grouped(total, in: 13) }

  /// Where the chosen county's money is.
  private func drawFundDetail(_ line: FundLine, into pane: inout Grid, _ state: OfficeState) {
    func part(_ name: String, _ sum: MoneyTotal, _ column: FundLine.Column) -> String {
      "\(name) \(MoneyWording.grouped(sum)) 元（\(line.filings[column]?.count ?? 0) 件）"
    }
    let parts = [
      part("已审定", line.approved, .approved), part("公示待拨", line.published, .published),
      part("已拨付", line.paid, .paid), part("已追回", line.returned, .returned),
      part("待审", line.waiting, .waiting),
    ]
    var row = 0
    pane.write(
      Labels.district(line.district, among: state.districts), row: row, column: 1, width: pane.columns - 2,
      style: .strong)
    row += 1
    row += pane.writeWrapped(
      parts.joined(separator: "，"), row: row, column: 1, width: pane.columns - 2,
      height: max(0, pane.rows - row))
    let after = line.leftAfterWaiting.map { "待审的全部照核算拨付后，余 \(MoneyWording.grouped($0)) 元。" }
    guard row < pane.rows else { return }
    pane.writeWrapped(
      after ?? "还没有登记预算。按 F2 登记。", row: row, column: 1, width: pane.columns - 2,
      height: pane.rows - row, style: .dim)
  }

  /// F2 on the fund: the budget of the chosen county.
  mutating func enterBudget(_ state: OfficeState) {
    guard let kind = state.policy.register.first(where: { $0.budget != nil }) else {
      return warn("政策文件没有指明工作台账里哪一类是预算。")
    }
    let line =
      lists.figures.fund.indices.contains(states.caps.list.chosen)
      ? lists.figures.fund[states.caps.list.chosen] : nil
    if let known = line?.records.last.flatMap({ state.books.register[$0] }) {
      open(RegisterForm(kind, amending: known, surroundings(state)))
    } else {
      open(RegisterForm(kind, of: line?.district, surroundings(state)))
    }
  }
}
