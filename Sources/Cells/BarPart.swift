/// The parts of a bar, in the order in which they are drawn.
public enum BarPart: UInt8, Sendable, Hashable, CaseIterable {
  case used, waiting, empty

  /// How a cell of this part looks: none fills its cell, so that bars of neighbouring rows stay apart, and one in the
  /// selected row can be read.
  public var scalar: Unicode.Scalar {
    switch self {
    case .used: "="
    case .waiting: "+"
    case .empty: "."
    }
  }

  /// The role of a cell of this part.
  public var style: Style {
    switch self {
    case .used: .barUsed
    case .waiting: .barWaiting
    case .empty: .barEmpty
    }
  }
}
