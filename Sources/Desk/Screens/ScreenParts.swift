import Casework
import Cells

/// What is a screen's own: one value for each, in the folder of what it draws. A new screen is such a folder, and a line in
/// `Model.Screen`.
protocol ScreenParts {
  /// What it is called beside its digit.
  var label: String { get }
  /// What help says of it.
  var help: String { get }
  /// Its list, and what is typed to search in it.
  var list: WritableKeyPath<ScreenStates, ListState> { get }
  var query: WritableKeyPath<Model, LineEditor> { get }
  /// Whether a search leaves of its lines those that it finds.
  var isNarrowed: Bool { get }
  /// Whether its list can be sorted by another column, and whether also the other way round.
  var isSorted: Bool { get }
  var isReversible: Bool { get }

  // MARK: What is listed

  func count(_ model: Model) -> Int
  /// Rows of the list, and rows above its first one.
  func height(_ model: Model) -> Int
  func rowsAbove(_ model: Model) -> Int
  /// After the lists were made anew what was chosen stays chosen.
  func hold(_ model: inout Model)
  /// The numbers of the filings listed.
  func filings(_ model: Model) -> [Int]
  /// The record under the cursor that has a story.
  func chosen(_ model: Model, _ state: OfficeState) -> String?
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState)
  /// The tabs in its first row.
  func tabs(_ model: Model, _ state: OfficeState) -> [String]

  // MARK: Keys

  /// The keys that work on it, those used most first.
  func hints(_ model: Model) -> [KeyHint]
  /// What can be done with what is chosen, for the beginning of the bar.
  func deeds(_ model: Model) -> [KeyHint]
  /// Enter on a row: what lies behind it.
  func open(_ model: inout Model, _ state: OfficeState) -> [Effect]
  /// Left and right.
  func turn(by step: Int, _ model: inout Model, _ state: OfficeState)
  func choose(tab: Int, _ model: inout Model)
  /// Backspace: back from what the list was narrowed to.
  func widen(_ model: inout Model)
  /// `0`.
  func toggle(_ model: inout Model)
  func sort(_ change: OrderChange, _ model: inout Model)
  func canWiden(_ model: Model) -> Bool
  func canToggle(_ model: Model) -> Bool
  /// What is done on it alone, or in its own way.
  func actions(_ model: Model) -> [Action]

  // MARK: Searching

  /// Whether the list shows what was searched for.
  func isSearched(_ model: Model) -> Bool
  /// Whether what is searched for may be looked for elsewhere, since nothing here has it.
  func findsNothing(_ lists: Lists) -> Bool
  /// The search has changed: the list begins anew.
  func searched(_ model: inout Model)
  func endSearch(_ model: inout Model)
}

extension ScreenParts {
  var isNarrowed: Bool { false }
  var isSorted: Bool { true }
  var isReversible: Bool { isSorted }

  func count(_ model: Model) -> Int { filings(model).count }
  func rowsAbove(_ model: Model) -> Int { 2 }
  func hold(_ model: inout Model) {}
  func filings(_ model: Model) -> [Int] { [] }
  func chosen(_ model: Model, _ state: OfficeState) -> String? { model.chosenFiling(state) }
  func tabs(_ model: Model, _ state: OfficeState) -> [String] { [] }

  func deeds(_ model: Model) -> [KeyHint] { model.filingHints }
  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] {
    model.openFiling(state)
    return []
  }

  func turn(by step: Int, _ model: inout Model, _ state: OfficeState) {
    if isSorted { sort(.turn(step), &model) } else { model.warn("这一屏没有左右可换的。") }
  }
  func choose(tab: Int, _ model: inout Model) {}
  func widen(_ model: inout Model) {}
  func toggle(_ model: inout Model) {}
  func sort(_ change: OrderChange, _ model: inout Model) {}
  func canWiden(_ model: Model) -> Bool { false }
  func canToggle(_ model: Model) -> Bool { false }
  func actions(_ model: Model) -> [Action] { [] }

  func isSearched(_ model: Model) -> Bool { !model[keyPath: query].text.isEmpty }
  func findsNothing(_ lists: Lists) -> Bool { isNarrowed && lists.search.isNarrowedToNothing }
  func searched(_ model: inout Model) { model.states[keyPath: list] = ListState() }
  func endSearch(_ model: inout Model) { model[keyPath: query].clear() }
}

/// What each screen holds of its own, whether it is shown or not.
struct ScreenStates: Sendable {
  var worklist = WorklistState()
  var applicants = ListState()
  var caps = CapsState()
  var filings = FilingsState()
  var totals = TotalsState()
  var register = RegisterState()
  var policy = ListState()
  var journal = JournalState()
  var offices = OfficesState()
  /// By which column each list is sorted.
  var orders = ListOrders()
  /// Screens that were left by looking behind a figure, the last one last.
  var trail: [CameFrom] = []
}

extension Model.Screen {
  var parts: any ScreenParts {
    switch self {
    case .worklist: WorklistParts()
    case .applicants: ApplicantsParts()
    case .filings: FilingsParts()
    case .caps: CapsParts()
    case .totals: TotalsParts()
    case .register: RegisterParts()
    case .policy: PolicyParts()
    case .journal: JournalParts()
    case .offices: OfficesParts()
    }
  }

  var label: String { parts.label }
}
