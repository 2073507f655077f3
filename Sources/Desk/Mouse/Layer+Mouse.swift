import CaseModel
import Casework
import Cells

/// Rows of what lies over a screen, pressed with the mouse: the first press chooses, one on the chosen row opens it.
extension ChoiceList {
  /// The choice on a row of a pane of so many rows; false where none stands there.
  mutating func point(row: Int, of rows: Int) -> Bool {
    let place = row - 1 + top(rows: rows)
    guard row >= 1, choices.indices.contains(place) else { return false }
    highlighted = place
    return true
  }
}

extension FieldSet {
  /// Puts the cursor into the field on a row, of so many for fields and what is said about them.
  mutating func point(row: Int, of rows: Int, today: CivilDate) {
    let place = row + top(rows: rows)
    guard row >= 0, row < room(rows: rows), fields.indices.contains(place) else { return }
    move(by: place - focus, today: today)
  }
}

extension FieldsLayer {
  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    if fields.list != nil { return fields.list?.point(row: row, of: desk.rows) == true }
    guard isBesideFields(column, desk) else { return false }
    fields.point(row: row - 1, of: desk.rows - 1, today: desk.today)
    renew(desk)
    return false
  }
}

extension PrintFile {
  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool {
    if fields.list != nil { return fields.list?.point(row: row, of: desk.rows) == true }
    fields.point(row: row - 2, of: desk.rows - 2, today: desk.today)
    return false
  }
}
