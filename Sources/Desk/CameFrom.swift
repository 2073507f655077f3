import Casework

/// A screen from which one looked behind a figure, as it stood then: F10 goes back to it, onto the same row.
///
/// Whoever shows what is behind a figure goes by `Model.go` (`showFilings`, `openRecords`, `Elsewhere`); a
/// digit goes somewhere else altogether and leads nowhere back.
struct CameFrom: Sendable {
  let screen: Model.Screen
  let year: Int
  let worklist: WorklistState
  let filings: FilingsState
  let register: RegisterState
  let query: String
  let isSearching: Bool
  /// What lay over the screen.
  let layer: (any Layer)?
  /// What the search of the screen that was gone to said at first, and the kind of records that was open there.
  private(set) var arrival = ""
  private(set) var opened: String?

  init(_ model: Model) {
    (screen, year) = (model.screen, model.year)
    layer = model.work
    (worklist, filings, register) = (model.states.worklist, model.states.filings, model.states.register)
    (query, isSearching) = (model.search.query.text, model.search.isTyping)
  }

  /// Remembers how the other screen was found.
  mutating func arrived(at model: Model) {
    arrival = model.searchField.text
    opened = model.screen == .register ? model.states.register.opened : nil
  }

  /// Whether nothing else has been looked for there since.
  func isUntouched(in model: Model) -> Bool {
    !model.search.isTyping && model.searchField.text == arrival
      && (model.screen != .register || model.states.register.opened == opened)
  }
}

extension Model {
  /// Longer ways back nobody has in mind.
  private static let longestTrail = 20

  /// Goes to another screen, from which F10 leads back here.
  mutating func go(_ change: (inout Model) -> Void) {
    var from = CameFrom(self)
    close()
    search.isTyping = false
    change(&self)
    from.arrived(at: self)
    states.trail.append(from)
    if states.trail.count > Self.longestTrail { states.trail.removeFirst() }
  }

  /// Whether F10 leads to where one came from.
  var leadsBack: Bool { states.trail.last.map { $0.isUntouched(in: self) || !isSearched } ?? false }

  /// Back to where one came from.
  mutating func goBack(_ state: OfficeState) {
    guard let from = states.trail.popLast() else { return }
    (screen, year, states.filings, states.register) = (from.screen, from.year, from.filings, from.register)
    if screen == .worklist { states.worklist = from.worklist }
    if search.query.text != from.query { search.query.replace(from.query) }
    search.isTyping = from.isSearching
    if let layer = from.layer { open(layer) }
    renewLists(state)
    renewLayers(state)
  }

  /// Goes somewhere else altogether: what was only looked at on the way is left as it was found.
  mutating func leaveTrail() {
    guard let first = states.trail.first else { return }
    (states.filings, states.register) = (first.filings, first.register)
    states.trail = []
  }
}
