/// Six groups of four digits by which people tell a pair of keys, read from paper or over the telephone.
///
/// 80 bits: who wanted a pair of keys with the fingerprint of another's would have to make 10²⁴ pairs.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  static let groupCount = 6
  private let digits: [UInt8]

  /// Of numbers below 10 000.
  init(groups: [Int]) {
    digits = groups.flatMap { group in [1000, 100, 10, 1].map { UInt8(group / $0 % 10) } }
  }

  /// Reads what somebody typed from paper: 24 digits with spaces or dashes anywhere, full width or not; nil
  /// for all else.
  public init?(typed: String) {
    guard let digits = DigitGroups(typed)?.groups.joined(), digits.count == 4 * Self.groupCount else {
      return nil
    }
    self.digits = Array(digits)
  }

  /// As it is printed: `0482 7719 …`.
  public var description: String { DigitGroups.text(digits, groupsOf: 4) }
}
