import Cells
import Forms

/// The choices of a field, open beside the form to pick one from.
struct ChoiceList: Sendable {
  var choices: [Field.Choice]
  var highlighted: Int

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

  func draw(into pane: inout Grid) {
    pane.write("上下键选择，Enter 选定", row: 0, style: .dim)
    for (row, choice) in choices.enumerated() {
      pane.write(
        "\(row + 1)  \(choice.label)", row: row + 1, width: pane.columns - 1,
        style: row == highlighted ? .selected : .normal)
    }
  }
}
