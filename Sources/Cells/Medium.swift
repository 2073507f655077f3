/// Where text is read, which says how many columns its signs take.
public enum Medium: Sendable {
  /// A terminal: a sign that it can't be relied on to show, or to give one width, has a stand-in.
  case screen
  /// Paper, and files of text: what is narrow on some screens is so here, and nothing has a stand-in.
  case paper

  func columns(of scalar: Unicode.Scalar) -> Int {
    switch self {
    case .screen: Glyph.columns(of: scalar)
    case .paper:
      switch CharacterWidth(of: scalar) {
      case .zero: 0
      case .two: 2
      case .one, .ambiguous, .unmeasurable: 1
      }
    }
  }
}
