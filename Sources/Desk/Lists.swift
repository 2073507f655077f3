import CaseModel
import Casework
import SubsidyRules
import Wording

/// The rows of the lists on screen, made when the office, the year or a search changes and not with each key: a
/// hundred thousand rows scroll like ten.
///
/// A screen's own rows are made only while it is shown.
struct Lists: Sendable {
  /// What the rows were made from.
  private struct Source: Hashable {
    var version: Int
    var year: Int
    /// Nil while the filings are not on screen: a whole office is not sorted with each save for nobody.
    var criteria: FilingCriteria?
    var query: String
    /// Nil while the worklist is not on screen.
    var worklist: WorklistCriteria?
    /// Nil while the totals are not on screen.
    var dimension: TotalsDimension?
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

  /// One list's rows: those of a version of the office, of a year, by some choice.
  private struct Made<Choice: Hashable & Sendable>: Hashable {
    private var version: Int?
    private var year: Int?
    private var choice: Choice?

    /// Whether they are to be made anew for another choice, which is theirs from now on.
    mutating func turns(to choice: Choice, _ year: Int, _ version: Int) -> Bool {
      defer { (self.version, self.year, self.choice) = (version, year, choice) }
      return (self.version, self.year) != (version, year) || self.choice != choice
    }
  }

  private var source: Source?
  private var madeWorklist = Made<WorklistCriteria>()
  private var madeFilings = Made<FilingCriteria>()
  private var madeTotals = Made<TotalsDimension>()
  private var madeItems = Made<TotalsDimension>()
  /// Filings that still wait for something.
  private(set) var worklist = Worklist()
  /// Filings that the criteria of their screen take.
  private(set) var filings: [Int] = []
  private(set) var filingsSum = MoneyTotal.zero
  /// Where what is searched for stands, where the list that is searched has nothing of it.
  private(set) var elsewhere: Elsewhere?
  /// Whether what the screen lists is only near to what is searched for.
  private(set) var isNear = false
  private var nearLists: Set<Model.Screen> = []
  /// Ids of the applicants found.
  private(set) var applicants: [String] = []
  /// All of the year's caps, the one with the least room first, and those that are shown.
  private(set) var allCaps: [CapLine] = []
  private(set) var caps: [CapLine] = []
  /// The articles shown.
  private(set) var articles: [ArticleLine] = []
  /// Whether what is searched for leaves no line of the screen.
  private(set) var isNarrowedToNothing = false
  /// The year's fund by county, and the ages of what is open, while their screen shows them.
  private(set) var fund: [FundLine] = []
  private(set) var waits: [StageAge] = []
  private(set) var totals: [TotalsLine] = []
  private var allFund: [FundLine] = []
  private var allWaits: [StageAge] = []
  private var allTotals: [TotalsLine] = []
  /// The year's totals by item, for the articles.
  private(set) var items: [TotalsLine] = []
  /// The kinds of records that the policy declares, with what the year has of each.
  private(set) var registerKinds: [RegisterLine] = []
  /// A city's offices, and what stands between their journals, while their screen shows them.
  private(set) var offices: [OfficeLine] = []
  private(set) var conflicts: [OfficeConflict] = []
  private var allOffices: [OfficeLine] = []
  /// A county's line over its worklist; nil of any other office.
  private(set) var handover: HandoverLine?
  /// The records that the filter of their screen takes, the latest first.
  private(set) var records: [RegisterRecord] = []

  /// Makes the rows of the year anew that no search narrows.
  private mutating func renewYear(_ new: Source, _ old: Source?, _ hasMoved: Bool, _ state: OfficeState) {
    if hasMoved { allCaps = Self.caps(of: new.year, state) }
    if new.tab == .caps, hasMoved || old?.tab != .caps {
      allCaps = allCaps.map { $0.withOffices(of: state) }
    }
    if old?.version != new.version { handover = state.offices.city == nil ? nil : HandoverLine(state) }
    if new.offices != nil, hasMoved || old?.offices == nil || old?.today != new.today {
      allOffices = OfficeLine.all(of: new.year, on: new.today, state)
    }
    if hasMoved || old?.orders.kinds != new.orders.kinds {
      registerKinds = new.orders.kinds.sorted(RegisterLine.all(of: new.year, state)) { column, a, b in
        column == .count && b.count < a.count
      }
    }
  }

