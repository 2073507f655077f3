public import CaseModel
import SubsidyRules

/// What left the treasury in a month, and what came back, by the days of the payments, whatever year the awards belong
/// to (the fund's budget is used by these days).
public struct SpendingLine: Hashable, Sendable {
  public enum Column: Hashable, Sendable, CaseIterable {
    /// What payments settled, what was set off included.
    case settled
    /// What of that was kept back for recoveries.
    case setOff
    /// What the bank sent back.
    case bounced
    /// What applicants gave back.
    case recovered
  }

  /// From 1 to 12.
  public var month: Int
  public private(set) var sums: [Column: MoneyTotal] = [:]
  /// The filings of each column, in the order of the files.
  public private(set) var filings: [Column: [String]] = [:]

  public init(month: Int) { self.month = month }

  public subscript(_ column: Column) -> MoneyTotal { sums[column] ?? .zero }

  /// What left the treasury.
  public var transferred: MoneyTotal { self[.settled] - self[.setOff] }
  /// What left it and did not come back.
  public var net: MoneyTotal { transferred - self[.bounced] - self[.recovered] }

  mutating func add(_ money: Money, _ column: Column, of filing: String) {
    guard money > .zero else { return }
    sums[column, default: .zero] += money
    if filings[column]?.last != filing { filings[column, default: []].append(filing) }
  }

  /// All of them together.
  public static func whole(_ lines: some Sequence<SpendingLine>) -> SpendingLine {
    var whole = SpendingLine(month: 0)
    for line in lines {
      for column in Column.allCases {
        whole.sums[column] = whole[column] + line[column]
        whole.filings[column, default: []] += line.filings[column] ?? []
      }
    }
    return whole
  }
}

/// The spending of a calendar year.
public struct Spending: Hashable, Sendable {
  /// The months in which any money moved, in order.
  public var months: [SpendingLine] = []
  /// What left and did not come back, by county.
  public var districts: [String: County] = [:]
  /// Filings of the year that an old office had paid: nobody has their days.
  public var undated: [String] = []
  public var undatedSum = MoneyTotal.zero

  public struct County: Hashable, Sendable {
    public var net = MoneyTotal.zero
    public var filings: [String] = []

    public init() {}

    /// All counties together.
    public static func whole(_ counties: [String: County]) -> County {
      counties.sorted { $0.key < $1.key }.reduce(into: County()) { whole, county in
        whole.net = whole.net + county.value.net
        whole.filings += county.value.filings
      }
    }
  }
}

extension OfficeState {
  /// What was paid and came back in a year by the days of the papers, from the steps that hold.
  public func spending(of year: Int) -> Spending {
    var spending = Spending()
    var months: [Int: SpendingLine] = [:]
    for number in files.indices {
      let row = files.rows[number]
      guard row.outcome == .decided, row.received.year <= year else { continue }
      let file = files[number]
      let moves = file.steps.filter { $0.step.day.year == year }.flatMap { $0.step.moves }
      if row.year == year, let paid = file.paidBefore, paid > .zero {
        spending.undated.append(file.filing.id)
        spending.undatedSum += paid
      }
      guard !moves.isEmpty else { continue }
      var own = SpendingLine(month: 0)
      for (month, column, money) in moves {
        months[month, default: SpendingLine(month: month)].add(money, column, of: file.filing.id)
        own.add(money, column, of: file.filing.id)
      }
      let district = county(file.received.district)
      var whole = spending.districts[district] ?? .init()
      whole.net = whole.net + own.net
      whole.filings.append(file.filing.id)
      spending.districts[district] = whole
    }
    spending.months = months.values.sorted { $0.month < $1.month }
    return spending
  }
}

extension FiledFiling {
  /// What an old office had paid by the time of the take-over, less what had come back; nil of one's own filings.
  var paidBefore: Money? { isTakenOver ? balance(after: []).kept : nil }
}

extension StepTaken {
  /// The money that the step moves through the treasury, with its month.
  fileprivate var moves: [(month: Int, column: SpendingLine.Column, money: Money)] {
    switch detail {
    case .payment(let payment):
      [(day.month, .settled, payment.amount), (day.month, .setOff, payment.setOff?.amount ?? .zero)]
    case .bounced(let amount, _): [(day.month, .bounced, amount)]
    case .recovery(let recovery) where recovery.setOffAgainst == nil:
      [(day.month, .recovered, recovery.amount)]
    default: []
    }
  }
}
