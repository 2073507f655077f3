import CaseModel
import Testing
import Wording

@Suite("Amounts in words")
struct AmountInWordsTests {
  @Test(
    "The office's table",
    arguments: [
      ("0.05", "伍分"), ("0.50", "伍角整"), ("10", "壹拾元整"), ("10.05", "壹拾元零伍分"), ("101", "壹佰零壹元整"),
      ("1010", "壹仟零壹拾元整"), ("1409.50", "壹仟肆佰零玖元伍角整"), ("6007.14", "陆仟零柒元壹角肆分"),
      ("1680.32", "壹仟陆佰捌拾元零叁角贰分"), ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("10001", "壹万零壹元整"),
      ("100500", "壹拾万零伍佰元整"), ("107000.53", "壹拾万柒仟元零伍角叁分"), ("240968", "贰拾肆万零玖佰陆拾捌元整"),
      ("1001000", "壹佰万壹仟元整"), ("10000001", "壹仟万零壹元整"), ("100010000", "壹亿零壹万元整"), ("0", "零元整"),
    ])
  func table(amount: String, words: String) throws {
    #expect(AmountInWords.words(try #require(Money(amount))) == words)
  }

  @Test(
    "Groups that are all zero, and sums beyond a hundred million",
    arguments: [
      ("100000000", "壹亿元整"), ("100000001", "壹亿零壹元整"), ("100001000", "壹亿壹仟元整"), ("1000000000000", "壹万亿元整"),
      ("1000000000001.10", "壹万亿零壹元壹角整"), ("1000500000000", "壹万零伍亿元整"), ("0.11", "壹角壹分"),
      ("100000.05", "壹拾万元零伍分"),
      ("20000.30", "贰万元零叁角整"),
    ])
  func large(amount: String, words: String) throws {
    let parts = amount.split(separator: ".")
    let yuan = try #require(Int128(parts[0]))
    let fen = parts.count > 1 ? try #require(Int128(parts[1])) : 0
    #expect(AmountInWords.words(MoneyTotal(fen: yuan * 100 + fen)) == words)
  }

  @Test("A total below zero")
  func negative() { #expect(AmountInWords.words(MoneyTotal(fen: -1_050)) == "负壹拾元零伍角整") }

  @Test("The same words as a second, naive way gives")
  func naive() {
    var generator = Steps(state: 20_180_704)
    var sums = Array(Int64(0)...30_000)
    for _ in 0..<30_000 {
      // Zeros are where mistakes live: most figures are blotted out.
      var fen: Int64 = 0
      for _ in 0..<generator.next(15) {
        fen = fen * 10 + (generator.next(3) == 0 ? Int64(generator.next(10)) : 0)
      }
      sums.append(fen)
    }
    for fen in sums {
      let words = AmountInWords.words(Money(fen: fen))
      let expected = NaiveAmount.words(fen)
      guard words == expected else {
        Issue.record("\(fen) fen: \(words), the naive way \(expected)")
        return
      }
    }
  }
}

/// Writes every figure with its unit, zeros and all, and then strikes out what is silent.
private enum NaiveAmount {
  static func words(_ fen: Int64) -> String {
    if fen == 0 { return "零元整" }
    let digits = Array(String(fen)).map { Int(String($0)) ?? 0 }
    let padded = Array(repeating: 0, count: 15 - digits.count) + digits
    let names = Array("零壹贰叁肆伍陆柒捌玖").map(String.init)
    // Thirteen figures of yuan in groups of 1, 4, 4, 4; the first belongs to the 亿 as ten thousands of them.
    let yuan = Array(padded.dropLast(2))
    let groups = [Array(yuan[0..<1]), Array(yuan[1..<5]), Array(yuan[5..<9]), Array(yuan[9..<13])]
    var text = ""
    for (index, group) in groups.enumerated() {
      if group.allSatisfy({ $0 == 0 }) {
        if index == 1, groups[0] != [0] { text += "亿" }
        continue
      }
      for (place, figure) in group.enumerated() {
        let unit = ["仟", "佰", "拾", ""][place + 4 - group.count]
        text += figure == 0 ? "零" : names[figure] + unit
      }
      while text.hasSuffix("零") { text.removeLast() }
      text += ["万", "亿", "万", ""][index]
    }
    while text.contains("零零") { text = replace("零零", "零", in: text) }
    while text.hasPrefix("零") { text.removeFirst() }
    let (jiao, rest) = (padded[13], padded[14])
    if !text.isEmpty {
      text += "元"
      if jiao > 0, yuan[12] == 0 { text += "零" }
      if jiao == 0, rest > 0 { text += "零" }
    }
    if jiao > 0 { text += names[jiao] + "角" }
    return text + (rest > 0 ? names[rest] + "分" : "整")
  }

  private static func replace(_ part: String, _ other: String, in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else if let first = rest.first {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

/// A small generator, the same numbers in every run.
private struct Steps {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
