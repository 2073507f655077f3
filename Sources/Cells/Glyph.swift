/// What is painted for one scalar of a text: itself, a stand-in of known width, or nothing.
///
/// Text is painted scalar by scalar and not by grapheme: ncurses and the terminal both measure scalars, so
/// that the columns of two texts are always the sum of each, and no scalar of unknown shape joins its neighbour.
struct Glyph: Equatable, Sendable {
  /// The scalars to paint, each of one or two columns; empty where nothing is shown.
  let painted: [Unicode.Scalar]
  /// Columns of all of `painted` together.
  let columns: Int

  /// Stands for every scalar that cannot be measured or has no readable stand-in: the mark that Chinese print
  /// sets for a missing sort. Two columns.
  static let missing: Unicode.Scalar = "\u{3013}"

  /// Decides what is painted for `scalar`.
  init(_ scalar: Unicode.Scalar) {
    painted =
      switch scalar.value {
      // A skin tone or half a flag would be joined to its neighbour by some terminals and not by others.
      case 0x1F3FB...0x1F3FF: []
      case 0x1F1E6...0x1F1FF: Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { [$0] } ?? [Self.missing]
      default:
        switch CharacterWidth(of: scalar) {
        case .zero: []
        case .one, .two: [scalar]
        case .unmeasurable, .ambiguous: Array(StandIn.of(scalar).unicodeScalars)
        }
      }
    columns = painted.reduce(0) { $0 + Self.columns(ofPainted: $1) }
  }

  /// Gives each scalar that is painted for a text, one after another, with its columns.
  static func paint(_ text: String, _ put: (_ scalar: Unicode.Scalar, _ columns: Int) -> Void) {
    for scalar in text.unicodeScalars {
      if let columns = plainColumns(of: scalar) {
        put(scalar, columns)
      } else {
        for painted in Glyph(scalar).painted { put(painted, columns(ofPainted: painted)) }
      }
    }
  }

  /// The columns that `scalar` takes when painted.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    plainColumns(of: scalar) ?? Glyph(scalar).columns
  }

  /// The columns of a scalar that is painted as it stands, found without making a glyph; nil for all others.
  static func plainColumns(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: nil
    default:
      switch CharacterWidth(of: scalar) {
      case .one: 1
      case .two: 2
      case .zero, .unmeasurable, .ambiguous: nil
      }
    }
  }

  /// Columns of a scalar that is known to be of one or two.
  static func columns(ofPainted scalar: Unicode.Scalar) -> Int {
    CharacterWidth(of: scalar) == .two ? 2 : 1
  }
}
