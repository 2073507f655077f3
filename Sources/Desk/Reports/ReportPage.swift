import Cells
import Papers

/// A report of the year as a table with a cursor: each figure opens the filings behind it.
struct ReportPage: Layer {
  /// Columns of the screen that words take at most.
  private static let widest = 28

  let document: PrintedDocument
  let table: ReportTable
  private let widths: [Int]
  private var row = 0
  private var column = 0
  private var top = 0
  /// The first column beside the one that names the row.
  private var first = 1

  init(_ table: ReportTable, _ document: PrintedDocument) {
    self.table = table
    self.document = document
    widths = table.columns.indices.map { column in
      let cells = [table.columns[column].heading] + table.rows.map { $0.shown(column) }
      let widest = cells.map { Text.columns(of: $0) }.max() ?? 0
      return min(widest, Self.widest)
    }
  }

  var heading: String { "报表" }
  var canSave: Bool { true }
  var keyHints: [KeyHint] {
    var hints = [KeyHint(.f(8), "存成文件")]
    if !behind.isEmpty {
      hints.append(KeyHint(.enter, "看申报"))
    } else if !counted.isEmpty {
      hints.append(KeyHint(.enter, "看台账"))
    }
    if !table.rows.isEmpty {
      hints += [KeyHint(.upDown, "换行", isMinor: true), KeyHint(.leftRight, "换栏", isMinor: true)]
    }
    return hints
  }
  var help: [String] { ["光标停在哪个数上，按 Enter 就列出这个数背后的申报；按 F8 存成网页、文本或表格。"] }

  /// The filings behind the figure under the cursor.
  private var behind: [String] {
    guard table.rows.indices.contains(row), table.columns.indices.contains(column) else { return [] }
    return table.rows[row].filings(behind: table.columns[column])
  }

  /// The records of the work register behind the row under the cursor.
  private var counted: [String] { table.rows.indices.contains(row) ? table.rows[row].records : [] }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    let step = ListState.step(key, count: table.rows.count, page: max(1, height(desk) - 1))
    switch key {
    case _ where step != nil: row += step ?? 0
    case .left: column -= 1
    case .right: column += 1
    case .enter where behind.isEmpty && !counted.isEmpty: return .opens(RecordsPage(name, counted, desk))
    case .enter:
      guard !behind.isEmpty else { return .warns("这一格背后没有申报。") }
      return .shows(FilingCriteria(only: .init(name: name, filings: behind)))
    default: return .passes
    }
    reveal(desk)
    return .stays()
  }

  /// What the figure under the cursor is, in a few words.
  private var name: String {
    let row = table.rows[row].cells.first?.shown ?? ""
    let column = column == 0 ? "" : table.columns[column].heading
    return [row, column].filter { !$0.isEmpty }.joined(separator: " ")
  }

  mutating func point(row pressed: Int, column: Int, _ desk: Surroundings) -> Bool {
    let place = top + pressed - 2
    guard pressed >= 2, pressed < 2 + height(desk), table.rows.indices.contains(place) else { return false }
    defer { row = place }
    return row == place
  }

  mutating func renew(_ desk: Surroundings) { reveal(desk) }

  mutating func save(_ desk: Surroundings) -> Answer { .opens(PrintFile(document, desk)) }

  /// Keeps the cursor on the table and in sight.
  private mutating func reveal(_ desk: Surroundings) {
    row = max(0, min(row, table.rows.count - 1))
    column = max(0, min(column, table.columns.count - 1))
    var list = ListState(chosen: row, top: top)
    list.reveal(count: table.rows.count, height: height(desk))
    top = list.top
    if column > 0, column < first { first = column }
    first = shown(desk.columns).lowerBound
  }

  // MARK: - Drawing

  private func height(_ desk: Surroundings) -> Int { max(1, desk.rows - 2 - notes(desk).count) }

  /// What the figures mean, where there is room for it.
  private func notes(_ desk: Surroundings) -> [String] {
    guard desk.rows >= 18 else { return [] }
    return Array(table.notes.flatMap { Text.wrapped($0, to: desk.columns - 3) }.prefix(3))
  }

  /// The columns that have room beside the one that names the row.
  private func shown(_ width: Int) -> Range<Int> {
    Table.shown(
      widths.map { $0 + 2 }, from: first, holding: column, in: width - 2 - (widths.first ?? 0))
  }

  /// The columns in sight, the one that names the row always first.
  private func layout(_ shown: Range<Int>, _ width: Int) -> (columns: [Int], table: Table) {
    let columns = widths.isEmpty ? [] : [0] + shown
    let most = max(1, width - 4 - (widths.first ?? 0))
    return (
      columns,
      Table(
        columns.map { column in
          .init(
            table.columns[column].heading, column == 0 ? widths[0] : min(widths[column], most),
            alignment: table.columns[column].isNumber ? .right : .left)
        }, width: width, gap: 2)
    )
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    pane.write(table.title, row: 0, column: 1, width: pane.columns - 2, style: .strong)
    let place = ListPlace(ListState(chosen: row), count: table.rows.count)
    place.draw(into: &pane, row: 0)
    let shown = shown(pane.columns)
    let (columns, layout) = layout(shown, pane.columns)
    layout.drawHead(into: &pane, row: 1)
    if widths.count > 1 { drawMore(shown, beside: place, into: &pane) }
    guard !table.rows.isEmpty else {
      // Which year, or all of them, its title says.
      pane.write("没有这方面的内容。", row: 3, column: 2, style: .dim)
      return
    }
    let list = ListState(chosen: row, top: top)
    for (line, row, isChosen) in list.shown(table.rows, height: height(desk)) {
      layout.draw(
        columns.map(row.shown), into: &pane, row: line + 2,
        style: isChosen ? .selected : row.isTotal ? .strong : .normal)
      guard isChosen, let here = columns.firstIndex(of: column) else { continue }
      layout.restyle(here, into: &pane, row: line + 2, style: .fieldFocused)
    }
    let notes = notes(desk)
    for (line, note) in notes.enumerated() {
      pane.write(
        note, row: pane.rows - notes.count + line, column: 1, width: pane.columns - 2, style: .dim)
    }
  }

  /// Whether there are columns to the left or the right of those in sight.
  private func drawMore(_ shown: Range<Int>, beside place: ListPlace, into pane: inout Grid) {
    let (left, right) = (shown.lowerBound - 1, widths.count - shown.upperBound)
    guard left > 0 || right > 0 else { return }
    let text = [left > 0 ? "左边还有 \(left) 栏" : "", right > 0 ? "右边还有 \(right) 栏" : ""]
      .filter { !$0.isEmpty }.joined(separator: "，")
    let width = Text.columns(of: text)
    pane.write(
      text, row: 0, column: max(1, pane.columns - 3 - place.width - width), width: width, style: .dim)
  }
}
