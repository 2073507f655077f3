import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

extension TickForm {
  private static func table(_ width: Int) -> Table {
    Table(
      [
        .init("", 3), .init("材料", 20, stretches: true), .init("应交", 12, leftOutAt: 1),
        .init("原件", 4), .init("份数", 4, alignment: .right), .init("页数", 4, alignment: .right),
        .init("结果", width >= 100 ? 34 : 18),
      ], width: width)
  }

  private func height(_ rows: Int) -> Int { max(1, rows - 4) }
  private func list(_ rows: Int) -> ListState { ListState(chosen: chosen, height: height(rows)) }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    let place = row - 2 + list(desk.rows).top
    guard (2..<2 + height(desk.rows)).contains(row), rows.indices.contains(place) else { return false }
    choose(place)
    return false
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    pane.write(title(desk), row: 0, column: 1, width: pane.columns - 2, style: .strong)
    let table = Self.table(pane.columns)
    table.drawHead(into: &pane, row: 1)
    for (line, row, isChosen) in list(pane.rows).shown(rows, height: height(pane.rows)) {
      table.draw(cells(of: row), into: &pane, row: line + 2, style: isChosen ? .selected : .normal)
      guard isChosen, let place = table.place(of: Self.column(of: part)) else { continue }
      table.restyle(Self.column(of: part), into: &pane, row: line + 2, style: .fieldFocused)
      pane.placeCaret(row: line + 2, column: place.lowerBound + caret(row, place.count))
    }
    guard rows.indices.contains(chosen) else { return }
    // The row's words in full, which its columns may have cut.
    let row = rows[chosen]
    pane.write(
      "\(row.paper.label)：\(Self.finding(row))", row: pane.rows - 1, column: 1, width: pane.columns - 2,
      style: .dim)
  }

  private func title(_ desk: Surroundings) -> String {
    let open = rows.count { $0.tick == nil && !$0.paper.optional }
    guard case .filed(let filing, _) = subject else {
      guard case .draft(let name) = subject else { return "" }
      return "新申报 \(name)  未核对 \(open) 项"
    }
    let name = desk.state.file(filing).flatMap { desk.state.applicant($0.filing.applicant)?.name } ?? ""
    return "\(filing)  " + (isOpen ? "未核对 \(open) 项" : "已审定或结案，只能查看") + "  \(name)"
  }

  private static func column(of part: Part) -> Int {
    switch part {
    case .finding: 0
    case .original: 3
    case .copies: 4
    case .pages: 5
    case .why: 6
    }
  }

  private func caret(_ row: TickRow, _ width: Int) -> Int {
    switch part {
    case .finding: 1
    case .original: 0
    case .copies, .pages: width - 1
    case .why: min(width - 1, Text.columns(of: Self.finding(row)))
    }
  }

  private func cells(of row: TickRow) -> [String] {
    let (copies, pages) = (row.tick?.copies ?? 0, row.tick?.pages ?? 0)
    return [
      Self.mark(row), row.paper.label, TickWording.asked(row.paper),
      row.tick.map { $0.hasOriginal ? "有" : "无" } ?? "", copies == 0 ? "" : String(copies),
      pages == 0 ? "" : String(pages), Self.finding(row),
    ]
  }

  /// Told by more than colour: a tick, a cross, or nothing yet.
  private static func mark(_ row: TickRow) -> String {
    guard row.tick != nil else { return "[ ]" }
    return row.fault == nil ? "[v]" : "[x]"
  }

  private static func finding(_ row: TickRow) -> String {
    guard let tick = row.tick else { return row.paper.optional ? "需要时才交" : "未核对" }
    if case .failing(let why) = tick.verdict { return why }
    return row.fault.map(TickWording.words) ?? "齐备"
  }

}
