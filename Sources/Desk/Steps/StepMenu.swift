import Casework
import Cells
import Wording

/// The steps off the straight way that somebody may take from where a filing stands, to pick one from.
struct StepMenu: Overlay {
  let ids: [String]
  let steps: [Step]
  var chosen = 0

  var heading: String { "退回、不予等" }
  var keyHints: [KeyHint] { [KeyHint("Up/Down", "选择"), KeyHint("Enter", "打开")] }
  var help: [String] { ["只列出您现在可以办的；打开以后按 F8 才办理。"] }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Pressed {
    switch key {
    case .up: chosen = max(0, chosen - 1)
    case .down: chosen = min(steps.count - 1, chosen + 1)
    case .enter, .tab:
      guard steps.indices.contains(chosen) else { break }
      return .opens(StepForm(steps[chosen], ids, desk))
    default: break
    }
    return .stays()
  }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    guard steps.indices.contains(row - 2) else { return false }
    defer { chosen = row - 2 }
    return chosen == row - 2
  }

  /// A step can be picked by its number too.
  mutating func type(_ text: String, _ desk: Surroundings) {
    guard let number = text.first?.wholeNumberValue, steps.indices.contains(number - 1) else { return }
    chosen = number - 1
  }

  mutating func paste(_ text: String, _ desk: Surroundings) {}

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let about = ids.count == 1 ? ids.first ?? "" : "已标记的 \(ids.count) 件"
    pane.write("\(about) 可以：", row: 0, column: 1, width: pane.columns - 2, style: .strong)
    for (index, step) in steps.enumerated() {
      pane.write(
        "\(index + 1)  \(StepLabels.label(step))", row: index + 2, column: 1,
        width: min(40, pane.columns - 2),
        style: index == chosen ? .selected : .normal)
    }
  }
}
