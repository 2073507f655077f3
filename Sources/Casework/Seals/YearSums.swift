public import CaseModel
import SubsidyRules

/// What a year comes to, item by item: what is signed when the year is sealed.
public struct YearSums: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    /// The item's id.
    public var item: String
    /// All filings of the item, also those that came to nothing.
    public var filings: Int
    public var requested: MoneyTotal
    public var committed: MoneyTotal
    public var paid: MoneyTotal
    public var returned: MoneyTotal

    public init(
      item: String, filings: Int, requested: MoneyTotal, committed: MoneyTotal, paid: MoneyTotal,
      returned: MoneyTotal
    ) {
      self.item = item
      self.filings = filings
      self.requested = requested
      self.committed = committed
      self.paid = paid
      self.returned = returned
    }

    /// Committed and paid, less what came back; nothing waits in a year that is sealed.
    public var award: MoneyTotal { committed + paid - returned }
  }

  /// Items with filings, in the order of the policy.
  public var lines: [Line]

  public init(lines: [Line]) { self.lines = lines }

  /// All of them together, under no item.
  public var total: Line {
    let none = Line(item: "", filings: 0, requested: .zero, committed: .zero, paid: .zero, returned: .zero)
    return lines.reduce(none) { total, line in
      Line(
        item: "", filings: total.filings + line.filings, requested: total.requested + line.requested,
        committed: total.committed + line.committed, paid: total.paid + line.paid,
        returned: total.returned + line.returned)
    }
  }

  public var filings: Int { total.filings }
  public var award: MoneyTotal { total.award }
}

extension OfficeState {
  /// What a year comes to as things stand.
  public func yearSums(of year: Int) -> YearSums {
    YearSums(
      lines: awards(of: year, by: .item).map { line in
        .init(
          item: line.key, filings: line.sheet.lines.count, requested: line.sheet.requested,
          committed: line.sheet.committed, paid: line.sheet.paid, returned: line.sheet.returned)
      })
  }
}
