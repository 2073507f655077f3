import CaseModel
import SubsidyRules

extension FileList {
  /// The sums of all awards by the year that they belong to; a year in which nothing is paid has no entry.
  ///
  /// Added up by the numbers of years and items, since an office of a hundred thousand filings is summed when it opens.
  var totalsByYear: [Int: Totals] {
    var sums: [UInt64: MoneyTotal] = [:]
    for number in indices {
      let row = rows[number]
      sums[
        UInt64(UInt16(bitPattern: row.yearNumber)) << 32 | UInt64(UInt32(truncatingIfNeeded: row.item.place)),
        default: .zero] += row.award
    }
    var totals: [Int: Totals] = [:]
    for (key, sum) in sums {
      let year = Int(Int16(truncatingIfNeeded: key >> 32))
      totals[year, default: Totals()].add(
        sum, item: name(NameNumber(Int(Int32(truncatingIfNeeded: key)))), year: year)
    }
    return totals.filter { $0.value.award > .zero }
  }
}
