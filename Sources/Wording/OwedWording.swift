import CaseModel
public import Casework

/// What is said of money that has still to come back from whoever is paid, and of budgets that approvals overdraw.
public enum OwedWording {
  /// Nil where nothing is open.
  public static func sentence(_ open: [Payment.SetOff]) -> String? {
    figures(open).map { "该申请人还有待追回的 \($0)；主管可写明理由，从拨付中抵扣。" }
  }

  /// What has still to come back from an applicant, filing by filing; nil where nothing is open.
  public static func outstanding(_ open: [Payment.SetOff]) -> String? { figures(open).map { "待追回 \($0)" } }

  private static func figures(_ open: [Payment.SetOff]) -> String? {
    guard !open.isEmpty else { return nil }
    let sum = open.reduce(MoneyTotal.zero) { $0 + MoneyTotal($1.amount) }
    let named = open.map { "\($0.filing) \(MoneyWording.yuan($0.amount))" }.joined(separator: "、")
    return "\(MoneyWording.grouped(sum)) 元（\(named)）"
  }

  /// What has still to come back of one filing; nil where nothing has.
  public static func outstanding(_ file: FiledFiling) -> String? {
    let open = file.balance.openRecovery
    return open > .zero ? "待追回 \(MoneyWording.yuan(open))" : nil
  }

  /// That what is to be approved is more than the fund has.
  private static func sentence(_ overdraft: Overdraft, districts: [District]) -> String {
    let whose = overdraft.district.map { Labels.district($0, among: districts) } ?? "各县区合计"
    return "\(overdraft.year) 年度\(whose)专项资金预算 \(MoneyWording.grouped(overdraft.budget)) 元，已核定 "
      + "\(MoneyWording.grouped(overdraft.used)) 元，这次 \(MoneyWording.grouped(overdraft.more)) 元，"
      + "超出预算 \(MoneyWording.grouped(overdraft.over)) 元。"
  }

  /// What is said beside a step before it is saved: budgets that approvals overdraw, caps that are over once a recovery is
  /// undone.
  public static func beyond(_ verdict: BatchVerdict, of step: Step, in state: OfficeState) -> [String] {
    switch step {
    case _ where step.isApproval:
      state.overdrafts(approving: verdict).map { sentence($0, districts: state.districts) }
    case .undo: state.overruns(undoing: verdict).map { "撤销追回以后，\(FamilyWording.overrun($0, state))。" }
    default: []
    }
  }
}
