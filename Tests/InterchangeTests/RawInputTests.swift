import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// How a stated input is taken, by its kind: interchange form only, and never a guess.
@Suite("Inputs as stated")
struct RawInputTests {
  enum Verdict: String, Sendable { case taken, missing, invalid }

  /// One item with an input of each kind.
  private static let policy = GoodPolicy.text.replacing(
    #"{"id": "certifiedOn", "label": "认证日期", "kind": "date"},"#,
    with: #"""
      {"id": "certifiedOn", "label": "认证日期", "kind": "date"},
      {"id": "money", "label": "金额", "kind": "money", "record": true},
      {"id": "flag", "label": "是否", "kind": "flag", "record": true},
      {"id": "text", "label": "文字", "kind": "text", "record": true},
      {"id": "year", "label": "年度", "kind": "year", "record": true},
      {"id": "count", "label": "件数", "kind": "count", "record": true},
      {"id": "few", "label": "次数", "kind": "count", "record": true, "range": [1, 20]},
      {"id": "patent", "label": "申请号", "kind": "application-number", "record": true},
      """#)

  @Test(
    "Every kind",
    arguments: [
      ("money", Verdict.taken, [#""175""#, #""33333.34""#, #""05.5""#, #""0""#, #""999999999999.99""#]),
      ("money", .missing, ["null", #""""#]),
      (
        "money", .invalid,
        [
          "175", "175.5", #""5.""#, #"".5""#, #""-1""#, #""1e3""#, #""1,000""#, #""175元""#, #"" 175""#,
          #""+5""#,
          #""1234567890123""#, #""1.234""#, #""１７５""#, #"" ""#, "true", "[]", "{}",
        ]
      ),
      ("certifiedOn", .taken, [#""2021-05-01""#, #""2024-02-29""#, #""0001-01-01""#, #""9999-12-31""#]),
      ("certifiedOn", .missing, ["null", #""""#]),
      (
        "certifiedOn", .invalid,
        [
          #""2021-02-29""#, #""2021-5-1""#, #""20210501""#, "20210501", #""2021/05/01""#, #""2021-05-01 ""#,
          #""0000-01-01""#, #""2021-13-01""#, #""2021-00-10""#, #""－021-05-01""#, "true", "[]",
        ]
      ),
      ("count", .taken, ["0", "5", "1000000", "-0"]), ("count", .missing, ["null", #""""#]),
      ("count", .invalid, [#""5""#, "5.0", "-1", "1000001", "1e3", "true", "[5]", #"" ""#]),
      ("few", .taken, ["1", "20"]), ("few", .invalid, ["0", "21"]),
      ("year", .taken, ["1", "2021", "9999"]),
      ("year", .invalid, ["0", "10000", #""2021""#, "2021.0", "-2021"]),
      ("flag", .taken, ["true", "false"]), ("flag", .missing, ["null", #""""#]),
      ("flag", .invalid, [#""true""#, #""是""#, "0", "1", "[]"]),
      ("text", .taken, [#""a""#, #"" a ""#, #""\u0000""#]), ("text", .missing, ["null", #""""#]),
      ("text", .invalid, [#"" ""#, #""\u3000\t""#, "5", "true", #"["a"]"#, "{}"]),
      ("level", .taken, [#""a""#, #""b""#]), ("level", .missing, ["null", #""""#]),
      ("level", .invalid, [#""A""#, #""甲""#, #""c""#, #"" a""#, "1", "true"]),
      ("patent", .taken, [#""202010000001.1""#, #""ZL 2020 1 0000001.1""#, #""202010000001""#]),
      ("patent", .invalid, [#""202010000001.2""#, "202010000001", #""202040000001""#, #""专利""#]),
    ])
  func kinds(input: String, verdict: Verdict, values: [String]) throws {
    let policy = try PolicyFile.read(Array(Self.policy.utf8)).get()
    let facts = Facts(applicant: "E1", family: "E1", kind: .enterprise, district: "GXQ")
    for value in values {
      let text =
        #"{"item": "certificate", "applicant": "E1", "received": "2021-06-01", "inputs": {"\#(input)": \#(value)}}"#
      let filing = try CaseFile.readFiling(Array(text.utf8), policy: policy)
      let decision = policy.decide(filing, of: facts, in: Ledger(), settlement: nil)
      let found: Verdict =
        decision.reasons.contains(.missing(input))
        ? .missing : decision.reasons.contains(.invalid(input)) ? .invalid : .taken
      #expect(found == verdict, "\(value)")
    }
  }
}
