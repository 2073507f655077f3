import CaseModel

extension FileList {
  /// The sums of all awards by the year that they belong to; a year in which nothing is paid has no entry.
  ///
  /// Added up by the numbers of years and items, since an office of a hundred thousand filings is summed when it opens.
  var totalsByYear: [Int: Totals] {
    guard let first = rows.lazy.map(\.year).min(), let last = rows.lazy.map(\.year).max() else { return [:] }
    // By the number of an item's name, its place among the items that there are.
    var places = [Int32](repeating: -1, count: nameTexts.count)
    var items: [UInt32] = []
    for row in rows where places.indices.contains(Int(row.item)) && places[Int(row.item)] < 0 {
      places[Int(row.item)] = Int32(items.count)
      items.append(row.item)
    }
    var sums = Array(repeating: MoneyTotal.zero, count: (last - first + 1) * items.count)
    for row in rows where places.indices.contains(Int(row.item)) {
      sums[(row.year - first) * items.count + Int(places[Int(row.item)])] += row.award
    }
    var totals: [Int: Totals] = [:]
    for (place, sum) in sums.enumerated() where sum > .zero {
      let year = first + place / items.count
      totals[year, default: Totals()].add(sum, item: name(items[place % items.count]), year: year)
    }
    return totals
  }
}
