import CaseModel
import Casework
import SubsidyRules
import Wording

/// The rows of the lists on screen, made when the office, the year or a search changes and not with each key: a
/// hundred thousand rows scroll like ten.
///
/// A screen's own rows are made only while it is shown.
struct Lists: Sendable {
  private(set) var source: Source?
  private var open = Kept<WorklistCriteria, Worklist>(Worklist())
  private var filed = Kept<FilingCriteria, (numbers: [Int], sum: MoneyTotal)>(([], .zero))
  /// Ids of the applicants found.
  private(set) var applicants: [String] = []
  private(set) var figures = FigureLists()
  private(set) var register = RegisterLists()
  private(set) var city = CityLists()
  private(set) var search = SearchOutcome()

  /// Filings that still wait for something.
  var worklist: Worklist { open.rows }
  /// Filings that the criteria of their screen take.
  var filings: [Int] { filed.rows.numbers }
  var filingsSum: MoneyTotal { filed.rows.sum }

  /// What came of a search on the screen.
  struct SearchOutcome: Sendable {
    /// Where what is searched for stands, where the list that is searched has nothing of it.
    fileprivate(set) var elsewhere: Elsewhere?
    /// Whether what the screen lists is only near to what is searched for.
    fileprivate(set) var isNear = false
    fileprivate var nearLists: Set<Model.Screen> = []
    /// Whether what is searched for leaves no line of the screen.
    fileprivate(set) var isNarrowedToNothing = false
  }

  /// What the rows were made from.
  struct Source: Hashable {
    var version: Int
    var year: Int
    /// Nil while the filings are not on screen: a whole office is not sorted with each save for nobody.
    var criteria: FilingCriteria?
    var query: String
    /// Nil while the worklist is not on screen.
    var worklist: WorklistCriteria?
    /// Nil while the totals are not on screen.
    var dimension: AwardDimension?
    var showsArticles: Bool
    /// Nil while the caps are not on screen.
    var tab: CapsState.Tab?
    var today: CivilDate
    /// Nil while the register is not on screen.
    var records: RegisterFilter?
    /// What the figures shown are narrowed down to.
    var narrowing: String?
    var orders: ListOrders
    /// Nil while the offices are not on screen.
    var offices: OfficesState.Tab?
    var showsRuled: Bool
  }

  /// Makes anew the rows that something has changed for.
  mutating func renew(from new: Source, for model: Model, _ state: OfficeState) {
    let old = source
    source = new
    let hasMoved = old?.version != new.version || old?.year != new.year
    // Another working year moves the worklist only where it is narrowed to that.
    if let criteria = new.worklist,
      open.renew(new.version, criteria.year ?? 0, criteria, { criteria.worklist(state) })
    {
      search.nearLists.remove(.worklist)
    }
    if let criteria = new.criteria,
      filed.renew(
        new.version, new.year, criteria, { Self.summed(criteria.filings(year: new.year, state), state) })
    {
      search.nearLists.remove(.filings)
    }
    if old?.version != new.version || old?.query != new.query
      || old?.orders.applicants != new.orders.applicants
    {
      applicants = Self.sorted(
        state.shown(applicants: state.search.find(new.query)), new.orders.applicants, state)
      search.nearLists.remove(.applicants)
    }
    figures.renew(new, old, hasMoved, state)
    register.renew(new, old, hasMoved, state)
    city.renew(new, old, hasMoved, state)
    let left = figures.narrow(new, state) ?? city.narrow(new, state)
    search.isNarrowedToNothing = new.narrowing?.isEmpty == false && left == 0
    search.elsewhere = Elsewhere(of: model, found: self, state)
    if search.elsewhere == nil { searchNearly(new, on: model.screen, state) }
    search.isNear = search.nearLists.contains(model.screen)
  }

  /// Where nothing at all has what is searched for, what is one slip of the finger away from it.
  private mutating func searchNearly(_ new: Source, on screen: Model.Screen, _ state: OfficeState) {
    var isFound = false
    if screen == .applicants, applicants.isEmpty, !new.query.isEmpty {
      applicants = Self.sorted(
        state.shown(applicants: state.search.findNearly(new.query)), new.orders.applicants, state)
      isFound = !applicants.isEmpty
    } else if let criteria = new.criteria, filings.isEmpty, !criteria.query.isEmpty {
      filed.replace(Self.summed(criteria.filings(year: new.year, isNear: true, state), state))
      isFound = !filings.isEmpty
    } else if let criteria = new.worklist, worklist.numbers.isEmpty, !criteria.query.isEmpty {
      open.replace(criteria.worklist(isNear: true, state))
      isFound = !worklist.numbers.isEmpty
    }
    if isFound { search.nearLists.insert(screen) }
  }

  private static func summed(_ filings: [Int], _ state: OfficeState) -> (numbers: [Int], sum: MoneyTotal) {
    (filings, filings.reduce(into: .zero) { $0 += state.files.rows[$1].award })
  }

  private static func sorted(
    _ ids: [String], _ order: ListOrder<ApplicantColumn>, _ state: OfficeState
  ) -> [String] {
    guard order.column != .found else { return order.sorted(ids) { _, _, _ in false } }
    let kinds = Dictionary(uniqueKeysWithValues: ApplicantKind.allCases.enumerated().map { ($1, $0) })
    let rows = ids.map { (id: $0, applicant: state.applicant($0)) }
    let names: [String] = rows.map { row in
      switch order.column {
      case .name: row.applicant?.name ?? ""
      case .district: row.applicant?.district ?? ""
      case .kind, .found, nil: ""
      }
    }
    let places: [Int] = rows.map { row in
      guard order.column == .kind, let kind = row.applicant?.kind else { return 0 }
      return kinds[kind] ?? 0
    }
    return order.sorted(Array(rows.indices)) { _, a, b in
      names[a] != names[b] ? names[a] < names[b] : places[a] < places[b]
    }.map { rows[$0].id }
  }
}

extension Lists.Source {
  /// What the lists of a screen are made from now. No initialiser: one would take copies of its own.
  static func now(for model: Model, _ state: OfficeState) -> Self {
    Self(
      version: state.version, year: model.year,
      criteria: model.screen == .filings ? model.states.filings.criteria : nil,
      query: model.search.query.text,
      worklist: model.screen == .worklist ? model.worklistCriteria : nil,
      dimension: model.screen == .totals ? model.states.totals.dimension : nil,
      showsArticles: model.screen == .policy,
      tab: model.screen == .caps ? model.states.caps.tab : nil, today: model.device.today,
      records: model.screen == .register ? model.states.register.filter(year: model.year) : nil,
      narrowing: model.narrowing, orders: model.states.orders,
      offices: model.screen == .offices ? model.states.offices.tab : nil,
      showsRuled: model.states.offices.showsRuled)
  }

  /// Whether a search on figures finds a line by one of its names; without a search each is found.
  func finds(_ names: [String], _ state: OfficeState) -> Bool {
    guard let narrowing, !narrowing.isEmpty else { return true }
    return names.contains { state.search.matches(narrowing, in: $0) }
  }
}
