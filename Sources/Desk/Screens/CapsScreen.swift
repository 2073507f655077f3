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
    pane.write("享受者", row: 0, column: 1, width: pane.columns - 1, style: .heading)
    pane.write("已用 / 上限", row: 0, column: pane.columns - 35, width: 21, style: .heading, alignment: .right)
    pane.write("余额", row: 0, column: pane.columns - 14, width: 13, style: .heading, alignment: .right)
    guard !lines.isEmpty else {
      pane.write("\(year) 年度还没有用到限额。按 [ 或 ] 换年度。", row: 2, column: 2, style: .dim)
      return
    }
    for (row, line) in lines.dropFirst(caps.top).prefix(capsHeight).enumerated() {
      let isChosen = caps.top + row == caps.chosen
      line.draw(into: &pane, row: row + 1, style: isChosen ? .selected : .normal)
    }
    guard lines.indices.contains(caps.chosen) else { return }
    let (_, detail) = pane.area.splitBottom(pane.rows - capsHeight - 1)
    pane.within(detail) { drawUse(of: lines[caps.chosen], into: &$0, state) }
  }

  /// What used the room, in the order in which it was served.
  private func drawUse(of line: CapLine, into pane: inout Grid, _ state: OfficeState) {
    pane.horizontalLine(row: 0)
    pane.write(
      "\(line.label)  \(line.name)  已核定 \(MoneyWording.grouped(line.decided))  待办 \(MoneyWording.grouped(line.waiting))",
      row: 1, column: 1, width: pane.columns - 2, style: .strong)
    guard
      let row = state.caps(of: year).first(where: {
        $0.group.cap == line.cap && $0.group.holder == line.holder
      })
    else { return }
    // The last ones served are those that the cap cuts.
    let members = state.ledger.members(of: row.group).suffix(max(0, pane.rows - 2))
    for (at, number) in members.enumerated() {
      let file = state.files[number]
      pane.write(file.filing.id, row: at + 2, column: 1, width: 19)
      pane.write(file.filing.received.description, row: at + 2, column: 21, width: 11)
      pane.write(
        state.applicant(file.filing.applicant)?.name ?? "", row: at + 2, column: 33,
        width: max(0, pane.columns - 33 - 26))
      pane.write(Labels.label(file.decision.outcome), row: at + 2, column: pane.columns - 25, width: 10)
      pane.write(
        MoneyWording.grouped(file.decision.award), row: at + 2, column: pane.columns - 14, width: 13,
        alignment: .right)
    }
  }
}
