import CaseModel
import SubsidyRules
import Testing

/// Who is served first under a shared cap, and who holds a once-only key (items.md, Shared caps), with claims by hand
/// under article 2's cap of 50 000 a year.
struct LedgerTurnTests {
  private static let group = Claim.Group(cap: "agency-year", holder: "G1", year: 2019)

  private func place(
    _ id: String, _ received: String = "2019-06-10", isDecided: Bool = false, rank: Int64 = 0,
    tie: UInt64 = 0,
    isKept: Bool = false
  ) throws -> Claim.Place {
    Claim.Place(
      isDecided: isDecided, rank: rank, received: try #require(CivilDate(received)), tie: tie, filing: id,
      isKept: isKept)
  }

  private func claim(
    _ place: Claim.Place, _ yuan: Int64, key: String? = nil, limit: Int64 = 50_000,
    in group: Claim.Group = group
  ) -> Claim {
    Claim(
      place: place, key: key,
      shares: [.init(group: group, limit: Money(yuan: limit), figure: "limit", article: "2")],
      amount: Money(yuan: yuan))
  }

  private func awards(_ ledger: Ledger, _ count: Int) -> [Int64] {
    (0..<count).map { ledger.award(of: $0).fen / 100 }
  }

  // MARK: - Order

  @Test
  func `A decided one comes first whatever its day, then the day of receipt, then the lot, then the id`()
    throws
  {
    let order = [
      try place("Z", "2020-12-31", isDecided: true), try place("Y", "2018-01-01", rank: -1),
      try place("X", "2018-12-31"), try place("W", "2019-01-01", tie: 3),
      try place("V", "2019-01-01", tie: 4),
      try place("V", "2019-01-02"), try place("W", "2019-01-02"), try place("A", "2018-01-01", rank: 1),
    ]
    #expect(order.reversed().sorted() == order)
    for (a, b) in zip(order, order.dropFirst()) { #expect(a < b && !(b < a)) }
  }

  /// By bytes, not by what letters are worth: F10 before F2, capitals before small ones, ASCII before Chinese.
  @Test(arguments: [
    ("F1", "F10"), ("F10", "F2"), ("F", "F1"), ("", "F"), ("Z", "a"), ("z", "甲"), ("丙", "甲"), ("F2", "Ｆ1"),
    ("e\u{301}", "é"), ("F-1", "F.1"),
  ])
  func `Of one day the id decides by its UTF-8 bytes`(first: String, second: String) throws {
    #expect(try place(first) < place(second))
    #expect(try !(place(second) < place(first)))
    let ledger = Ledger([claim(try place(second), 40_000), claim(try place(first), 40_000)])
    #expect(awards(ledger, 2) == [10_000, 40_000])
  }

  // MARK: - Room

  /// 50 000 in all: exactly used up, one fen short, one fen left, nothing left.
  @Test(
    arguments: [
      ([50_000_00, 100], [50_000_00, 0]), ([49_999_00, 100_00], [49_999_00, 100]),
      ([49_999_99, 500_00], [49_999_99, 1]), ([50_000_01, 1], [50_000_00, 0]),
      ([0, 50_000_00, 1], [0, 50_000_00, 0]),
      ([49_500_00, 500_00], [49_500_00, 500_00]), ([30_000_00, 30_000_00, 100], [30_000_00, 20_000_00, 0]),
    ] as [([Int64], [Int64])])
  func `The one that does not fit gets the room left, and those behind it nothing`(
    asked: [Int64], got: [Int64]
  ) throws {
    let claims = try asked.enumerated().map { number, fen in
      var claim = claim(try place("F\(number)"), 0)
      claim.amount = Money(fen: fen)
      return claim
    }
    let ledger = Ledger(claims)
    #expect(claims.indices.map { ledger.award(of: $0).fen } == got)
    let row = try #require(ledger.capRow(Self.group))
    #expect(row.used.fen == Int128(got.reduce(0, +)) && row.over == .zero)
    #expect(row.remaining.fen == 50_000_00 - got.reduce(0, +))
  }

  @Test func `Decided sums run over the cap without being cut, and the overrun is told`() throws {
    let ledger = Ledger([
      claim(try place("F1", isDecided: true), 30_000), claim(try place("F2", isDecided: true), 30_000),
      claim(try place("F0", "2018-01-01"), 100),
    ])
    #expect(awards(ledger, 3) == [30_000, 30_000, 0])
    let use = try #require(ledger.capUse(Self.group))
    #expect(use.row.over == MoneyTotal(Money(yuan: 10_000)) && use.row.remaining == .zero)
    #expect(use.decided == MoneyTotal(Money(yuan: 60_000)) && use.waiting == .zero)
    #expect(ledger.settlement(2)?.binding == ["agency-year"] && ledger.settlement(2)?.isServed == true)
  }

  @Test func `Each year and each holder has room of its own`() throws {
    let others = [
      Claim.Group(cap: "agency-year", holder: "G1", year: 2020),
      .init(cap: "agency-year", holder: "G2", year: 2019),
      .init(cap: "insurance-year", holder: "G1", year: 2019),
      .init(cap: "agency-year", holder: "G1", year: nil),
    ]
    let claims = try ([Self.group] + others).enumerated().map { number, group in
      claim(try place("F\(number)"), 50_000, in: group)
    }
    #expect(awards(Ledger(claims), 5) == [50_000, 50_000, 50_000, 50_000, 50_000])
    #expect(Ledger(claims).capRows.map(\.group) == [others[3], Self.group, others[0], others[1], others[2]])
  }

  /// Rejected and withdrawn filings use nothing: without its claim the room is another's again.
  @Test func `What is taken away gives its room to the next in order, and a what-if changes nothing`() throws
  {
    let claims = try ["F1", "F2", "F3"].map { claim(try place($0), 30_000) }
    var ledger = Ledger(claims)
    #expect(awards(ledger, 3) == [30_000, 20_000, 0])
    let preview = ledger.preview([0: nil])
    #expect(preview[1]?.award == Money(yuan: 30_000) && preview[2]?.award == Money(yuan: 20_000))
    #expect(awards(ledger, 3) == [30_000, 20_000, 0])
    #expect(ledger.put(nil, under: 0) == [1, 2])
    #expect(awards(ledger, 3) == [0, 30_000, 20_000])
    // Moved before the others by its day of receipt, it takes the room back.
    #expect(ledger.put(claim(try place("F4", "2019-06-09"), 50_000), under: 3) == [1, 2])
    #expect(awards(ledger, 4) == [0, 0, 0, 50_000])
  }

  // MARK: - Keys

  @Test func `The first in order holds the key, a decided one before it, and the next when it goes`() throws {
    let claims = [
      claim(try place("F1", "2019-06-01"), 500, key: "k"),
      claim(try place("F2", "2019-06-02"), 500, key: "k"),
      claim(try place("F3", "2019-06-03"), 500, key: "other"),
    ]
    var ledger = Ledger(claims)
    #expect(
      ledger.holder(of: "k") == "F1" && ledger.settlement(1)?.holder == "F1" && ledger.award(of: 1) == .zero)
    #expect(ledger.settlement(0)?.holder == nil && ledger.holder(of: "none") == nil)
    #expect(ledger.isPlain(0) && !ledger.isPlain(1) && ledger.isPlain(2) && !ledger.isPlain(7))
    ledger.put(claim(try place("F4", "2020-01-01", isDecided: true), 400, key: "k"), under: 3)
    #expect(ledger.holder(of: "k") == "F4" && awards(ledger, 4) == [0, 0, 500, 400])
    ledger.put(nil, under: 3)
    ledger.put(nil, under: 0)
    #expect(ledger.holder(of: "k") == "F2" && awards(ledger, 3) == [0, 500, 500])
    #expect(ledger.settlement(0) == nil)
  }

