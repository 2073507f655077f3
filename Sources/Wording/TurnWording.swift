public import Casework

/// What a receipt that comes before that of others takes from them.
public enum TurnWording {
  /// Who loses what, and that a reason is asked for.
  public static func sentence(_ losers: [LiveDecision.Moved]) -> String {
    "这个收件日期排到了已收件的申报之前：\(list(losers))。确实先收到的，请写明提前理由"
      + "（表单里的“提前理由”，或 overrides 的 received；读入文件时也可用 --early-reason）。"
  }

  /// The same of a step, which has no place for the reason.
  static func stepSentence(_ losers: [LiveDecision.Moved]) -> String {
    "本件的收件日期排在先录入的申报之前，没有写明理由：\(list(losers))。确实先收到的，请先修改申报、写明提前理由"
      + "（表单里的“提前理由”，或 overrides 的 received），再办这一步。"
  }

  private static func list(_ losers: [LiveDecision.Moved]) -> String {
    let named = losers.prefix(8).map {
      "\($0.filing) 由 \(MoneyWording.yuan($0.before)) 变为 \(MoneyWording.yuan($0.after))"
    }.joined(separator: "，")
    return named + (losers.count > 8 ? "，等 \(losers.count) 件" : "")
  }
}
