import CaseModel
import Casework
import Cells
import SubsidyRules

/// A filing on a page of its own: the decision with its working and what was done to it, to be read from top to end.
struct FilingPage: LinesLayer {
  let filing: String
  var pane = LinesPane()

  init(filing: String, _ desk: Surroundings) {
    self.filing = filing
    renew(desk)
  }

  var heading: String { "申报详情" }

  func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    let lines = desk.state.number(ofFile: filing).map { number in
      let file = desk.state.files[number]
      let background =
        file.standing.isUnpaid ? desk.state.background(of: file.filing) : FilingBackground()
      return FilingDetail(file: file, number: number, background: background)
        .lines(width: desk.columns - 3, desk.state)
    }
    return lines ?? []
  }
}

extension Decision {
  /// The filing that claims the same and came first.
  fileprivate var first: String? {
    for case .duplicate(let filing) in reasons { return filing }
    return nil
  }
}

extension FilingForm {
  /// The filing that claims the same and came first.
  var first: String? { live?.decision.first }
}

extension ListEntry {
  /// The filing that claims the same as the row under the cursor and came first.
  var first: String? { verdict(ofRow: row)?.decision.first }
}

extension FilingPage {
  /// Ctrl-E in a form: the filing that claims the same and came first.
  static func answer(showing first: String?, _ desk: Surroundings) -> Answer {
    guard let first, desk.state.file(first) != nil else {
      return .warns(first == nil ? "这一件没有与先收的重复。" : "与列表里靠前的一行重复，那一行还没有保存。")
    }
    return .opens(FilingPage(filing: first, desk))
  }
}

extension Model {
  /// Enter on a filing: its form while nothing is decided, else its page.
  mutating func openFiling(_ state: OfficeState) {
    guard let id = chosenFiling(state), let file = state.file(id), let seen = state.seen(id) else { return }
    // What another office keeps is only looked at, and so is what waits for the city.
    let isOwn = seat.oneOffice == nil && state.origin(of: id) == nil && file.standing.isChangeable
    if file.standing.isUndecided, file.filing.decided == nil, isOwn {
      open(FilingForm(amending: file, seen: seen, state: state, today: device.today))
    } else {
      open(FilingPage(filing: id, surroundings(state)))
    }
  }

  /// F4 on the list of applicants: the form of the chosen one.
  mutating func amendApplicant(_ state: OfficeState) {
    guard let applicant = chosenApplicant(state) else { return }
    open(ApplicantForm(amending: applicant, state))
    search.isTyping = false
  }
}
