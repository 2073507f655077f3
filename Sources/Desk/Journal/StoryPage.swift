import Casework
import Cells

/// Lines to be read from top to end: the story of a record, or all that one save changed.
struct StoryPage: LinesLayer {
  let heading: String
  let title: String
  private let story: [DecisionLines.Line]
  var pane = LinesPane()

  init(heading: String, title: String, lines: [DecisionLines.Line], _ desk: Surroundings) {
    (self.heading, self.title, story) = (heading, title, lines)
    renew(desk)
  }

  func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    story.flatMap { DecisionLines.wrapped($0.text, desk.columns - 3, $0.style) }
  }
}
