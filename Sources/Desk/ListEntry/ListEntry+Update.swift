import CaseModel
import Casework
import Cells
import Forms

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

  /// Pasted lines become rows from the row in focus on, tabs become columns from the column in focus on.
  mutating func paste(_ text: String, today: CivilDate, state: OfficeState) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count > 1 || text.contains("\t") else { return type(text, today: today, state: state) }
    remember(.rows)
    var at = max(row, 1)
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { String($0).trimmingSpaces }
      guard !isHeading(cells) else { continue }
      while rows.count <= at { rows.append(columns.map(\.emptied)) }
      put(cells, at, today: today)
      at += 1
    }
    isChanged = true
    row = min(max(1, at - 1), rows.count - 1)
    refresh(today: today, state: state)
  }

  /// A line of column names: no cell of it says anything that its field could read.
  private func isHeading(_ cells: [String]) -> Bool {
    guard columns.contains(where: { $0.kind != .text }) else { return false }
    func hasDigit(_ cell: String) -> Bool {
      cell.unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    }
    return cells.contains { !$0.isEmpty } && !cells.contains(where: hasDigit)
  }

  /// Cells go in as they stand; where there are more of them than fields, each field takes the first cell that it can
  /// read.
  private mutating func put(_ cells: [String], _ place: Int, today: CivilDate) {
    let open = column..<columns.count
    if cells.count <= open.count {
      for (index, cell) in zip(open, cells) { rows[place][index].editor = LineEditor(cell) }
      return
    }
    var left = cells
    for index in open {
      var field = rows[place][index]
      guard
        let found = left.firstIndex(where: { cell in
          field.editor = LineEditor(cell)
          return !cell.isEmpty && field.kind != .text && field.problem(today: today) == nil
        })
      else { continue }
      rows[place][index].editor = LineEditor(left.remove(at: found))
    }
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
    rows.remove(at: row)
    if rows.count == 1 { rows.append(columns.map(\.emptied)) }
    row = min(row, rows.count - 1)
    isChanged = true
    refresh(today: today, state: state)
  }
}

extension String {
  /// Without white space at the ends, of whatever width.
  fileprivate var trimmingSpaces: String {
    let from = drop { $0.isWhitespace }
    return String(from.reversed().drop { $0.isWhitespace }.reversed())
  }
}
