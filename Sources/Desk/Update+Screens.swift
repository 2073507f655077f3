import SubsidyRules
import CaseModel
import Casework
import Cells
import Forms
import SubsidyRules

/// Moving about on the screens that lie under the forms.
extension Model {
  mutating func pressOnScreen(_ key: Key, _ state: OfficeState) {
    if isSearching, editSearch(key) { return }
    switch key {
    case .up: moveList(by: -1, state)
    case .down: moveList(by: 1, state)
    case .pageUp: moveList(by: -listHeight, state)
    case .pageDown: moveList(by: listHeight, state)
    case .home: moveList(by: -listCount(state), state)
    case .end: moveList(by: listCount(state), state)
    case .enter: if isSearching { isSearching = false } else { open(state) }
    case .left where screen == .filings: filings.sort(by: -1)
    case .right where screen == .filings: filings.sort(by: 1)
    case .left where screen == .totals: totals.turn(by: -1)
    case .right where screen == .totals: totals.turn(by: 1)
    case .backspace where screen == .filings: filings.widen()
    default: break
    }
  }

  /// Keys of the search field; false where the key is none of them.
  private mutating func editSearch(_ key: Key) -> Bool {
    func edit(_ editor: inout LineEditor) -> Bool {
      switch key {
      case .backspace: editor.backspace()
      case .delete: editor.delete()
      case .left: editor.left()
      case .right: editor.right()
      default: return false
      }
      return true
    }
    return screen == .filings ? edit(&filings.query) && filings.searched() : edit(&query) && searched()
  }

  /// Takes typing in the search field back; false where there is none.
  mutating func undoSearching() -> Bool {
    guard screen == .filings ? filings.query.undo() : query.undo() else { return false }
    return screen == .filings ? filings.searched() : searched()
  }

  private mutating func searched() -> Bool {
    applicants = ListState()
    return true
  }

  mutating func typeOnScreen(_ text: String, _ state: OfficeState) {
    if isSearching {
      if screen == .filings {
        filings.query.insert(text)
        _ = filings.searched()
      } else {
        query.insert(text)
        _ = searched()
      }
      return
    }
    for character in text {
      switch character {
      case " ", "\u{3000}": toggleMark(state)
      case "[", "【": year = max(1, year - 1)
      case "]", "】": year = min(9999, year + 1)
      case "+", "-", "＋", "－": if screen == .filings { filings.criteria.isDescending.toggle() }
      case "0", "０": if screen == .filings { filings.criteria.isEveryYear.toggle() }
      default:
        // Full-width digits come from an input method that was left on.
        if let digit = character.wholeNumberValue, let wanted = Screen(rawValue: digit) { screen = wanted }
      }
    }
    renewLists(state)
    moveList(by: 0, state)
  }

  /// F7: the search field of the screen, or that of the applicants where it has none.
  mutating func beginSearch() {
    if screen != .filings { screen = .applicants }
    isSearching = true
    if screen == .filings { filings.query.end() } else { query.end() }
  }

  mutating func endSearch() {
    isSearching = false
    if screen == .filings {
      filings.query.clear()
      _ = filings.searched()
    } else {
      query.clear()
      _ = searched()
    }
  }

  // MARK: - Lists

  mutating func moveList(by rows: Int, _ state: OfficeState) {
    let (count, height) = (listCount(state), listHeight)
    switch screen {
    case .worklist: worklist.move(by: rows, count: count, height: height)
    case .applicants: applicants.move(by: rows, count: count, height: height)
    case .filings: filings.list.move(by: rows, count: count, height: height)
    case .caps: caps.move(by: rows, count: count, height: height)
    case .totals: totals.list.move(by: rows, count: count, height: height)
    case .policy: policy.move(by: rows, count: count, height: height)
    }
  }

  func listCount(_ state: OfficeState) -> Int {
    switch screen {
    case .worklist: lists.worklist.count
    case .applicants: lists.applicants.count
    case .filings: lists.filings.count
    case .caps: lists.caps.count
    case .totals: lists.totals.count
    case .policy: state.policy.articles.count
    }
  }

  /// The list of the screen.
  var chosenList: ListState {
    switch screen {
    case .worklist: worklist
    case .applicants: applicants
    case .filings: filings.list
    case .caps: caps
    case .totals: totals.list
    case .policy: policy
    }
  }

  var listHeight: Int {
    switch screen {
    case .worklist: worklistHeight
    case .applicants: applicantsHeight
    case .filings: filingsHeight
    case .caps: capsHeight
    case .totals: totalsHeight
    case .policy: policyHeight
    }
  }

  /// Enter on a row: what lies behind it.
  private mutating func open(_ state: OfficeState) {
    switch screen {
    case .applicants:
      guard let applicant = chosenApplicant(state) else { return }
      showFilings(FilingCriteria(isEveryYear: true, applicant: applicant.id))
    case .totals:
      guard lists.totals.indices.contains(totals.list.chosen) else { return }
      showFilings(totals.dimension.criteria(lists.totals[totals.list.chosen].key))
    case .worklist, .filings: openFiling(state)
    case .caps, .policy: break
    }
  }

  /// Shows the filings behind a figure.
  private mutating func showFilings(_ criteria: FilingCriteria) {
    filings = FilingsState()
    filings.criteria = criteria
    screen = .filings
  }

  mutating func show(applicant id: String, _ state: OfficeState) {
    screen = .applicants
    query.clear()
    renewLists(state)
    applicants.chosen = lists.applicants.firstIndex(of: id) ?? 0
    applicants.reveal(count: lists.applicants.count, height: applicantsHeight)
  }

  func chosenApplicant(_ state: OfficeState) -> Applicant? {
    let rows = lists.applicants
    return rows.indices.contains(applicants.chosen) ? state.applicant(rows[applicants.chosen]) : nil
  }
}
