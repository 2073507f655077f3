import Casework

/// What the screen of a city's offices holds of its own.
struct OfficesState: Sendable {
  enum Tab: Int, Sendable, CaseIterable {
    case offices, conflicts

    var label: String {
      switch self {
      case .offices: "各局"
      case .conflicts: "冲突"
      }
    }
  }

  private(set) var tab = Tab.offices
  /// Whether conflicts that are ruled on stand there too.
  var showsRuled = false
  /// What is searched for in the list shown.
  var query = LineEditor()
  private var lists = [ListState](repeating: ListState(), count: Tab.allCases.count)

  /// The list of the tab.
  var list: ListState {
    get { lists[tab.rawValue] }
    set { lists[tab.rawValue] = newValue }
  }

  mutating func turn() { choose(tab == .offices ? .conflicts : .offices) }

  /// Turns to a tab; what was searched for in the other says nothing there.
  mutating func choose(_ new: Tab) {
    tab = new
    query.clear()
  }
}