  /// Makes the rows anew where something they depend on has changed.
  mutating func renew(for model: Model, _ state: OfficeState) {
    let new = Source(
      version: state.version, year: model.year,
      criteria: model.screen == .filings ? model.filings.criteria : nil, query: model.query.text,
      worklist: model.screen == .worklist ? model.worklistCriteria : nil,
      dimension: model.screen == .totals ? model.totals.dimension : nil,
      showsArticles: model.screen == .policy,
      tab: model.screen == .caps ? model.caps.tab : nil, today: model.today,
      records: model.screen == .register ? model.register.filter(year: model.year) : nil,
      narrowing: model.narrowing, orders: model.orders,
      offices: model.screen == .offices ? model.offices.tab : nil, showsRuled: model.offices.showsRuled)
    guard new != source else { return }
    let old = source
    source = new
    let hasMoved = old?.version != new.version || old?.year != new.year
    renewYear(new, old, hasMoved, state)
    // Another working year moves the worklist only where it is narrowed to that.
    if let criteria = new.worklist, madeWorklist.turns(to: criteria, criteria.year ?? 0, new.version) {
      worklist = criteria.worklist(state)
      nearLists.remove(.worklist)
    }
    if let criteria = new.criteria, madeFilings.turns(to: criteria, new.year, new.version) {
      filings = criteria.filings(year: new.year, state)
      filingsSum = Self.sum(of: filings, state)
      nearLists.remove(.filings)
    }
    if old?.version != new.version || old?.query != new.query
      || old?.orders.applicants != new.orders.applicants
    {
      applicants = Self.sorted(
        state.search.find(new.query).filter(state.isShown(applicant:)), new.orders.applicants, state)
      nearLists.remove(.applicants)
    }
    if let dimension = new.dimension, madeTotals.turns(to: dimension, new.year, new.version) {
      allTotals = state.breakdown(by: dimension, of: .init(year: new.year))
    }
    if new.showsArticles, madeItems.turns(to: .item, new.year, new.version) {
      items = state.breakdown(by: .item, of: .init(year: new.year))
    }
    if let tab = new.tab, hasMoved || old?.tab != tab || old?.today != new.today {
      if tab == .fund { allFund = state.fund(of: new.year) }
      if tab == .waits { allWaits = state.ages(of: new.year, on: new.today) }
    }
    if let filter = new.records,
      hasMoved || old?.records != filter || old?.orders.records != new.orders.records
    {
      records = new.orders.records.sorted(Self.latestFirst(state.records(filter), state)) { column, a, b in
        switch column {
        case .day: false
        case .id: a.id < b.id
        case .district: a.entry.district < b.entry.district
        }
      }
    }
    narrow(new, dimension: model.totals.dimension, state)
    elsewhere = Elsewhere(of: model, found: self, state)
    if elsewhere == nil { searchNearly(new, on: model.screen, state) }
    isNear = nearLists.contains(model.screen)
  }

  /// Where nothing at all has what is searched for, what is one slip of the finger away from it.
  private mutating func searchNearly(_ new: Source, on screen: Model.Screen, _ state: OfficeState) {
    if screen == .applicants, applicants.isEmpty, !new.query.isEmpty {
      applicants = Self.sorted(
        state.search.findNearly(new.query).filter(state.isShown(applicant:)), new.orders.applicants, state)
      if !applicants.isEmpty { nearLists.insert(screen) }
    } else if let criteria = new.criteria, filings.isEmpty, !criteria.query.isEmpty {
      filings = criteria.filings(year: new.year, isNear: true, state)
      filingsSum = Self.sum(of: filings, state)
      if !filings.isEmpty { nearLists.insert(screen) }
    } else if let criteria = new.worklist, worklist.numbers.isEmpty, !criteria.query.isEmpty {
      worklist = criteria.worklist(isNear: true, state)
      if !worklist.numbers.isEmpty { nearLists.insert(screen) }
    }
  }

