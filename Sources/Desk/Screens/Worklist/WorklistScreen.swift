import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 待办: what waits in every year, one's own turn first, for how long and what blocks the chosen one; beside it the
/// year's sum and the caps with the least room.
extension Model {
  /// Whether there is room for two panes side by side.
  var isWide: Bool { device.columns >= 110 }

  /// Whether the worklist has room for its summary beside it: its rows have most to say, so it comes first.
  private var isWorklistWide: Bool { device.columns >= 140 }

  /// Rows that the summary takes below the list.
  private var summaryHeight: Int { device.rows < 20 ? 5 : isWide ? 7 : 6 }

  /// Rows of the head: what there is, and on a narrow screen that is high enough how it stands by stage below that.
  private var headHeight: Int { isWide || device.rows < 20 ? 1 : 2 }

  /// Rows above the list's first.
  var rowsAboveWorklist: Int { tableRow + 1 }

  /// The row of the table's head: a county has a line on what goes to its city above it.
  private var tableRow: Int { headHeight + (seat.isCounty ? 1 : 0) }

  var worklistHeight: Int {
    max(1, device.rows - 3 - rowsAboveWorklist - (isWorklistWide ? 0 : summaryHeight))
  }

  func drawWorklist(into pane: inout Grid, _ state: OfficeState) {
    let files = lists.worklist.numbers
    if isWorklistWide {
      let (list, summary) = pane.area.splitRight(max(32, min(44, pane.columns - 77)))
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

  /// The columns; what the list is sorted by always stands there.
  private func table(_ width: Int, hasOffices: Bool) -> Table {
    let days = states.worklist.order == .age ? "天数-" : "天数"
    return Table(
      [
        .init("编号", 18),
        .init("申请人", 15, stretches: true),
        .init("项目", 12, leftOutAt: 4),
        .init(states.worklist.order == .turn ? "阶段+" : "阶段", states.worklist.order == .turn ? 5 : 4),
        .init(
          days, max(4, Text.columns(of: days)), alignment: .right,
          leftOutAt: states.worklist.order == .age ? nil : 5),
        .init(
          states.worklist.order == .due ? "期限+" : "期限", 10, leftOutAt: states.worklist.order == .due ? nil : 3
        ),
        .init("所缺", 16, leftOutAt: 2),
        .init("收件日期", 10, leftOutAt: 1),
        .init("资助额", Verdict.narrowWidth, alignment: .right),
      ] + (hasOffices ? [.init("局", 5, leftOutAt: 6)] : []), width: width)
  }

  private func drawList(into pane: inout Grid, _ files: [Int], _ state: OfficeState) {
    drawHead(into: &pane)
    if seat.isCounty, let handover = lists.city.handover {
      let width = pane.columns - 2
      pane.write(handover.text(width: width), row: headHeight, column: 1, width: width, style: .strong)
    }
    let table = table(pane.columns, hasOffices: !state.joint.origins.isEmpty)
    let order = Worklist.Order.allCases.firstIndex(of: states.worklist.order) ?? 0
    let head = Area(row: tableRow, column: 0, rows: 1, columns: pane.columns)
    pane.part(head, from: source(of: .worklistHead, order: order, state)) {
      table.drawHead(into: &$0, row: 0)
    }
    guard !files.isEmpty else {
      pane.write(emptyWorklist(state), row: tableRow + 2, column: 2, width: pane.columns - 3, style: .dim)
      return
    }
    for (row, number, isChosen) in states.worklist.list.shown(files, height: pane.rows - rowsAboveWorklist) {
      drawRow(
        of: number, .worklistRow, isChosen: isChosen, order: order, into: &pane, row: row + rowsAboveWorklist,
        state
      ) {
        file, pane in
        let verdict = Verdict(file.decision)
        table.draw(
          [
            file.filing.id, state.applicant(file.filing.applicant)?.name ?? "",
            state.policy.item(file.filing.item)?.label ?? "", StepLabels.brief(file.standing),
            String(age(of: file)), file.currentDue?.description ?? "",
            // It is worked out only where it has room.
            table.place(of: 6) == nil ? "" : FilingLack(file, state).text, file.filing.received.description,
            verdict.narrowText, OfficeNames.short(state.office(of: file.filing.id), in: state),
          ], into: &pane, row: 0, style: isChosen ? .selected : .normal)
        let sign = FilingSign(file, on: device.today)
        pane.write(sign.text, row: 0, width: 1, style: isChosen ? .selected : sign.style)
        guard !isChosen else { return }
        table.restyle(8, into: &pane, row: 0, style: verdict.style)
        if age(of: file) > Worklist.longWait { table.restyle(4, into: &pane, row: 0, style: .strong) }
        if sign == .late { table.restyle(5, into: &pane, row: 0, style: .bad) }
      }
    }
  }

  /// How much there is, by stage and what is late; while something is searched for, that.
  private func drawHead(into pane: inout Grid) {
    let list = lists.worklist
    let place = ListPlace(states.worklist.list, count: list.numbers.count)
    let width = pane.columns - 2 - place.width - 1
    place.draw(into: &pane, row: 0)
    let stages = list.stages.flatMap { stage -> [String] in
      let handedUp = stage.stage == .reviewed ? list.handedUp : 0
      return [(Labels.label(stage.stage), stage.count - handedUp), (StepLabels.label(.handedUp), handedUp)]
        .filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    }
    if headHeight > 1 {
      pane.write(stages.joined(separator: "  "), row: 1, column: 1, width: pane.columns - 2, style: .dim)
    }
    if search.isTyping || !states.worklist.query.text.isEmpty {
      drawSearch(into: &pane, width: max(0, width - 6))
      if lists.search.isNear {
        pane.write("相近的结果", row: 0, column: pane.columns - place.width - 13, style: .warning)
      }
      return
    }
    let whole = ["\(states.worklist.isOneYear ? "\(year) 年度" : "")待办 \(list.numbers.count) 件"]
    let own = list.own > 0 ? ["轮到您 \(list.own)"] : []
    let late = list.overdue > 0 ? ["过期 \(list.overdue)"] : []
    let long = list.long > 0 ? ["逾\(Worklist.longWait)天 \(list.long)"] : []
    let narrow = whole + own + late + long
    let wide = whole + own + late + [stages.joined(separator: " ")] + long
    let texts = (headHeight > 1 ? [narrow] : [wide, narrow]).map { $0.joined(separator: "  ") }
    let text = texts.first { Text.columns(of: $0) <= width } ?? texts.last ?? ""
    pane.write(text, row: 0, column: 1, width: width, style: .heading)
  }

  private func emptyWorklist(_ state: OfficeState) -> String {
    if let elsewhere = lists.search.elsewhere { return elsewhere.sentence }
    if state.files.isEmpty { return whyEmpty("还没有申报。按 F2 录入第一件申报，按 F3 录入申请人。") }
    if !states.worklist.query.text.isEmpty { return "没有找到。改一改查找的内容，或按 Esc 看全部待办。" }
    return states.worklist.isOneYear ? "\(year) 年度没有待办的申报。按 0 看各年的待办。" : "没有待办的申报，都办完了。"
  }

  /// Days since the paper was received.
  private func age(of file: FiledFiling) -> Int { max(0, file.filing.received.days(to: device.today)) }

  // MARK: - Beside and below the list

  private func drawFlatSummary(into pane: inout Grid, _ files: [Int], _ state: OfficeState) {
    pane.horizontalLine(row: 0)
    var row = 1
    if let number = states.worklist.list.chosen(in: files) {
      let file = selection.chosen.file(number, state)
      pane.write(chosenHead(file, state), row: row, column: 1, width: pane.columns - 2, style: .strong)
      let reason = chosenReasons(file, number, state).first
      let line = reason ?? "\(outcomeLine(file))  \(chosenStage(file))"
      pane.write(line, row: row + 1, column: 1, width: pane.columns - 2)
      row += 2
    }
    pane.write(yearLine(state), row: row, column: 1, width: pane.columns - 2, style: .heading)
    row += 1
    let caps = pane.area.splitTop(row).rest
    pane.part(caps, from: source(of: .briefCaps, state)) { pane in
      let table = CapTable.brief(width: pane.columns, of: lists.figures.allCaps)
      for (row, line) in lists.figures.allCaps.prefix(pane.rows).enumerated() {
        table.drawBrief(line, into: &pane, row: row)
      }
    }
  }

  private func drawTallSummary(into pane: inout Grid, _ files: [Int], _ state: OfficeState) {
    let width = pane.columns - 1
    pane.write("\(year) 年度", row: 0, width: width, style: .heading)
    pane.write("资助合计 \(yearTotal(state))", row: 1, width: width, style: .heading)
    let caps = lists.figures.allCaps
    pane.write(caps.isEmpty ? "本年度还没有用到限额。" : capsHead(state), row: 3, width: width, style: .dim)
    var row = 4
    for line in caps.prefix(max(0, (pane.rows - 4) / 4)) {
      pane.write("\(line.article) \(line.name)", row: row, width: width)
      let left = line.leftNamed
      let room = max(14, Text.columns(of: left))
      line.drawBar(into: &pane, row: row + 1, place: 0..<max(0, width - room - 1))
      pane.write(
        left, row: row + 1, column: width - room, width: room, style: line.leftStyle, alignment: .right)
      row += 2
    }
    guard let number = states.worklist.list.chosen(in: files) else { return }
    let file = selection.chosen.file(number, state)
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

  private func yearLine(_ state: OfficeState) -> String {
    "\(year) 年度  资助合计 \(yearTotal(state))\(lists.figures.allCaps.isEmpty ? "" : "  " + capsHead(state))"
  }

  private func capsHead(_ state: OfficeState) -> String {
    lists.figures.areCapsShared ? "限额（\(leftOfAll(state))）" : "限额（余额少的在前）"
  }

  private func yearTotal(_ state: OfficeState) -> String {
    MoneyWording.grouped(state.sums.byYear[year]?.award ?? .zero) + " 元"
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
    let warnings = decision.warnings.map {
      WarningWording.sentence($0, item: state.policy.item(file.filing.item), policy: state.policy)
    }
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
