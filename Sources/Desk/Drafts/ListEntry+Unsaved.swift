import CaseModel
import Casework

extension ListEntry {
  func keep(in work: inout UnsavedWork) {
    guard isChanged else { return }
    work.list = UnsavedList(
      columns: columns.map(\.id), rows: rows.map { $0.map(\.editor.text) }, row: row, column: column)
  }

  /// The list as it was when its desk ended, on the filing that it began as.
  init?(resuming work: UnsavedList, on form: FilingForm, today: CivilDate, state: OfficeState) {
    self.init(form, today: today, state: state)
    rows = work.rows.map { cells in
      columns.map { field in
        var cell = field.emptied
        if let place = work.columns.firstIndex(of: field.id), cells.indices.contains(place) {
          cell.editor = LineEditor(cells[place])
        }
        return cell
      }
    }
    if rows.isEmpty { return nil }
    if rows.count == 1 { rows.append(columns.map(\.emptied)) }
    row = max(0, min(work.row, rows.count - 1))
    column = max(0, min(work.column, columns.count - 1))
    isChanged = true
    refresh(today: today, state: state)
  }
}
