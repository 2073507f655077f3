public import CaseModel

/// The official annuities (年费) of inventions, by the patent's year. Source: `data/annuity-tariff.json`.
public struct AnnuityTariff: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var years: ClosedRange<Int>
    public var fee: Money

    public init(years: ClosedRange<Int>, fee: Money) {
      self.years = years
      self.fee = fee
    }
  }

  public var rows: [Row]

  public init(rows: [Row] = []) { self.rows = rows }

  /// Nil for a year that the table does not have.
  public func fee(of year: Int) -> Money? { rows.first { $0.years.contains(year) }?.fee }
}
