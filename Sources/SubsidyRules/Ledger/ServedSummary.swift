public import CaseModel

/// Those who were served before somebody, kept short: their list can be made again, and be held against this.
public struct ServedSummary: Hashable, Sendable {
  public var count: Int
  /// What they got together.
  public var sum: MoneyTotal
  /// SHA-256 of the list's lines, 64 lower-case hexadecimal digits.
  public var sha256: String

  public init(count: Int, sum: MoneyTotal, sha256: String) {
    self.count = count
    self.sum = sum
    self.sha256 = sha256
  }
}

extension ServedList {
  /// The list as its hash is made of it: `F1 500.00` and a line end for each filing, in UTF-8.
  public var lines: String { map { "\($0.filing) \($0.amount)\n" }.joined() }
}
