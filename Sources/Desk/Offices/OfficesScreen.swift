import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// 各局: a city's offices, how far each was gathered and what waits of each for the city; beside it what stands between
/// their journals and waits for the city's word.
///
/// Only a city's desk has it (`Model.isCity`). What a verdict would move is weighed beside the desk before it
/// is given (`Effect.weigh`, `OpenOffice.sheet`, `ConflictSheet`, `ConflictPage`, whose save is the same
/// command as that of `zizhu rule`); files go by `Effect.readExchange` and `exchange` (`DeskExchange`).
extension Model {
  private var officesDetailHeight: Int { max(4, min(12, (device.rows - 3) * 2 / 5)) }

  /// Rows of the list; of the offices the last one below it is their sum.
  var officesHeight: Int {
    max(1, device.rows - 3 - 2 - officesDetailHeight - (states.offices.tab == .offices ? 1 : 0))
  }

  func drawOffices(into pane: inout Grid, _ state: OfficeState) {
    let behindTabs = Tabs.draw(officesTabs(state), shown: states.offices.tab.rawValue, into: &pane)
    let count = states.offices.tab == .offices ? lists.city.offices.count : lists.city.conflicts.count
    let place = ListPlace(states.offices.list, count: count)
    place.draw(into: &pane, row: 0)
    let narrowing = drawNarrowing(beside: place, into: &pane)
    if states.offices.tab == .offices {
      // What waits is told of every year: it waits whichever year is looked at.
      let text = "按 \(year) 年，待核定按各年"
      let end = narrowing ?? pane.columns - 1 - place.width
      if behindTabs + 1 + Text.columns(of: text) < end {
        pane.write(text, row: 0, column: behindTabs + 1, style: .dim)
      }
    }
    let (list, detail) = pane.area.splitTop(1).rest.splitBottom(officesDetailHeight)
    pane.within(list) { pane in
      switch states.offices.tab {
      case .offices: drawOfficeList(into: &pane)
      case .conflicts: drawConflictList(into: &pane, state)
      }
    }
    pane.within(detail) { pane in
      pane.horizontalLine(row: 0)
      let inside = pane.area.splitTop(1).rest.splitLeft(1).rest
      pane.within(inside) { pane in
        let lines =
          states.offices.tab == .offices
          ? chosenOffice.map { officeDetail($0, pane.columns - 1, state) }
          : chosenConflict.map { conflictDetail($0, pane.columns - 1, state) }
        for (row, line) in (lines ?? []).prefix(pane.rows).enumerated() { line.draw(into: &pane, row: row) }
      }
    }
  }

  /// The tabs, of the conflicts with how many are open.
  func officesTabs(_ state: OfficeState) -> [String] {
    let open = state.joint.conflicts.count { $0.ruling == nil }
    return OfficesState.Tab.allCases.map { tab in
      tab == .conflicts && open > 0 ? "\(tab.label) \(open)" : tab.label
    }
  }

  // MARK: - Offices

  var chosenOffice: OfficeLine? {
    states.offices.tab == .offices ? states.offices.list.chosen(in: lists.city.offices) : nil
  }

  private func officeTable(_ width: Int) -> Table {
    Table(
      [
        .init("局", 8, stretches: true),
        .init("报送件", 6, alignment: .right, leftOutAt: 2),
        .init("记至", 10, leftOutAt: 3),
        .init("静默", 4, alignment: .right),
        .init("件数", 5, alignment: .right),
        .init("资助额", 13, alignment: .right),
        .init("待核定", 6, alignment: .right),
        .init("其金额", 12, alignment: .right, leftOutAt: 1),
        .init("情形", 6),
      ], width: width)
  }

  private func drawOfficeList(into pane: inout Grid) {
    let table = officeTable(pane.columns)
    table.drawHead(into: &pane, row: 0)
    guard !lists.city.offices.isEmpty else {
      pane.write(nothingFound ?? "", row: 2, column: 2, style: .dim)
      return
    }
    for (row, line, isChosen) in states.offices.list.shown(lists.city.offices, height: officesHeight) {
      table.draw(
        [
          pane.columns >= 110 ? line.name : line.short,
          line.office?.gathered.map { $0.bundle.map(String.init) ?? "备份" } ?? "",
          line.day?.description ?? "", line.silent.map(String.init) ?? "", String(line.filings),
          MoneyWording.grouped(line.award, in: 13), line.handedUp.isEmpty ? "" : String(line.handedUp.count),
          line.handedUp.isEmpty ? "" : MoneyWording.grouped(line.handedUpAward, in: 12), line.sign.label,
        ], into: &pane, row: row + 1, style: isChosen ? .selected : .normal)
      guard !isChosen else { continue }
      let style: Style =
        switch line.sign {
        case .damaged, .fork, .held, .unopened: .bad
        case .late, .silent, .awaited: .warning
        case .own, .retired, .current: .dim
        }
      table.restyle(8, into: &pane, row: row + 1, style: style)
    }
    let (filings, waiting) = lists.city.offices.reduce(into: (0, 0)) { sums, line in
      sums.0 += line.filings
      sums.1 += line.handedUp.count
    }
    table.draw(
      [
        sumName, "", "", "", String(filings),
        MoneyWording.grouped(lists.city.offices.reduce(.zero) { $0 + $1.award }, in: 13), String(waiting),
        MoneyWording.grouped(lists.city.offices.reduce(.zero) { $0 + $1.handedUpAward }, in: 12), "",
      ], into: &pane, row: pane.rows - 1, style: .strong)
  }

