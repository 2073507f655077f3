import Casework

/// What the caps screen holds of its own: caps, the fund by county, or how long things wait.
struct CapsState: Sendable {
  enum Tab: Int, Sendable, CaseIterable {
    case caps, fund, waits

    var label: String {
      switch self {
      case .caps: "限额"
      case .fund: "专项资金"
      case .waits: "等候"
      }
    }
  }

  private(set) var tab = Tab.caps
  /// What is searched for in the list shown.
  var query = LineEditor()
  private var lists = [ListState](repeating: ListState(), count: Tab.allCases.count)

  /// The list of the tab.
  var list: ListState {
    get { lists[tab.rawValue] }
    set { lists[tab.rawValue] = newValue }
  }

  mutating func turn(by step: Int) { choose(Tab.allCases.turned(from: tab, by: step)) }

  /// Turns to a tab; what was searched for in another says nothing there.
  mutating func choose(_ new: Tab) {
    tab = new
    query.clear()
  }
}
