/// What the terminal says of its background.
enum TerminalBackground {
  /// Whether it is light: `COLORFGBG`, which several terminals set, ends with the number of the background, of which 7
  /// and 15 are white. A terminal that says nothing is taken for dark.
  static var isLight: Bool { isLight(TerminalLocale.environment("COLORFGBG") ?? "") }

  static func isLight(_ colours: String) -> Bool {
    ["7", "15"].contains(colours.split(separator: ";").last)
  }
}
