import CaseModel
import Cells

/// The choices of a field, open beside the form to pick one from.
struct ChoiceList: Sendable {
  private let all: [Field.Choice]
  /// Those of them that what is typed finds.
  private(set) var choices: [Field.Choice]
  var highlighted: Int
  /// What is typed to find one.
  private(set) var query = LineEditor()

  /// So many of what was entered before are offered.
  static let longest = 30

  /// Nil where there are none; the one that is told stands out, or the first.
  init?(_ choices: [Field.Choice], at chosen: String? = nil) {
    guard !choices.isEmpty else { return nil }
    (all, self.choices) = (choices, choices)
    highlighted = choices.firstIndex { $0.id == chosen } ?? 0
  }

  /// Nil where the field has no choices.
  init?(of field: Field) {
    guard case .choice(let choices) = field.kind else { return nil }
    self.init(choices, at: field.choice?.id)
  }

  mutating func move(by rows: Int) { highlighted = max(0, min(highlighted + rows, choices.count - 1)) }

  enum Answer {
    case stays
    case picked(Field.Choice)
    case closes
  }

  /// Handles a key while the list is open.
  mutating func press(_ key: Key) -> Answer {
    if let rows = ListState.step(key, count: choices.count, page: 10) { move(by: rows) }
    switch key {
    case .enter, .tab: if let picked { return .picked(picked) }
    case .escape, .f(10), .alt("0"): return .closes
    default: if let change = LineEditor.change(by: key) { search(change) }
    }
    return .stays
  }

  /// Typing narrows the list down, by name, pinyin or initials; a number goes to that choice.
  mutating func type(_ text: String) { search { $0.insert(text) } }

  private mutating func search(_ change: (inout LineEditor) -> Void) {
    change(&query)
    if let number = Int(TextFolding.search(query.text)), all.indices.contains(number - 1) {
      (choices, highlighted) = (all, number - 1)
    } else {
      (choices, highlighted) = (all.filter { $0.isFound(by: query.text) }, 0)
    }
  }

  private var picked: Field.Choice? { choices.indices.contains(highlighted) ? choices[highlighted] : nil }

  /// The list in so many rows, the uppermost of which says what to do.
  func list(rows: Int) -> ListState { ListState(chosen: highlighted, height: rows - 1) }

  func draw(into pane: inout Grid) {
    let list = list(rows: pane.rows)
    let place = ListPlace(list, count: choices.count)
    place.draw(into: &pane, row: 0)
    let width = max(0, pane.columns - place.width - 2)
    if query.text.isEmpty {
      pane.write("上下键选择，可输入", row: 0, width: width, style: .dim)
    } else {
      EditedText(editor: query, isFocused: true).draw(into: &pane, row: 0, column: 0, width: width)
    }
    if choices.isEmpty { pane.write("没有这一项。", row: 1, width: pane.columns - 1, style: .warning) }
    for (row, choice, isChosen) in list.shown(choices, height: max(1, pane.rows - 1)) {
      pane.write(
        "\((all.firstIndex(of: choice) ?? 0) + 1)  \(choice.label)", row: row + 1, width: pane.columns - 1,
        style: isChosen ? .selected : .normal)
    }
  }
}
