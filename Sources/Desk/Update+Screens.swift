import CaseModel
import Casework
import Cells
import Forms

/// Moving about on the screens that lie under the forms.
extension Model {
  mutating func pressOnScreen(_ key: Key, _ state: OfficeState) {
    if screen == .applicants, isSearching, editQuery(key) { return }
    let (count, height) = listSize(state)
    switch key {
    case .up: moveList(by: -1, count, height)
    case .down: moveList(by: 1, count, height)
    case .pageUp: moveList(by: -height, count, height)
    case .pageDown: moveList(by: height, count, height)
    case .home: moveList(by: -count, count, height)
    case .end: moveList(by: count, count, height)
    case .enter: if screen == .applicants { isSearching = false }
    default: break
    }
  }

  private mutating func editQuery(_ key: Key) -> Bool {
    switch key {
    case .backspace: query.backspace()
    case .delete: query.delete()
    case .left: query.left()
    case .right: query.right()
    default: return false
    }
    applicants = ListState()
    return true
  }

  mutating func typeOnScreen(_ text: String, _ state: OfficeState) {
    if screen == .applicants, isSearching {
      query.insert(text)
      applicants = ListState()
      return
    }
    for character in text {
      switch character {
      case "[", "【": year -= 1
      case "]", "】": year += 1
      default:
        // Full-width digits come from an input method that was left on.
        if let digit = character.wholeNumberValue, let wanted = Screen(rawValue: digit) { screen = wanted }
      }
    }
    let (count, height) = listSize(state)
    moveList(by: 0, count, height)
  }

  private mutating func moveList(by rows: Int, _ count: Int, _ height: Int) {
    switch screen {
    case .worklist: worklist.move(by: rows, count: count, height: height)
    case .applicants: applicants.move(by: rows, count: count, height: height)
    case .caps: caps.move(by: rows, count: count, height: height)
    }
  }

  private func listSize(_ state: OfficeState) -> (count: Int, height: Int) {
    switch screen {
    case .worklist: (worklistRows(state).count, worklistHeight)
    case .applicants: (applicantRows(state).count, applicantsHeight)
    case .caps: (capRows(state).count, capsHeight)
    }
  }

  mutating func show(applicant id: String, _ state: OfficeState) {
    screen = .applicants
    query.clear()
    let rows = applicantRows(state)
    applicants.chosen = rows.firstIndex(of: id) ?? 0
    applicants.reveal(count: rows.count, height: applicantsHeight)
  }

  func chosenApplicant(_ state: OfficeState) -> Applicant? {
    let rows = applicantRows(state)
    guard rows.indices.contains(applicants.chosen) else { return nil }
    return state.applicant(rows[applicants.chosen])
  }

  // MARK: - What the lists hold

  /// Filings of the year that still wait for something, in the order in which they came.
  func worklistRows(_ state: OfficeState) -> [FiledFiling] {
    state.files.filter { file in
      guard file.year == year else { return false }
      switch file.filing.stage {
      case .received, .correction, .accepted, .reviewed, .approved, .published: return true
      case .paid, .reclaimed, .rejected, .withdrawn: return false
      }
    }.sorted { ($1.filing.received, $1.filing.id) < ($0.filing.received, $0.filing.id) }
  }

  func applicantRows(_ state: OfficeState) -> [String] { state.search.find(query.text) }

  /// The year's caps, the one with the least room first.
  func capRows(_ state: OfficeState) -> [CapLine] {
    state.caps(of: year).map { CapLine($0, state) }.sorted { a, b in
      a.over != b.over
        ? a.over > b.over : a.remaining != b.remaining ? a.remaining < b.remaining : a.holder < b.holder
    }
  }
}
