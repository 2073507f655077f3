import CaseModel
import Interchange
import SubsidyRules
import Testing
import Wording

/// Caps in pieces (件): how many there may be, and what they come to where every piece has one price.
struct PieceLimitTests {
  /// The good policy with one price for a certificate, and a cap on how many a year.
  private func policy(price: String, limit: String) throws -> Result<Policy, PolicyMistakes> {
    let changes = [
      (
        #""label": "核准金额", "kind": "money", "from": "office"}"#,
        #""label": "核准金额", "kind": "money", "from": "office", "record": true}"#
      ),
      (#"{"paid": "approvedAmount", "ceiling": "50000元"}"#, #"{"fixed": "\#(price)"}"#),
      (
        #""order": "received", "remainder": "reduce""# + "\n    }\n  ],",
        #""order": "received", "remainder": "reduce""# + "\n    },\n"
          + #"{"id": "count", "article": "3", "label": "每年件数", "items": ["certificate"], "holder": ["applicant"], "#
          + #""window": "year", "limit": "\#(limit)", "order": "received", "remainder": "reduce"}"#
          + "\n  ],"
      ),
    ]
    var text = GoodPolicy.text
    for (old, new) in changes {
      try BrokenText.requireOnce(old, in: text)
      text = text.replacing(old, with: new)
    }
    return PolicyFile.read(Array(text.utf8))
  }

  @Test(arguments: [
    ("1000元", "3件", 3_000), ("1000元", "1件", 1_000), ("0.01元", "1000000件", 10_000),
    ("1元", "1000000件", 1_000_000),
    // The largest price that a policy may name has ten digits.
    ("9999999999.99元", "1件", 9_999_999_999), ("9999999999元", "1000000件", 9_999_999_999_000_000),
  ])
  func `So many pieces of one price are that much money`(price: String, limit: String, yuan: Int64) throws {
    let cap = try #require(policy(price: price, limit: limit).get().caps.first { $0.id == "count" })
    guard case .one(_, let sum)? = cap.limit["certificate"] else {
      Issue.record("no limit")
      return
    }
    #expect(sum.fen / 100 == yuan)
  }

  @Test(arguments: ["0件", "-1件", "1000001件", "1.5件", "件", "９件", "99999999999999999999件"])
  func `Pieces are a whole number from one to a million`(limit: String) throws {
    guard case .failure(let mistakes) = try policy(price: "1000元", limit: limit) else {
      Issue.record("\(limit) was read")
      return
    }
    let said = mistakes.mistakes.map { MistakeWording.sentence($0) }
    #expect(said.contains { $0.contains("caps[count].limit：应为 1 到 1000000 之间的数") }, "\(said)")
  }
}
