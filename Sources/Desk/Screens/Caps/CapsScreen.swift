import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 限额: each cap of the year as a bar, the one with the least room first, and what used the chosen one; beside it the
/// fund of the year by county, and what waits longest.
extension Model {
  var capsHeight: Int { max(1, (device.rows - 3) / 2 - 2) }

  func drawCaps(into pane: inout Grid, _ state: OfficeState) {
    Tabs.draw(CapsState.Tab.allCases.map(\.label), shown: states.caps.tab.rawValue, into: &pane)
    let count =
      switch states.caps.tab {
      case .caps: lists.figures.caps.count
      case .fund: lists.figures.fund.count
      case .waits: lists.figures.waits.count
      }
    let place = ListPlace(states.caps.list, count: count)
    place.draw(into: &pane, row: 0)
    drawNarrowing(beside: place, into: &pane)
    if states.caps.tab != .waits, narrowing?.isEmpty ?? true, !search.isTyping {
      BarLegend(used: states.caps.tab == .caps ? "已核定" : "已用").draw(
        into: &pane, row: 0, from: 32, to: pane.columns - place.width - 2)
    }
    let below = pane.area.splitTop(1).rest
    pane.within(below) { pane in
      switch states.caps.tab {
      case .caps: drawCapList(into: &pane, state)
      case .fund: drawFund(into: &pane, state)
      case .waits: drawWaits(into: &pane, state)
      }
    }
  }

  private func drawCapList(into pane: inout Grid, _ state: OfficeState) {
    let (lines, list) = (lists.figures.caps, states.caps.list)
    let table = CapTable(
      width: pane.columns, of: lists.figures.allCaps, states.orders.caps,
      showsOffices: !state.joint.origins.isEmpty
    )
    pane.part(pane.area.splitTop(1).top, from: source(of: .capsHead, order: states.orders.caps.code, state)) {
      table.drawHead(into: &$0, row: 0)
    }
    guard !lines.isEmpty else {
      pane.write(nothingFound ?? "\(year) 年度还没有用到限额。按 [ 或 ] 换年度。", row: 2, column: 2, style: .dim)
      return
    }
    for (row, line, isChosen) in list.shown(lines, height: capsHeight) {
      let place = Area(row: row + 1, column: 0, rows: 1, columns: pane.columns)
      let source = source(
        of: .capRow, subject: line.place, isChosen: isChosen, order: states.orders.caps.code, state)
      pane.part(place, from: source) {
        table.draw(line, into: &$0, row: 0, style: isChosen ? .selected : .normal)
      }
    }
    guard let line = list.chosen(in: lines) else { return }
    let (_, detail) = pane.area.splitBottom(pane.rows - capsHeight - 1)
    pane.within(detail) { drawUse(of: line, into: &$0, state) }
  }

  /// What is left of caps that others use too, and as of when.
  func leftOfAll(_ state: OfficeState) -> String {
    "余额按全市" + (state.offices.city == nil ? "" : state.given.advice.day.map { "，截至 \($0)" } ?? "")
  }

  /// Enter: the filings behind the chosen row.
  mutating func openCaps(_ state: OfficeState) {
    let list = states.caps.list
    switch states.caps.tab {
    case .caps:
      guard let line = list.chosen(in: lists.figures.caps) else { return }
      let filings = state.ledger.members(of: line.group).map { state.files.id(of: $0) }
      showFilings(FilingCriteria(only: .init(name: "\(line.article) \(line.name)", filings: filings)))
    case .fund:
      guard let line = list.chosen(in: lists.figures.fund) else { return }
      let name = Labels.district(line.district, among: state.districts)
      let behind = Set(line.filings.values.joined())
      showFilings(FilingCriteria(only: .init(name: "专项资金 \(name)", filings: behind.sorted())))
    case .waits:
      guard let age = list.chosen(in: lists.figures.waits) else { return }
      showFilings(
        FilingCriteria(isDescending: false, only: .init(name: Labels.label(age.stage), filings: age.filings)))
    }
  }

  /// What used the room, in the order in which it was served.
  private func drawUse(of line: CapLine, into pane: inout Grid, _ state: OfficeState) {
    pane.horizontalLine(row: 0)
    pane.write(
      "\(line.label)（\(line.article)）  \(line.name)", row: 1, column: 1, width: pane.columns - 2,
      style: .strong)
    pane.write(
      "上限 \(line.figure(MoneyTotal(line.limit)))  已核定 \(line.figure(line.decided))"
        + "  待办 \(line.figure(line.waiting))  \(line.leftNamed)\(line.isShared ? "（\(leftOfAll(state))）" : "")",
      row: 2, column: 1, width: pane.columns - 2)
    let columns: [Table.Column] = [
      .init("顺序", 4, alignment: .right, leftOutAt: 1),
      .init("编号", 18, leftOutAt: 3),
      .init("收件日期", 10),
      .init("申请人", 12, stretches: true),
      .init("阶段", 8, leftOutAt: 2),
      .init("资助额", Verdict.width, alignment: .right),
    ]
    let table = Table(
      columns + (state.joint.origins.isEmpty ? [] : [.init("局", 5)]), width: pane.columns)
    table.drawHead(into: &pane, row: 3)
    let members = state.ledger.members(of: line.group)
    // The last ones served are those that the cap cuts.
    let shown = members.suffix(max(0, pane.rows - 4))
    for (row, number) in shown.enumerated() {
      let file = state.files[number]
      table.draw(
        [
          String(members.count - shown.count + row + 1), file.filing.id, file.filing.received.description,
          state.applicant(file.filing.applicant)?.name ?? "", StepLabels.brief(file.standing),
          Verdict(file.decision).text, OfficeNames.short(state.office(of: file.filing.id), in: state),
        ], into: &pane, row: row + 4, style: .normal)
    }
  }
}
