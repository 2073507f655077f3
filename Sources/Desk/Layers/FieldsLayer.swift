import Cells

/// An overlay of fields with what follows from them below; side by side where each has its room.
protocol FieldsLayer: Layer {
  var fields: FieldSet { get set }
  var pane: LinesPane { get set }
  /// What the save key does; nil where there is nothing to save.
  var action: String? { get }
  /// Whether what follows takes long to work out: then only when a field is left, not with each key.
  var isCostly: Bool { get }
  func title(_ desk: Surroundings) -> String
  /// What follows from what is typed, in lines of so many columns.
  mutating func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line]
}

extension FieldsLayer {
  var isCostly: Bool { false }
  var canSave: Bool { action != nil }
  /// What is only looked up is not lost.
  var isChanged: Bool { canSave && fields.isChanged }
  var isListOpen: Bool { fields.list != nil }

  var keyHints: [KeyHint] {
    guard !isListOpen else { return fields.keyHints }
    let paging = pane.keyHints
    return (action.map { [KeyHint(.f(8), $0)] } ?? []) + fields.keyHints + paging
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer { pressInFields(key, desk) }

  mutating func pressInFields(_ key: Key, _ desk: Surroundings) -> Answer {
    if !isListOpen, pane.press(key) { return .stays() }
    let before = fields.focus
    guard fields.press(key, today: desk.today) else { return .passes }
    if !isCostly || fields.focus != before { renew(desk) }
    return .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    fields.type(text, today: desk.today)
    if !isCostly { renew(desk) }
    return .stays()
  }

  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer {
    fields.paste(text, today: desk.today)
    renew(desk)
    return .stays()
  }

  mutating func renew(_ desk: Surroundings) {
    fields.spell(desk.state)
    pane.show(look(desk, width: columns(desk)), rows: rows(desk))
  }

  // MARK: - Drawing

  private func isWide(_ desk: Surroundings) -> Bool { desk.columns >= 110 }

  /// Whether a column of the screen lies on the fields' side.
  func isBesideFields(_ column: Int, _ desk: Surroundings) -> Bool {
    !isWide(desk) || column < FilingForm.fieldsWidth(of: desk.columns)
  }

  /// Rows that the lines have.
  private func rows(_ desk: Surroundings) -> Int {
    max(1, desk.rows - 1 - (isWide(desk) ? 0 : fields.height + 1))
  }

  /// Columns that they have.
  private func columns(_ desk: Surroundings) -> Int {
    (isWide(desk) ? desk.columns - FilingForm.fieldsWidth(of: desk.columns) - 2 : desk.columns - 1) - 1
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
