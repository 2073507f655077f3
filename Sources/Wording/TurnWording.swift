public import Casework

/// What a receipt that comes before that of others takes from them.
public enum TurnWording {
  /// Who loses what, and that a reason is asked for.
  public static func sentence(_ losers: [LiveDecision.Moved]) -> String {
    let named = losers.prefix(8).map {
      "\($0.filing) 由 \(MoneyWording.yuan($0.before)) 变为 \(MoneyWording.yuan($0.after))"
    }.joined(separator: "，")
    let more = losers.count > 8 ? "，等 \(losers.count) 件" : ""
    return "这个收件日期排到了已收件的申报之前：\(named)\(more)。确实先收到的，请写明提前理由"
      + "（表单里的“提前理由”，或 overrides 的 received；读入文件时也可用 --early-reason）。"
  }
}
