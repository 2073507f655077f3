import Casework
import Cells
import Wording

/// The steps off the straight way that somebody may take from where a filing stands, to pick one from.
struct StepMenu: Layer {
  /// What can be done, and with which filings.
  struct Entry: Sendable {
    var step: Step
    var ids: [String]
  }

  let entries: [Entry]
  /// Marked filings for which there is nothing.
  var others = 0
  var list = ListState()

  let heading: String
  var keyHints: [KeyHint] { [KeyHint(.upDown, "选择"), KeyHint(.enter, "打开")] }
  var help: [String] { ["只列出您现在可以办的；打开以后按 F8 才办理。"] }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    if list.press(key, count: entries.count, height: entries.count) { return .stays() }
    guard key == .enter || key == .tab else { return .passes }
    return list.chosen(in: entries).map { .opens(StepForm($0.step, $0.ids, desk)) } ?? .stays()
  }

  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    guard entries.indices.contains(row - 2) else { return false }
    defer { list.chosen = row - 2 }
    return list.chosen == row - 2
  }

  /// A step can be picked by its number too.
  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    if let number = text.first?.wholeNumberValue, entries.indices.contains(number - 1) {
      list.chosen = number - 1
    }
    return .stays()
  }

  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer { .stays() }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let all = Set(entries.flatMap(\.ids))
    let isOne = all.count == 1
    pane.write(
      "\(isOne ? all.first ?? "" : "已标记的") 可以：", row: 0, column: 1, width: pane.columns - 2, style: .strong)
    ListPlace(list, count: entries.count).draw(into: &pane, row: 0)
    if others > 0 {
      pane.write(
        "另有 \(others) 件没有您可以办的下一步。", row: entries.count + 3, column: 1, width: pane.columns - 2,
        style: .warning)
    }
    for (index, entry) in entries.enumerated() {
      let count = isOne ? "" : "  \(entry.ids.count) 件"
      pane.write(
        "\(index + 1)  \(StepLabels.label(entry.step))\(count)", row: index + 2, column: 1,
        width: min(40, pane.columns - 2), style: index == list.chosen ? .selected : .normal)
    }
  }
}
