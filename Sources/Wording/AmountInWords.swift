public import CaseModel

/// Sums of money in Chinese capital figures (人民币大写), as approval sheets and payment lists carry them.
public enum AmountInWords {
  /// The words of a sum, without 人民币 in front: 1680.32 is 壹仟陆佰捌拾元零叁角贰分.
  public static func words(_ money: Money) -> String { words(MoneyTotal(money)) }

  /// The words of a total of any size; a total below zero begins with 负.
  public static func words(_ total: MoneyTotal) -> String {
    let fen = total.fen.magnitude
    let (yuan, jiao, rest) = (fen / 100, Int(fen / 10 % 10), Int(fen % 10))
    guard fen > 0 else { return "零元整" }

    var words = total.fen < 0 ? "负" : ""
    if yuan > 0 { words += whole(yuan) + "元" }
    if jiao > 0 {
      if yuan > 0, yuan.isMultiple(of: 10) { words += "零" }
      words += figures[jiao] + "角"
    } else if yuan > 0, rest > 0 {
      words += "零"
    }
    return words + (rest > 0 ? figures[rest] + "分" : "整")
  }

  private static let figures = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// A whole number above zero. 亿 is said once, behind everything that stands above it.
  private static func whole(_ number: UInt128) -> String {
    let units: [(size: UInt128, word: String)] = [(100_000_000, "亿"), (10_000, "万")]
    guard let unit = units.first(where: { number >= $0.size }) else { return group(Int(number)) }
    let (above, below) = number.quotientAndRemainder(dividingBy: unit.size)
    guard below > 0 else { return whole(above) + unit.word }
    return whole(above) + unit.word + (beginsWithZero(below) ? "零" : "") + whole(below)
  }

  /// Whether the topmost group of four that is not all zero begins with a zero.
  private static func beginsWithZero(_ number: UInt128) -> Bool {
    (number >= 10_000 ? number / 10_000 : number) < 1000
  }

  /// A group of four, 1 to 9999: a run of zeros between two figures is one 零, zeros at the end are silent.
  private static func group(_ number: Int) -> String {
    var words = ""
    var zeroPending = false
    for (size, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let figure = number / size % 10
      guard figure > 0 else {
        zeroPending = !words.isEmpty
        continue
      }
      words += (zeroPending ? "零" : "") + figures[figure] + unit
      zeroPending = false
    }
    return words
  }
}
