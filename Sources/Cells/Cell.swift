/// One place of the grid.
///
/// Kept in four bytes, since with each key all of a screen is drawn and compared with the one before.
public struct Cell: Sendable, Hashable, BitwiseCopyable {
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

  /// The scalar or the number of a shape in 21 bits, above them the kind of content in three and the style in eight.
  private var bits: UInt32

  private enum Kind {
    static let narrow: UInt32 = 0
    static let wide: UInt32 = 1
    static let continuation: UInt32 = 2
    static let line: UInt32 = 3
    static let bar: UInt32 = 4
  }

  /// A cell of one column.
  public init(_ content: Content, style: Style = .normal) {
    bits = Self.bits(of: content) | UInt32(style.rawValue) << 24
  }

  /// An empty cell of the given style.
  public static func blank(_ style: Style = .normal) -> Cell { Cell(.narrow(" "), style: style) }

  public var content: Content {
    get {
      let value = bits & 0x1F_FFFF
      switch kind {
      case Kind.wide: return .wide(Self.scalar(value))
      case Kind.continuation: return .continuation
      case Kind.line: return .line(LineShape(rawValue: UInt8(truncatingIfNeeded: value)))
      case Kind.bar: return .bar(BarPart(rawValue: UInt8(truncatingIfNeeded: value)) ?? .empty)
      default: return .narrow(Self.scalar(value))
      }
    }
    set { bits = bits & 0xFF00_0000 | Self.bits(of: newValue) }
  }

  public var style: Style {
    get { Style(rawValue: UInt8(truncatingIfNeeded: bits >> 24)) ?? .normal }
    set { bits = bits & 0x00FF_FFFF | UInt32(newValue.rawValue) << 24 }
  }

  /// Whether it is the left half of a character.
  var isLeftHalf: Bool { kind == Kind.wide }
  /// Whether it is the right half of a character.
  var isRightHalf: Bool { kind == Kind.continuation }

  private var kind: UInt32 { bits >> 21 & 7 }

  private static func bits(of content: Content) -> UInt32 {
    switch content {
    case .narrow(let scalar): scalar.value | Kind.narrow << 21
    case .wide(let scalar): scalar.value | Kind.wide << 21
    case .continuation: Kind.continuation << 21
    case .line(let shape): UInt32(shape.rawValue) | Kind.line << 21
    case .bar(let part): UInt32(part.rawValue) | Kind.bar << 21
    }
  }

  /// Only scalars are ever put in.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? " " }
}
