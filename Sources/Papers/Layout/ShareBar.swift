import CaseModel

/// A part of a whole for people who would rather look than read: a percentage and a bar.
struct ShareBar {
  private static let columns = 20

  /// Tenths of a percent, rounded: but 100.0 % is the whole and no fen less or more, and 0.0 % nothing at all.
  let tenths: Int
  private let filled: Int

  /// Nil where there is no whole to take a part of, or nothing that could be drawn.
  init?(_ part: MoneyTotal, of whole: MoneyTotal) {
    guard whole > .zero, part >= .zero, part.fen < .max / 4000, whole.fen < .max / 4000 else { return nil }
    let rounded = Int(clamping: (part.fen * 2000 + whole.fen) / (whole.fen * 2))
    tenths =
      part < whole
      ? min(max(rounded, part > .zero ? 1 : 0), 999) : part > whole ? max(rounded, 1001) : 1000
    let reached = Int(clamping: part.fen * Int128(Self.columns) / whole.fen)
    // Whatever is there shows, and a bar is full only where nothing is left.
    filled = min(part > .zero ? max(reached, 1) : 0, Self.columns)
  }

  var percentage: String { "\(tenths / 10).\(tenths % 10)%" }

  /// The bar stands behind the figure, at the end of a line: not every terminal gives its signs one column.
  var text: String {
    String(repeating: " ", count: max(0, 6 - percentage.count)) + percentage + " "
      + String(repeating: "█", count: filled) + String(repeating: "░", count: Self.columns - filled)
  }
}
