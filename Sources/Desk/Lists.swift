import SubsidyRules
import Forms
import CaseModel
import Casework
import Wording

/// The rows of the lists on screen, made when the office, the year or a search changes and not with each key: a
/// hundred thousand rows scroll like ten.
struct Lists: Sendable {
  /// What the rows were made from.
  private struct Source: Hashable {
    var version: Int
    var year: Int
    var criteria: FilingCriteria
    var query: String
    var dimension: TotalsDimension
    /// Nil while the caps are not on screen.
    var tab: CapsState.Tab?
    var today: CivilDate
    /// Nil while the register is not on screen.
    var records: RegisterFilter?
  }

  private var source: Source?
  /// Filings of the year that still wait for something, as numbers into the office's files.
  private(set) var worklist: [Int] = []
  /// Filings that the criteria of their screen take.
  private(set) var filings: [Int] = []
  private(set) var filingsSum = MoneyTotal.zero
  /// Ids of the applicants found.
  private(set) var applicants: [String] = []
  /// The year's caps, the one with the least room first.
  private(set) var caps: [CapLine] = []
  /// The year's fund by county, and the ages of what is open, while their screen shows them.
  private(set) var fund: [FundLine] = []
  private(set) var waits: [StageAge] = []
  private(set) var totals: [TotalsLine] = []
  /// The year's totals by item, for the articles.
  private(set) var items: [TotalsLine] = []
  /// The kinds of records that the policy declares, with what the year has of each.
  private(set) var registerKinds: [RegisterLine] = []
  /// The records that the filter of their screen takes, the latest first.
  private(set) var records: [RegisterRecord] = []

  /// Makes the rows anew where something they depend on has changed.
  mutating func renew(for model: Model, _ state: OfficeState) {
    let new = Source(
      version: state.version, year: model.year, criteria: model.filings.criteria, query: model.query.text,
      dimension: model.totals.dimension,
      tab: model.screen == .caps ? model.caps.tab : nil, today: model.today,
      records: model.screen == .register ? model.register.filter(year: model.year) : nil)
    guard new != source else { return }
    let old = source
    source = new
    let hasMoved = old?.version != new.version || old?.year != new.year
    if hasMoved {
      worklist = state.filings(.init(year: new.year, isOpenOnly: true), by: .received, descending: true)
      caps = Self.caps(of: new.year, state)
      items = state.breakdown(by: .item, of: .init(year: new.year))
      registerKinds = RegisterLine.all(of: new.year, state)
    }
    if hasMoved || old?.criteria != new.criteria {
      let filter = new.criteria.filter(year: new.year, state)
      filings = state.filings(filter, by: new.criteria.order, descending: new.criteria.isDescending)
      filingsSum = filings.reduce(into: .zero) { $0 += state.files.rows[$1].award }
    }
    if old?.version != new.version || old?.query != new.query {
      applicants = state.search.find(new.query)
    }
    if hasMoved || old?.dimension != new.dimension {
      totals = state.breakdown(by: new.dimension, of: .init(year: new.year))
    }
    if let tab = new.tab, hasMoved || old?.tab != tab || old?.today != new.today {
      if tab == .fund { fund = state.fund(of: new.year) }
      if tab == .waits { waits = state.ages(of: new.year, on: new.today) }
    }
    if let filter = new.records, hasMoved || old?.records != filter {
      records = Self.latestFirst(state.records(filter), state)
    }
  }

  private static func latestFirst(_ records: [RegisterRecord], _ state: OfficeState) -> [RegisterRecord] {
    func day(_ record: RegisterRecord) -> String {
      state.policy.recordKind(record.entry.kind).map { RegisterWording.day(of: record.entry, $0) } ?? ""
    }
    return records.map { (day($0), $0) }.sorted { ($0.0, $0.1.id) > ($1.0, $1.1.id) }.map(\.1)
  }

  private static func caps(of year: Int, _ state: OfficeState) -> [CapLine] {
    state.capUses(of: year).map { CapLine($0, state) }.sorted { a, b in
      a.over != b.over
        ? a.over > b.over
        : a.remaining != b.remaining ? a.remaining < b.remaining : a.group.holder < b.group.holder
    }
  }
}
