import CaseModel
import Casework

extension ListEntry {
  func keep(in work: inout UnsavedWork) {
    guard isChanged else { return }
    work.list = UnsavedList(
      columns: columns.map(\.id), rows: rows.cells.map { $0.map(\.editor.text) }, row: row, column: column)
  }

  /// The list as it was when its desk ended, on the filing that it began as.
  init?(resuming work: UnsavedList, on form: FilingForm, today: CivilDate, state: OfficeState) {
    self.init(form, today: today, state: state)
    if work.rows.isEmpty { return nil }
    let places = columns.map { work.columns.firstIndex(of: $0.id) }
    rows.fill(
      work.rows.map { cells in
        places.map { place in place.flatMap { cells.indices.contains($0) ? cells[$0] : nil } }
      })
    rows.show(row: work.row, column: work.column)
    isChanged = true
    refresh(today: today, state: state)
  }
}
