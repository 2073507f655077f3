import CaseModel
import Casework
import Cells
import SubsidyRules

/// Moving about on the screens that lie under the forms.
extension Model {
  mutating func pressOnScreen(_ key: Key, _ state: OfficeState) -> [Effect] {
    if search.isTyping, editSearch(key) { return [] }
    if let rows = ListState.step(key, count: listCount, page: listHeight) { choose(by: rows, state) }
    switch key {
    case .enter:
      if !search.isTyping { return refusesSlipped(state) ? [] : screen.parts.open(&self, state) }
      if let elsewhere = lists.search.elsewhere { return go(to: elsewhere, state) }
      search.isTyping = false
    case .left: screen.parts.turn(by: -1, &self, state)
    case .right: screen.parts.turn(by: 1, &self, state)
    case .backspace: return carryOut(.widen, state)
    default: break
    }
    return []
  }

  /// Keys of the search field; false where the key is none of them.
  private mutating func editSearch(_ key: Key) -> Bool {
    guard
      let change = LineEditor.change(by: key)
        ?? ([.left, .right].contains(key) ? LineEditor.move(by: key) : nil)
    else { return false }
    change(&searchField)
    searched()
    return true
  }

  /// Takes typing in the search field back; false where there is none.
  mutating func undoSearching() -> Bool {
    guard searchField.undo() else { return false }
    searched()
    return true
  }

  /// The search field of the screen.
  var searchField: LineEditor {
    get { self[keyPath: screen.parts.query] }
    set { self[keyPath: screen.parts.query] = newValue }
  }

  /// The search has changed: its list begins anew.
  private mutating func searched() {
    search.isNearChosen = false
    screen.parts.searched(&self)
  }

  mutating func typeOnScreen(_ text: String, _ state: OfficeState) {
    if search.isTyping {
      searchField.insert(text)
      searched()
      return
    }
    var isListMade = true
    for character in text {
      // Of a screen that was come to within one burst the choice is held before the next key moves its rows.
      if !isListMade { renewLists(state) }
      isListMade = true
      // Full-width digits come from an input method that was left on.
      if let request = Request(character) {
        _ = carryOut(request, state)
      } else if let digit = character.wholeNumberValue, let wanted = Screen(rawValue: digit),
        screens.contains(wanted)
      {
        leaveTrail()
        dropFruitlessSearch(state)
        if wanted == .offices { leaveOffice() }
        screen = wanted
        isListMade = false
      } else if character.isLetter {
        warn("要查找请先按 F7，再输入。")
      }
    }
    renewLists(state)
    moveList(by: 0, state)
  }

  /// A search that has found nothing is not found again when one comes back.
  private mutating func dropFruitlessSearch(_ state: OfficeState) {
    // The journal is read beside the desk, and may not have been read yet.
    guard screen != .journal, !searchField.text.isEmpty, listCount == 0 || lists.search.isNear else { return }
    searchField.clear()
    searched()
  }

  /// F7: the search field of the screen.
  mutating func beginSearch() {
    search.isTyping = true
    searchField.selectAll()
  }

  mutating func endSearch() {
    search.isTyping = false
    screen.parts.endSearch(&self)
  }

  // MARK: - Lists

  /// Moves by a key or the mouse, which is also how something that is only near to what was typed is chosen.
  mutating func choose(by rows: Int, _ state: OfficeState) {
    search.isNearChosen = true
    moveList(by: rows, state)
  }

  /// Says so where nobody has chosen any of what is only near to what was typed; false where somebody has.
  mutating func refusesNear() -> Bool {
    guard lists.search.isNear, !search.isNearChosen else { return false }
    warn("没有找到所输入的，列出的只是相近的：请先用上下键选定，再办理。")
    return true
  }

  mutating func moveList(by rows: Int, _ state: OfficeState) {
    let (count, height) = (listCount, listHeight)
    states[keyPath: screen.parts.list].move(by: rows, count: count, height: height)
  }

  var listCount: Int { screen.parts.count(self) }
  var listHeight: Int { screen.parts.height(self) }
  /// The list of the screen.
  var chosenList: ListState { states[keyPath: screen.parts.list] }

  /// Begins a filing, of an applicant who is chosen already or of one to be looked up.
  mutating func enterFiling(of applicant: Applicant?, _ state: OfficeState) {
    var form = FilingForm(today: device.today, applicant: applicant)
    form.fields.offer(state)
    open(form)
    search.isTyping = false
  }

  /// Shows the filings behind a figure.
  mutating func showFilings(_ criteria: FilingCriteria) {
    go { model in
      model.states.filings = FilingsState()
      model.states.filings.criteria = criteria
      model.screen = .filings
    }
  }

  mutating func show(applicant id: String, _ state: OfficeState) {
    screen = .applicants
    search.query.clear()
    renewLists(state)
    states.applicants.chosen = lists.applicants.firstIndex(of: id) ?? 0
    states.applicants.reveal(count: lists.applicants.count, height: applicantsHeight)
  }

  func chosenApplicant(_ state: OfficeState) -> Applicant? {
    states.applicants.chosen(in: lists.applicants).flatMap(state.applicant)
  }
}
