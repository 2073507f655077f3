/// A district of the city, by its code of GB/T 2260 or, for the high-tech zone, our own.
public struct District: Hashable, Sendable, Identifiable {
  /// Six digits, or GXQ.
  public let code: String
  public let name: String
  /// Codes it bore before, which still stand in identity numbers and credit codes.
  public let formerCodes: [String]

  public var id: String { code }

  /// All of them, the city level first.
  public static let all = [
    District(code: "441800", name: "清远市", formerCodes: []),
    District(code: "441802", name: "清城区", formerCodes: []),
    District(code: "441803", name: "清新区", formerCodes: ["441827", "441811"]),
    District(code: "441821", name: "佛冈县", formerCodes: []),
    District(code: "441823", name: "阳山县", formerCodes: []),
    District(code: "441825", name: "连山壮族瑶族自治县", formerCodes: []),
    District(code: "441826", name: "连南瑶族自治县", formerCodes: []),
    District(code: "441881", name: "英德市", formerCodes: ["441822"]),
    District(code: "441882", name: "连州市", formerCodes: ["441824"]),
    District(code: "GXQ", name: "清远高新区", formerCodes: []),
  ]

  /// The district that bears a code today; nil for a former or a foreign one.
  public static func named(by code: String) -> District? { all.first { $0.code == code } }

  /// The district that a code means, also where it is a former one.
  public static func meant(by code: String) -> District? {
    all.first { $0.code == code || $0.formerCodes.contains(code) }
  }
}
