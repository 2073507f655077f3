import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

extension ListEntry {
  private static let verdictWidth = 11
  private static let leastMoneyWidth = 11

  /// - Parameter papers: what was found of the papers, which holds for every row.
  func draw(into pane: inout Grid, papers: String, today: CivilDate, state: OfficeState) {
    pane.write(
      "\(Labels.articleName(item.article)) \(item.label)  收件 \(received)  \(applicant.name)", row: 0,
      column: 1,
      width: pane.columns - 2, style: .strong)
    let (table, foot) = pane.area.splitTop(1).rest.splitBottom(footHeight(of: pane.rows))
    pane.within(table) { drawTable(into: &$0) }
    pane.within(foot) { drawFoot(into: &$0, papers: papers, today: today, state: state) }
  }

  private func footHeight(of rows: Int) -> Int { min(2 + preview.caps.count + 3, max(3, rows / 3)) }

  // MARK: - The table

  /// The place of the row that stands on a line of a pane so high; nil where none does.
  func place(at line: Int, of rows: Int) -> Int? {
    // A heading, the names of the columns, and the common row stand above.
    let below = line - 3
    let height = max(1, rows - 1 - footHeight(of: rows) - 2)
    if below == -1 { return 0 }
    let place = Self.top(row: row, height: height) + below
    return (0..<height).contains(below) && self.rows.cells.indices.contains(place) ? place : nil
  }

  /// The columns' widths: at least what their values need, and with room to spare their whole names.
  private func widths(in room: Int) -> [Int] {
    var widths = columns.map(leastWidth)
    var spare = room - widths.reduce(0, +)
    for index in columns.indices where spare > 0 {
      let more = min(spare, max(0, Text.columns(of: columns[index].label) + 1 - widths[index]))
      widths[index] += more
      spare -= more
    }
    return widths
  }

  private func leastWidth(_ field: Field) -> Int {
    let wanted =
      switch field.kind {
      case .applicationNumber: 17
      case .date: 11
      case .money: 13
      case .flag: 6
      case .count, .year: 7
      case .choice: 10
      case .text: 16
      }
    // Yes or no needs little room, whatever its name; the foot tells the name of the field in focus.
    return field.kind == .flag ? wanted : max(wanted, min(Text.columns(of: field.label), 10) + 1)
  }

  /// What stands at the end of a row: its outcome, its award, and what is left under its cap.
  private func end(of verdict: ListPreview.Row) -> [String] {
    let left = verdict.roomLeft.map { CapWording.figure($0.left, isInPieces: $0.isInPieces) }
    return [
      Labels.label(verdict.decision.outcome), MoneyWording.grouped(verdict.decision.award), left ?? "",
    ]
  }

  /// The widths of the columns at the end: no award and no limit is cut, whatever its size.
  private var endWidths: [Int] {
    let ends = preview.rows.map(end)
    return [Self.verdictWidth]
      + (1...2).map { place in
        ends.reduce(Self.leastMoneyWidth) { max($0, Text.columns(of: $1[place]) + 1) }
      }
  }

  private func drawTable(into pane: inout Grid) {
    let ends = endWidths
    let room = pane.columns - 5 - ends.reduce(0, +) - 1
    let widths = widths(in: room)
    // Those that have room, the one in focus among them.
    let shown = Table.shown(widths, from: 0, holding: column, in: room)
    let table = Table(
      [.init("", 4, alignment: .right)] + shown.map { .init(columns[$0].label, widths[$0] - 1) } + [
        .init("", 0, stretches: true), .init("结论", ends[0] - 1),
        .init("资助额", ends[1] - 1, alignment: .right), .init("限额余", ends[2] - 1, alignment: .right),
      ], width: pane.columns, margin: 0)
    table.drawHead(into: &pane, row: 0)

    let height = max(1, pane.rows - 2)
    drawRow(0, label: "通用", shown, table, into: &pane, at: 1)
    let top = Self.top(row: row, height: height)
    for (line, place) in (top..<max(top, min(rows.cells.count, top + height))).enumerated() {
      drawRow(place, label: String(number(ofRow: place)), shown, table, into: &pane, at: line + 2)
    }
  }

