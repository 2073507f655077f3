import Foundation
import Testing

/// A branch joins, leaves or is put right by `amend`, as the built program does it.
struct FamilyCommandTests {
  /// Article 2: 50 000 a year for an agency with its branches, by year of grant; an invention is 500. 40 000 and 30 000
  /// are decided: as one family 20 000 too much.
  @Test
  func `amend takes another head as a correction, or as a change where a day is named`() throws {
    let store = try CaseworkStore()
    func grant(_ id: String, _ applicant: String, _ received: String, _ number: String, _ rest: String)
      -> String
    {
      #"{"id": "\#(id)", "item": "agency-grant", "applicant": "\#(applicant)", "received": "\#(received)", \#(rest)"#
        + #""inputs": {"applicationNumber": "\#(number)", "grantedOn": "2019-02-01", "localAddress": true, "compliant": true}}"#
    }
    let old = #"""
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
        {"id": "H1", "name": "清远市北江专利代理事务所", "kind": "agency", "district": "441802"},
        {"id": "H2", "name": "清远市飞来峡知识产权代理有限公司", "kind": "agency", "district": "441881"}],
       "filings": [
      """#
      + grant("D1", "H1", "2019-03-01", "201710000001.X", #""status": "paid", "decided": "40000.00", "#) + ","
      + grant("D2", "H2", "2019-03-02", "201710000002.4", #""status": "paid", "decided": "30000.00", "#) + ","
      + grant("O1", "H2", "2019-04-30", "201710000003.9", "") + ","
      + grant("O2", "H2", "2019-05-01", "201710000004.3", "") + "]}"
    try store.succeed(nil, "import", "-", input: old)
    let head = #"{"parent": "H1"}"#
    try store.refuse("李经办", "amend", "H2", "--from", "2019-13-01", status: 65, ["--from 应写 YYYY-MM-DD"])
    let joined = try store.succeed(
      "李经办", "amend", "H2", "--from", "2019-05-01", "--today", "2019-06-10", input: head)
    #expect(joined.contains("总部的改动自 2019-05-01 起计") && joined.contains("未审定的申报已按各自收件日的总部核算：O2"))
    #expect(!joined.contains("超出上限"))
    let shown = try store.succeed(nil, "history", "H2")
    #expect(shown.contains("总部：空 → H1"), "\(shown)")
    try store.succeed("李经办", "amend", "H2", "--today", "2019-06-10", input: #"{"parent": null}"#)
    let corrected = try store.succeed("李经办", "amend", "H2", "--today", "2019-06-10", input: head)
    #expect(corrected.contains("按更正计：一直如此"))
    #expect(
      corrected.contains("超出上限：H1 2019 年“代理机构年度限额”已用 70,000.00 元，上限 50,000.00 元，超出 20,000.00 元。"),
      "\(corrected)"
    )
    let caps = try store.succeed(nil, "report", "caps", "--year", "2019", "--format", "csv")
    #expect(caps.contains("20000.00"), "\(caps)")
    for (id, award) in [("D1", "40,000.00"), ("D2", "30,000.00"), ("O1", "0.00"), ("O2", "0.00")] {
      #expect(try store.succeed(nil, "show", id).contains("资助额 \(award) 元"), "\(id)")
    }
    #expect(try store.succeed(nil, "verify").contains("完好"))
  }
}
