import CaseModel
import Testing

/// Totals, which pass the largest sum and zero, and the divisions of the one rate that the policy has.
struct MoneyTotalTests {
  @Test(arguments: [
    (0, "0.00"), (1, "0.01"), (99, "0.99"), (100, "1.00"), (-1, "-0.01"), (-100, "-1.00"),
    (-12_345, "-123.45"),
    (99_999_999_999_999, "999999999999.99"),
  ])
  func `A total is written with two decimals, below zero too`(fen: Int, text: String) {
    #expect(MoneyTotal(fen: Int128(fen)).description == text)
    #expect(Money(fen: Int64(fen)).description == text)
  }

  @Test func `A total beyond Int64 is written and read whole`() throws {
    let total = MoneyTotal(fen: Int128(Int64.max) * 1_000)
    #expect(total.description == "92233720368547758070.00")
    #expect(MoneyTotal("92233720368547758070.00") == total)
  }

  @Test(arguments: [
    "", ".", "1", "1.", ".50", "1.5", "1.500", "-1.00", "+1.00", "1,000.00", "1.0.0", "１.00", "1.0０", " 1.00",
  ])
  func `A total is read in the one form that it is written in`(text: String) {
    #expect(MoneyTotal(text) == nil)
  }

  @Test(arguments: [
    // 50 000 a year for an agency (article 2): nothing left, one fen left, all left.
    (5_000_000, 0), (4_999_999, 1), (5_000_001, 0), (0, 5_000_000), (-1, 5_000_001),
  ])
  func `The room under the cap of article 2`(usedFen: Int, leftFen: Int64) {
    #expect(MoneyTotal(fen: Int128(usedFen)).room(under: Money(yuan: 50_000)) == Money(fen: leftFen))
  }

  @Test func `Totals come in order, and add up to nothing`() {
    let (a, b) = (MoneyTotal(Money(yuan: 1)), MoneyTotal(Money(yuan: 2)))
    #expect(a < b && !(b < a) && a - b + b == a && a - a == .zero)
    #expect([b, a - b, a].sorted() == [a - b, a, b])
  }

  /// Article 12: thirty per cent of the premium paid, rounded down to the fen.
  @Test(arguments: [
    ("0.01", "0.00"), ("0.03", "0.00"), ("0.04", "0.01"), ("0.06", "0.01"), ("0.07", "0.02"),
    ("3.33", "0.99"),
    ("3.34", "1.00"), ("33333.33", "9999.99"), ("33333.34", "10000.00"), ("100.00", "30.00"),
  ])
  func `Thirty per cent of a premium`(premium: String, share: String) throws {
    let rate = try #require(Percentage("30%"))
    #expect(rate.share(of: try #require(Money(premium))).description == share)
  }

  @Test(arguments: [
    ("12.5%", "0.79", "0.09"), ("12.5%", "0.80", "0.10"), ("0.125%", "8.00", "0.01"),
    ("0.125%", "7.99", "0.00"),
    ("100%", "0.01", "0.01"), ("0%", "999999999999.99", "0.00"), ("100.000%", "5.00", "5.00"),
    ("33.333%", "3.00", "0.99"),
  ])
  func `A rate with decimals is exact`(rate: String, sum: String, share: String) throws {
    #expect(try #require(Percentage(rate)).share(of: try #require(Money(sum))).description == share)
  }

  /// Articles 2 and 6: inventions not below a fifth of the filings.
  @Test(arguments: [
    (20, 100, 0), (19, 100, -1), (21, 100, 1), (6, 30, 0), (6, 31, -1), (7, 31, 1), (0, 1, -1), (1, 5, 0),
  ])
  func `A fifth is held by cross-multiplication`(part: Int, whole: Int, sign: Int128) throws {
    #expect(try #require(Percentage("20%")).compare(part: part, whole: whole).signum() == sign)
  }

  @Test(arguments: ["100%", "100.000%", "99.999%", "0%", "0.001%"])
  func `A rate up to a hundred per cent is read`(text: String) {
    #expect(Percentage(text)?.description == text)
  }

  @Test(arguments: ["100.001%", "101%", "0.0001%", "%", "1 %", "1%%", "1.%", "12.5", "١%"])
  func `Nothing else is a rate`(text: String) { #expect(Percentage(text) == nil) }
}
