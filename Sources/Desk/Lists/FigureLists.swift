import CaseModel
import Casework
import SubsidyRules
import Wording

/// The figures of the year: those that their screens show, in the order that was chosen and as far as a search leaves them.
struct FigureLists: Sendable {
  /// All of the year's caps, the one with the least room first, and those that are shown.
  private(set) var allCaps: [CapLine] = []
  /// Whether some of them are used by other offices too.
  private(set) var areCapsShared = false
  private(set) var caps: [CapLine] = []
  /// The articles shown.
  private(set) var articles: [ArticleLine] = []
  /// The year's fund by county, and the ages of what is open, while their screen shows them.
  private(set) var fund: [FundLine] = []
  private(set) var waits: [StageAge] = []
  private(set) var totals: [TotalsLine] = []
  private var allFund: [FundLine] = []
  private var allWaits: [StageAge] = []
  private var allTotals = Kept<AwardDimension, [TotalsLine]>([])
  private var byItem = Kept<AwardDimension, [TotalsLine]>([])

  /// The year's totals by item, for the articles.
  var items: [TotalsLine] { byItem.rows }

  mutating func renew(_ new: Lists.Source, _ old: Lists.Source?, _ hasMoved: Bool, _ state: OfficeState) {
    if hasMoved {
      allCaps = Self.caps(of: new.year, state)
      areCapsShared = allCaps.contains(where: \.isShared)
    }
    if new.tab == .caps, !state.joint.origins.isEmpty, hasMoved || old?.tab != .caps {
      allCaps = allCaps.map { $0.withOffices(of: state) }
    }
    if let dimension = new.dimension {
      allTotals.renew(new.version, new.year, dimension) {
        state.breakdown(by: dimension, of: .init(year: new.year))
      }
    }
    if new.showsArticles {
      byItem.renew(new.version, new.year, .item) { state.breakdown(by: .item, of: .init(year: new.year)) }
    }
    if let tab = new.tab, hasMoved || old?.tab != tab || old?.today != new.today {
      if tab == .fund { allFund = state.fund(of: new.year) }
      if tab == .waits { allWaits = state.ages(of: new.year, on: new.today) }
    }
  }

  /// Leaves of the figures on screen what is searched for, and gives how many there are; nil where the screen has none. On
  /// other screens the lines stay as they are; nobody sees them.
  mutating func narrow(_ new: Lists.Source, _ state: OfficeState) -> Int? {
    func isFound(_ names: [String]) -> Bool { new.finds(names, state) }
    if new.tab == .caps {
      caps = new.orders.caps.sorted(allCaps) { $0.precedes($1, $2) }
        .filter { isFound([$0.name, $0.label, $0.article] + $0.offices) }
      return caps.count
    } else if new.tab == .fund {
      fund = new.orders.fund.sorted(allFund) { $0.precedes($1, $2) }
        .filter { isFound([Labels.district($0.district, among: state.districts)]) }
      return fund.count
    } else if new.tab == .waits {
      waits = new.orders.waits.sorted(allWaits) { $0.precedes($1, $2) }.filter {
        isFound([Labels.label($0.stage)])
      }
      return waits.count
    } else if let dimension = new.dimension {
      totals = new.orders.totals.sorted(allTotals.rows) { $0.precedes($1, $2) }
        .filter { isFound([dimension.name($0.key, state)]) }
      return totals.count
    } else if new.showsArticles {
      articles = ArticleLine.all(state).filter { isFound($0.names(state)) }
      return articles.count
    }
    return nil
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
