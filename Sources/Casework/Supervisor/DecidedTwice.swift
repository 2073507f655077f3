public import CaseModel
import SubsidyRules

/// Two filings that were both decided on what may be paid once only, taken over or not.
public struct DecidedTwice: Hashable, Sendable {
  /// The one that was served first.
  public var first: String
  public var other: String
  /// What the other one keeps, in yuan: paid a second time.
  public var award: Money
}

extension OfficeState {
  /// Every decided filing whose once-only key another decided one has already, beside that one; by their numbers.
  ///
  /// With a year, those of which one belongs to it. Where one of the two came back as a whole nothing was paid twice.
  public func decidedTwice(of year: Int? = nil) -> [DecidedTwice] {
    ledger.decidedTwice().compactMap { pair -> DecidedTwice? in
      let (first, other) = (files.rows[pair.first], files.rows[pair.other])
      guard year == nil || first.year == year || other.year == year,
        files.indices.contains(pair.first) || files.indices.contains(pair.other)
      else { return nil }
      return DecidedTwice(
        first: files.id(of: pair.first), other: files.id(of: pair.other), award: other.award)
    }.sorted { ($0.first, $0.other) < ($1.first, $1.other) }
  }

  /// Whether a decided filing keeps nobody from being paid the same again: of what its item may be paid once for, and
  /// of its caps, nothing can be read.
  func isUnguarded(_ number: Int) -> Bool {
    let row = files.rows[number]
    return row.outcome == .decided && row.award > .zero && ledger.guardsNothing(number)
  }

  /// The decided filings that take neither their once-only key nor room, in the order of the office's files.
  public func unguarded() -> [String] { files.indices.filter(isUnguarded).map { files.id(of: $0) } }
}
