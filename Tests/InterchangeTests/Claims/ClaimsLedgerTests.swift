import CaseModel
import Interchange
import Testing

/// Claims of several offices settled together: who is served first, and what is refused.
@Suite struct ClaimsLedgerTests {
  /// A claim under article 2's cap of 50 000 元 for G1 in 2019, with what a test says otherwise.
  private static func line(
    _ id: String, writer: String = "a", received: String = "2019-04-01", amount: String = "500.00",
    kept: String = "null", key: String = "null", outcome: String = "pay", extra: String = "",
    group: String = #""order":"received","remainder":"reduce""#
  ) -> String {
    """
    {"v":1,"writer":"\(writer)","id":"\(id)","received":"\(received)","rank":null,"tie":null,"kept":\(kept),"key":\(key),\
    "groups":[{"policy":"p","cap":"agency-year","holder":"G1","year":2019,"limit":"50000.00","unit":"money",\(group)}],\
    "amount":"\(amount)","outcome":"\(outcome)"\(extra)}
    """
  }

  private func settle(_ lines: [String]) throws -> [String: String] {
    var ledger = ClaimsLedger()
    try ledger.read(Array(lines.joined(separator: "\n").utf8))
    ledger.settle()
    var found: [String: String] = [:]
    for (number, name) in ledger.names.enumerated() {
      let award = ledger.award(number)
      let holder = award.holder.map { " " + $0.writer + "/" + $0.id } ?? ""
      found["\(name.writer)/\(name.id)"] = award.award.description + holder
    }
    return found
  }

