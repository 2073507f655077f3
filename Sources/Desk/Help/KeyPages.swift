public import Casework

/// Every key as whoever writes about the desk lists it.
extension Model {
  /// The keys that work here and now with what they do, those too that the bar has no room for.
  public func keys(_ state: OfficeState) -> [(key: String, label: String)] {
    hintsBelowHelp(state).map { ($0.key, $0.label) }
  }

  /// What works everywhere, a sentence each.
  public static var keysEverywhere: [String] { everywhere(of: Screen.allCases) }

  /// The screens by the digits that open them.
  public static var places: [(key: String, label: String)] {
    Screen.allCases.map { (String($0.rawValue), $0.label) }
  }
}
