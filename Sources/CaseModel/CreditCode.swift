/// A unified social credit code (统一社会信用代码, GB 32100-2015) of eighteen characters.
public struct CreditCode: Hashable, Sendable {
  /// The eighteen characters, half width and upper case. The checks may fail only where a clerk has overridden
  /// them.
  public let text: String

  /// What the unit is, by the first two characters.
  public enum Kind: String, Hashable, Sendable {
    case enterprise = "91"
    case soleTrader = "92"
    /// 农民专业合作社
    case cooperative = "93"
    /// 事业单位
    case institution = "12"
    /// 社会团体
    case association = "51"
    /// 民办非企业单位
    case privateNonEnterprise = "52"
    /// 律师执业机构, some of which handle patents.
    case lawFirm = "31"
  }

  /// Nil for a kind that the standard has but no applicant was ever seen with.
  public var kind: Kind? { Kind(rawValue: String(text.prefix(2))) }
}