  /// Decided first, then by day, then by id, then by writer, whatever the order of the lines: 49 400 of 50 000 are
  /// decided, 600 are left, the first takes 500, the next 100, the last nothing.
  @Test func theOrderOfServingIsThatOfTheDesk() throws {
    let lines = [
      Self.line("F2", writer: "b"), Self.line("F2", writer: "a"), Self.line("F9", received: "2019-03-31"),
      Self.line("F1", writer: "z", received: "2020-01-01", kept: #""49400.00""#, outcome: "decided"),
    ]
    let expected = ["z/F1": "49400.00", "a/F9": "500.00", "a/F2": "100.00", "b/F2": "0.00"]
    #expect(try settle(lines) == expected)
    #expect(try settle(lines.reversed()) == expected)
  }

  /// One patent claimed in two counties: the one received first has it, the other is told by whom.
  @Test func aKeyIsHeldOverAllOffices() throws {
    let found = try settle([
      Self.line("F1", writer: "b", key: #""grant|2018""#),
      Self.line("F7", writer: "a", received: "2019-03-01", key: #""grant|2018""#),
    ])
    #expect(found == ["b/F1": "0.00 a/F7", "a/F7": "500.00"])
  }

  /// A verdict puts the later one first in the key, and leaves its place under the cap: 49 400 of 50 000 are used, F3 came
  /// before it and gets 500, it gets the last 100; what is decided has the key whatever the verdict.
  @Test func aVerdictPutsAClaimFirstInItsKey() throws {
    let kept = Self.line("F9", key: #""grant|2018""#).replacing(#""rank":null"#, with: #""rank":1"#)
    let lines = [
      Self.line("F0", received: "2018-05-01", kept: #""49400.00""#, outcome: "decided"),
      Self.line("F1", received: "2019-03-01", key: #""grant|2018""#), Self.line("F3", received: "2019-03-02"),
      kept,
    ]
    let expected = ["a/F0": "49400.00", "a/F1": "0.00 a/F9", "a/F3": "500.00", "a/F9": "100.00"]
    #expect(try settle(lines) == expected)
    #expect(try settle(lines.reversed()) == expected)
    let decided = Self.line(
      "F4", received: "2019-08-01", kept: #""300.00""#, key: #""grant|2018""#, outcome: "decided")
    #expect(try settle([decided, kept])["a/F9"] == "0.00 a/F4")
  }

  /// Two that are decided under one key keep their awards, and nobody else gets anything.
  @Test func decidedOnesKeepWhatTheyHave() throws {
    let found = try settle([
      Self.line("F1", kept: #""300.00""#, key: #""k""#, outcome: "decided"),
      Self.line("F2", kept: #""200.00""#, key: #""k""#, outcome: "decided"),
      Self.line("F0", received: "2018-01-01", key: #""k""#),
    ])
    #expect(found == ["a/F1": "300.00", "a/F2": "200.00", "a/F0": "0.00 a/F1"])
  }

  @Test func whatAsksForNothingGetsNothing() throws {
    #expect(try settle([Self.line("F1", outcome: "refused")]) == ["a/F1": "0.00"])
  }

  /// Of one day the lower lot comes first, whatever the ids say; an earlier day comes before any lot.
  @Test func theLotDecidesAmongThoseOfOneDay() throws {
    func line(_ id: String, _ lot: String, received: String = "2019-05-07") -> String {
      Self.line(id, received: received, key: #""k""#).replacing(#""tie":null"#, with: #""tie":"\#(lot)""#)
    }
    let lines = [
      line("F1", "a5d18d744555fe7d"), line("F2", "5c0453cbcdacaa33"), line("F3", "303137917c9b3725"),
    ]
    let byLot = ["a/F1": "0.00 a/F3", "a/F2": "0.00 a/F3", "a/F3": "500.00"]
    #expect(try settle(lines) == byLot)
    #expect(try settle(lines.reversed()) == byLot)
    let earlier = line("F4", "ffffffffffffffff", received: "2019-05-06")
    #expect(try settle(lines + [earlier])["a/F4"] == "500.00")
  }

  /// A way of sharing that the ledger does not know is refused, never settled as if it were the usual one.
  @Test(arguments: [
    (#""order":"lot","remainder":"reduce""#, "order"),
    (#""order":"received","remainder":"pro-rata""#, "remainder"),
  ])
  func anotherWayIsRefused(group: String, key: String) throws {
    var ledger = ClaimsLedger()
    do {
      try ledger.read(Array((Self.line("F1") + "\n" + Self.line("F2", group: group)).utf8))
      Issue.record("it was settled")
    } catch {
      #expect(error.line == 2)
      guard case .unknownWay(key, _) = error.reason else {
        Issue.record("\(error.reason)")
        return
      }
    }
  }

  @Test func anUnknownPlaceAndANewerFormAreRefused() {
    for line in [
      Self.line("F1").replacing(#""rank":null"#, with: #""rank":2"#),
      Self.line("F1").replacing(#""tie":null"#, with: #""tie":"x""#),
      Self.line("F1").replacing(#""tie":null"#, with: #""tie":"303137917C9B3725""#),
      Self.line("F1").replacing(#""tie":null"#, with: #""tie":"303137917c9b372""#),
      Self.line("F1").replacing(#""tie":null"#, with: #""tie":"+03137917c9b3725""#),
      Self.line("F1").replacing(#""v":1"#, with: #""v":2"#),
      Self.line("F1").replacing(#""amount":"500.00""#, with: #""amount":"5.""#), "{", "[]",
    ] {
      var ledger = ClaimsLedger()
      #expect(throws: ClaimLineError.self) { try ledger.read(Array(line.utf8)) }
    }
  }

  @Test func oneFilingTwiceIsNamed() throws {
    var ledger = ClaimsLedger()
    try ledger.read(Array((Self.line("F1") + "\n" + Self.line("F1")).utf8))
    #expect(ledger.repeated == FilingName(writer: "a", id: "F1"))
  }

  /// `printf 'a\tF1\t1.00\t\t\na\tF2\t0.00\ta\tF1\n' | sha256sum`, whatever the order in which they come.
  @Test func theDigestIsThatOfTheSortedRows() {
    var digest = AwardDigest()
    let first = FilingName(writer: "a", id: "F1")
    digest.add(.init(writer: "a", id: "F2"), .init(award: .zero, holder: first))
    digest.add(first, .init(award: Money(fen: 100), holder: nil))
    #expect(digest.hex() == "930af8c8455d3762e46bb1c84ff48e0982f3328a7014f3630b464c5d2a9ddf2b")
  }

  @Test func awardsComeBackAsTheyWereWritten() throws {
    let name = FilingName(writer: "a\"b", id: "甲\n1")
    let award = ClaimsLedger.Award(award: Money(fen: 7), holder: .init(writer: "w", id: "F1"))
    let read = try AwardLines.read(AwardLines.write(name, award))
    #expect(read.count == 1 && read.first?.name == name && read.first?.award == award)
  }
}
