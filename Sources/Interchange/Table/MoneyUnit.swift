import CaseModel

/// The unit in which a table's sums stand, where it is said once for all of them.
public enum MoneyUnit: String, Hashable, Sendable {
  case yuan = "元"
  case thousands = "千元"
  case tenThousands = "万元"

  /// The unit of a heading: 金额（万元）; nil where it says none.
  static func inHeading(_ heading: String) -> MoneyUnit? {
    let folded = TextFolding.search(heading)
    if folded.contains("万元") { return .tenThousands }
    if folded.contains("千元") { return .thousands }
    return folded.hasSuffix("(元)") || folded.hasSuffix(":元") ? .yuan : nil
  }

  /// The unit that a cell above the headings says: 单位：万元, （金额单位：人民币千元）, 2019年台账（千元）.
  static func inTitle(_ cell: String) -> MoneyUnit? {
    var folded = TextFolding.search(cell)
    let isBehindTitle = ["", "人民币"].contains { currency in
      ["万元", "千元", "元"].contains { folded.hasSuffix("(\(currency)\($0))") }
    }
    if folded.hasSuffix(")") { folded.removeLast() }
    guard isBehindTitle || folded.contains("单位") || folded.hasPrefix("(") else { return nil }
    if folded.hasSuffix("万元") { return .tenThousands }
    if folded.hasSuffix("千元") { return .thousands }
    return folded.hasSuffix("元") ? .yuan : nil
  }

  /// A cell's sum with the unit behind it, where it has none of its own.
  func applied(to text: String) -> String {
    let hasUnit = "元万千角分圆仟萬".contains { text.contains($0) }
    guard !hasUnit, !text.isEmpty else { return text }
    switch self {
    case .yuan: return text
    case .thousands: return text + "千元"
    case .tenThousands: return text + "万元"
    }
  }
}