  @Test func `Who holds the key before a place is asked for a filing that is only typed`() throws {
    let ledger = Ledger([claim(try place("F2", "2019-06-02"), 500, key: "k")])
    #expect(ledger.holder(of: "k", before: try place("F9", "2019-06-03")) == "F2")
    #expect(ledger.holder(of: "k", before: try place("F9", "2019-06-01")) == nil)
    #expect(ledger.holder(of: "k", before: try place("F9", "2019-06-03", isDecided: true)) == nil)
    #expect(ledger.holder(of: "k", before: try place("F9", "2019-06-03", isKept: true)) == nil)
    #expect(ledger.holder(of: "k", before: try place("F1", "2019-06-02")) == nil)
  }

  /// A city's verdict that keeps one of two: it has the key though it came later, but no room before its turn.
  @Test func `The one that a verdict keeps has the key and not the room`() throws {
    let ledger = Ledger([
      claim(try place("F1", "2019-06-01"), 30_000, key: "k"),
      claim(try place("F2", "2019-06-03", isKept: true), 30_000, key: "k"),
      claim(try place("F3", "2019-06-02"), 30_000),
    ])
    #expect(ledger.holder(of: "k") == "F2" && awards(ledger, 3) == [0, 20_000, 30_000])
  }

  @Test func `Two that were decided under one key are named once, as long as both have money`() throws {
    func ledger(_ second: Int64) throws -> Ledger {
      Ledger([
        claim(try place("F1", "2019-06-02", isDecided: true), 500, key: "k"),
        claim(try place("F2", "2019-06-01", isDecided: true), second, key: "k"),
        claim(try place("F3", "2019-06-03", isDecided: true), 300, key: "k"),
        claim(try place("F4"), 100, key: "k"),
      ])
    }
    #expect(try ledger(200).decidedTwice().map { [$0.first, $0.other] } == [[1, 0], [1, 2]])
    // All was given back: it takes the key also then, but nothing was paid twice with it.
    #expect(try ledger(0).decidedTwice().map { [$0.first, $0.other] } == [[0, 2]])
    #expect(try ledger(0).holder(of: "k") == "F2")
  }

  @Test func `The proof of the room names those served before with more than nothing, in order`() throws {
    let ledger = Ledger([
      claim(try place("F3"), 500), claim(try place("F1", isDecided: true), 49_400),
      claim(try place("F2", isDecided: true), 0), claim(try place("F4"), 500),
    ])
    let before = ledger.served(from: Self.group, before: try place("F4"))
    #expect(before.map(\.filing) == ["F1", "F3"] && before.total == MoneyTotal(Money(yuan: 49_900)))
    #expect(ledger.award(of: 3) == Money(yuan: 100))
    #expect(before.used(inPieces: true) == MoneyTotal(Money(yuan: 2)))
    #expect(before.lines == "F1 49400.00\nF3 500.00\n")
    #expect(ledger.served(from: .init(cap: "x", holder: "G1", year: 2019), before: try place("F4")).isEmpty)
    #expect(ledger.members(of: Self.group) == [1, 2, 0, 3])
  }
}

extension Ledger {
  /// Settles claims by hand.
  fileprivate init(_ claims: [Claim]) { self.init(ClaimSheet(claims)) }
}
