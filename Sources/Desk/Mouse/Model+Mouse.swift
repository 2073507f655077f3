import CaseModel
import Casework
import Cells

/// The mouse: a row or a field is chosen by pressing on it, pressed once more it opens; a key of the bar is pressed;
/// the wheel moves.
extension Model {
  /// Rows that one notch of the wheel moves.
  private static let notch = 3

  mutating func take(_ mouse: Mouse, _ state: OfficeState) -> [Effect] {
    switch mouse.action {
    case .release: return []
    case .wheelUp: return turnWheel(.up, page: .pageUp, state)
    case .wheelDown: return turnWheel(.down, page: .pageDown, state)
    case .press: return press(at: mouse.position, state)
    }
  }

  private mutating func turnWheel(_ arrow: Key, page: Key, _ state: OfficeState) -> [Effect] {
    if signIn != nil || question != nil || isHelpShown { return [] }
    // Beside a form the decision moves; what lies over a screen has pages.
    if palette == nil, overlay != nil || (filing != nil && listEntry == nil && applicantForm == nil) {
      return update(.key(page), state)
    }
    return (0..<Self.notch).flatMap { _ in update(.key(arrow), state) }
  }

  private mutating func press(at place: Position, _ state: OfficeState) -> [Effect] {
    if place.row == rows - 1 {
      let bar = KeyBar(hints: keyHints(state))
      return bar.event(at: place.column, width: columns - 1).map { update($0, state) } ?? []
    }
    let row = place.row - 1
    if question != nil, signIn == nil { evade() }
    guard signIn == nil, question == nil, !isHelpShown, (0..<rows - 3).contains(row) else { return [] }
    if palette != nil { return pressInPalette(row: row, state) }
    if overlay != nil { return pressInOverlay(row: row, column: place.column, state) }
    if isListOpen { return pressInChoices(row: row, state) }
    if applicantForm != nil {
      applicantForm?.press(row: row, state: state, today: today)
    } else if listEntry != nil {
      if let place = listEntry?.place(at: row, of: rows - 3) { listEntry?.row = place }
    } else if filing != nil {
      let width = FilingForm.fieldsWidth(of: columns)
      message = filing?.press(row: row, isBeside: place.column > width, state: state, today: today)
    } else if screen == .totals, row == 0 {
      let labels = TotalsDimension.allCases.map { "按" + $0.label }
      if let tab = Tabs.place(at: place.column, labels) { totals.choose(TotalsDimension.allCases[tab]) }
    } else if screen == .caps, row == 0 {
      let tab = Tabs.place(at: place.column, CapsState.Tab.allCases.map(\.label)).flatMap(CapsState.Tab.init)
      if let tab { caps.choose(tab) }
    } else if screen == .offices, row == 0 {
      let tab = Tabs.place(at: place.column, officesTabs(state)).flatMap(OfficesState.Tab.init)
      if let tab { offices.choose(tab) }
    } else {
      return pressInList(row: row, state)
    }
    return []
  }

  private mutating func pressInPalette(row: Int, _ state: OfficeState) -> [Effect] {
    guard palette?.point(row: row, height: rows - 3, state) == true else { return [] }
    return update(.key(.enter), state)
  }

  /// The choices of a form's field stand beside the fields.
  private mutating func pressInChoices(row: Int, _ state: OfficeState) -> [Effect] {
    let isThere =
      applicantForm != nil
      ? applicantForm?.list?.point(row: row, of: rows - 3) : filing?.list?.point(row: row, of: rows - 3)
    return isThere == true ? update(.key(.enter), state) : []
  }

  /// Rows above the first one of the list, of those between title and message.
  var rowsAboveList: Int {
    switch screen {
    case .policy: 1
    case .worklist: rowsAboveWorklist
    case .applicants, .filings, .caps, .totals, .register, .journal, .offices: 2
    }
  }

  private mutating func pressInList(row: Int, _ state: OfficeState) -> [Effect] {
    let (line, height) = (row - rowsAboveList, listHeight)
    guard (0..<height).contains(line) else { return [] }
    let list = chosenList
    guard list.top + line < listCount(state) else { return [] }
    guard list.chosen == list.top + line else {
      choose(by: list.top + line - list.chosen, state)
      return []
    }
    return update(.key(.enter), state)
  }
}

extension ApplicantForm {
  /// Moves the cursor to the field on a row.
  fileprivate mutating func press(row: Int, state: OfficeState, today: CivilDate) {
    guard (0..<count).contains(row) else { return }
    _ = moveFocus(by: row - focus, state: state, today: today)
  }
}

extension FilingForm {
  /// Moves the cursor to the field on a row, or takes the candidate there.
  fileprivate mutating func press(
    row: Int, isBeside: Bool, state: OfficeState, today: CivilDate
  ) -> Notice? {
    if isBeside {
      guard let place = openLookup?.candidate(at: row) else { return nil }
      if focus == 0 { item.point(at: place) } else { applicant.point(at: place) }
      return moveFocus(by: 1, state: state, today: today)
    }
    // Between the day of receipt and the fields of the item a row belongs to the applicant's whole name.
    let field = row < 3 ? row : row - 1
    guard row != 3, (0..<count).contains(field) else { return nil }
    return moveFocus(by: field - focus, state: state, today: today)
  }
}

extension Lookup {
  /// The place of the candidate on a row, below the line of instructions.
  fileprivate func candidate(at row: Int) -> Int? {
    // A list that has been scrolled down is worked by keys.
    let place = row - 1
    return candidates.indices.contains(place) ? place : nil
  }
}
