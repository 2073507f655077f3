/// How many columns a scalar takes on a terminal, as far as that can be known.
///
/// The answers are those of the C library's `wcwidth`, since ncurses positions by them, with one difference:
/// scalars whose width depends on how a terminal is set up are told apart as `ambiguous`.
public enum CharacterWidth: UInt8, Sendable {
  /// Combining marks, joiners and other scalars that take no column of their own.
  case zero
  /// One column.
  case one
  /// Two columns.
  case two
  /// Controls, surrogates and scalars beyond the table: nobody can say where the cursor stands after them.
  case unmeasurable
  /// One column on one terminal, two on the next (East Asian Ambiguous).
  case ambiguous

  /// Looks up the width of `scalar`.
  public init(of scalar: Unicode.Scalar) {
    // Nearly all text of an office is printable ASCII, common ideographs and their punctuation: no search for these.
    switch scalar.value {
    case 0x20...0x7E: self = .one
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF60: self = .two
    default: self = Self.search(scalar.value)
    }
  }

  private static func search(_ value: UInt32) -> CharacterWidth {
    let key = value << 3 | 7
    // The number of runs that open at or before the scalar.
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle] <= key { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return .unmeasurable }
    return CharacterWidth(rawValue: UInt8(truncatingIfNeeded: runs[low - 1] & 7)) ?? .unmeasurable
  }
}
