import Casework
import Cells

/// Lines to be read from top to end: the story of a record, or all that one save changed.
struct StoryPage: Layer {
  let heading: String
  private let title: String
  private let lines: [DecisionLines.Line]
  private var pane = LinesPane()

  init(heading: String, title: String, lines: [DecisionLines.Line], _ desk: Surroundings) {
    self.heading = heading
    self.title = title
    self.lines = lines
    renew(desk)
  }

  var keyHints: [KeyHint] { pane.reach > 0 ? [KeyHint(.upDown, "翻行"), KeyHint(.pageDown, "翻页")] : [] }

  mutating func renew(_ desk: Surroundings) {
    pane.show(
      lines.flatMap { DecisionLines.wrapped($0.text, desk.columns - 3, $0.style) }, rows: desk.rows - 2)
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    _ = pane.press(key, byLine: true)
    return .stays()
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    grid.write(title, row: 0, column: 1, width: grid.columns - 2, style: .heading)
    grid.within(Area(row: 2, column: 1, rows: grid.rows - 2, columns: grid.columns - 1)) {
      pane.draw(into: &$0)
    }
  }
}
