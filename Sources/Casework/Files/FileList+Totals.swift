import CaseModel

extension FileList {
  /// The sums of all awards by the year that they belong to; a year in which nothing is paid has no entry.
  ///
  /// Added up by the numbers of years and items, since an office of a hundred thousand filings is summed when it opens.
  var totalsByYear: [Int: Totals] {
    guard let first = rows.lazy.map(\.year).min(), let last = rows.lazy.map(\.year).max() else { return [:] }
    var places: [UInt32: Int] = [:]
    var items: [UInt32] = []
    for row in rows where row.item != items.last && places[row.item] == nil {
      places[row.item] = items.count
      items.append(row.item)
    }
    var sums = Array(repeating: MoneyTotal.zero, count: (last - first + 1) * items.count)
    for row in rows {
      sums[(row.year - first) * items.count + (places[row.item] ?? 0)] += row.award
    }
    var totals: [Int: Totals] = [:]
    for (place, sum) in sums.enumerated() where sum > .zero {
      let year = first + place / items.count
      totals[year, default: Totals()].add(sum, item: name(items[place % items.count]), year: year)
    }
    return totals
  }
}
