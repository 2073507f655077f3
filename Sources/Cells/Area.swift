/// A rectangle of cells; it never has a negative size.
public struct Area: Sendable, Hashable {
  public let row: Int
  public let column: Int
  public let rows: Int
  public let columns: Int

  /// A rectangle with its top left cell at `row` and `column`; negative sizes count as none, and places or sizes
  /// beyond any screen as the farthest that can be reckoned with.
  public init(row: Int = 0, column: Int = 0, rows: Int, columns: Int) {
    self.row = Self.bounded(row)
    self.column = Self.bounded(column)
    self.rows = max(0, Self.bounded(rows))
    self.columns = max(0, Self.bounded(columns))
  }

  /// `value`, or the nearest that can be added to its like without overflow.
  static func bounded(_ value: Int) -> Int { min(max(value, -1_000_000), 1_000_000) }

  public var isEmpty: Bool { rows == 0 || columns == 0 }

  /// The rows of the area, counted as the area itself is.
  public var rowRange: Range<Int> { row..<(row + rows) }
  /// The columns of the area, counted as the area itself is.
  public var columnRange: Range<Int> { column..<(column + columns) }

  /// Whether the cell belongs to the area.
  public func contains(row: Int, column: Int) -> Bool {
    rowRange.contains(row) && columnRange.contains(column)
  }

  /// What both areas share.
  public func intersection(_ other: Area) -> Area {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Area(
      row: top, column: left,
      rows: min(row + rows, other.row + other.rows) - top,
      columns: min(column + columns, other.column + other.columns) - left)
  }

  /// The upper `count` rows, and what is left below them.
  public func splitTop(_ count: Int) -> (top: Area, rest: Area) {
    let count = min(max(0, count), rows)
    return (
      Area(row: row, column: column, rows: count, columns: columns),
      Area(row: row + count, column: column, rows: rows - count, columns: columns)
    )
  }

  /// The lower `count` rows, and what is left above them.
  public func splitBottom(_ count: Int) -> (rest: Area, bottom: Area) {
    let parts = splitTop(rows - min(max(0, count), rows))
    return (parts.top, parts.rest)
  }

  /// The left `count` columns, and what is left beside them.
  public func splitLeft(_ count: Int) -> (left: Area, rest: Area) {
    let count = min(max(0, count), columns)
    return (
      Area(row: row, column: column, rows: rows, columns: count),
      Area(row: row, column: column + count, rows: rows, columns: columns - count)
    )
  }

  /// The right `count` columns, and what is left beside them.
  public func splitRight(_ count: Int) -> (rest: Area, right: Area) {
    let parts = splitLeft(columns - min(max(0, count), columns))
    return (parts.left, parts.rest)
  }
}
