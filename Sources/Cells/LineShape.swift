/// The directions in which a line leaves the middle of its cell.
///
/// Lines that meet in a cell add their directions, so corners, tees and crossings come of themselves.
public struct LineShape: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue & 0b1111 }

  public static let up = LineShape(rawValue: 1)
  public static let down = LineShape(rawValue: 2)
  public static let left = LineShape(rawValue: 4)
  public static let right = LineShape(rawValue: 8)
  public static let horizontal: LineShape = [.left, .right]
  public static let vertical: LineShape = [.up, .down]

  /// How the piece looks where only ASCII is to be trusted.
  public var ascii: Unicode.Scalar {
    if isSubset(of: .horizontal) { return "-" }
    if isSubset(of: .vertical) { return "|" }
    return "+"
  }
}
