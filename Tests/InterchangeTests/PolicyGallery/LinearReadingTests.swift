import JSONText
import Testing

@testable import Interchange

/// A file of another kind has a mistake in every line: what is looked through grows as the mistakes do, and no faster.
@Suite("Policy mistakes: thousands of them")
struct LinearReadingTests {
  /// A list of the good policy in which each of many further elements is wrong.
  struct Flood: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// What stands behind the wrong elements.
    var place: String
    var element: @Sendable (Int) -> String
    /// How many mistakes each element has.
    var each: Int
    /// How many of the elements are right: of equal ones the first.
    var right: Int

    init(
      _ name: String, before place: String, each: Int = 1, right: Int = 0,
      _ element: @escaping @Sendable (Int) -> String
    ) {
      testDescription = name
      self.place = place
      self.each = each
      self.right = right
      self.element = element
    }

    /// What so many elements come to, counted by hand.
    func mistakes(_ count: Int) -> Int { (count - right) * each }

    func text(_ count: Int) throws -> String {
      try BrokenText.requireOnce(place, in: GoodPolicy.text)
      let elements = (0..<count).map(element).joined(separator: ",\n")
      return GoodPolicy.text.replacing(place, with: elements + ",\n" + place)
    }
  }

  private static let fee = #"{"id": "fee", "label": "代理费", "kind": "money"}"#
  private static let increase = #"{"id": "increase", "label": "增量", "#
  private static let condition = #"{"compare": ["fee", ">", "500元"], "reason": "condition"}"#

  static let floods = [
    Flood("inputs of no kind", before: fee) { #"{"id": "a\#($0)", "label": "第\#($0)栏", "kind": "dat"}"# },
    Flood("inputs without a label", before: fee) { #"{"id": "a\#($0)", "kind": "date"}"# },
    Flood("inputs that nothing uses", before: fee) {
      #"{"id": "a\#($0)", "label": "\#($0)", "kind": "date"}"#
    },
    Flood("inputs with a key that is none", before: fee) {
      #"{"id": "a\#($0)", "label": "\#($0)", "kind": "date", "recrod": true}"#
    },
    // The second to the last bear a name that the first has.
    Flood("inputs of one name", before: fee, right: 1) {
      #"{"id": "a", "label": "\#($0)", "kind": "date", "record": true}"#
    },
    Flood("values of unknown names", before: increase) {
      #"{"id": "a\#($0)", "label": "\#($0)", "of": {"add": ["filing\#($0)", "filings"]}}"#
    },
    Flood("values that nothing uses", before: increase) {
      #"{"id": "a\#($0)", "label": "\#($0)", "of": {"add": ["filingsBefore", "filings"]}}"#
    },
    Flood("conditions on unknown names", before: condition) {
      #"{"compare": ["fee\#($0)", ">", "500元"], "reason": "condition"}"#
    },
    Flood("conditions without a reason", before: condition) { _ in #"{"compare": ["fee", ">", "1元"]}"# },
    Flood("papers without a label", before: #"{"id": "invoice", "label": "发票", "copies": 1}"#) {
      #"{"id": "p\#($0)"}"#
    },
    // The one behind them, which the good policy has, is one of the wrong ones then.
    Flood("articles of one number", before: #"{"article": "1", "title": "代理费"}"#) { _ in
      #"{"article": "1", "title": "又一条"}"#
    },
    Flood("districts that are none", before: #""GXQ"]"#) { #""x\#($0)""# },
    Flood("districts of one name", before: #""GXQ"]"#, right: 1) {
      #"{"code": "\#(100_000 + $0)", "name": "同名区"}"#
    },
    Flood("applicants that are none", before: #""enterprise", "individual"]"#) { #""firm\#($0)""# },
    Flood("keys that are none", before: #""id": "lianzhou-2021-5""#) { #""key\#($0)": 1"# },
    Flood("cases that are none", before: #""invention": "9000元""#) { #""case\#($0)": "1元""# },
    // Article, label, who, inputs, event, amount, once and papers.
    Flood("items without anything", before: "{\n      \"id\": \"agency-fee\"", each: 8) {
      #"{"id": "i\#($0)"}"#
    },
    // Article, label, items, holder, window, limit, order and remainder.
    Flood("caps without anything", before: "{\n      \"id\": \"fee-year\"", each: 8) {
      #"{"id": "c\#($0)"}"#
    },
    Flood("caps of an item that is none", before: "{\n      \"id\": \"fee-year\"") {
      """
      {"id": "c\($0)", "article": "1", "label": "限额\($0)", "items": ["agency"], "holder": ["applicant"], \
      "window": "year", "limit": "1元", "order": "received", "remainder": "reduce"}
      """
    },
  ]

  /// The mistakes of a file, and how many words were gone through.
  private func read(_ text: String) throws -> (mistakes: Int, looks: Int) {
    var json = JSONReader(Array(text.utf8))
    let reader = PolicyReader()
    _ = reader.policy(.init(tree: try json.tree(), path: ""))
    return (reader.mistakes.count, reader.looks)
  }

  @Test("Ten times the mistakes take ten times the looks", arguments: floods)
  func linear(flood: Flood) throws {
    let (few, many) = (try read(flood.text(400)), try read(flood.text(4000)))
    #expect(few.mistakes == flood.mistakes(400))
    #expect(many.mistakes == flood.mistakes(4000))
    // The nearest of the known words is looked for behind the first mistakes alone.
    #expect(many.looks <= 10 * few.looks + 10_000, "\(few.looks) -> \(many.looks)")
  }

  /// What is told of the first mistakes is told whatever comes behind.
  @Test("The first of many mistakes is answered with the word that is meant")
  func firstIsAnswered() throws {
    let text = try Self.floods[0].text(4000)
    guard case .failure(let mistakes) = PolicyFile.read(Array(text.utf8)) else {
      Issue.record("it was read")
      return
    }
    #expect(
      mistakes.mistakes.first?.reason
        == .unknownWord("dat", nearest: "date", known: PolicyWords.inputKinds))
  }
}
