import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 待办: what waits and for how long, what blocks the chosen one, and beside it the year's sum and the caps with
/// the least room.
extension Model {
  /// Whether there is room for two panes side by side.
  var isWide: Bool { columns >= 110 }

  /// Rows that the summary takes below the list.
  private var summaryHeight: Int { rows >= 20 ? 7 : 5 }

  var worklistHeight: Int { max(1, rows - 3 - 1 - (isWide ? 0 : summaryHeight)) }

  func drawWorklist(into pane: inout Grid, _ state: OfficeState) {
    let files = lists.worklist
    if isWide {
      let (list, summary) = pane.area.splitRight(44)
      pane.within(list) { drawList(into: &$0, files, state) }
      pane.within(summary) { pane in
        pane.verticalLine(column: 0)
        let inner = Area(row: 0, column: 2, rows: pane.rows, columns: pane.columns - 2)
        pane.within(inner) { drawTallSummary(into: &$0, files, state) }
      }
    } else {
      let (list, summary) = pane.area.splitBottom(summaryHeight)
      pane.within(list) { drawList(into: &$0, files, state) }
      pane.within(summary) { drawFlatSummary(into: &$0, files, state) }
    }
  }

  private func drawList(into pane: inout Grid, _ files: [Int], _ state: OfficeState) {
    let table = Table(
      [
        .init("编号", 18, leftOutAt: 1),
        .init("申请人", 16, stretches: true),
        .init("项目", 16),
        .init("阶段", 4, leftOutAt: 2),
        .init("天数", 4, alignment: .right, leftOutAt: 2),
        .init("资助额", Verdict.width, alignment: .right),
      ], width: pane.columns)
    pane.part(pane.area.splitTop(1).top, from: source(of: .worklistHead, state)) {
      table.drawHead(into: &$0, row: 0)
    }
    guard !files.isEmpty else {
      let text =
        state.files.isEmpty
        ? "还没有申报。按 F2 录入第一件申报，按 F3 录入申请人。" : "\(year) 年度没有待办的申报。按 [ 或 ] 换年度。"
      pane.write(text, row: 2, column: 2, style: .dim)
      return
    }
    for (row, number) in files.dropFirst(worklist.top).prefix(pane.rows - 1).enumerated() {
      let isChosen = worklist.top + row == worklist.chosen
      drawRow(of: number, .worklistRow, isChosen: isChosen, into: &pane, row: row + 1, state) { file, pane in
        table.draw(
          [
            file.filing.id, state.applicant(file.filing.applicant)?.name ?? "",
            state.policy.item(file.filing.item)?.label ?? "", StepLabels.brief(file.standing),
            String(age(of: file)), Verdict(file.decision).text,
          ], into: &pane, row: 0, style: isChosen ? .selected : .normal)
      }
    }
  }

  /// Days since the paper was received.
  private func age(of file: FiledFiling) -> Int { max(0, file.filing.received.days(to: today)) }

  // MARK: - Beside and below the list

  private func drawFlatSummary(into pane: inout Grid, _ files: [Int], _ state: OfficeState) {
    pane.horizontalLine(row: 0)
    var row = 1
    if files.indices.contains(worklist.chosen) {
      let number = files[worklist.chosen]
      let file = chosen.file(number, state)
      pane.write(chosenHead(file, state), row: row, column: 1, width: pane.columns - 2, style: .strong)
      let reason = chosenReasons(file, number, state).first
      let line = reason ?? "\(outcomeLine(file))  \(chosenStage(file))"
      pane.write(line, row: row + 1, column: 1, width: pane.columns - 2)
      row += 2
    }
    pane.write(yearLine(files, state), row: row, column: 1, width: pane.columns - 2, style: .heading)
    row += 1
    let caps = pane.area.splitTop(row).rest
    pane.part(caps, from: source(of: .briefCaps, state)) { pane in
      let table = CapTable.brief(width: pane.columns)
      for (row, line) in lists.caps.prefix(pane.rows).enumerated() {
        table.drawBrief(line, into: &pane, row: row)
      }
    }
  }

