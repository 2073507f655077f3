import CaseModel
public import Casework

/// What is said of money that has still to come back from whoever is paid.
public enum OwedWording {
  /// Nil where nothing is open.
  public static func sentence(_ open: [Payment.SetOff]) -> String? {
    guard !open.isEmpty else { return nil }
    let sum = open.reduce(MoneyTotal.zero) { $0 + MoneyTotal($1.amount) }
    let named = open.map { "\($0.filing) \(MoneyWording.yuan($0.amount))" }.joined(separator: "、")
    return "该申请人还有待追回的 \(MoneyWording.grouped(sum)) 元（\(named)）；主管可写明理由，从拨付中抵扣。"
  }
}