  /// The first row shown where `height` of them have room.
  private static func top(row: Int, height: Int) -> Int { max(1, row - height + 1) }

  private func drawRow(
    _ place: Int, label: String, _ shown: Range<Int>, _ table: Table, into pane: inout Grid, at line: Int
  ) {
    let isFocused = place == row
    let verdict = verdict(ofRow: place)
    let blanks = [String](repeating: "", count: shown.count + 1)
    table.draw([label] + blanks + (verdict.map(end) ?? []), into: &pane, row: line, style: .normal)
    table.restyle(0, into: &pane, row: line, style: isFocused ? .strong : .dim)
    if let verdict {
      table.restyle(shown.count + 2, into: &pane, row: line, style: verdict.decision.outcome.style)
    }
    for (number, index) in shown.enumerated() {
      guard let at = table.place(of: number + 1) else { continue }
      let isEdited = isFocused && index == column
      let editor = isEdited ? rows.cells[place][index].editor : LineEditor(rows.cells[place][index].plainText)
      EditedText(editor: editor, isFocused: isEdited).draw(
        into: &pane, row: line, column: at.lowerBound, width: at.count)
    }
  }

  // MARK: - Below it

  /// The sum, the caps before and after, and what is wrong with the row in focus.
  private func drawFoot(into pane: inout Grid, papers: String, today: CivilDate, state: OfficeState) {
    pane.horizontalLine(row: 0)
    let standing = preview.rows.filter { $0.decision.outcome.isServed }.count
    let rows = pane.writeWrapped(
      "\(preview.rows.count) 行，可保存 \(standing) 行，资助 \(MoneyWording.grouped(preview.award)) 元"
        + (standing < preview.rows.count ? "；不成立 \(preview.rows.count - standing) 行，按 F7 逐行看" : "")
        + (doubts.isEmpty ? "" : "；请核对 \(doubts.count) 行") + (papers.isEmpty ? "" : "；材料\(papers)"), row: 1,
      column: 1, width: pane.columns - 2, height: 2, style: .strong)
    var line = 1 + rows
    for cap in preview.caps where line < pane.rows {
      let (name, before, after) = CapWording.left(cap, state.policy)
      pane.write("\(name)  余额 \(before) -> \(after)", row: line, column: 1, width: pane.columns - 2)
      line += 1
    }
    for sentence in problems(today: today, state: state) where line < pane.rows {
      line += pane.writeWrapped(
        sentence, row: line, column: 1, width: pane.columns - 2, height: pane.rows - line, style: .warning)
    }
  }

  /// What is wrong with the field in focus, else why its row does not stand.
  private func problems(today: CivilDate, state: OfficeState) -> [String] {
    var lines: [String] = []
    if let field = rows.cell {
      let text = field.problem(today: today) ?? field.reading(today: today) ?? field.hint
      lines.append(field.label + (text.isEmpty ? "" : "：" + text))
    }
    if row == 0 { return lines + ["通用：这一行填的内容，用于下面各行没有填的栏。可从电子表格粘贴多行。"] }
    guard let verdict = verdict(ofRow: row),
      let number = filled().firstIndex(where: { $0.place == row })
    else { return lines }
    let drafts = drafts(today: today, state: state)
    guard drafts.indices.contains(number) else { return lines }
    return lines
      + ReasonWording.sentences(
        verdict.decision, item: state.policy.item(verdict.item), policy: state.policy, filing: drafts[number])
      + (doubts[row] ?? [])
  }
}

extension Field {
  /// What was typed, a number of an application without its dress so that it fits its column.
  fileprivate var plainText: String {
    guard kind == .applicationNumber else { return editor.text }
    switch ApplicationNumber.read(editor.text) {
    case .number(let number), .wrongCheck(let number): return number.description
    default: return editor.text
    }
  }
}
