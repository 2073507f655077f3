import Casework
import Cells
import Interchange

/// Asks what the columns of a pasted table are, where neither its headings nor what was said before tell.
struct PastedColumns: ChoosingLayer {
  private var table: PastedTable
  private let question: PastedTable.Question
  /// The columns of the list.
  private let fields: [Field]
  private var list = ListState()
  /// What the chosen column can be read as, while that is open.
  var choices: ChoiceList?

  init(_ table: PastedTable, _ question: PastedTable.Question, of entry: ListEntry) {
    self.table = table
    self.question = question
    fields = entry.columns
    if case .vague(let heading) = question {
      list.chosen = table.columns.firstIndex { $0.heading == heading } ?? 0
    }
  }

  var heading: String { "粘贴的栏目" }
  var canSave: Bool { true }
  /// The rows are nowhere else.
  var isChanged: Bool { true }
  var help: [String] { ["逐栏按 F4 指明读作哪一栏，不要的选“不读”；按 F8 放进列表。指明过的，下次粘贴同样的表照用。"] }

  var keyHints: [KeyHint] {
    if choices != nil { return KeyHint.ofChoices }
    return [KeyHint(.f(8), "放进列表"), KeyHint(.f(4), "读作"), KeyHint(.upDown, "换栏", isMinor: true)]
  }

  /// Why it is asked.
  var why: String {
    switch question {
    case .noHeadings:
      "没有放进去：粘贴的有 \(table.columns.count) 栏，列表有 \(fields.count) 栏，没有栏目名称。请指明各栏，再按 F8。"
    case .vague(let heading):
      "没有放进去：“\(heading)”看不准是\(names(of: heading))。请指明，再按 F8。"
    case .twoCells(let row, let one, let other):
      "没有放进去：第 \(row) 行的“\(one)”和“\(other)”不同。请把其中一栏改为不读，再按 F8。"
    }
  }

  private func names(of heading: String) -> String {
    let column = table.columns.first { $0.heading == heading }
    return (column?.mayMean ?? []).map(label).joined(separator: "还是")
      + ((column?.mayMean.count ?? 0) == 1 ? "还是别的" : "")
  }

  private func label(_ input: String) -> String { fields.first { $0.id == input }?.label ?? input }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    if isListOpen { return pressInChoices(key, desk) }
    let (count, height) = (table.columns.count, height(desk))
    switch key {
    case _ where list.press(key, count: count, height: height): break
    case .backTab: list.move(by: -1, count: count, height: height)
    case .tab: list.move(by: 1, count: count, height: height)
    case .enter, .f(4), .alt("4"): openChoices()
    default: return .passes
    }
    return .stays()
  }

  private mutating func openChoices() {
    guard let column = list.chosen(in: table.columns) else { return }
    // What it may mean comes first.
    let first = fields.filter { column.mayMean.contains($0.id) }
    let rest = fields.filter { !column.mayMean.contains($0.id) }
    let meanings = (first + rest).map { Field.Choice(id: $0.id, label: $0.label) }
    choices = ChoiceList([Field.Choice(id: "", label: "不读")] + meanings, at: column.input ?? "")
  }

  mutating func pick(_ choice: Field.Choice, _ desk: Surroundings) -> Answer {
    table.columns[list.chosen].input = choice.id.isEmpty ? nil : choice.id
    list.chosen = min(list.chosen + 1, table.columns.count - 1)
    return .stays()
  }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    if isListOpen { return choices?.point(row: row, of: desk.rows) == true }
    let place = list.top + row - 2
    guard row >= 2, table.columns.indices.contains(place) else { return false }
    defer { list.chosen = place }
    return list.chosen == place
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    guard table.columns.contains(where: { $0.input != nil }) else { return .fails("没有放进去：请至少指明一栏。") }
    if case .twoCells(let row, let one, let other)? = table.twoCells {
      return .fails("没有放进去：第 \(row) 行的“\(one)”和“\(other)”不同，只能读其中一栏。")
    }
    let table = table
    return .works { model, state in
      model.close()
      let today = model.device.today
      let notice = model.change(ListEntry.self) { $0.put(table, byName: true, today: today, state: state) }
      model.message = notice ?? nil
      model.seat.columnsKept.add(table.mapping)
      return [.keepColumns(table.mapping)]
    }
  }

  // MARK: - Drawing

  private func height(_ desk: Surroundings) -> Int { max(1, desk.rows - 2) }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    if let choices { return choices.draw(into: &pane) }
    pane.write(
      "粘贴了 \(table.rows.count) 行，各栏读作：", row: 0, column: 1, width: pane.columns - 2, style: .strong)
    let columns = Table(
      [.init("粘贴的栏目", 20), .init("第一行的内容", 26), .init("读作", 20, stretches: true)], width: pane.columns)
    columns.draw(
      Array(table.columns.enumerated()), of: list, from: 1, into: &pane,
      style: { $0.element.input == nil ? .dim : .normal }
    ) { [table.name($0.offset), $0.element.sample, $0.element.input.map(label) ?? "不读"] }
  }
}
