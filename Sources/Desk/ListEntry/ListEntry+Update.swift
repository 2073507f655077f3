import CaseModel
import Casework
import Cells
import Forms
import Interchange

extension ListEntry {
  mutating func type(_ text: String, today: CivilDate, state: OfficeState) {
    edit(.typing(row: row, column: column), today: today, state: state) { $0.insert(text) }
  }

  mutating func press(_ key: Key, today: CivilDate, state: OfficeState) {
    let before = (row, column)
    defer { if before != (row, column), isCell { rows[row][column].editor.selectAll() } }
    switch key {
    case .tab: step(by: 1)
    case .enter: step(by: 1)
    case .backTab: step(by: -1)
    case .down: move(to: row + 1)
    case .up: move(to: row - 1)
    case .pageDown: move(to: row + 10)
    case .pageUp: move(to: row - 10)
    case .left: if !moveCaret({ $0.left() }) { step(by: -1) }
    case .right: if !moveCaret({ $0.right() }) { step(by: 1) }
    case .home: _ = moveCaret { $0.home() }
    case .end: _ = moveCaret { $0.end() }
    case .backspace: edit(deleting, today: today, state: state) { $0.backspace() }
    case .delete: edit(deleting, today: today, state: state) { $0.delete() }
    case .control("u"): edit(deleting, today: today, state: state) { $0.clear() }
    case .control("d"): copyFromAbove(today: today, state: state)
    case .control("y"): removeRow(today: today, state: state)
    default: break
    }
  }

  /// Pasted lines become rows from the row in focus on. With a row of headings each column goes where its heading
  /// says; without one, columns go one after another from the column in focus on. What is to be told of it is given
  /// back: where more cells stand than there are columns nothing is guessed, and nothing is put.
  mutating func paste(_ text: String, today: CivilDate, state: OfficeState) -> Notice? {
    guard text.contains("\t") || text.split(whereSeparator: \.isNewline).count > 1 else {
      type(text, today: today, state: state)
      return nil
    }
    let table = PastedTable(text, item: item, policy: state.policy)
    guard !table.rows.isEmpty else { return Notice(.warning, "粘贴的内容里没有可以录入的行。") }
    let open = columns.count - column
    if table.inputs == nil, let widest = table.rows.map(\.count).max(), widest > open {
      let names = columns[column...].map(\.label).joined(separator: "、")
      return Notice(
        .warning, "没有放进去：粘贴的有 \(widest) 栏，这里只有 \(open) 栏（\(names)）。请连栏目名称一起粘贴，或只复制这几栏。")
    }
    remember(.rows)
    let first = max(row, 1)
    for (at, cells) in zip(first..., table.rows) {
      while rows.count <= at { rows.append(columns.map(\.emptied)) }
      put(cells, at, table.inputs)
    }
    isChanged = true
    row = min(first + table.rows.count - 1, rows.count - 1)
    refresh(today: today, state: state)
    return told(of: table)
  }

  private mutating func put(_ cells: [String], _ place: Int, _ inputs: [String?]?) {
    guard let inputs else {
      for (index, cell) in zip(column..., cells) { rows[place][index].editor = LineEditor(cell) }
      return
    }
    for (id, cell) in zip(inputs, cells) where !cell.isEmpty {
      guard let index = columns.firstIndex(where: { $0.id == id }) else { continue }
      // A second column that says the same fills what the first leaves empty.
      if rows[place][index].isEmpty { rows[place][index].editor = LineEditor(cell) }
    }
  }

  private func told(of table: PastedTable) -> Notice? {
    var sentences: [String] = []
    if table.inputs != nil { sentences.append("第一行当作栏目名称。") }
    if !table.unused.isEmpty { sentences.append("没有用到：\(table.unused.joined(separator: "、"))。") }
    if table.sums > 0 { sentences.append("合计、落款行 \(table.sums) 行没有录入。") }
    return sentences.isEmpty ? nil : Notice(.good, "粘贴 \(table.rows.count) 行。" + sentences.joined())
  }

  // MARK: - Moving

  private mutating func step(by step: Int) {
    var next = column + step
    if next >= columns.count {
      next = 0
      move(to: row + 1)
    } else if next < 0 {
      guard row > 0 else { return }
      next = columns.count - 1
      move(to: row - 1)
    }
    column = next
  }

  /// Moves to a row; below the last one that is filled a new one begins.
  private mutating func move(to place: Int) {
    let last = rows.count - 1
    if place > last, rows[last].contains(where: { !$0.isEmpty }) { rows.append(columns.map(\.emptied)) }
    // Below the common values the list begins at its first column.
    if row == 0, place > 0 { column = 0 }
    row = max(0, min(place, rows.count - 1))
  }

  private mutating func moveCaret(_ change: (inout LineEditor) -> Void) -> Bool {
    guard isCell else { return false }
    let before = rows[row][column].editor.caret
    change(&rows[row][column].editor)
    return rows[row][column].editor.caret != before
  }

  private var isCell: Bool { rows.indices.contains(row) && rows[row].indices.contains(column) }

  // MARK: - Changing

  private var deleting: Step { .deleting(row: row, column: column) }

  private mutating func edit(
    _ step: Step, today: CivilDate, state: OfficeState, _ change: (inout LineEditor) -> Void
  ) {
    guard isCell else { return }
    remember(step)
    isChanged = true
    change(&rows[row][column].editor)
    refresh(today: today, state: state)
  }

  private mutating func copyFromAbove(today: CivilDate, state: OfficeState) {
    guard isCell, row > 0 else { return }
    let above = rows[row - 1][column].editor.text
    edit(.rows, today: today, state: state) { $0.replace(above) }
  }

  private mutating func removeRow(today: CivilDate, state: OfficeState) {
    guard row > 0, rows.indices.contains(row) else { return }
    remember(.rows)
    remove(row)
    if rows.count == 1 { rows.append(columns.map(\.emptied)) }
    row = min(row, rows.count - 1)
    isChanged = true
    refresh(today: today, state: state)
  }
}
