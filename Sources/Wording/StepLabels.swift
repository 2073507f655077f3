import CaseModel
public import Casework

/// What the office calls its steps, standings and coded reasons.
public enum StepLabels {
  public static func label(_ standing: Standing) -> String {
    switch standing {
    case .returned: "退票"
    case .waived: "视为放弃"
    case .lapsed: "逾期未补正"
    case .handedUp: "上报"
    case .sentBack: "退回"
    default: Labels.label(standing.stage)
    }
  }

  public static func label(_ step: Step) -> String {
    switch step {
    case .accept: "受理"
    case .correct: "通知补正"
    case .review: "初审"
    case .handUp: "上报市局"
    case .commit: "核定"
    case .sendBack: "退回县局"
    case .approve: "审定"
    case .publish: "公示"
    case .object: "登记异议"
    case .overrule: "登记异议不成立"
    case .batch: "列入拨付批次"
    case .pay: "拨付"
    case .bounce: "登记退票"
    case .waive: "作视为放弃处理"
    case .reclaim: "追回"
    case .revise: "提出变更核定额"
    case .confirm: "确认变更"
    case .reject: "不予资助"
    case .withdraw: "撤回"
    case .lapse: "作逾期未补正处理"
    case .serve: "登记送达"
    case .undo: "撤销上一步"
    }
  }

  /// A standing in a table's column, in two characters where it can be.
  public static func brief(_ standing: Standing) -> String {
    switch standing {
    case .waived: "放弃"
    case .lapsed: "逾期"
    default: label(standing)
    }
  }

  /// A step on the key bar, in two characters.
  public static func brief(_ step: Step) -> String {
    switch step {
    case .confirm: "确认"
    case .handUp: "上报"
    case .sendBack: "退回"
    case .correct: "补正"
    case .bounce: "退票"
    case .waive: "放弃"
    case .revise: "变更"
    case .reject: "不予"
    case .lapse: "逾期"
    case .undo: "撤销"
    case .batch: "列批"
    case .object: "异议"
    case .overrule: "异议"
    case .serve: "送达"
    default: label(step)
    }
  }

  /// A coded reason: one of `Ground`, else a decision's own, which stands as its code.
  public static func ground(_ code: String) -> String {
    guard let ground = Ground(rawValue: code) else { return code }
    return switch ground {
    case .falsePapers: "材料虚假"
    case .abnormalApplication: "非正常专利申请"
    case .patentInvalid: "专利权被宣告无效"
    case .insuranceCancelled: "保险合同解除"
    case .overpaid: "多付或错付"
    case .underpaid: "少付"
    case .objection: "异议成立"
    case .audit: "审计或检查决定"
    case .accountName: "户名不符"
    case .accountNumber: "账号有误"
    case .accountClosed: "账户已销户"
    case .enteredInError: "误录作废"
    case .other: "其他"
    }
  }
}
