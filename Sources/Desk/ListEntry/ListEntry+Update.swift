import CaseModel
import Casework
import Cells
import Interchange

extension ListEntry {
  mutating func type(_ text: String, today: CivilDate, state: OfficeState) {
    edit(.typing(row: row, column: column), today: today, state: state) { field in
      field.edit { $0.insert(text) }
    }
  }

  mutating func press(_ key: Key, today: CivilDate, state: OfficeState) {
    let before = row
    defer { if before != row { tabbed = nil } }
    switch key {
    case .tab:
      if tabbed == nil { tabbed = column }
      rows.step(by: 1)
    case .enter:
      // As in a spreadsheet, and as a table comes in that a terminal types instead of pasting it.
      if let tabbed, row > 0 { rows.move(to: row + 1, column: tabbed) } else { rows.step(by: 1) }
    case .backTab: rows.step(by: -1)
    case .down: rows.move(to: row + 1)
    case .up: rows.move(to: row - 1)
    case .pageDown: rows.move(to: row + 10)
    case .pageUp: rows.move(to: row - 10)
    case .control("d"): copyFromAbove(today: today, state: state)
    case .control("y"):
      if row > 0 {
        change(.rows, today: today, state: state) { $0.keep((1..<$0.cells.count).filter { $0 != before }) }
      }
    default:
      if let change = LineEditor.change(by: key) {
        edit(.deleting(row: row, column: column), today: today, state: state) { $0.edit(change) }
      } else if let move = LineEditor.move(by: key), !moveCaret(move) {
        // From the end of a cell to the next one.
        if key == .left { rows.step(by: -1) } else if key == .right { rows.step(by: 1) }
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
    guard !table.rows.isEmpty else { return .told(Notice(.warning, "粘贴的内容里没有可以录入的行，请选中要录入的各行再复制粘贴。")) }
    if let question = table.question(open: columns.count - column) { return .asks(table, question) }
    return .told(put(table, byName: table.hasHeadings, today: today, state: state))
  }

  /// Puts the rows of a table into the list: by what its columns are read as, or one after another.
  mutating func put(_ table: PastedTable, byName: Bool, today: CivilDate, state: OfficeState) -> Notice? {
    let texts = table.rows.indices.map { number -> [Int: String] in
      guard byName else {
        return Dictionary(uniqueKeysWithValues: zip(column..., table.rows[number]).map { ($0, $1) })
      }
      let named = columns.enumerated().compactMap { index, field in
        table.inputs[number][field.id].map { (index, $0) }
      }
      return Dictionary(uniqueKeysWithValues: named)
    }
    change(.rows, today: today, state: state) { rows in
      // Where they would cover what stands there they begin below all others.
      let here = max(rows.row, 1)
      let covers = texts.indices.contains { rows.isCovered(here + $0, texts[$0].keys) }
      let first = covers ? rows.firstFree : here
      for (number, texts) in texts.enumerated() { rows.put(texts, inRow: first + number) }
      rows.show(row: first + texts.count - 1)
    }
    tabbed = nil
    return told(of: table, byName: byName)
  }

  private func told(of table: PastedTable, byName: Bool) -> Notice? {
    var sentences: [String] = []
    if table.hasHeadings { sentences.append("第一行当作栏目名称。") }
    if !table.unused.isEmpty { sentences.append("没有用到：\(table.unused.joined(separator: "、"))。") }
    if table.sums > 0 { sentences.append("合计、落款行 \(table.sums) 行没有录入。") }
    guard byName || !sentences.isEmpty else { return nil }
    return Notice(.good, "粘贴 \(table.rows.count) 行。" + sentences.joined())
  }

  private mutating func moveCaret(_ move: (inout LineEditor) -> Void) -> Bool {
    let before = rows.cell?.editor.caret
    rows.change { move(&$0.editor) }
    return rows.cell?.editor.caret != before
  }

  private mutating func edit(
    _ step: Step, today: CivilDate, state: OfficeState, _ work: (inout Field) -> Void
  ) {
    if rows.isCell { change(step, today: today, state: state) { $0.change(work) } }
  }

  private mutating func copyFromAbove(today: CivilDate, state: OfficeState) {
    guard rows.isCell, row > 0 else { return }
    let above = rows.cells[row - 1][column].editor.text
    edit(.rows, today: today, state: state) { field in field.edit { $0.replace(above) } }
  }
}
