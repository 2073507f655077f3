import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 等候: the open filings of the year by stage, with how long they have waited, and the oldest of each.
extension Model {
  func drawWaits(into pane: inout Grid, _ state: OfficeState) {
    let order = states.orders.waits
    let table = Table(
      [
        order.column(.stage, "阶段", 8), order.column(.count, "件数", 6, alignment: .right),
        order.column(.longest, "收件最久", 9, alignment: .right),
        order.column(.median, "中位", 6, alignment: .right, leftOutAt: 2),
        order.column(.longestHere, "本阶段最久", 11, alignment: .right, leftOutAt: 3),
        order.column(.award, "资助额", 13, alignment: .right, leftOutAt: 1),
        .init("最久的一件", 18, stretches: true),
      ], width: pane.columns)
    let list = states.caps.list
    table.draw(
      lists.figures.waits, of: list, from: 0, height: capsHeight,
      orSay: nothingFound ?? "\(year) 年度没有等候办理的申报。按 [ 或 ] 换年度。", into: &pane
    ) { age in
      let name = state.file(age.oldest).flatMap { state.applicant($0.filing.applicant)?.name } ?? ""
      return [
        Labels.label(age.stage), String(age.count), "\(age.longest) 天", "\(age.median) 天",
        "\(age.longestHere) 天", MoneyWording.grouped(age.award), "\(age.oldest) \(name)",
      ]
    }
    guard let chosen = list.chosen(in: lists.figures.waits) else { return }
    let (_, detail) = pane.area.splitBottom(pane.rows - capsHeight - 1)
    pane.within(detail) { drawWaiting(chosen, into: &$0, state) }
  }

  /// The filings at a stage, the one first that has been there longest.
  private func drawWaiting(_ age: StageAge, into pane: inout Grid, _ state: OfficeState) {
    pane.horizontalLine(row: 0)
    let table = Table(
      [
        .init("编号", 18), .init("收件日期", 10, leftOutAt: 2), .init("在此", 6, alignment: .right),
        .init("申请人", 12, stretches: true), .init("项目", 14, leftOutAt: 1),
        .init("资助额", Verdict.width, alignment: .right),
      ], width: pane.columns)
    table.drawHead(into: &pane, row: 1)
    for (row, id) in age.filings.prefix(max(0, pane.rows - 2)).enumerated() {
      guard let file = state.file(id) else { continue }
      table.draw(
        [
          id, file.filing.received.description, "\(file.standingSince.days(to: device.today)) 天",
          state.applicant(file.filing.applicant)?.name ?? "",
          state.policy.item(file.filing.item)?.label ?? "",
          Verdict(file.decision).text,
        ], into: &pane, row: row + 2, style: .normal)
    }
  }
}
