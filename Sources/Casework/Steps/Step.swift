/// What somebody does with a filing to move it on; the names are those of `zizhu step`.
public enum Step: String, Hashable, Sendable, CaseIterable {
  /// 受理
  case accept
  /// 通知补正
  case correct
  /// 初审
  case review
  /// 上报市局
  case handUp = "hand-up"
  /// 市局核定
  case commit
  /// 退回县局
  case sendBack = "send-back"
  /// 审定
  case approve
  /// 公示
  case publish
  /// 列入拨付批次
  case batch
  /// 拨付
  case pay
  /// 登记异议
  case object
  /// 异议不成立
  case overrule
  /// 退票
  case bounce = "return"
  /// 视为放弃，缴回财政
  case waive
  /// 追回
  case reclaim
  /// 提出变更核定额
  case revise
  /// 确认变更
  case confirm
  /// 不予资助
  case reject
  /// 撤回申请
  case withdraw
  /// 逾期未补正
  case lapse
  /// 登记送达
  case serve
  /// 撤销上一步
  case undo
}

extension Step {
  /// Whether it decides the amount, which then no longer moves.
  public var isApproval: Bool { self == .approve || self == .commit }

  /// Whether it may be taken while a batch lists the filing: whatever would change what is to be paid waits until it
  /// is taken out.
  public var leavesBatch: Bool { [.pay, .undo, .revise, .object, .overrule, .serve].contains(self) }
}
