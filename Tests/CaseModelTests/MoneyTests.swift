import CaseModel
import Testing

@Suite("Money and rates")
struct MoneyTests {
  @Test(
    "The interchange form",
    arguments: [
      ("175", 17_500), ("33333.34", 3_333_334), ("05.5", 550), ("0", 0), ("0.0", 0), ("000000000001", 100),
      ("999999999999.99", 99_999_999_999_999),
    ])
  func read(text: String, fen: Int64) { #expect(Money(text)?.fen == fen) }

  @Test(
    "What is no money",
    arguments: [
      "5.", ".5", "-1", "1e3", "", "1.234", "1234567890123", "1.2.3", " 1", "1 ", "+1", "１", "1,000", ".",
      "1..2",
    ])
  func refuse(text: String) { #expect(Money(text) == nil) }

  @Test("Text and value go back and forth")
  func roundTrip() {
    for fen in Array(0...20_000) + [99_999_999_999_999, 1_000_000, 100_000_001] {
      let money = Money(fen: Int64(fen))
      #expect(Money(money.description) == money)
    }
    #expect(Money(fen: 5).description == "0.05")
    #expect(Money(yuan: 3000).description == "3000.00")
    #expect(Money.largest.description == "999999999999.99")
  }

  @Test("Differences stop at zero, totals do not")
  func arithmetic() {
    #expect(Money(fen: 5).lessAtLeastZero(Money(fen: 7)) == .zero)
    #expect(Money(fen: 7).lessAtLeastZero(Money(fen: 5)) == Money(fen: 2))
    var total = MoneyTotal(Money(fen: 5))
    total -= Money(fen: 120)
    #expect(total.description == "-1.15")
    total += Money(fen: 115)
    #expect(total == .zero)
    #expect(MoneyTotal(fen: 4_990_000).room(under: Money(yuan: 50_000)) == Money(yuan: 100))
    #expect(MoneyTotal(fen: 5_000_001).room(under: Money(yuan: 50_000)) == .zero)
  }

  @Test("Rates are read exactly")
  func rates() {
    for text in ["30%", "12.5%", "0%", "100%", "0.125%", "20%"] {
      #expect(Percentage(text)?.description == text)
    }
    for text in [
      "", "%", "30", "101%", "100.1%", "1.2345%", ".5%", "5.%", "-1%", "1e1%", "３０%", "1234567%", "30%%",
    ] {
      #expect(Percentage(text) == nil, "\(text)")
    }
  }

  @Test("A share is rounded down to the fen")
  func shares() throws {
    let third = try #require(Percentage("30%"))
    for (premium, share) in [
      ("33333.34", "10000.00"), ("0.03", "0.00"), ("0.04", "0.01"), ("1033.37", "310.01"),
    ] {
      #expect(third.share(of: try #require(Money(premium))).description == share)
    }
    #expect(third.share(of: .largest) == Money("299999999999.99"))
  }

  @Test("Shares of counts are compared by cross-multiplication")
  func comparison() throws {
    let fifth = try #require(Percentage("20%"))
    #expect(fifth.compare(part: 40, whole: 200) == 0)
    #expect(fifth.compare(part: 39, whole: 199) < 0)
    #expect(fifth.compare(part: 40, whole: 199) > 0)
    #expect(fifth.compare(part: -3, whole: -20) > 0)
    #expect(fifth.compare(part: 0, whole: 0) == 0)
  }
}
