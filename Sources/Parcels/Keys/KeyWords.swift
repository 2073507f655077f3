internal import Crypto

/// A private key as groups of digits, for a paper in the safe from which a clerk can type it again.
///
/// Digits, not words: a Chinese word is heard and read in several ways and needs an input method, English
/// words mean nothing to many offices, and a list of words would have to be kept as long as the paper. Ten
/// digits are on every keyboard, can be read aloud, and six of them are as long as a postal code.
///
/// The 32 bytes are 16 groups: two bytes, the first the higher, as five digits from 00000 to 65535, and a
/// check digit. A 17th group is the check word: the first two bytes of SHA-256 over a word that says which
/// key it is (`opening` or `signing`) and the 32 bytes. The check digit is that of Damm (2004) over the last
/// digit of the group's number and its five digits: it finds every single wrong digit, every two digits
/// beside one another that were exchanged, and every two groups exchanged whose numbers are not ten apart,
/// and names the group. What gets past it the check word finds.
public struct KeyWords: Hashable, Sendable {
  /// With the check word.
  public static let groupCount = 17
  public static let groupSize = 6

  /// Six digits each.
  public let groups: [String]

  public init(_ key: OpeningKey) { groups = Self.groups(of: key.rawBytes, .opening) }
  public init(_ key: SigningKey) { groups = Self.groups(of: key.rawBytes, .signing) }

  /// Reads a typed opening key. Throws `KeyWordsError`, which names each wrong group.
  public static func openingKey(typed: String) throws(KeyWordsError) -> OpeningKey {
    guard let key = OpeningKey(rawBytes: try bytes(typed, .opening)) else { throw .notThisKey }
    return key
  }

  /// Reads a typed signing key. Throws `KeyWordsError`, which names each wrong group.
  public static func signingKey(typed: String) throws(KeyWordsError) -> SigningKey {
    guard let key = SigningKey(rawBytes: try bytes(typed, .signing)) else { throw .notThisKey }
    return key
  }

  // MARK: - Groups

  private enum Purpose: String { case opening, signing }

  private static func groups(of bytes: [UInt8], _ purpose: Purpose) -> [String] {
    let all = bytes + check(bytes, purpose)
    return (0..<groupCount).map { number in
      let value = Int(all[2 * number]) << 8 | Int(all[2 * number + 1])
      let digits = [10_000, 1000, 100, 10, 1].map { UInt8(value / $0 % 10) }
      return (digits + [checkDigit(of: digits, group: number + 1)]).map(String.init).joined()
    }
  }

  private static func bytes(_ typed: String, _ purpose: Purpose) throws(KeyWordsError) -> [UInt8] {
    guard let typed = DigitGroups(typed) else { throw .notDigits }
    var groups = typed.groups
    // Typed without spaces, or with others than on the paper.
    if groups.count != groupCount {
      let digits = Array(groups.joined())
      groups = stride(from: 0, to: digits.count, by: groupSize).map { start in
        Array(digits[start..<min(start + groupSize, digits.count)])
      }
    }
    var all: [UInt8] = []
    var wrong: [Int] = []
    for (index, group) in groups.prefix(groupCount).enumerated() {
      let digits = Array(group.prefix(groupSize - 1))
      let value = digits.reduce(0) { $0 * 10 + Int($1) }
      guard group.count == groupSize, value < 1 << 16, checkDigit(of: digits, group: index + 1) == group.last
      else {
        wrong.append(index + 1)
        continue
      }
      all += [UInt8(value >> 8), UInt8(value & 0xFF)]
    }
    guard wrong.isEmpty else { throw .wrongGroups(wrong) }
    guard groups.count == groupCount else { throw .groupCount(groups.count) }
    let key = Array(all.dropLast(2))
    guard check(key, purpose) == all.suffix(2) else { throw .notThisKey }
    return key
  }

  private static func check(_ bytes: [UInt8], _ purpose: Purpose) -> [UInt8] {
    Array(SHA256.hash(data: Array(purpose.rawValue.utf8) + bytes).prefix(2))
  }

  // MARK: - Damm

  private static func checkDigit(of digits: [UInt8], group number: Int) -> UInt8 {
    ([UInt8(number % 10)] + digits).reduce(0) { quasigroup[Int($0)][Int($1)] }
  }

  /// The totally anti-symmetric quasigroup of order 10 with a zero diagonal, from H. Michael Damm's thesis
  /// (2004).
  private static let quasigroup: [[UInt8]] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
  ]
}
