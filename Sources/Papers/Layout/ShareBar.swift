import CaseModel

/// A part of a whole for people who would rather look than read: a percentage and a bar.
struct ShareBar {
  private static let columns = 20

  /// Whole percents, rounded down: 100 % is the whole and no fen less. More where the part is more than the whole.
  let percents: Int
  private let filled: Int

  /// Nil where there is no whole to take a part of, or nothing that could be drawn.
  init?(_ part: MoneyTotal, of whole: MoneyTotal) {
    guard whole > .zero, part >= .zero, part.fen < .max / 100 else { return nil }
    percents = Int(clamping: part.fen * 100 / whole.fen)
    let reached = Int(clamping: part.fen * Int128(Self.columns) / whole.fen)
    // Whatever is there shows, and a bar is full only where nothing is left.
    filled = min(part > .zero ? max(reached, 1) : 0, Self.columns)
  }

  var percentage: String { "\(percents)%" }

  /// The bar stands behind the figure, at the end of a line: not every terminal gives its signs one column.
  var text: String {
    TextWidth.padded(percentage, to: 4, onRight: true) + " " + String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.columns - filled)
  }
}
