public import CaseModel
import SubsidyRules

/// The special fund (专项资金, article 19) of one county in one year: what there is, and where it goes.
public struct FundLine: Hashable, Sendable {
  /// The district's code as it stands today.
  public var district: String
  /// As the work register has it; nil where nobody has entered one.
  public var budget: MoneyTotal?
  /// Approved, not published yet.
  public var approved = MoneyTotal.zero
  /// Published, or sent back by the bank, and whatever else is still to be paid.
  public var published = MoneyTotal.zero
  public var paid = MoneyTotal.zero
  public var returned = MoneyTotal.zero
  /// What the filings would take that nobody has decided yet.
  public var waiting = MoneyTotal.zero
  /// The register's records that the budget is made of.
  public var records: [String] = []
  /// The filings of each column.
  public var filings: [Column: [String]] = [:]

  public enum Column: Hashable, Sendable, CaseIterable {
    case approved, published, paid, returned, waiting
  }

  public init(district: String) { self.district = district }

  /// What is decided of the fund: approved, published and paid, less what came back.
  public var used: MoneyTotal { approved + published + paid - returned }
  /// Below zero where more is decided than there is; nil without a budget.
  public var left: MoneyTotal? { budget.map { $0 - used } }
  /// What would be left if everything that waits were paid as it stands.
  public var leftAfterWaiting: MoneyTotal? { left.map { $0 - waiting } }

  mutating func add(_ file: FiledFiling) {
    let columns = AwardColumns(file)
    let isApproved = file.standing == .approved
    add(columns.recommended, \.waiting, .waiting, file.filing.id)
    add(isApproved ? columns.committed : .zero, \.approved, .approved, file.filing.id)
    add(isApproved ? .zero : columns.committed, \.published, .published, file.filing.id)
    add(columns.paid, \.paid, .paid, file.filing.id)
    add(columns.returned, \.returned, .returned, file.filing.id)
  }

  private mutating func add(
    _ money: Money, _ sum: WritableKeyPath<FundLine, MoneyTotal>, _ column: Column, _ filing: String
  ) {
    guard money > .zero else { return }
    self[keyPath: sum] += money
    filings[column, default: []].append(filing)
  }
}

extension FundLine {
  /// All counties together; its budget is what has been entered of any.
  public static func whole(_ lines: [FundLine]) -> FundLine {
    var whole = FundLine(district: "")
    for line in lines {
      whole.budget = line.budget.map { (whole.budget ?? .zero) + $0 } ?? whole.budget
      whole.approved = whole.approved + line.approved
      whole.published = whole.published + line.published
      whole.paid = whole.paid + line.paid
      whole.returned = whole.returned + line.returned
      whole.waiting = whole.waiting + line.waiting
      whole.filings.merge(line.filings) { $0 + $1 }
    }
    return whole
  }
}

extension OfficeState {
  /// The fund of a year by county, in the order of the districts: every county with a budget or an award.
  ///
  /// The budget is what the work register holds of the kind that the policy names for it (`budget`); an award counts
  /// in the year that it belongs to, as in all sums, whenever it was paid.
  public func fund(of year: Int) -> [FundLine] {
    var lines: [String: FundLine] = [:]
    for number in files.indices where files.rows[number].year == year {
      let row = files.rows[number]
      guard row.award > .zero || row.outcome == .decided else { continue }
      let file = files[number]
      let district = county(file.received.district)
      lines[district, default: FundLine(district: district)].add(file)
    }
    for (district, budget) in budgets(of: year) {
      lines[district, default: FundLine(district: district)].budget = budget.sum
      lines[district]?.records = budget.records
    }
    let order = districts.places(by: \.code)
    return lines.values.sorted { a, b in
      let (x, y) = (order[a.district] ?? .max, order[b.district] ?? .max)
      return x == y ? a.district < b.district : x < y
    }
  }
}
