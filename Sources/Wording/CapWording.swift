public import CaseModel
public import Casework
public import SubsidyRules

/// Figures of a cap: sums, or pieces where its limit is in pieces.
///
/// Whatever shows a figure of a cap asks here (`figure`); in a table it is a `ReportTable.Cell.figure`.
public enum CapWording {
  public static func figure(_ money: Money, isInPieces: Bool) -> String {
    figure(MoneyTotal(money), isInPieces: isInPieces)
  }

  public static func figure(_ total: MoneyTotal, isInPieces: Bool) -> String {
    isInPieces ? "\(pieces(total)) 件" : MoneyWording.grouped(total)
  }

  /// The same with its unit, for a sentence: "3 件", "1,200.00 元".
  public static func named(_ total: MoneyTotal, isInPieces: Bool) -> String {
    figure(total, isInPieces: isInPieces) + (isInPieces ? "" : " 元")
  }

  /// A cap that a draft touches, with what is left of it before and after.
  public static func left(
    _ change: LiveDecision.Change, _ policy: Policy
  ) -> (cap: String, before: String, after: String) {
    func left(_ used: MoneyTotal) -> String {
      figure(used.room(under: change.limit), isInPieces: change.isInPieces)
    }
    let year = change.group.year.map { " \($0)" } ?? ""
    return (
      ItemWording.cap(change.group.cap, in: policy) + year, left(change.usedBefore), left(change.usedAfter)
    )
  }

  /// What is used of a cap, as something moves it; whose it is is told as its caller knows them.
  static func moved(_ move: NewsConsequences.CapMove, of holder: String, _ policy: Policy) -> String {
    let cap = policy.cap(move.group.cap)
    func shown(_ total: MoneyTotal) -> String { figure(total, isInPieces: cap?.isInPieces ?? false) }
    let year = move.group.year.map { " \($0)年度" } ?? ""
    return "限额 \(cap?.label ?? move.group.cap) \(holder)\(year)  "
      + "已用 \(shown(move.usedBefore)) -> \(shown(move.usedAfter))"
  }

  /// How many pieces a sum stands for.
  public static func pieces(_ total: MoneyTotal) -> Int {
    Int(clamping: total.fen / Int128(Cap.onePiece.fen))
  }
}
