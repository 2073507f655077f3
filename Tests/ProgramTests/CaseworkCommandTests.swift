import Foundation
import Testing

/// Casework by the command line: one claim from the counter to the bank and back.
struct CaseworkCommandTests {
  @Test
  func `A claim of 贯标认证 goes from receipt to partial recovery`() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    let filing = #"""
      {"id": "F9", "item": "ip-management", "applicant": "E1", "received": "2019-06-10", "inputs": {
        "certificateNumber": "41819IP00123R0S", "certifiedOn": "2019-05-24", "validPatents": 3}}
      """#
    let received = try store.succeed("李经办", "file", "--today", "2019-06-10", input: filing)
    #expect(received.hasPrefix("F9 "))
    func total(_ sum: String) throws {
      #expect(try store.succeed(nil, "report", "totals", "--year", "2019").contains(sum), "\(sum)")
    }
    try store.succeed("李经办", "papers", "F9", "--all-ok", "--missing", "certificate")
    // Ten working days from Monday 10 June 2019 end on the 24th.
    let notice = try store.succeed("李经办", "step", "correct", "F9", "--today", "2019-06-10")
    #expect(notice == "F9  已通知补正，现为补正  0.00 元  期限 2019-06-24\n")
    try store.refuse(
      "李经办", "step", "accept", "F9", "--today", "2019-06-20", status: 65,
      ["GB/T 29490 认证证书：没有提交", "缺少“当年专利申请”"])
    try store.succeed("李经办", "papers", "F9", "--ok", "certificate:1:2")
    try store.succeed(
      "李经办", "step", "accept", "F9", "--today", "2019-06-20", "--input", "filingsThisYear=7")
    try store.succeed(
      "钱复核", "step", "review", "F9", "--today", "2019-07-01", "--input", "approvedAmount=6万元", "--input",
      "basis=辅导、认证合同及发票")
    // F1 of takeIn is there too: 1 000 and 60 000.
    try total("61,000.00")
    let tried = try store.succeed(
      "孙复核", "step", "approve", "--stage", "reviewed", "--dry-run", "--today", "2019-07-01")
    // This year's applications were typed, and no list of them proves the number.
    #expect(
      tried == "F9  可以审定  60,000.00 元\n  请注意：申请量为填报数，没有申请清单可核对。\n可办 1 件，合计 60,000.00 元。\n")
    try store.succeed("孙复核", "step", "approve", "F9", "--amount", "60000", "--today", "2019-07-01")
    try store.succeed(nil, "step", "publish", "F9", "--today", "2019-07-02")
    try store.succeed(nil, "step", "pay", "F9", "--today", "2019-07-15", "--paper", "拨付 2019-12")
    try store.succeed(nil, "step", "return", "F9", "--today", "2019-07-15", "--reason", "account-number")
    try total("61,000.00")
    try store.refuse(nil, "step", "pay", "F9", "--today", "2019-07-16", status: 65, ["账号与退票时的相同"])
    try store.succeed("李经办", "amend", "E1", input: #"{"account": "1236009321"}"#)
    try store.succeed(nil, "step", "pay", "F9", "--today", "2019-07-16")
    let recovered = try store.succeed(
      nil, "step", "reclaim", "F9", "--amount", "15000", "--reason", "audit", "--today", "2019-08-01",
      "--format",
      "json")
    #expect(recovered.contains(#""standing": "reclaimed""#))
    try total("46,000.00")
    let shown = try store.succeed(nil, "show", "F9")
    for text in ["资助额 45,000.00 元", "阶段 追回", "孙复核 审定  2019-07-01  核定 60,000.00 元", "更正账号的期限 2019-07-29"] {
      #expect(shown.contains(text), "\(shown)")
    }
    // No account stands in what is shown.
    #expect(!shown.contains("6009") && !shown.contains("6001"))
    #expect(try store.succeed(nil, "verify").contains("完好"))
  }

  @Test
  func `One look at an application number shows what rests on it`() throws {
    let store = try CaseworkStore()
    try store.takeIn(2)
    let shown = try store.succeed(nil, "show", "ZL 2018 2 0000002")
    #expect(shown.contains("F2") && shown.contains("直接申报") && !shown.contains("F1"))
    #expect(shown.contains("共 1 件；直接以此申报的合计 1,000.00 元。"))
    let listed = try store.succeed(nil, "news", "abnormal-application", "2018200000024", "--paper", "通报")
    #expect(listed.contains("F2") && listed.contains("不予资助") && listed.contains("差额 -1,000.00 元"))
    #expect(try store.succeed(nil, "report", "totals", "--year", "2019").contains("2,000.00"))
    try store.succeed(nil, "news", "abnormal-application", "2018200000024", "--paper", "通报", "--confirm")
    #expect(try store.succeed(nil, "report", "totals", "--year", "2019").contains("1,000.00"))
    try store.refuse(
      nil, "news", "abnormal-application", "2018200000024", "--paper", "通报", "--confirm", status: 65, ["N1"])
  }

  /// Article 2's cap of 50 000: 49 400 taken over, F1 asks 500, F2 gets 100 of 500.
  @Test
  func `What was approved is explained by the same words for ever, and its order can be made again`() throws {
    let store = try CaseworkStore()
    func grant(_ id: String, _ number: String, _ more: String = "") -> String {
      #"""
      {"id": "\#(id)", "item": "agency-grant", "applicant": "G1", "received": "2019-06-10"\#(more),
       "inputs": {"applicationNumber": "\#(number)", "grantedOn": "2019-05-10", "localAddress": true, "compliant": true}}
      """#
    }
    let text = """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
       "applicants": [{"id": "G1", "name": "清远市北江专利代理事务所", "kind": "agency", "district": "441802"}],
       "filings": [\(grant("F0", "201710000009", #", "status": "paid", "decided": "49400.00""#)),
         \(grant("F1", "201710000001")), \(grant("F2", "201710000002"))]}
      """
    try store.succeed(nil, "import", store.file("old.json", text))
    try store.succeed("李经办", "step", "accept", "F1", "F2", "--today", "2019-06-10")
    try store.succeed("钱复核", "step", "review", "F1", "F2", "--today", "2019-06-10")
    try store.succeed(
      "孙复核", "step", "approve", "F1", "F2", "--today", "2019-06-11", "--paper", "局务会纪要〔2019〕3号")
    try store.succeed(nil, "step", "reclaim", "F0", "--reason", "audit", "--today", "2019-06-12")
    let shown = try store.succeed(nil, "show", "F2")
    for text in [
      "审定时的核算（孙复核 2019-06-11 审定）", "核减  应资助额 500.00 元  核定 100.00 元", "已用 49,900.00（2 件），余 100.00",
      "审定依据：局务会纪要〔2019〕3号。", "以上为审定时保存的核算过程",
    ] { #expect(shown.contains(text), "\(shown)") }
    let order = try store.succeed(nil, "show", "F2", "--order")
    for text in [
      "在 F2 之前使用的 2 件", "1  F0  49,400.00 元", "2  F1  500.00 元", "合计 49,900.00 元",
      "db8617835a93998e9ab618a3e9c73f37a2f2312f0559f6ea62c88a2ff4b4468b", "与审定时保存的一致",
    ] { #expect(order.contains(text), "\(order)") }
    let sheet = try store.succeed(nil, "print", "approval", "F2")
    #expect(sheet.contains("余 100.00") && sheet.contains("主管、分管领导（签名）"))
    try store.refuse(nil, "show", "F0", "--order", status: 65, ["没有在本局审定"])
    #expect(try store.succeed(nil, "verify").contains("完好"))
  }

  /// The audit's B3, from the command line.
  @Test
  func `A receipt before another's asks for a reason`() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    let early = CaseworkStore.grant("F2", of: "E1", 1).replacingOccurrences(of: "06-10", with: "06-09")
    try store.refuse(
      "李经办", "file", "--today", "2019-06-11", input: early, status: 65, ["F1 由 1,000.00 元 变为 0.00 元"])
    let reasoned = early.replacingOccurrences(
      of: #""inputs""#, with: #""overrides": {"received": "邮戳为证"}, "inputs""#)
    try store.succeed("李经办", "file", "--today", "2019-06-11", input: reasoned)
    #expect(try store.succeed(nil, "show", "F1").contains("只资助一次"))
    #expect(try store.succeed(nil, "export").contains("邮戳为证"))
  }

  /// The audit's A1 and B2 from the command line: a record without its number, then news of the number it gets.
  @Test
  func `An old record takes what it lacks, and bad news is told at the counter`() throws {
    let store = try CaseworkStore()
    let text = #"""
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
       "applicants": [{"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881"}],
       "filings": [{"id": "F0", "item": "utility-grant", "applicant": "E1", "received": "2019-03-01",
         "status": "paid", "decided": "1000.00", "inputs": {"grantedOn": "2019-02-12"}}]}
      """#
    let imported = try store.run(nil, ["import", store.file("old.json", text)])
    #expect(imported.status == 0 && imported.errors.contains("F0（缺 专利申请号）"), "\(imported.errors)")
    #expect(try store.succeed(nil, "report", "tieout").contains("F0（缺 专利申请号）"))
    let number = #"{"inputs": {"applicationNumber": "201820000002"}}"#
    try store.refuse("钱复核", "amend", "F0", input: number, status: 77, ["主管"])
    try store.succeed(nil, "amend", "F0", input: number)
    #expect(try store.succeed(nil, "report", "tieout").contains("都对得上"))
    try store.succeed(
      nil, "news", "patent-invalid", "201820000001", "--paper", "审查决定第5号", "--day", "2019-06-01", "--confirm")
    let received = try store.run(
      "李经办", ["file", "--today", "2019-06-11"], input: CaseworkStore.grant("F1", of: "E1", 1))
    #expect(received.status == 0 && received.output.hasPrefix("F1 "))
    #expect(received.errors.contains("已登记不利情形 N1：专利权被宣告无效"), "\(received.errors)")
    #expect(try store.succeed(nil, "show", "F1").contains("本件不能审定，请当面告知申请人"))
    let printed = try store.run(nil, ["print", "receipt", "F1"])
    #expect(printed.errors.contains("不利情形 N1") && !printed.output.contains("N1"))
  }
}
