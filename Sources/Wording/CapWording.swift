public import CaseModel
import SubsidyRules

/// Figures of a cap: sums, or pieces where its limit is in pieces.
public enum CapWording {
  public static func figure(_ money: Money, isInPieces: Bool) -> String {
    figure(MoneyTotal(money), isInPieces: isInPieces)
  }

  public static func figure(_ total: MoneyTotal, isInPieces: Bool) -> String {
    isInPieces ? "\(total.fen / Int128(Cap.onePiece.fen)) 件" : MoneyWording.grouped(total)
  }
}
