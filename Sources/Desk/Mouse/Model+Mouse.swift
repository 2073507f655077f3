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
    switch layers.last?.wheel ?? .lines {
    case .nothing: return []
    case .pages: return update(.key(page), state)
    case .lines: return (0..<Self.notch).flatMap { _ in update(.key(arrow), state) }
    }
  }

  private mutating func press(at place: Position, _ state: OfficeState) -> [Effect] {
    if place.row == device.rows - 1 {
      let bar = KeyBar(hints: keyHints(state))
      return bar.event(at: place.column, width: device.columns - 1).map { update($0, state) } ?? []
    }
    let row = place.row - 1
    if layers.last is Asking {
      if let answer = change(Asking.self, { $0.evade() }) { _ = take(answer, state) }
      if layers.last is Asking { return [] }
    } else if layers.last?.staysOnTop == false {
      message = nil
    }
    guard (0..<device.rows - 3).contains(row) else { return [] }
    if !layers.isEmpty { return onTop(state) { $0.click(row: row, column: place.column, $1) } }
    let tabs = screen.parts.tabs(self, state)
    guard row == 0, !tabs.isEmpty else { return pressInList(row: row, state) }
    if let tab = Tabs.place(at: place.column, tabs) { screen.parts.choose(tab: tab, &self) }
    return []
  }

  private mutating func pressInList(row: Int, _ state: OfficeState) -> [Effect] {
    let (line, height) = (row - screen.parts.rowsAbove(self), listHeight)
    guard (0..<height).contains(line) else { return [] }
    let list = chosenList
    guard list.top + line < listCount else { return [] }
    guard list.chosen == list.top + line else {
      choose(by: list.top + line - list.chosen, state)
      return []
    }
    return update(.key(.enter), state)
  }
}
