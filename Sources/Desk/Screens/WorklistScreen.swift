import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 待办: what waits, and beside it the year's sum and the caps with the least room.
extension Model {
  /// Rows that the summary takes below the list.
  private var summaryHeight: Int { 6 }

  var worklistHeight: Int { max(1, rows - 3 - 1 - summaryHeight) }

  func drawWorklist(into pane: inout Grid, _ state: OfficeState) {
    let (listArea, summaryArea) = pane.area.splitBottom(summaryHeight)
    pane.within(listArea) { drawList(into: &$0, lists.worklist, state) }
    pane.within(summaryArea) { drawSummary(into: &$0, state) }
  }

  private func drawList(into pane: inout Grid, _ files: [Int], _ state: OfficeState) {
    let nameWidth = max(12, pane.columns - 1 - 19 - 17 - 5 - 11 - 13)
    func draw(_ cells: [String], row: Int, style: Style) {
      pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: style)
      var column = 1
      pane.write(cells[0], row: row, column: column, width: 18, style: style)
      column += 19
      pane.write(cells[1], row: row, column: column, width: nameWidth - 1, style: style)
      column += nameWidth
      pane.write(cells[2], row: row, column: column, width: 16, style: style)
      column += 17
      pane.write(cells[3], row: row, column: column, width: 4, style: style)
      column += 5
      pane.write(cells[4], row: row, column: column, width: 10, style: style)
      column += 11
      pane.write(cells[5], row: row, column: column, width: 12, style: style, alignment: .right)
    }
    draw(["编号", "申请人", "项目", "阶段", "结论", "资助额"], row: 0, style: .heading)
    guard !files.isEmpty else {
      let text = state.files.isEmpty ? "还没有申报。按 F2 录入第一件申报，按 F3 录入申请人。" : "\(year) 年度没有待办的申报。按 [ 或 ] 换年度。"
      pane.write(text, row: 2, column: 2, style: .dim)
      return
    }
    for (row, number) in files.dropFirst(worklist.top).prefix(pane.rows - 1).enumerated() {
      let file = state.files[number]
      let isChosen = worklist.top + row == worklist.chosen
      draw(
        [
          file.filing.id, state.applicant(file.filing.applicant)?.name ?? "",
          state.policy.item(file.filing.item)?.label ?? "", Labels.label(file.filing.stage),
          Labels.label(file.decision.outcome), MoneyWording.grouped(file.decision.award),
        ], row: row + 1, style: isChosen ? .selected : .normal)
    }
  }

  private func drawSummary(into pane: inout Grid, _ state: OfficeState) {
    pane.horizontalLine(row: 0)
    let total = state.totalsByYear[year]?.award ?? .zero
    let waiting = lists.worklist.count
    pane.write(
      "\(year) 年度  待办 \(waiting) 件  资助合计 \(MoneyWording.grouped(total)) 元", row: 1, column: 1, style: .strong)
    let caps = lists.caps
    if caps.isEmpty { pane.write("本年度还没有用到限额。", row: 2, column: 1, style: .dim) }
    for (row, cap) in caps.prefix(pane.rows - 2).enumerated() {
      cap.draw(into: &pane, row: row + 2)
    }
  }
}

extension CapLine {
  /// One line: whose cap, the bar, what is left.
  func draw(into pane: inout Grid, row: Int, style: Style = .normal) {
    let figures = 36
    let bar = max(10, (pane.columns - figures) / 3)
    let name = pane.columns - bar - figures - 2
    pane.write(self.name, row: row, column: 1, width: max(8, name - 1), style: style)
    drawBar(into: &pane, row: row, column: name + 1, width: bar)
    let left = over > .zero ? "超 \(MoneyWording.grouped(over))" : "余 \(MoneyWording.grouped(remaining))"
    pane.write(
      MoneyWording.grouped(used) + " / " + MoneyWording.grouped(limit), row: row,
      column: pane.columns - figures + 1,
      width: 21, style: style, alignment: .right)
    pane.write(
      left, row: row, column: pane.columns - 14, width: 13,
      style: over > .zero ? .bad : remaining == .zero ? .warning : style, alignment: .right)
  }
}
