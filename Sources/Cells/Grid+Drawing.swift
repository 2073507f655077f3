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
    _ text: some StringProtocol, row: Int, column: Int = 0, width: Int? = nil, style: Style = .normal,
    alignment: Alignment = .left
  ) -> Int {
    let column = Area.bounded(column)
    let room = room(row: row, column: column)
    let limit = min(max(0, width ?? room), room)
    let fitted =
      width == nil
      ? Text.clipped(text, to: limit) : Text.padded(text, to: limit, alignment: alignment)
    var next = column
    for scalar in fitted.unicodeScalars {
      for painted in Glyph(scalar).painted {
        if Glyph.columns(ofPainted: painted) == 2 {
          put(wide: painted, style: style, row: row, column: next)
          next += 2
        } else {
          put(Cell(.narrow(painted), style: style), row: row, column: next)
          next += 1
        }
      }
    }
    return next - column
  }

  /// Writes `text` wrapped into the given columns and returns the rows used; what is left below is cut, shown
  /// by `~` at the end of the last line.
  @discardableResult
  public mutating func writeWrapped(
    _ text: some StringProtocol, row: Int = 0, column: Int = 0, width: Int? = nil, height: Int? = nil,
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
    for row in area.rowRange {
      for column in area.columnRange { put(.blank(style), row: row, column: column) }
    }
  }

  /// Gives cells that are painted already another style, for instance what a search has found.
  public mutating func restyle(row: Int, column: Int = 0, width: Int? = nil, style: Style) {
    let column = Area.bounded(column)
    let end = min(columns, column + max(0, Area.bounded(width ?? columns - column)))
    for column in max(0, column)..<max(0, column, end) { restyle(row: row, column: column, style: style) }
  }
}