  private static func sum(of filings: [Int], _ state: OfficeState) -> MoneyTotal {
    filings.reduce(into: .zero) { $0 += state.files.rows[$1].award }
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

  /// Leaves of the figures what is searched for; without that all of them.
  private mutating func narrow(_ new: Source, dimension: TotalsDimension, _ state: OfficeState) {
    let query = new.narrowing ?? ""
    func isFound(_ names: [String]) -> Bool {
      query.isEmpty || names.contains { state.search.matches(query, in: $0) }
    }
    func isArticleFound(_ line: ArticleLine) -> Bool {
      switch line.content {
      case .policy(let policy): isFound([policy.title, policy.document])
      case .article(let place, let article):
        isFound([article.title, Labels.articleName(article.number)] + place.items(state).map(\.label))
      }
    }
    // On other screens the lines stay as they are; nobody sees them.
    caps = new.orders.caps.sorted(allCaps) { $0.precedes($1, $2) }
    fund = new.orders.fund.sorted(allFund) { $0.precedes($1, $2) }
    waits = new.orders.waits.sorted(allWaits) { $0.precedes($1, $2) }
    totals = new.orders.totals.sorted(allTotals) { $0.precedes($1, $2) }
    articles = ArticleLine.all(state)
    var left: Int?
    if let tab = new.offices {
      offices = allOffices.filter { isFound([$0.short, $0.name, $0.code, $0.sign.label]) }
      conflicts = state.conflicts.filter { conflict in
        let codes = ConflictWording.codes(conflict, state)
        return (new.showsRuled || conflict.ruling == nil)
          && isFound(
            [conflict.subject, conflict.id, OfficesWording.label(conflict)]
              + codes.map { OfficeNames.short($0, in: state) })
      }
      left = tab == .offices ? offices.count : conflicts.count
    }
    if new.tab == .caps {
      caps = caps.filter { isFound([$0.name, $0.label, $0.article] + $0.offices) }
      left = caps.count
    } else if new.tab == .fund {
      fund = fund.filter { isFound([Labels.district($0.district, among: state.districts)]) }
      left = fund.count
    } else if new.tab == .waits {
      waits = waits.filter { isFound([Labels.label($0.stage)]) }
      left = waits.count
    } else if new.dimension != nil {
      totals = totals.filter { isFound([dimension.name($0.key, state)]) }
      left = totals.count
    } else if new.showsArticles {
      articles = articles.filter(isArticleFound)
      left = articles.count
    }
    isNarrowedToNothing = !query.isEmpty && left == 0
  }

  private static func latestFirst(_ records: [RegisterRecord], _ state: OfficeState) -> [RegisterRecord] {
    func day(_ record: RegisterRecord) -> String {
      state.recordKind(record.entry.kind).map { RegisterWording.day(of: record.entry, $0) } ?? ""
    }
    return records.map { (day($0), $0) }.sorted { ($0.0, $0.1.id) > ($1.0, $1.1.id) }.map(\.1)
  }

  private static func caps(of year: Int, _ state: OfficeState) -> [CapLine] {
    var lines = state.capUses(of: year).map { CapLine($0, state) }
    lines.sort { a, b in
      a.over != b.over
        ? a.over > b.over
        : a.remaining != b.remaining
          ? a.remaining < b.remaining
          : (a.group.holder, a.group.cap, a.group.year ?? 0)
            < (b.group.holder, b.group.cap, b.group.year ?? 0)
    }
    for place in lines.indices { lines[place].place = place }
    return lines
  }
}
