public import CaseModel

/// Sums of awards: in all, by item and by year; wide enough for any number of them.
public struct Totals: Hashable, Sendable {
  public private(set) var award = MoneyTotal.zero
  /// Only items and years whose sum is above zero have a row.
  public private(set) var byItem: [String: MoneyTotal] = [:]
  public private(set) var byYear: [Int: MoneyTotal] = [:]

  public init() {}

  /// Adds an award; one of nothing leaves no row.
  public mutating func add(_ award: Money, item: String, year: Int) {
    add(MoneyTotal(award), item: item, year: year)
  }

  /// Adds the sum of many awards.
  mutating func add(_ sum: MoneyTotal, item: String, year: Int) {
    guard sum > .zero else { return }
    award = award + sum
    byItem[item] = (byItem[item] ?? .zero) + sum
    byYear[year] = (byYear[year] ?? .zero) + sum
  }

  /// Takes an award away that was added before.
  public mutating func remove(_ award: Money, item: String, year: Int) {
    guard award > .zero else { return }
    self.award -= award
    byItem[item, default: .zero] -= award
    byYear[year, default: .zero] -= award
    if byItem[item] == .zero { byItem[item] = nil }
    if byYear[year] == .zero { byYear[year] = nil }
  }
}
