import Cells
import Forms

/// The choices of a field, open beside the form to pick one from.
struct ChoiceList: Sendable {
  var choices: [Field.Choice]
  var highlighted: Int

  /// So many of what was entered before are offered.
  static let longest = 30

  /// Nil where there are none.
  init?(_ choices: [Field.Choice]) {
    guard !choices.isEmpty else { return nil }
    self.choices = choices
    highlighted = 0
  }

  /// Nil where the field has no choices.
  init?(of field: Field) {
    guard case .choice(let choices) = field.kind, !choices.isEmpty else { return nil }
    self.choices = choices
    highlighted = field.choice.flatMap(choices.firstIndex(of:)) ?? 0
  }

  mutating func move(by rows: Int) { highlighted = max(0, min(highlighted + rows, choices.count - 1)) }

  enum Answer { case stays, picked(Field.Choice), closes }

  /// Handles a key while the list is open.
  mutating func press(_ key: Key) -> Answer {
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .enter, .tab: if let picked { return .picked(picked) }
    case .escape, .f(10), .alt("0"): return .closes
    default: break
    }
    return .stays
  }

  private var picked: Field.Choice? { choices.indices.contains(highlighted) ? choices[highlighted] : nil }

  /// The first choice shown in so many rows, the uppermost of which says what to do.
  func top(rows: Int) -> Int { max(0, highlighted - max(1, rows - 1) + 1) }

  func draw(into pane: inout Grid) {
    pane.write("上下键选择，Enter 选定", row: 0, style: .dim)
    let top = top(rows: pane.rows)
    for (row, choice) in choices.dropFirst(top).prefix(max(1, pane.rows - 1)).enumerated() {
      pane.write(
        "\(top + row + 1)  \(choice.label)", row: row + 1, width: pane.columns - 1,
        style: top + row == highlighted ? .selected : .normal)
    }
  }
}
