public import CaseModel
public import Casework

/// How long things take in the office (期限), in words.
public enum PeriodWording {
  public static func label(_ kind: OfficePeriod.Kind) -> String {
    switch kind {
    case .correction: "补正"
    case .publicity: "公示"
    case .account: "退票更正账户"
    case .recovery: "追回款退回"
    }
  }

  public static func label(_ unit: OfficePeriod.Unit) -> String {
    switch unit {
    case .days: "日"
    case .workingDays: "个工作日"
    }
  }

  /// 公示 7 日，2019-07-01 起（局务会）; who set it stands in the journal.
  public static func line(_ period: OfficePeriod) -> String {
    let time = period.count == 0 ? "不再设期限" : "\(period.count) \(label(period.unit))"
    let note = period.note.isEmpty ? "" : "（\(period.note.withoutStop)）"
    return "\(label(period.kind))  \(time)，\(period.from) 起\(note)"
  }

  /// What holds of every kind on a day, then what was set, the last first.
  public static func lines(_ state: OfficeState, on day: CivilDate) -> [String] {
    OfficePeriod.Kind.allCases.map { kind in
      guard let period = state.period(kind, on: day) else { return "\(label(kind))  没有设定，\(usual(kind))" }
      return line(period)
    }
      + (state.house.periods.isEmpty ? [] : ["设定的经过："])
      + state.house.periods.reversed().map { "  \(line($0))  \($0.by) \(MomentWording.local($0.at))" }
  }

  private static func usual(_ kind: OfficePeriod.Kind) -> String {
    switch kind {
    case .correction, .account: "不写明的按 \(StepRequest.defaultDue) 个工作日"
    case .publicity: "公示当日即可拨付"
    case .recovery: "由办理时写明"
    }
  }

  public static func label(_ way: Service.Way) -> String {
    switch way {
    case .direct: "直接送达"
    case .mail: "邮寄送达"
    case .electronic: "电子送达"
    case .left: "留置送达"
    case .entrusted: "委托送达"
    case .notice: "公告送达"
    }
  }

  /// The paper by which a step is told.
  public static func document(_ step: Step) -> String {
    switch step {
    case .correct: "补正通知书"
    case .reject: "不予资助通知书"
    case .confirm, .reclaim: "追回通知书"
    case .bounce: "退票通知"
    case .waive: "视为放弃通知"
    case .lapse: "逾期未补正通知"
    default: "\(StepLabels.label(step))通知"
    }
  }
}
