import SubsidyRules
import CaseModel
import Casework
import Cells
import Wording

/// 限额: each cap of the year as a bar, the one with the least room first, and what used the chosen one.
extension Model {
  var capsHeight: Int { max(1, (rows - 3) / 2 - 1) }

  func drawCaps(into pane: inout Grid, _ state: OfficeState) {
    let lines = lists.caps
    let table = CapTable(width: pane.columns)
    table.drawHead(into: &pane, row: 0)
    guard !lines.isEmpty else {
      pane.write("\(year) 年度还没有用到限额。按 [ 或 ] 换年度。", row: 2, column: 2, style: .dim)
      return
    }
    for (row, line) in lines.dropFirst(caps.top).prefix(capsHeight).enumerated() {
      table.draw(line, into: &pane, row: row + 1, style: caps.top + row == caps.chosen ? .selected : .normal)
    }
    guard lines.indices.contains(caps.chosen) else { return }
    let (_, detail) = pane.area.splitBottom(pane.rows - capsHeight - 1)
    pane.within(detail) { drawUse(of: lines[caps.chosen], into: &$0, state) }
  }

  /// What used the room, in the order in which it was served.
  private func drawUse(of line: CapLine, into pane: inout Grid, _ state: OfficeState) {
    pane.horizontalLine(row: 0)
    pane.write(
      "\(line.label)（\(line.article)）  \(line.name)", row: 1, column: 1, width: pane.columns - 2,
      style: .strong)
    pane.write(
      "上限 \(MoneyWording.grouped(line.limit))  已核定 \(MoneyWording.grouped(line.decided))"
        + "  待办 \(MoneyWording.grouped(line.waiting))  \(line.leftNamed)",
      row: 2, column: 1, width: pane.columns - 2)
    let table = Table(
      [
        .init("顺序", 4, alignment: .right, leftOutAt: 1),
        .init("编号", 18, leftOutAt: 3),
        .init("收件日期", 10),
        .init("申请人", 12, stretches: true),
        .init("阶段", 8, leftOutAt: 2),
        .init("资助额", Verdict.width, alignment: .right),
      ], width: pane.columns)
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
          Verdict(file.decision).text,
        ], into: &pane, row: row + 4, style: .normal)
    }
  }
}
