public import Casework

/// The end of a year over a city and its offices: 年终结算.
extension OpenOffice {
  /// How one office stands with a year.
  public struct CloseRow: Sendable {
    public var office: EnrolledOffice
    /// Its own seal, as far as its journal was gathered; nil while it has not closed the year.
    public var seal: YearSeal?
    /// What the city has of its year now.
    public var sums: YearSums
    /// What of it the city counts: filings that wait apart or are void are not among them.
    public var counted: Int
    public var isAccepted: Bool
  }

  /// How the offices stand with a year: those that have filings of it or have closed it, by code.
  public func closeRows(of year: Int) -> [CloseRow] {
    let state = state
    var counts: [String: Int] = [:]
    for number in state.files.indices where state.files.rows[number].year == year {
      guard let origin = state.origin(of: state.files.id(of: number)) else { continue }
      counts[origin.filing.writer, default: 0] += 1
    }
    return others.compactMap { other in
      guard let office = own.offices.office(ofWriter: other.writer.writer) else { return nil }
      let seal = other.state.seal(of: year)
      let sums = other.state.yearSums(of: year)
      guard seal != nil || sums.filings > 0 else { return nil }
      return CloseRow(
        office: office, seal: seal, sums: sums, counted: counts[other.writer.writer] ?? 0,
        isAccepted: office.closes.contains { $0.year == year && $0.seal == seal?.sequence })
    }.sorted { $0.office.code < $1.office.code }
  }
}

extension OpenOffice.CloseRow {
  /// Whether digits from a signed sheet are those of the office's seal: the whole head, or twelve digits of its link at
  /// least.
  public func isSealed(by typed: String) -> Bool {
    guard let head = seal?.head, let link = head.split(separator: "/").last else { return false }
    return typed == head || (typed.utf8.count >= 12 && link.hasPrefix(typed))
  }
}
