public import Casework
import SubsidyRules

/// What is said of the decision that a filing was approved on.
public enum ApprovalWording {
  /// What stands beside the working on the sheet: who applied what, under which readings, and where it is kept.
  public static func remarks(_ approved: ApprovedDecision, _ step: StepTaken, by name: String) -> [String] {
    var remarks: [String] = []
    if !step.paper.isEmpty { remarks.append("审定依据：\(step.paper)。") }
    for warning in approved.kept.decision.warnings {
      switch warning {
      case .retroactive:
        remarks.append(
          "事项发生在办法签发（\(approved.policy.signed)）之前，参照执行；由复核人 \(name) 于 \(step.day) 审定时确认。")
      case .readingDiffers:
        remarks.append(WarningWording.sentence(warning, item: nil, policy: approved.policy))
      }
    }
    remarks += doubts(step)
    if !approved.kept.readings.isEmpty { remarks.append("审定时的口径：\(readings(approved))。") }
    return remarks + [origin(approved)]
  }

  /// What was doubtful when it was approved, as it was said then.
  public static func doubts(_ step: StepTaken) -> [String] {
    step.doubts.map { "审定时提示：\(PatentWording.sentence($0))" }
  }

  /// The same before it is approved, for whoever is about to.
  public static func open(_ step: StepTaken) -> [String] {
    step.doubts.map { "请注意：\(PatentWording.sentence($0))" }
  }

  /// Whether anything is doubtful in what a row would approve.
  public static func isDoubtful(_ row: BatchVerdict.Row) -> Bool {
    if case .success(let taken) = row.result { !taken.doubts.isEmpty } else { false }
  }

  /// Where the working comes from.
  public static func origin(_ approved: ApprovedDecision) -> String {
    approved.isRemade
      ? "审定时没有保存核算过程，以上按日志中审定以前的记录重新推出。"
      : "以上为审定时保存的核算过程，政策文件 \(approved.kept.policy.prefix(16))。"
  }

  /// Each reading with the option that was in force.
  public static func readings(_ approved: ApprovedDecision) -> String {
    approved.policy.readings.compactMap { reading in
      approved.kept.readings[reading.id].map { option in
        "\(reading.label)：\(reading.options.first { $0.id == option }?.label ?? option)"
      }
    }.joined(separator: "；")
  }
}
