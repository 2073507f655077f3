/// One place of the grid.
public struct Cell: Sendable, Hashable {
  /// What stands in a cell.
  public enum Content: Sendable, Hashable {
    /// A scalar of one column.
    case narrow(Unicode.Scalar)
    /// The left half of a scalar of two columns; a `continuation` always follows on its right.
    case wide(Unicode.Scalar)
    /// The right half of the scalar on its left.
    case continuation
    /// A piece of a line.
    case line(LineShape)
    /// A piece of a bar.
    case bar(BarPart)
  }

  public var content: Content
  public var style: Style

  /// A cell of one column.
  public init(_ content: Content, style: Style = .normal) {
    self.content = content
    self.style = style
  }

  /// An empty cell of the given style.
  public static func blank(_ style: Style = .normal) -> Cell { Cell(.narrow(" "), style: style) }
}
