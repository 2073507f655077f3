import SubsidyRules
import Forms
import CaseModel
import Casework

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
  private(set) var totals: [TotalsLine] = []
  /// The year's totals by item, for the articles.
  private(set) var items: [TotalsLine] = []

  /// Makes the rows anew where something they depend on has changed.
  mutating func renew(for model: Model, _ state: OfficeState) {
    let new = Source(
      version: state.version, year: model.year, criteria: model.filings.criteria, query: model.query.text,
      dimension: model.totals.dimension)
    guard new != source else { return }
    let old = source
    source = new
    let hasMoved = old?.version != new.version || old?.year != new.year
    if hasMoved {
      worklist = state.filings(.init(year: new.year, isOpenOnly: true), by: .received, descending: true)
      caps = Self.caps(of: new.year, state)
      items = state.breakdown(by: .item, of: .init(year: new.year))
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
  }

  private static func caps(of year: Int, _ state: OfficeState) -> [CapLine] {
    state.capUses(of: year).map { CapLine($0, state) }.sorted { a, b in
      a.over != b.over
        ? a.over > b.over
        : a.remaining != b.remaining ? a.remaining < b.remaining : a.group.holder < b.group.holder
    }
  }
}
