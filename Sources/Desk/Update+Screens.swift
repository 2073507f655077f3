import SubsidyRules
import CaseModel
import Casework
import Cells
import SubsidyRules

/// Moving about on the screens that lie under the forms.
extension Model {
  mutating func pressOnScreen(_ key: Key, _ state: OfficeState) -> [Effect] {
    if isSearching, editSearch(key) { return [] }
    switch key {
    case .up: choose(by: -1, state)
    case .down: choose(by: 1, state)
    case .pageUp: choose(by: -listHeight, state)
    case .pageDown: choose(by: listHeight, state)
    case .home: choose(by: -listCount(state), state)
    case .end: choose(by: listCount(state), state)
    case .enter:
      if !isSearching { return refusesSlipped(state) ? [] : open(state) }
      if let elsewhere = lists.elsewhere { return go(to: elsewhere, state) }
      isSearching = false
    case .left where [.worklist, .filings, .applicants].contains(screen): sort(.turn(-1))
    case .right where [.worklist, .filings, .applicants].contains(screen): sort(.turn(1))
    case .left where screen == .caps: caps.turn(by: -1)
    case .right where screen == .caps: caps.turn(by: 1)
    case .right where screen == .policy: openRecords(state)
    case .left where screen == .offices, .right where screen == .offices: offices.turn()
    case .left where screen == .totals: totals.turn(by: -1)
    case .right where screen == .totals: totals.turn(by: 1)
    case .backspace where screen == .filings: filings.widen()
    case .backspace where screen == .register: register.close()
    default: break
    }
    return []
  }

  /// Keys of the search field; false where the key is none of them.
  private mutating func editSearch(_ key: Key) -> Bool {
    switch key {
    case .backspace: searchField.backspace()
    case .delete: searchField.delete()
    case .control("u"): searchField.clear()
    case .left: searchField.left()
    case .right: searchField.right()
    default: return false
    }
    searched()
    return true
  }

  /// Takes typing in the search field back; false where there is none.
  mutating func undoSearching() -> Bool {
    guard searchField.undo() else { return false }
    searched()
    return true
  }

  /// The search field of the screen; screens without one search the applicants.
  var searchField: LineEditor {
    get {
      switch screen {
      case .worklist: worklist.query
      case .filings: filings.query
      case .journal: journal.query
      case .register: register.query
      case .caps: caps.query
      case .totals: totals.query
      case .policy: policyQuery
      case .offices: offices.query
      case .applicants: query
      }
    }
    set {
      switch screen {
      case .worklist: worklist.query = newValue
      case .filings: filings.query = newValue
      case .journal: journal.query = newValue
      case .register: register.query = newValue
      case .caps: caps.query = newValue
      case .totals: totals.query = newValue
      case .policy: policyQuery = newValue
      case .offices: offices.query = newValue
      case .applicants: query = newValue
      }
    }
  }

  /// The search has changed: its list begins anew.
  private mutating func searched() {
    isNearChosen = false
    switch screen {
    case .worklist: worklist.list = ListState()
    case .filings: filings.searched()
    case .journal: journal.searched()
    case .register: register.searched()
    case .caps: caps.searched()
    case .totals: totals.list = ListState()
    case .policy: policy = ListState()
    case .offices: offices.searched()
    case .applicants: applicants = ListState()
    }
  }

  mutating func typeOnScreen(_ text: String, _ state: OfficeState) {
    if isSearching {
      searchField.insert(text)
      searched()
      return
    }
    for character in text {
      switch character {
      case " ", "\u{3000}": if !refusesSlipped(state), !refusesNear() { toggleMark(state) }
      case "[", "【": year = max(1, year - 1)
      case "]", "】": year = min(9999, year + 1)
      case "+", "-", "＋", "－": sort(.reverse)
      case "<", "＜", "《": sort(.turn(-1))
      case ">", "＞", "》": sort(.turn(1))
      case "0", "０":
        if screen == .worklist { worklist.isOneYear.toggle() }
        if screen == .filings { filings.criteria.isEveryYear.toggle() }
        if screen == .register { register.isEveryYear.toggle() }
        if screen == .offices, offices.tab == .conflicts { offices.showsRuled.toggle() }
      default:
        // Full-width digits come from an input method that was left on.
        if let digit = character.wholeNumberValue, let wanted = Screen(rawValue: digit),
          screens.contains(wanted)
        {
          leaveTrail()
          dropFruitlessSearch(state)
          screen = wanted
        }
      }
    }
    renewLists(state)
    moveList(by: 0, state)
  }

