import Foundation
import Testing

/// A branch joins, leaves or is put right by `amend`, as the built program does it.
struct FamilyCommandTests {
  private static let heads = #"""
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
      {"id": "H1", "name": "清远市北江专利代理事务所", "kind": "agency", "district": "441802"},
      {"id": "H2", "name": "清远市飞来峡知识产权代理有限公司", "kind": "agency", "district": "441881"},
      {"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881"}],
     "filings": [
    """#

  private static func grant(
    _ id: String, _ applicant: String, _ received: String, _ number: String, _ rest: String
  ) -> String {
    #"{"id": "\#(id)", "item": "agency-grant", "applicant": "\#(applicant)", "received": "\#(received)", \#(rest)"#
      + #""inputs": {"applicationNumber": "\#(number)", "grantedOn": "2019-02-01", "localAddress": true, "compliant": true}}"#
  }

  /// Article 2: 50 000 a year for an agency with its branches. H2 is H1's branch from 1 May on, so that what it filed in
  /// April counts under a cap of its own; a decided filing of 2 May, entered before, counts under both. E1 moved to
  /// Guangzhou after filing: 1 000 for a utility model (article 18) stays. All of it the same where it is read in.
  @Test
  func `an export decides elsewhere as here, whoever moved or joined since`() throws {
    let store = try CaseworkStore()
    let filings = [
      Self.grant("D1", "H1", "2019-03-01", "201710000001.X", #""status": "paid", "decided": "40000.00", "#),
      Self.grant("D2", "H2", "2019-03-02", "201710000002.4", #""status": "paid", "decided": "30000.00", "#),
      Self.grant("D3", "H2", "2019-05-02", "201710000005.8", #""status": "paid", "decided": "1000.00", "#),
      Self.grant("O1", "H2", "2019-04-30", "201710000003.9", ""),
      Self.grant("O2", "H2", "2019-05-01", "201710000004.3", ""), CaseworkStore.grant("U1", of: "E1", 1),
    ]
    let old = Self.heads + filings.joined(separator: ",") + "]}"
    try store.succeed(nil, "import", "-", input: old)
    let told = try store.succeed(
      "李经办", "amend", "H2", "--from", "2019-05-01", "--today", "2019-06-10", input: #"{"parent": "H1"}"#)
    #expect(told.contains("已核定、在新旧总部名下都占用额度的：D3。"), "\(told)")
    try store.succeed("李经办", "amend", "E1", "--today", "2019-06-11", input: #"{"district": "440100"}"#)
    let file = try store.succeed(nil, "export")
    #expect(file.matches(of: /"asReceived"/).count == 4, "\(file)")
    let there = try CaseworkStore()
    let said = try there.succeed(nil, "import", "-", input: file)
    #expect(said.contains("4 件按文件写明的收件时类型、区县和总部核算，与申请人现在的登记不同：D2、D3、O1、U1。"), "\(said)")
    for one in [store, there] {
      let caps = try one.succeed(nil, "report", "caps", "--year", "2019", "--format", "csv")
      // 40 000 + 1 000 + 500, and 30 000 + 1 000 + 500.
      #expect(caps.contains("41500.00") && caps.contains("31500.00"), "\(caps)")
      for (id, award) in [("O1", "500.00"), ("O2", "500.00"), ("U1", "1,000.00")] {
        #expect(try one.succeed(nil, "show", id).contains("资助额 \(award) 元"), "\(id)")
      }
    }
    #expect(try there.succeed(nil, "export") == file)
    // What reads the file without a store decides alike, whole or as claims for the engines.
    let here = try store.file("there.json", file)
    let assessed = try store.succeed(nil, "assess", here, "--no-trace")
    #expect(
      assessed.contains(#""used": "41500.00""#) && assessed.contains(#""used": "31500.00""#), "\(assessed)")
  }

  @Test
  func `facts at receipt that name nobody refuse the file, and a single new filing has none`() throws {
    let store = try CaseworkStore()
    func file(_ facts: String) throws -> String {
      let filing = CaseworkStore.grant("U1", of: "E1", 1, #", "asReceived": \#(facts)"#)
      return try store.file("facts.json", Self.heads + filing + "]}")
    }
    for (facts, words) in [
      (#"{"kind": "enterprise", "district": "441881", "family": "E9"}"#, "E9"),
      (#"{"kind": "factory", "district": "441881", "family": "E1"}"#, "没有申请人类型“factory”"),
      (#"{"kind": "enterprise", "family": "E1"}"#, "district"),
      (#"{"kind": "enterprise", "district": "441881", "family": "E1", "further": ["E8"]}"#, "E8"),
      (#"{"kind": "enterprise", "district": "441881", "family": "E1", "further": ["E1"]}"#, "E1"),
      (#"{"kind": "enterprise", "district": "441881", "head": "E1"}"#, "head"),
    ] {
      try store.refuse(nil, "import", try file(facts), status: 65, [words, "没有读入任何内容"])
    }
    let sound = #"{"kind": "enterprise", "district": "441881", "family": "E1"}"#
    try store.succeed(nil, "import", try file(sound))
    let more = CaseworkStore.grant("U2", of: "E1", 2, #", "asReceived": \#(sound)"#)
    try store.refuse("李经办", "file", "-", input: more, status: 65, ["不能带核定金额、后续状态或收件时的登记"])
  }

  /// Article 2: 50 000 a year for an agency with its branches, by year of grant; an invention is 500. 40 000 and 30 000
  /// are decided: as one family 20 000 too much.
  @Test
  func `amend takes another head as a correction, or as a change where a day is named`() throws {
    let store = try CaseworkStore()
    let old =
      Self.heads
      + Self.grant("D1", "H1", "2019-03-01", "201710000001.X", #""status": "paid", "decided": "40000.00", "#)
      + ","
      + Self.grant("D2", "H2", "2019-03-02", "201710000002.4", #""status": "paid", "decided": "30000.00", "#)
      + ","
      + Self.grant("O1", "H2", "2019-04-30", "201710000003.9", "") + ","
      + Self.grant("O2", "H2", "2019-05-01", "201710000004.3", "") + "]}"
    try store.succeed(nil, "import", "-", input: old)
    let head = #"{"parent": "H1"}"#
    try store.refuse(
      "李经办", "amend", "H2", "--from", "2019-13-01", status: 65, ["--from 应写 YYYY-MM-DD，或 always"])
    let joined = try store.succeed(
      "李经办", "amend", "H2", "--from", "2019-05-01", "--today", "2019-06-10", input: head)
    #expect(joined.contains("总部的改动自 2019-05-01 起计") && joined.contains("未审定的申报已按各自收件日的总部核算：O2"))
    #expect(!joined.contains("超出上限"))
    let shown = try store.succeed(nil, "history", "H2")
    #expect(shown.contains("总部：空 → H1"), "\(shown)")
    let corrected = try store.succeed(
      "李经办", "amend", "H2", "--from", "always", "--today", "2019-06-10", input: "{}")
    #expect(corrected.contains("按更正计：一直如此"))
    #expect(
      corrected.contains("超出上限：H1 2019 年“代理机构年度限额”已用 70,000.00 元，上限 50,000.00 元，超出 20,000.00 元。"),
      "\(corrected)"
    )
    let caps = try store.succeed(nil, "report", "caps", "--year", "2019", "--format", "csv")
    #expect(caps.contains("20000.00"), "\(caps)")
    let exceptions = try store.succeed(nil, "report", "exceptions", "--year", "2019", "--format", "csv")
    #expect(exceptions.contains("超出上限") && exceptions.contains("超出 20,000.00 元"), "\(exceptions)")
    for (id, award) in [("D1", "40,000.00"), ("D2", "30,000.00"), ("O1", "0.00"), ("O2", "0.00")] {
      #expect(try store.succeed(nil, "show", id).contains("资助额 \(award) 元"), "\(id)")
    }
    #expect(try store.succeed(nil, "verify").contains("完好"))
  }
}
