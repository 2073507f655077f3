import CaseModel
import Casework
import Cells
import Wording

/// A filing on a page of its own: the decision with its working and what was done to it, to be read from top to end.
struct FilingPage: Overlay {
  let filing: String
  private var top = 0
  /// How many lines can be above the first one shown.
  private var reach = 0

  init(filing: String, _ desk: Surroundings) {
    self.filing = filing
    renew(desk)
  }

  var heading: String { "申报详情" }
  var keyHints: [KeyHint] { reach > 0 ? [KeyHint("Up/Down", "翻行"), KeyHint("PgDn", "翻页")] : [] }

  mutating func renew(_ desk: Surroundings) {
    reach = max(0, lines(desk).count - desk.rows)
    top = min(top, reach)
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Pressed {
    switch key {
    case .up: top -= 1
    case .down, .enter: top += 1
    case .pageUp: top -= desk.rows - 1
    case .pageDown: top += desk.rows - 1
    case .home: top = 0
    case .end: top = reach
    default: break
    }
    top = max(0, min(top, reach))
    return .stays()
  }

  private func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    guard let file = desk.state.file(filing) else { return [] }
    return FilingDetail(file: file).lines(width: desk.columns - 3, desk.state)
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    pane.within(pane.area.splitLeft(1).rest) { pane in
      for (row, line) in lines(desk).dropFirst(top).prefix(pane.rows).enumerated() {
        line.draw(into: &pane, row: row)
      }
    }
  }
}

extension Model {
  /// Enter on a filing: its form while nothing is decided, else its page.
  mutating func openFiling(_ state: OfficeState) {
    guard let id = chosenFiling(state), let file = state.file(id), let seen = state.seen(id) else { return }
    if file.standing.isUndecided, file.filing.decided == nil {
      filing = FilingForm(amending: file, seen: seen, state: state, today: today)
    } else {
      overlay = FilingPage(filing: id, surroundings(state))
    }
  }

  /// F4 on the list of applicants: the form of the chosen one.
  mutating func amendApplicant(_ state: OfficeState) {
    guard let applicant = chosenApplicant(state) else { return }
    applicantForm = ApplicantForm(amending: applicant, state)
    isSearching = false
  }
}