  /// A search that has found nothing is not found again when one comes back.
  private mutating func dropFruitlessSearch(_ state: OfficeState) {
    // The journal is read beside the desk, and may not have been read yet.
    guard screen != .journal, !searchField.text.isEmpty, listCount(state) == 0 || lists.isNear else { return }
    searchField.clear()
    searched()
  }

  /// F7: the search field of the screen, or that of the applicants where it has none.
  mutating func beginSearch() {
    isSearching = true
    searchField.selectAll()
  }

  mutating func endSearch() {
    // From the records of a kind the way back leads to the kinds.
    if screen == .register, register.query.text.isEmpty { register.close() }
    isSearching = false
    searchField.clear()
    // What was found and chosen stays chosen in the whole list.
    if screen == .filings {
      filings.criteria.query = ""
    } else if screen == .journal || screen == .register {
      searched()
    }
  }

  // MARK: - Lists

  /// Moves by a key or the mouse, which is also how something that is only near to what was typed is chosen.
  mutating func choose(by rows: Int, _ state: OfficeState) {
    isNearChosen = true
    moveList(by: rows, state)
  }

  /// Says so where nobody has chosen any of what is only near to what was typed; false where somebody has.
  mutating func refusesNear() -> Bool {
    guard lists.isNear, !isNearChosen else { return false }
    message = Notice(.warning, "没有找到所输入的，列出的只是相近的：请先用上下键选定，再办理。")
    return true
  }

  mutating func moveList(by rows: Int, _ state: OfficeState) {
    let (count, height) = (listCount(state), listHeight)
    switch screen {
    case .worklist: worklist.list.move(by: rows, count: count, height: height)
    case .applicants: applicants.move(by: rows, count: count, height: height)
    case .filings: filings.list.move(by: rows, count: count, height: height)
    case .caps: caps.list.move(by: rows, count: count, height: height)
    case .totals: totals.list.move(by: rows, count: count, height: height)
    case .register: register.list.move(by: rows, count: count, height: height)
    case .policy: policy.move(by: rows, count: count, height: height)
    case .offices: offices.list.move(by: rows, count: count, height: height)
    case .journal: journal.list.move(by: rows, count: count, height: height)
    }
  }

  func listCount(_ state: OfficeState) -> Int {
    switch screen {
    case .worklist: lists.worklist.numbers.count
    case .applicants: lists.applicants.count
    case .filings: lists.filings.count
    case .caps:
      switch caps.tab {
      case .caps: lists.caps.count
      case .fund: lists.fund.count
      case .waits: lists.waits.count
      }
    case .totals: lists.totals.count
    case .register: register.isListing ? lists.records.count : lists.registerKinds.count
    case .policy: lists.articles.count
    case .offices: offices.tab == .offices ? lists.offices.count : lists.conflicts.count
    case .journal: journal.saves.count
    }
  }

  /// The list of the screen.
  var chosenList: ListState {
    switch screen {
    case .worklist: worklist.list
    case .applicants: applicants
    case .filings: filings.list
    case .caps: caps.list
    case .totals: totals.list
    case .register: register.list
    case .policy: policy
    case .offices: offices.list
    case .journal: journal.list
    }
  }

  var listHeight: Int {
    switch screen {
    case .worklist: worklistHeight
    case .applicants: applicantsHeight
    case .filings: filingsHeight
    case .caps: capsHeight
    case .totals: totalsHeight
    case .register: registerHeight
    case .policy: policyHeight
    case .offices: officesHeight
    case .journal: journalHeight
    }
  }

  /// Enter on a row: what lies behind it.
  private mutating func open(_ state: OfficeState) -> [Effect] {
    switch screen {
    case .applicants:
      guard let applicant = chosenApplicant(state) else { break }
      showFilings(FilingCriteria(isEveryYear: true, applicant: applicant.id))
    case .totals:
      guard lists.totals.indices.contains(totals.list.chosen) else { break }
      showFilings(totals.dimension.criteria(lists.totals[totals.list.chosen].key))
    case .worklist, .filings: openFiling(state)
    case .register: openRegister(state)
    case .journal: return openSave(state)
    case .caps: openCaps(state)
    case .policy: openArticle(state)
    case .offices: return openOffices(state)
    }
    return []
  }

  /// Shows the filings behind a figure.
  mutating func showFilings(_ criteria: FilingCriteria) {
    go { model in
      model.filings = FilingsState()
      model.filings.criteria = criteria
      model.screen = .filings
    }
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