  private func officeDetail(_ line: OfficeLine, _ width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    var lines = [DecisionLines.Line(text: "\(line.name)（\(line.code)）", style: .strong)]
    func add(_ text: String, _ style: Style = .normal) {
      lines += DecisionLines.wrapped(text, width, style)
    }
    for file in line.waiting { add(OfficesWording.sentence(file), .bad) }
    let lost = state.joint.lostVerdicts.offices.first { $0.writer == line.office?.writer?.writer }
    if let lost { add("它的回执里有本局恢复以前 \(lost.count) 次办理的决定，本库里没有：请主管按 Ctrl-P 选“收回恢复前的决定”。", .bad) }
    if let office = line.office {
      switch line.sign {
      case .awaited: add("入网文件已发出，等它的入网回执；回执用 zizhu office admit 接纳。", .warning)
      case .retired: add("已停止报送；它以前报送的仍在。", .dim)
      case .silent: add("已接纳 \(line.silent ?? 0) 天，还没有收到过报送件。按 F9 打印催报函。", .warning)
      case .late: add("已 \(line.silent ?? 0) 天没有报送。按 F9 打印催报函。", .warning)
      case .own, .damaged, .fork, .held, .unopened, .current: break
      }
      if let gathered = office.gathered {
        let number = gathered.bundle.map { "第 \($0) 号报送件" } ?? "备份"
        add("\(number)，\(MomentWording.local(gathered.at)) 收下，到第 \(gathered.head.sequence) 条。")
        let filings = gathered.cover.reduce(0) { $0 + $1.filings }
        let sum = gathered.cover.reduce(MoneyTotal.zero) { $0 + MoneyTotal($1.award) }
        if !gathered.cover.isEmpty {
          add("交接单：\(filings) 件，按县局核算 \(MoneyWording.grouped(sum)) 元（各年合计）。")
        }
      }
      if office.replies > 0 { add("回执件写到第 \(office.replies) 号。") }
    } else {
      add("本局自己的申报，照常审定，不用上报。", .dim)
    }
    if !line.handedUp.isEmpty {
      add("已上报待核定 \(line.handedUp.count) 件，\(MoneyWording.grouped(line.handedUpAward)) 元（各年）。", .good)
    }
    let kinds = line.conflicts.map(\.kind).counted { OfficesWording.label($0) }
    if !kinds.isEmpty { add("未裁定的冲突：\(kinds)。按右键看。", .warning) }
    return lines
  }

  // MARK: - Conflicts

  var chosenConflict: OfficeConflict? {
    states.offices.tab == .conflicts ? states.offices.list.chosen(in: lists.city.conflicts) : nil
  }

  private func drawConflictList(into pane: inout Grid, _ state: OfficeState) {
    let table = Table(
      [
        .init("类别", 10),
        .init("对象", 16, stretches: true),
        .init("涉及", 12),
        .init("件数", 4, alignment: .right, leftOutAt: 1),
        .init("金额", 12, alignment: .right),
        .init("建议", 12, leftOutAt: 2),
      ], width: pane.columns)
    table.drawHead(into: &pane, row: 0)
    guard !lists.city.conflicts.isEmpty else {
      let text = states.offices.showsRuled ? "各局之间没有冲突。" : "各局之间没有未裁定的冲突。按 0 也看已裁定的。"
      pane.write(nothingFound ?? text, row: 2, column: 2, style: .dim)
      return
    }
    for (row, conflict, isChosen) in states.offices.list.shown(lists.city.conflicts, height: officesHeight) {
      let isRuled = conflict.ruling != nil
      table.draw(
        [
          OfficesWording.label(conflict), conflict.subject,
          OfficeNames.several(ConflictWording.codes(conflict, state), in: state),
          conflict.filings.isEmpty ? "" : String(conflict.filings.count),
          stake(of: conflict),
          ConflictWording.firstChoice(conflict),
        ], into: &pane, row: row + 1, style: isChosen ? .selected : isRuled ? .dim : .normal)
      guard !isChosen, !isRuled, conflict.kind.stopsSteps else { continue }
      table.restyle(0, into: &pane, row: row + 1, style: .bad)
    }
  }

  /// What a conflict is about in a column of twelve: a sum, or pieces of a limit in pieces.
  private func stake(of conflict: OfficeConflict) -> String {
    guard let amount = conflict.amount, amount != .zero else { return "" }
    return conflict.isInPieces
      ? CapWording.figure(amount, isInPieces: true) : MoneyWording.grouped(amount, in: 12)
  }

  private func conflictDetail(
    _ conflict: OfficeConflict, _ width: Int, _ state: OfficeState
  ) -> [DecisionLines.Line] {
    var lines = DecisionLines.wrapped(ConflictWording.sentence(conflict, state), width, .strong)
    if let ruling = conflict.ruling {
      lines += DecisionLines.wrapped(
        "已裁定：\(ConflictWording.label(ruling.verdict, state))（\(ruling.by)：\(ruling.note)）", width, .good)
    }
    lines += ConflictLines.order(conflict, width, state)
    return lines
  }
}
