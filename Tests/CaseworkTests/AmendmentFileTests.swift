import CaseModel
import Interchange
import JSONText
import SubsidyRules
import Testing

/// Changes of one filing or applicant as JSON: only what is named changes, and nothing is guessed.
struct AmendmentFileTests {
  private func filing() throws -> Filing {
    try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))
  }

  private func amended(_ text: String) throws -> Filing {
    let item = try #require(try TestOffice.policy().item("utility-grant"))
    return try AmendmentFile.amended(filing(), by: Array(text.utf8), item: item)
  }

  @Test
  func `Only what is named changes`() throws {
    let changed = try amended(
      #"{"received": "2019-06-12", "inputs": {"grantedOn": null}, "overrides": {"applicationNumber": "原件如此"}}"#
    )
    #expect(changed.received.description == "2019-06-12")
    #expect(changed.input("grantedOn") == .null)
    #expect(changed.input("applicationNumber") == (try filing().input("applicationNumber")))
    #expect(changed.override(of: "applicationNumber") == "原件如此")
    #expect(try amended("{}") == filing())
    #expect(try amended(#"{"overrides": {"applicationNumber": null}}"#).overrides.isEmpty)
  }

  @Test(arguments: [
    (#"{"status": "approved"}"#, CaseFileError.Reason.json(.unknownKey("status", nearest: nil))),
    (#"{"decided": "1000.00"}"#, .json(.unknownKey("decided", nearest: "received"))),
    (#"{"inputs": {"grantdOn": "2019-05-10"}}"#, .unknownInput("grantdOn", nearest: "grantedOn")),
    (#"{"inputs": {"grantedOn": ["2019-05-10"]}}"#, .json(.wrongType(expected: .string, found: .array))),
    (#"{"received": "2019-02-30"}"#, .badDate("received")),
    (#"{"inputs": [], "inputs": {}}"#, .json(.repeatedKey("inputs"))),
    // Of two days nobody knows which was meant.
    (
      #"{"inputs": {"grantedOn": "2019-05-10", "grantedOn": "2019-05-11"}}"#, .json(.repeatedKey("grantedOn"))
    ),
    (#"{"overrides": {"ban": "甲", "ban": null}}"#, .json(.repeatedKey("ban"))),
    ("[]", .json(.wrongType(expected: .object, found: .array))),
    (#"{"received": "2019-06-12"} 3"#, .json(.trailingText)),
  ])
  func `Anything else refuses the whole`(text: String, reason: CaseFileError.Reason) {
    let mistake = #expect(throws: CaseFileError.self) { try amended(text) }
    #expect(mistake?.reason == reason)
  }

  @Test
  func `An applicant changes by the same words, but keeps its id`() throws {
    let old = Applicant(
      id: "E1", name: "碧落", kind: .enterprise, district: "441881", bank: "农商行", account: "1236001321")
    let changed = try AmendmentFile.amended(old, by: Array(#"{"account": "1236002321", "bank": null}"#.utf8))
    #expect(changed.account == "1236002321")
    #expect(changed.bank == nil)
    #expect(changed.name == old.name)
    for text in [#"{"id": "E2"}"#, #"{"kind": "firm"}"#, #"{"district": null}"#, #"{"account": 6002}"#] {
      #expect(throws: CaseFileError.self) { try AmendmentFile.amended(old, by: Array(text.utf8)) }
    }
  }
}
