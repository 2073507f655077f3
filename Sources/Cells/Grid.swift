/// A screen being painted: rows and columns of cells, and the place of the caret.
///
/// A grid keeps two promises whatever is drawn: no cell is ever half a character, and the last cell of the last
/// row stays empty, since many terminals scroll when it is written. What would fall outside is left out.
///
/// Drawing happens in the current area, at first the whole screen. `within(_:_:)` narrows it, so that a part of
/// the screen is drawn with its own coordinates and cannot reach beyond its rectangle:
///
///     var grid = Grid(rows: 24, columns: 80)
///     grid.write("申报", row: 0, width: grid.columns, style: .title)
///     let (list, detail) = grid.area.splitTop(1).rest.splitLeft(40)
///     grid.within(list) { $0.write("黄志龙", row: 2, column: 1, width: 12, style: .selected) }
///     grid.within(detail) { pane in
///       pane.verticalLine(column: 0)
///       pane.placeCaret(row: 1, column: 2)
///     }
public struct Grid: Sendable, Equatable {
  /// Rows and columns of the whole screen, whatever the current area.
  public let screenRows: Int
  public let screenColumns: Int
  /// Where the caret stands on the whole screen; nil while nothing is edited.
  public private(set) var caret: Position?

  var cells: [Cell]
  /// The current area in screen coordinates, and the part of it that may be painted.
  private(set) var bounds: Area
  private(set) var clip: Area
  /// What was drawn from a source that was told, for the screen after this one.
  var parts: [Part] = []
  var before: Before?

  /// An empty screen; sizes below 1 count as 1, sizes above 2000 as 2000.
  ///
  /// - Parameter earlier: The screen that is shown until then; parts that were drawn from the same are taken from it.
  public init(rows: Int, columns: Int, after earlier: Grid? = nil) {
    screenRows = min(max(1, rows), 2000)
    screenColumns = min(max(1, columns), 2000)
    cells = Array(repeating: .blank(), count: screenRows * screenColumns)
    bounds = Area(rows: screenRows, columns: screenColumns)
    clip = bounds
    if let earlier, earlier.hasSize(of: self) {
      before = Before(cells: earlier.cells, parts: earlier.parts)
      parts.reserveCapacity(earlier.parts.count)
    }
  }

  /// Two screens are equal that look the same, whatever they were drawn from.
  public static func == (a: Grid, b: Grid) -> Bool {
    a.hasSize(of: b) && a.caret == b.caret && a.cells == b.cells
  }

  /// Rows of the current area.
  public var rows: Int { bounds.rows }
  /// Columns of the current area.
  public var columns: Int { bounds.columns }
  /// The rows of the current area that are not cut off, counted in it.
  var seenRows: Range<Int> { (clip.row - bounds.row)..<(clip.row - bounds.row + clip.rows) }
  /// The columns of the current area that are not cut off, counted in it.
  var seenColumns: Range<Int> { (clip.column - bounds.column)..<(clip.column - bounds.column + clip.columns) }

  /// The current area in its own coordinates, for splitting.
  public var area: Area { Area(rows: rows, columns: columns) }

  /// Draws with `area` as the current area; it is given in the coordinates of the area that encloses it.
  public mutating func within(_ area: Area, _ draw: (inout Grid) -> Void) {
    let enclosing = (bounds, clip)
    defer { (bounds, clip) = enclosing }
    bounds = Area(
      row: bounds.row + area.row, column: bounds.column + area.column, rows: area.rows, columns: area.columns)
    clip = clip.intersection(bounds)
    draw(&self)
  }

  /// Puts the caret into the current area, or nowhere if the place is outside.
  public mutating func placeCaret(row: Int, column: Int) {
    let place = Position(row: bounds.row + Area.bounded(row), column: bounds.column + Area.bounded(column))
    caret = clip.contains(row: place.row, column: place.column) ? place : nil
  }

  /// Takes the caret off the screen.
  public mutating func removeCaret() {
    caret = nil
  }

  /// The cells of one row of the whole screen, from left to right; empty if there is no such row.
  public func cells(inScreenRow row: Int) -> ArraySlice<Cell> {
    guard (0..<screenRows).contains(row) else { return [] }
    return cells[row * screenColumns..<(row + 1) * screenColumns]
  }

  /// Whether the whole screen is as large as another.
  public func hasSize(of other: Grid) -> Bool {
    screenRows == other.screenRows && screenColumns == other.screenColumns
  }

