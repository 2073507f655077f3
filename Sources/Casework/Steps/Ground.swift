import CaseModel
import SubsidyRules

/// Coded reasons (事由) for what a decision's own reasons do not say; free text may stand beside them.
public enum Ground: String, Hashable, Sendable, CaseIterable {
  /// 材料虚假
  case falsePapers = "false-papers"
  /// 非正常专利申请
  case abnormalApplication = "abnormal-application"
  /// 专利权被宣告无效
  case patentInvalid = "patent-invalid"
  /// 保险合同解除
  case insuranceCancelled = "insurance-cancelled"
  /// 多付、错付
  case overpaid
  /// 补付
  case underpaid
  /// 异议成立
  case objection
  /// 审计、检查决定
  case audit
  /// 户名不符
  case accountName = "account-name"
  /// 账号有误
  case accountNumber = "account-number"
  /// 账户已销户
  case accountClosed = "account-closed"
  /// 误录: the office has entered what nobody claimed.
  case enteredInError = "entered-in-error"
  /// 其他，见说明
  case other

  /// What a step may be taken for.
  public static func of(_ step: Step) -> [Ground] {
    switch step {
    case .bounce: [.accountName, .accountNumber, .accountClosed, .other]
    case .reclaim, .revise:
      [
        .falsePapers, .abnormalApplication, .patentInvalid, .insuranceCancelled, .overpaid, .underpaid,
        .audit,
        .other,
      ]
    case .reject:
      [.falsePapers, .abnormalApplication, .patentInvalid, .insuranceCancelled, .objection, .audit, .other]
    case .withdraw: [.enteredInError]
    default: []
    }
  }
}

extension FiledFiling {
  /// Whether it is void (作废): it stands withdrawn because the office had entered it in error, not because its applicant
  /// took it back.
  public var isVoid: Bool {
    guard standing == .withdrawn, let last = steps.last(where: { $0.step.step == .withdraw }) else {
      return false
    }
    return last.step.grounds.contains(Ground.enteredInError.rawValue)
  }
}

extension OfficeState {
  /// The coded reasons that a step may be taken for: of a refusal first what the decision found, then what else the
  /// policy refuses for, each with its article, and what no policy knows.
  public func grounds(for step: Step, of file: FiledFiling) -> [String] {
    guard step == .reject else { return Ground.of(step).map(\.rawValue) }
    let item = policy.item(file.filing.item)
    let codes = (file.decision.reasons + (item.map(policy.reasonsToRefuse) ?? [])).map(\.code)
    return (codes + Ground.of(step).map(\.rawValue)).eachOnce
  }
}
