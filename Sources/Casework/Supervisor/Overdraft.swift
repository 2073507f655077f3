public import CaseModel
import SubsidyRules

/// That approvals would use more of the fund than there is: said before they are made, never a refusal.
public struct Overdraft: Hashable, Sendable {
  public var year: Int
  /// The county; nil for all together, where a county has no budget of its own.
  public var district: String?
  public var budget: MoneyTotal
  /// What is decided already.
  public var used: MoneyTotal
  /// What the approvals add.
  public var more: MoneyTotal

  public var after: MoneyTotal { used + more }
  public var over: MoneyTotal { after - budget }
}

extension OfficeState {
  /// The budgets that approving what fits would overdraw, by year and county.
  public func overdrafts(approving verdict: BatchVerdict) -> [Overdraft] {
    var more: [Int: [String: MoneyTotal]] = [:]
    for row in verdict.fitting {
      guard let file = file(row.filing) else { continue }
      more[file.year, default: [:]][county(file.received.district), default: .zero] += row.amount
    }
    return more.keys.sorted().flatMap { overdrafts(of: $0, more[$0] ?? [:]) }
  }

  private func overdrafts(of year: Int, _ more: [String: MoneyTotal]) -> [Overdraft] {
    let budgets = budgets(of: year)
    guard !budgets.isEmpty else { return [] }
    let used = decided(in: year)
    func overdraft(_ district: String?, _ budget: MoneyTotal, _ used: MoneyTotal, _ more: MoneyTotal)
      -> Overdraft?
    {
      let overdraft = Overdraft(year: year, district: district, budget: budget, used: used, more: more)
      return overdraft.over > .zero ? overdraft : nil
    }
    var found = districts.map(\.code).compactMap { code -> Overdraft? in
      guard let budget = budgets[code]?.sum, let more = more[code] else { return nil }
      return overdraft(code, budget, used[code] ?? .zero, more)
    }
    // Who has no budget of their own draws on what all have together.
    if more.keys.contains(where: { budgets[$0] == nil }) {
      func sum(_ sums: some Sequence<MoneyTotal>) -> MoneyTotal { sums.reduce(.zero) { $0 + $1 } }
      found += [
        overdraft(nil, sum(budgets.values.map(\.sum)), sum(used.values), sum(more.values))
      ].compactMap(\.self)
    }
    return found
  }

  /// What is decided in a year by county; from the rows alone, so that it may be asked with every key.
  private func decided(in year: Int) -> [String: MoneyTotal] {
    var sums: [String: MoneyTotal] = [:]
    var counties = CountyNames(self)
    for number in files.indices {
      let row = files.rows[number]
      guard row.year == year, row.outcome == .decided, row.award > .zero else { continue }
      sums[counties.county(of: row), default: .zero] += row.award
    }
    return sums
  }
}