  /// The columns from the first to the last that look other in a row of another screen of this size, whole characters;
  /// nil where the rows look the same.
  public func changes(inScreenRow row: Int, from other: Grid) -> Range<Int>? {
    guard (0..<screenRows).contains(row), hasSize(of: other) else { return nil }
    let (start, end) = (row * screenColumns, (row + 1) * screenColumns)
    var first = start
    while first < end, cells[first] == other.cells[first] { first += 1 }
    guard first < end else { return nil }
    var last = end - 1
    while cells[last] == other.cells[last] { last -= 1 }
    if cells[first].isRightHalf { first -= 1 }
    if cells[last].isLeftHalf { last += 1 }
    return (first - start)..<(last - start + 1)
  }

  // MARK: - One cell

  /// How many columns of `row` may hold text from `column` on, up to the edge of the current area.
  func room(row: Int, column: Int) -> Int {
    guard (0..<rows).contains(row) else { return 0 }
    let reach = bounds.row + row == screenRows - 1 ? screenColumns - 1 - bounds.column : columns
    return max(0, min(columns, reach) - column)
  }

  /// The cell at a place of the current area, or nil outside.
  func cell(row: Int, column: Int) -> Cell? {
    index(row: row, column: column).map { cells[$0] }
  }

  /// Puts a cell of one column at a place of the current area; outside nothing happens.
  mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard let index = index(row: row, column: column) else { return }
    separate(at: index)
    cells[index] = cell
  }

  /// Puts a scalar of two columns; where only one half is inside, that half is blank.
  mutating func put(wide scalar: Unicode.Scalar, style: Style, row: Int, column: Int) {
    guard let left = index(row: row, column: column), let right = index(row: row, column: column + 1)
    else {
      put(.blank(style), row: row, column: column)
      put(.blank(style), row: row, column: column + 1)
      return
    }
    separate(at: left)
    separate(at: right)
    cells[left] = Cell(.wide(scalar), style: style)
    cells[right] = Cell(.continuation, style: style)
  }

  /// Puts a text of so many columns in one go; false where not all of it has room.
  mutating func put(whole text: String, columns: Int, style: Style, row: Int, column: Int) -> Bool {
    let (row, column) = (bounds.row + Area.bounded(row), bounds.column + Area.bounded(column))
    let first = row * screenColumns + column
    guard columns > 0, clip.contains(row: row, column: column),
      clip.contains(row: row, column: column + columns - 1), first + columns < cells.count
    else { return false }
    separate(at: first)
    separate(at: first + columns - 1)
    cells.withUnsafeMutableBufferPointer { cells in
      var rest = cells[first..<first + columns]
      Glyph.paint(text) { scalar, columns in
        guard columns <= rest.count else { return }
        rest[rest.startIndex] = Cell(columns == 2 ? .wide(scalar) : .narrow(scalar), style: style)
        if columns == 2 { rest[rest.startIndex + 1] = Cell(.continuation, style: style) }
        rest = rest.dropFirst(columns)
      }
    }
    return true
  }

  /// Puts blanks side by side, the first at a place of the current area; outside nothing happens.
  mutating func putBlanks(_ count: Int, style: Style, row: Int, column: Int) {
    let (row, column) = (bounds.row + Area.bounded(row), bounds.column + Area.bounded(column))
    let shown = Area(row: row, column: column, rows: 1, columns: count).intersection(clip)
    let first = shown.row * screenColumns + shown.column
    let end = min(first + shown.columns, cells.count - 1)
    guard !shown.isEmpty, first < end else { return }
    separate(at: first)
    separate(at: end - 1)
    let blank = Cell.blank(style)
    for index in first..<end { cells[index] = blank }
  }

  /// Gives the cell, and the other half of its character, another style.
  mutating func restyle(row: Int, column: Int, style: Style) {
    guard let index = index(row: row, column: column) else { return }
    cells[index].style = style
    if cells[index].isLeftHalf { cells[index + 1].style = style }
    if cells[index].isRightHalf { cells[index - 1].style = style }
  }

  /// Blanks the other half of the character of which the cell is a half.
  private mutating func separate(at index: Int) {
    if cells[index].isLeftHalf { cells[index + 1].content = .narrow(" ") }
    if cells[index].isRightHalf { cells[index - 1].content = .narrow(" ") }
  }

  private func index(row: Int, column: Int) -> Int? {
    let (row, column) = (bounds.row + Area.bounded(row), bounds.column + Area.bounded(column))
    guard clip.contains(row: row, column: column) else { return nil }
    let index = row * screenColumns + column
    return index == cells.count - 1 ? nil : index
  }
}
