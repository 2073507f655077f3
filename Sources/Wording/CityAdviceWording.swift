import CaseModel
public import Casework
public import SubsidyRules

/// What the city's last reply says to a filing, for the county that types it.
public enum CityAdviceWording {
  public static func sentence(_ note: CityAdvice.Note, _ policy: Policy) -> String {
    switch note {
    case .claimed(let taken, let day):
      "\(taken.office) \(taken.received) 已受理同一依据\(taken.isDecided ? "，已核定" : "")（以市局 \(day) 为准）。"
    case .room(let cap, let left, _, let others, let day):
      room(cap, MoneyTotal(left), others, day, policy)
    }
  }

  private static func room(
    _ cap: String, _ left: MoneyTotal, _ others: SharedUse.Use, _ day: CivilDate, _ policy: Policy
  ) -> String {
    func named(_ total: MoneyTotal) -> String {
      CapWording.named(total, isInPieces: policy.isInPieces(cap))
    }
    return "\(ItemWording.cap(cap, in: policy))：全市余额 \(named(left))（以市局 \(day) 为准），"
      + "他局已核定 \(named(others.decided))、待核定 \(named(others.waiting))。"
  }

  /// Whether the clerk should stop at it: somebody else is there already, or nothing is left.
  public static func isWarning(_ note: CityAdvice.Note) -> Bool {
    switch note {
    case .claimed: true
    case .room(_, let left, _, _, _): left == .zero
    }
  }
}