  private func drawTallSummary(into pane: inout Grid, _ files: [Int], _ state: OfficeState) {
    let width = pane.columns - 1
    pane.write("\(year) 年度  待办 \(files.count) 件", row: 0, width: width, style: .heading)
    pane.write("资助合计 \(yearTotal(state))", row: 1, width: width, style: .heading)
    let caps = lists.caps
    pane.write(caps.isEmpty ? "本年度还没有用到限额。" : "限额（余额少的在前）", row: 3, width: width, style: .dim)
    var row = 4
    for line in caps.prefix(max(0, (pane.rows - 4) / 4)) {
      pane.write("\(line.article) \(line.name)", row: row, width: width)
      line.drawBar(into: &pane, row: row + 1, column: 0, width: width - 15)
      pane.write(
        line.leftNamed, row: row + 1, column: width - 14, width: 14, style: line.leftStyle, alignment: .right)
      row += 2
    }
    guard files.indices.contains(worklist.chosen) else { return }
    let number = files[worklist.chosen]
    let file = chosen.file(number, state)
    row += 1
    pane.horizontalLine(row: row, length: width)
    row += 1
    let head = [file.filing.id, state.applicant(file.filing.applicant)?.name ?? ""]
    for text in head { row += pane.writeWrapped(text, row: row, width: width, height: 2, style: .strong) }
    row += pane.writeWrapped(itemLine(file, state), row: row, width: width)
    row += pane.writeWrapped(chosenStage(file), row: row, width: width, height: 2)
    row += pane.writeWrapped(
      outcomeLine(file), row: row, width: width, style: file.decision.outcome.style)
    for reason in chosenReasons(file, number, state) where row < pane.rows {
      row += pane.writeWrapped(reason, row: row, width: width, style: .warning)
    }
  }

  private func yearLine(_ files: [Int], _ state: OfficeState) -> String {
    "\(year) 年度  待办 \(files.count) 件  资助合计 \(yearTotal(state))"
  }

  private func yearTotal(_ state: OfficeState) -> String {
    MoneyWording.grouped(state.totalsByYear[year]?.award ?? .zero) + " 元"
  }

  private func itemLine(_ file: FiledFiling, _ state: OfficeState) -> String {
    let item = state.policy.item(file.filing.item)
    return "\(item?.label ?? file.filing.item)（\(Labels.articleName(item?.article ?? ""))）"
  }

  private func chosenHead(_ file: FiledFiling, _ state: OfficeState) -> String {
    "\(itemLine(file, state))  \(state.applicant(file.filing.applicant)?.name ?? "")"
  }

  private func chosenStage(_ file: FiledFiling) -> String {
    "收件 \(file.filing.received)（\(age(of: file)) 天前）  阶段 \(StepLabels.label(file.standing))"
  }

  private func outcomeLine(_ file: FiledFiling) -> String {
    "\(Labels.label(file.decision.outcome)) \(MoneyWording.grouped(file.decision.award)) 元"
  }

  /// What stands between the chosen filing and its award.
  private func chosenReasons(_ file: FiledFiling, _ number: Int, _ state: OfficeState) -> [String] {
    let decision = file.decision
    let warnings = decision.warnings.map { WarningWording.sentence($0, policy: state.policy) }
    // The first screen does not wait for the ledger that the words of a reason take their figures from: they come with
    // the first one that is drawn once it is settled.
    guard !decision.reasons.isEmpty, state.isLedgerSettled else { return warnings }
    let trace = state.decision(of: file, number).trace
    let item = state.policy.item(file.filing.item)
    return decision.reasons.map {
      ReasonWording.sentence($0, item: item, policy: state.policy, trace: trace, filing: file.filing)
    } + warnings
  }
}
