extension Grid {
  /// Writes `text` on one row and returns the columns painted.
  ///
  /// - Parameters:
  ///   - row: Row of the current area.
  ///   - column: Column of the current area; text left of the area is left out.
  ///   - width: Columns to fill exactly, with spaces where the text is shorter. Without it, as many as the text
  ///     needs. Text that has no room here or before the area's edge is cut between characters, ending in `~`.
  ///   - style: The role of every cell painted.
  ///   - alignment: Where the text stands in `width`.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int = 0, width: Int? = nil, style: Style = .normal,
    alignment: Alignment = .left
  ) -> Int {
    let column = Area.bounded(column)
    let room = room(row: row, column: column)
    let limit = min(max(0, width ?? room), room)
    var needed = Text.columns(of: text)
    var fitted = text
    if needed > limit {
      fitted = Text.clipped(text, to: limit)
      needed = Text.columns(of: fitted)
    }
    let spare = width == nil ? 0 : limit - needed
    let before = alignment.columnsBefore(spare: spare)
    putBlanks(before, style: style, row: row, column: column)
    var next = column + before
    if put(whole: fitted, columns: needed, style: style, row: row, column: next) {
      next += needed
    } else {
      Glyph.paint(fitted) { put($0, columns: $1, style: style, row: row, column: &next) }
    }
    putBlanks(spare - before, style: style, row: row, column: next)
    return next + spare - before - column
  }

  /// Puts a scalar of one or two columns and moves on behind it.
  private mutating func put(
    _ scalar: Unicode.Scalar, columns: Int, style: Style, row: Int, column: inout Int
  ) {
    if columns == 2 {
      put(wide: scalar, style: style, row: row, column: column)
    } else {
      put(Cell(.narrow(scalar), style: style), row: row, column: column)
    }
    column += columns
  }

  /// Writes `text` wrapped into the given columns and returns the rows used; what is left below is cut, shown
  /// by `~` at the end of the last line.
  @discardableResult
  public mutating func writeWrapped(
    _ text: String, row: Int = 0, column: Int = 0, width: Int? = nil, height: Int? = nil,
    style: Style = .normal
  ) -> Int {
    let (row, column) = (Area.bounded(row), Area.bounded(column))
    let width = min(width ?? columns - column, columns - column)
    let height = min(height ?? rows - row, rows - row)
    guard width > 0, height > 0 else { return 0 }
    let lines = Text.wrapped(text, to: width)
    for (offset, line) in lines.prefix(height).enumerated() {
      let isCut = offset == height - 1 && lines.count > height
      let shown = isCut ? Text.prefix(of: line, fitting: width - 1) + String(Text.cut) : line
      write(shown, row: row + offset, column: column, width: width, style: style)
    }
    return min(lines.count, height)
  }

  /// Fills the rectangle, or the whole current area, with blanks of one style.
  public mutating func fill(_ area: Area? = nil, style: Style = .normal) {
    let area = (area ?? self.area).intersection(self.area)
    for row in area.rowRange.clamped(to: seenRows) {
      putBlanks(area.columns, style: style, row: row, column: area.column)
    }
  }

  /// Gives cells that are painted already another style, for instance what a search has found.
  public mutating func restyle(row: Int, column: Int = 0, width: Int? = nil, style: Style) {
    let column = Area.bounded(column)
    let end = min(columns, column + max(0, Area.bounded(width ?? columns - column)))
    for column in (max(0, column)..<max(0, column, end)).clamped(to: seenColumns) {
      restyle(row: row, column: column, style: style)
    }
  }
}
