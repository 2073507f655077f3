/// Where a text stands in a width that it does not fill.
public enum Alignment: Sendable, Hashable {
  case left
  case right

  /// How many of `spare` columns come before the text.
  func columnsBefore(spare: Int) -> Int {
    switch self {
    case .left: 0
    case .right: spare
    }
  }
}
