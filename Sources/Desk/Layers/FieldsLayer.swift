import Cells

/// A form of fields with what follows from them below; side by side where each has its room.
protocol FieldsLayer: EntryForm {
  var pane: LinesPane { get set }
  /// Whether what follows takes long to work out: then only when a field is left, not with each key.
  var isCostly: Bool { get }
  func title(_ desk: Surroundings) -> String
  /// What follows from what is typed, in lines of so many columns.
  mutating func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line]
}

extension FieldsLayer {
  var isCostly: Bool { false }
  /// What is only looked up is not lost.
  var isChanged: Bool { canSave && fields.isChanged }

  var keyHints: [KeyHint] {
    guard !isListOpen else { return fields.keyHints }
    return (action.map { [KeyHint(.f(8), $0)] } ?? []) + fields.keyHints + pane.keyHints
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer { pressBesideLines(key, desk) }

  mutating func pressBesideLines(_ key: Key, _ desk: Surroundings) -> Answer {
    !isListOpen && pane.press(key) ? .stays() : pressInFields(key, desk)
  }

  mutating func follow(_ cause: EntryCause, _ desk: Surroundings) {
    if !isCostly || cause != .typed { renew(desk) }
  }

  mutating func renew(_ desk: Surroundings) {
    fields.spell(desk.state)
    pane.show(look(desk, width: columns(desk)), rows: rows(desk))
  }

  // MARK: - Drawing

  private func isWide(_ desk: Surroundings) -> Bool { desk.columns >= 110 }

  var rowsAboveFields: Int { 1 }

  func fieldsWidth(_ desk: Surroundings) -> Int {
    isWide(desk) ? FilingForm.fieldsWidth(of: desk.columns) : desk.columns
  }

  /// Rows that the lines have.
  private func rows(_ desk: Surroundings) -> Int {
    max(1, desk.rows - 1 - (isWide(desk) ? 0 : fields.height + 1))
  }

  /// Columns that they have.
  private func columns(_ desk: Surroundings) -> Int {
    (isWide(desk) ? desk.columns - fieldsWidth(desk) - 2 : desk.columns - 1) - 1
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    if let list = fields.list { return list.draw(into: &grid) }
    grid.write(title(desk), row: 0, column: 1, width: grid.columns - 2, style: .strong)
    let rest = grid.area.splitTop(1).rest
    if isWide(desk) {
      let (left, right) = rest.splitLeft(FilingForm.fieldsWidth(of: grid.columns))
      grid.within(left) { fields.draw(into: &$0, today: desk.today) }
      grid.within(right) { grid in
        grid.verticalLine(column: 0)
        grid.within(grid.area.splitLeft(2).rest) { pane.draw(into: &$0) }
      }
    } else {
      let (top, bottom) = rest.splitTop(fields.height)
      grid.within(top) { fields.draw(into: &$0, today: desk.today) }
      grid.within(bottom) { grid in
        grid.horizontalLine(row: 0)
        grid.within(grid.area.splitTop(1).rest.splitLeft(1).rest) { pane.draw(into: &$0) }
      }
    }
  }
}
