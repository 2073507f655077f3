import CaseModel
import Casework
import Cells
import Interchange

extension ListEntry {
  mutating func type(_ text: String, today: CivilDate, state: OfficeState) {
    edit(.typing(row: row, column: column), today: today, state: state) { $0.insert(text) }
  }

  mutating func press(_ key: Key, today: CivilDate, state: OfficeState) {
    let before = (row, column)
    defer {
      if before.0 != row { isTabbed = false }
      if before != (row, column), isCell { rows[row][column].editor.selectAll() }
    }
    switch key {
    case .tab:
      if !isTabbed { (isTabbed, rowBegan) = (true, column) }
      step(by: 1)
    case .enter:
      // As in a spreadsheet, and as a table comes in that a terminal types instead of pasting it.
      guard isTabbed, row > 0 else { return step(by: 1) }
      let began = rowBegan
      move(to: row + 1)
      column = began
    case .backTab: step(by: -1)
    case .down: move(to: row + 1)
    case .up: move(to: row - 1)
    case .pageDown: move(to: row + 10)
    case .pageUp: move(to: row - 10)
    case .left: if !moveCaret({ $0.left() }) { step(by: -1) }
    case .right: if !moveCaret({ $0.right() }) { step(by: 1) }
    case .control("d"): copyFromAbove(today: today, state: state)
    case .control("y"): removeRow(today: today, state: state)
    default:
      if let change = LineEditor.change(by: key) {
        edit(.deleting(row: row, column: column), today: today, state: state, change)
      } else if let move = LineEditor.move(by: key) {
        _ = moveCaret(move)
      }
    }
  }

  /// What a paste comes to.
  enum Pasted {
    /// It is in the rows, or not; what is to be told of it.
    case told(Notice?)
    /// Nothing is put before somebody says what its columns are.
    case asks(PastedTable, PastedTable.Question)
  }

  /// Pasted lines become rows from the row in focus on. With a row of headings each column goes where its heading
  /// says, or where the office has said it goes; without one, columns go one after another from the column in focus on.
  /// Where that is not plain nothing is guessed.
  mutating func paste(_ text: String, kept: OldLedgerMapping, today: CivilDate, state: OfficeState) -> Pasted
  {
    guard text.contains("\t") || text.split(whereSeparator: \.isNewline).count > 1 else {
      type(text, today: today, state: state)
      return .told(nil)
    }
    let table = PastedTable(text, item: item, policy: state.policy, kept: kept)
    guard !table.rows.isEmpty else { return .told(Notice(.warning, "粘贴的内容里没有可以录入的行。")) }
    if let question = table.question(open: columns.count - column) { return .asks(table, question) }
    return .told(put(table, byName: table.hasHeadings, today: today, state: state))
  }

  /// Puts the rows of a table into the list: by what its columns are read as, or one after another.
  mutating func put(_ table: PastedTable, byName: Bool, today: CivilDate, state: OfficeState) -> Notice? {
    remember(.rows)
    let rows = table.rows
    let inputs = byName ? table.inputs : []
    let first = firstRow(for: rows, inputs)
    for number in rows.indices {
      let place = first + number
      while self.rows.count <= place { self.rows.append(columns.map(\.emptied)) }
      if byName {
        for index in columns.indices {
          guard let text = inputs[number][columns[index].id] else { continue }
          self.rows[place][index].editor = LineEditor(text)
        }
      } else {
        for (index, cell) in zip(column..., rows[number]) where columns.indices.contains(index) {
          self.rows[place][index].editor = LineEditor(cell)
        }
      }
    }
    isChanged = true
    row = min(first + rows.count - 1, self.rows.count - 1)
    isTabbed = false
    refresh(today: today, state: state)
    return told(of: table, byName: byName)
  }

  /// Where pasted rows begin: in the row in focus, or below all others where they would cover what stands there.
  private func firstRow(for rows: [[String]], _ inputs: [[String: String]]) -> Int {
    let first = max(row, 1)
    func isCovered(_ number: Int, _ index: Int) -> Bool {
      inputs.isEmpty
        ? rows[number].indices.contains(index - column) : inputs[number][columns[index].id] != nil
    }
    let covers = rows.indices.contains { number in
      self.rows.indices.contains(first + number)
        && columns.indices.contains { isCovered(number, $0) && !self.rows[first + number][$0].isEmpty }
    }
    guard covers, let last = self.rows.lastIndex(where: { $0.contains { !$0.isEmpty } }) else { return first }
    return max(last + 1, 1)
  }

  private func told(of table: PastedTable, byName: Bool) -> Notice? {
    var sentences: [String] = []
    if table.hasHeadings { sentences.append("第一行当作栏目名称。") }
    if !table.unused.isEmpty { sentences.append("没有用到：\(table.unused.joined(separator: "、"))。") }
    if table.sums > 0 { sentences.append("合计、落款行 \(table.sums) 行没有录入。") }
    guard byName || !sentences.isEmpty else { return nil }
    return Notice(.good, "粘贴 \(table.rows.count) 行。" + sentences.joined())
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
