public import CaseModel
import SubsidyRules

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

  /// How many pieces a sum stands for.
  public static func pieces(_ total: MoneyTotal) -> Int {
    Int(clamping: total.fen / Int128(Cap.onePiece.fen))
  }
}
