/// How a sheet is set up before its rows are written.
public struct WorkbookSheet: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public var heading: String
    /// In characters of the width of a digit.
    public var width: Double
    public var isNumber: Bool

    public init(_ heading: String, width: Double, isNumber: Bool) {
      self.heading = heading
      self.width = width
      self.isNumber = isNumber
    }
  }

  /// On its tab.
  public var name: String
  /// On top of every printed page.
  public var title: String
  /// At the foot of every printed page, to the left; the page's number stands to the right.
  public var foot: String
  public var columns: [Column]

  public init(name: String, title: String, foot: String = "", columns: [Column]) {
    self.name = Self.tab(name)
    self.title = title
    self.foot = foot
    self.columns = columns
  }

  /// More than stands upright on A4 in a size that can be read.
  var isWide: Bool { columns.count > 8 || columns.reduce(0) { $0 + $1.width } > 100 }

  /// A tab takes 31 characters and none of some signs.
  private static func tab(_ name: String) -> String {
    let allowed = name.filter { !"[]:*?/\\'".contains($0) && !$0.isNewline }.prefix(31)
    return allowed.isEmpty ? "表" : String(allowed)
  }
}
