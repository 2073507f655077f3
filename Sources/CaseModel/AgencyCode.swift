/// The code of a patent agency (专利代理机构代码): five digits, the first two its province.
public struct AgencyCode: Hashable, Sendable {
  public let digits: String

  /// Whether it is 00000, which stands for an application without an agency.
  public var isNone: Bool { digits == "00000" }

  /// The two digits of the province, 44 for Guangdong.
  public var province: String { String(digits.prefix(2)) }

  /// What a text turns out to be where an agency code belongs.
  public enum Reading: Hashable, Sendable {
    case code(AgencyCode)
    /// Five digits that begin with no province; a clerk may override it with a reason.
    case unknownProvince(AgencyCode)
    case empty
    /// Not five digits; the count found.
    case wrongLength(Int)
    case unreadable
  }

  /// Reads five digits, of whatever width.
  public static func read(_ text: String) -> Reading {
    let scalars = TypedText.folded(text)
    guard !scalars.isEmpty else { return .empty }
    guard scalars.allSatisfy({ TypedText.digit($0) != nil }) else { return .unreadable }
    guard scalars.count == 5 else { return .wrongLength(scalars.count) }
    let code = AgencyCode(digits: String(String.UnicodeScalarView(scalars)))
    return code.isNone || provinces.contains(code.province) ? .code(code) : .unknownProvince(code)
  }

  /// The provinces of GB/T 2260, and 72, which the first agencies for foreigners bear.
  private static let provinces: Set<String> = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "72", "81", "82",
  ]
}
