import CaseModel
import Interchange
import JSONText
import SubsidyRules
import Testing

/// Lines of claims that other programs have written: what is wrong, and on which line.
struct ClaimMistakeTests {
  private static let good =
    #"{"v":1,"writer":"a","id":"F1","received":"2019-04-01","rank":null,"tie":null,"kept":null,"key":"k","groups":[],"amount":"500.00","outcome":"pay"}"#
  private static let share =
    #"{"policy":"p","cap":"c","holder":"G1","year":2019,"limit":"50000.00","unit":"money","order":"received","remainder":"reduce"}"#

  private func mistake(_ text: String) -> ClaimLineError? {
    var ledger = ClaimsLedger()
    do throws(ClaimLineError) {
      try ledger.read(Array(text.utf8))
      return nil
    } catch { return error }
  }

  private static func with(_ old: String, _ new: String) -> String { good.replacing(old, with: new) }

  @Test(arguments: [
    (with(#""id":"F1""#, #""id":"""#), ClaimLineError.Reason.unreadable("id")),
    (with(#""id":"F1","#, ""), .unreadable("id")),
    (with(#""writer":"a""#, #""writer":"""#), .unreadable("id")),
    (with("2019-04-01", "2019-04-31"), .unreadable("received")),
    (with("2019-04-01", ""), .unreadable("received")),
    (with(#""outcome":"pay""#, #""outcome":"paid""#), .unreadable("outcome")),
    (with(#","outcome":"pay""#, ""), .unreadable("outcome")),
    (with(#""500.00""#, "null"), .unreadable("amount")),
    (with(#""500.00""#, #""5e2""#), .unreadable("amount")),
    (with(#""500.00""#, #""-1.00""#), .unreadable("amount")),
    // A decided one asks for what it kept, whatever it asked for before.
    (with(#""outcome":"pay""#, #""outcome":"decided""#), .unreadable("amount")),
    (with(#""v":1"#, #""v":2"#), .version(2)), (with(#""v":1"#, #""v":0"#), .version(0)),
    (with(#""rank":null"#, #""rank":0"#), .unreadable("rank")),
    (with(#""tie":null"#, #""tie":"1""#), .unknownWay("tie", "1")),
    (with(#""rank":null"#, #""rank":"1""#), .json(.wrongType(expected: .number, found: .string))),
    (with(#""groups":[]"#, #""groups":{}"#), .json(.wrongType(expected: .array, found: .object))),
    (with(#""groups":[]"#, #""groups":[{"cap":"c"}]"#), .unreadable("limit")),
    (good + "x", .json(.trailingText)),
    (String(good.dropLast()), .json(.unexpectedEnd)),
  ])
  func `A line that says nothing that can be`(line: String, reason: ClaimLineError.Reason) {
    #expect(mistake(line)?.reason == reason && mistake(line)?.line == 1)
  }

  @Test(arguments: [
    ("money", "pieces", "unit"), ("received", "lot", "order"), ("reduce", "pay", "remainder"),
  ])
  func `A share that this ledger does not settle is refused by its word`(
    known: String, other: String, key: String
  ) {
    let line = Self.with(
      #""groups":[]"#, #""groups":[\#(Self.share.replacing("\"\(known)\"", with: "\"\(other)\""))]"#)
    #expect(mistake(line)?.reason == .unknownWay(key, other))
    #expect(mistake(Self.with(#""groups":[]"#, #""groups":[\#(Self.share)]"#)) == nil)
  }

  /// As an editor counts lines, empty ones among them.
  @Test(arguments: [("", 1), ("\n", 2), ("\n\n\n", 4), (good + "\n", 2), (good + "\n\n" + good + "\n", 4)])
  func `The line is the one that an editor shows`(before: String, line: Int) {
    #expect(mistake(before + "{}\n" + Self.good)?.line == line)
  }

  @Test func `Of many mistakes the first is told, and empty lines are none`() {
    #expect(mistake(String(repeating: Self.good + "\n", count: 3_000) + "[]\n" + "{}")?.line == 3_001)
    #expect(mistake("") == nil && mistake("\n\n") == nil && mistake(Self.good + "\n\n") == nil)
  }

  @Test func `What asks for nothing is counted by its name alone`() throws {
    for outcome in ["refused", "incomplete", "closed"] {
      var ledger = ClaimsLedger()
      let line = Self.with(#""outcome":"pay""#, #""outcome":"\#(outcome)""#).replacing(
        #""500.00""#, with: "null")
      try ledger.read(Array(line.utf8))
      ledger.settle()
      #expect(
        ledger.names == [FilingName(writer: "a", id: "F1")]
          && ledger.award(0) == .init(award: .zero, holder: nil))
    }
  }

  @Test(arguments: [
    (#"{"writer":"a","id":"F1","award":"1"}"#, nil as ClaimLineError.Reason?),
    (#"{"writer":"a","award":"1.00"}"#, .unreadable("id")),
    (#"{"id":"F1","award":"1.00"}"#, .unreadable("id")),
    (#"{"writer":"a","id":"F1"}"#, .unreadable("award")),
    (#"{"writer":"a","id":"F1","award":null}"#, .unreadable("award")),
    (#"{"writer":"a","id":"F1","award":"1.000"}"#, .unreadable("award")),
    (#"{"writer":"a","id":"F1","award":1}"#, .json(.wrongType(expected: .string, found: .number))),
    (#"{"writer":"a","id":"F1","award":"1.00"} x"#, .json(.trailingText)),
  ])
  func `A line of awards that says nothing that can be`(line: String, reason: ClaimLineError.Reason?) {
    var found: ClaimLineError?
    do throws(ClaimLineError) { _ = try AwardLines.read(Array(("\n" + line).utf8)) } catch { found = error }
    #expect(found?.reason == reason && found?.line == (reason == nil ? nil : 2))
  }
}
