import CaseModel
import SubsidyRules
import Testing

@testable import Wording

/// How a comparison came out and how far it is from the other side, in words; by hand from articles 2, 6 and 18.
@Suite("Comparisons, shares and the nearest yes")
struct GapWordingTests {
  @Test(
    "A comparison as it really came out",
    arguments: [
      (Comparison.atLeast, true, "不低于", "不早于"), (.atLeast, false, "低于", "早于"), (.more, true, "超过", "晚于"),
      (.more, false, "不超过", "不晚于"), (.atMost, true, "不超过", "不晚于"), (.atMost, false, "超过", "晚于"),
      (.less, true, "低于", "早于"), (.less, false, "不低于", "不早于"), (.equal, true, "等于", "等于"),
      (.equal, false, "不等于", "不等于"), (.notEqual, true, "不等于", "不等于"), (.notEqual, false, "等于", "等于"),
    ])
  func relations(comparison: Comparison, holds: Bool, ofSums: String, ofDays: String) {
    #expect(Relation.words(comparison, holds: holds, ofDates: false) == ofSums)
    #expect(Relation.words(comparison, holds: holds, ofDates: true) == ofDays)
    #expect(Relation.opposite(of: Relation.opposite(of: comparison)) == comparison)
    #expect(Relation.opposite(of: comparison) != comparison)
  }

  private func share(
    _ part: Int, _ comparison: String, _ rate: String, of whole: Int, holds: Bool = false
  ) throws -> ShareWords {
    let node = Trace.Node(
      step: 1, article: "6", operation: .holdsShare,
      operands: [
        .value(.number(part)), .name(comparison), .value(.percentage(try #require(Percentage(rate)))),
        .value(.number(whole)),
      ], result: .flag(holds))
    let words = TraceWords(trace: Trace(), item: Samples.growth, policy: try Samples.policy())
    return try #require(ShareWords(node, words))
  }

  /// 19.999 % never reads as 20 %.
  @Test(
    "A share has two decimals and is never rounded up",
    arguments: [
      (19_999, 100_000, "19.99%"), (20_000, 100_000, "20%"), (1, 3, "33.33%"), (2, 3, "66.66%"),
      (1, 8, "12.5%"),
      (1, 1000, "0.1%"), (1, 100_000, "0%"), (0, 7, "0%"), (7, 7, "100%"), (8, 7, "114.28%"),
      (-1, 3, "-33.33%"),
      (3, 0, nil), (-3, -20, nil),
    ])
  func percentages(part: Int, whole: Int, text: String?) throws {
    #expect(try share(part, ">=", "20%", of: whole).percentage == text)
  }

  /// 20 % of 33 are 6.6: seven are needed; of 30 just six, and more than 20 % of 30 are seven.
  @Test(
    "So many are lacking",
    arguments: [
      (6, ">=", "20%", 33, 1), (0, ">=", "20%", 33, 7), (5, ">=", "20%", 30, 1), (6, ">", "20%", 30, 1),
      (5, ">", "20%", 33, 2),
      (12, ">=", "12.5%", 100, 1), (0, ">=", "100%", 5, 5), (0, ">=", "20%", 1, 1), (0, ">", "20%", 0, 1),
      (3, "<", "20%", 10, nil),
      (3, "<=", "20%", 10, nil), (3, "=", "20%", 10, nil),
    ])
  func lacking(part: Int, comparison: String, rate: String, whole: Int, short: Int?) throws {
    #expect(try share(part, comparison, rate, of: whole).short == short.map { Int128($0) })
    #expect(try share(part, comparison, rate, of: whole, holds: true).short == nil)
  }

  private func gap(_ input: String, _ found: Value, _ comparison: String, _ bound: Value, _ item: Item) throws
    -> String?
  {
    var steps = TraceSteps(item.article)
    let subject = steps.add(.input, [.name(input)], found)
    steps.add(.holds, [subject, .name(comparison), .value(bound)], .flag(false))
    let words = TraceWords(trace: steps.trace, item: item, policy: try Samples.policy())
    return words.gap(try #require(steps.trace.nodes.last))
  }

  @Test(
    "Pieces short or over, with their unit",
    arguments: [
      (29, ">=", 30, "差 1 件"), (0, ">=", 30, "差 30 件"), (30, ">=", 30, nil), (30, ">", 30, "差 1 件"),
      (28, ">", 30, "差 3 件"),
      (35, "<=", 30, "多 5 件"), (30, "<=", 30, nil), (30, "<", 30, "多 1 件"), (29, "<", 30, nil),
      (29, "=", 30, nil), (29, "!=", 30, nil),
      (.min, ">=", .max, nil),
    ] as [(Int, String, Int, String?)])
  func pieces(found: Int, comparison: String, bound: Int, words: String?) throws {
    #expect(try gap("filingsThisYear", .number(found), comparison, .number(bound), Samples.growth) == words)
  }

  @Test("Years are no amount, annuities are, and yuan have their own")
  func units() throws {
    #expect(try gap("year", .number(2018), ">=", .number(2019), Samples.growth) == nil)
    #expect(try gap("annuity", .number(6), "<=", .number(5), Samples.annualFee) == "多 1 个年度")
    #expect(
      try gap("fee", .money(Money(yuan: 99)), ">=", .money(Money(yuan: 100)), Samples.grant) == "差 1.00 元")
    #expect(try gap("fee", .money(Money(yuan: 100)), ">=", .money(Money(yuan: 100)), Samples.grant) == nil)
    #expect(try gap("fee", .money(Money(yuan: 101)), "<=", .money(Money(yuan: 100)), Samples.grant) == nil)
    #expect(TraceWords.counted(3, unit: "年度") == "第 3 年度" && TraceWords.amount(3, unit: "年度") == "3 个年度")
    #expect(
      TraceWords.counted(3, unit: "件") == "3 件" && TraceWords.amount(3, unit: "") == "3"
        && TraceWords.counted(3, unit: nil) == "3")
  }
}
