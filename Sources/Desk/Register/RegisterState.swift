import Casework
import SubsidyRules

/// What the register screen holds of its own: the kinds of records, or the records of one of them.
struct RegisterState: Sendable {
  var kinds = ListState()
  var records = ListState()
  /// What is being searched for, in the records of the kind that is open, or of all kinds.
  var query = LineEditor()
  /// The id of the kind whose records are listed.
  private(set) var opened: String?
  var isEveryYear = false

  /// Whether records are listed, and not the kinds.
  var isListing: Bool { opened != nil || !query.text.isEmpty }

  /// The list on screen.
  var list: ListState {
    get { isListing ? records : kinds }
    set { if isListing { records = newValue } else { kinds = newValue } }
  }

  mutating func open(_ kind: String) {
    opened = kind
    records = ListState()
  }

  /// Back to the kinds.
  mutating func close() {
    opened = nil
    query.clear()
    records = ListState()
  }

  mutating func searched() { records = ListState() }

  func filter(year: Int) -> RegisterFilter {
    RegisterFilter(
      kind: opened, year: isEveryYear ? nil : year, query: query.text, withStruckOut: true)
  }
}

/// A kind of records with how much of it a year has.
struct RegisterLine: Sendable {
  var kind: RecordKind
  /// By county, in the order of the policy.
  var counties: [RegisterCount]

  var count: Int { counties.reduce(0) { $0 + $1.count } }

  /// Every kind of the policy, whether it has records or not.
  static func all(of year: Int, _ state: OfficeState) -> [RegisterLine] {
    let counts = Dictionary(grouping: state.registerCounts(of: year), by: \.kind)
    return state.recordKinds.map { RegisterLine(kind: $0, counties: counts[$0.id] ?? []) }
  }
}
