/// Where a text stands in a width that it does not fill.
public enum Alignment: Sendable, Hashable {
  case left
  case right
  case center

  /// How many of `spare` columns come before the text; a centred text leans left.
  func columnsBefore(spare: Int) -> Int {
    switch self {
    case .left: 0
    case .right: spare
    case .center: spare / 2
    }
  }
}
