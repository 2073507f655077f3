import CaseModel
import Casework
import Cells

/// Rows of what lies over a screen, pressed with the mouse: the first press chooses, one on the chosen row opens it.
extension ChoiceList {
  /// The choice on a row of a pane of so many rows; false where none stands there.
  mutating func point(row: Int, of rows: Int) -> Bool {
    let place = row - 1 + list(rows: rows).top
    guard row >= 1, choices.indices.contains(place) else { return false }
    highlighted = place
    return true
  }
}
