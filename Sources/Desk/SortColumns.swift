import CaseModel
import Casework

/// What the applicants are sorted by: as they are found, or by a column.
enum ApplicantColumn: SortColumn {
  case found, name, kind, district

  var isFigure: Bool { false }
}

/// What the caps are sorted by: the one with the least room first, or by a column.
enum CapColumn: SortColumn {
  case room, article, holder, limit, used, waiting

  var isFigure: Bool { self == .limit || self == .used || self == .waiting }

  func precedes(_ a: CapLine, _ b: CapLine) -> Bool {
    switch self {
    case .room: a.place < b.place
    case .article: a.articlePlace < b.articlePlace
    case .holder: a.name < b.name
    case .limit: b.limit < a.limit
    case .used: b.used < a.used
    case .waiting: b.waiting < a.waiting
    }
  }
}

/// What the fund's counties are sorted by.
enum FundColumn: SortColumn {
  case county, budget, used, waiting, left

  var isFigure: Bool { self != .county && self != .left }

  func precedes(_ a: FundLine, _ b: FundLine) -> Bool {
    switch self {
    case .county: false
    case .budget: (b.budget ?? .zero) < (a.budget ?? .zero)
    case .used: b.used < a.used
    case .waiting: b.waiting < a.waiting
    // What has no budget has nothing left to run out of.
    case .left: a.left.map { left in b.left.map { left < $0 } ?? true } ?? false
    }
  }
}

/// What the stages are sorted by on the screen of what waits.
enum WaitColumn: SortColumn {
  case stage, count, longest, median, longestHere, award

  var isFigure: Bool { self != .stage }

  func precedes(_ a: StageAge, _ b: StageAge) -> Bool {
    switch self {
    case .stage: false
    case .count: b.count < a.count
    case .longest: b.longest < a.longest
    case .median: b.median < a.median
    case .longestHere: b.longestHere < a.longestHere
    case .award: b.award < a.award
    }
  }
}

/// What the year's totals are sorted by.
enum TotalsColumn: SortColumn {
  case name, count, award

  var isFigure: Bool { self != .name }

  func precedes(_ a: TotalsLine, _ b: TotalsLine) -> Bool {
    switch self {
    case .name: false
    case .count: b.count < a.count
    case .award: b.award < a.award
    }
  }
}

/// What the kinds of the work register are sorted by.
enum KindColumn: SortColumn {
  case article, count

  var isFigure: Bool { self == .count }
}

/// What its records are sorted by: the latest first, or by a column.
enum RecordColumn: SortColumn {
  case day, id, district

  var isFigure: Bool { self == .day }
}

/// The orders of the lists that show figures, records and applicants.
struct ListOrders: Hashable, Sendable {
  var applicants = ListOrder<ApplicantColumn>()
  var caps = ListOrder<CapColumn>()
  var fund = ListOrder<FundColumn>()
  var waits = ListOrder<WaitColumn>()
  var totals = ListOrder<TotalsColumn>()
  var kinds = ListOrder<KindColumn>()
  var records = ListOrder<RecordColumn>()
}
