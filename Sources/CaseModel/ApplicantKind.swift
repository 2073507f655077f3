/// What an applicant (申请人) is.
public enum ApplicantKind: String, Hashable, Sendable, CaseIterable {
  case enterprise
  /// 个体工商户
  case soleTrader = "sole-trader"
  /// 事业单位, 院校
  case institution
  /// 社团, 民非
  case association
  /// 专利代理机构
  case agency
  /// 代理分支机构
  case agencyBranch = "agency-branch"
  /// 个人
  case individual

  /// 单位: any applicant but an individual.
  public var isUnit: Bool { self != .individual }
}
