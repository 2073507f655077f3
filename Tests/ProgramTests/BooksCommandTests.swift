import Foundation
import Testing

/// What closes the books, as the built program does it: records joined and parted, decided years under other rules, lists
/// that prove counts, what was entered in error, the yearly form. Figures by hand.
struct BooksCommandTests {
  /// Two records of one enterprise; each with a first filing (article 5: once for an enterprise) of 2 000 in fees.
  private static let twins = #"""
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
      {"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881"},
      {"id": "E2", "name": "英德市旧名瓷厂", "kind": "enterprise", "district": "441881"}],
     "filings": [
      {"id": "F1", "item": "first-filing", "applicant": "E1", "received": "2019-06-10", "status": "paid", "decided": "2000.00",
       "inputs": {"applicationNumber": "201910000001", "filedOn": "2019-05-10", "agencyFee": "2000.00", "priorFilings": 0}},
      {"id": "F2", "item": "first-filing", "applicant": "E2", "received": "2019-06-11",
       "inputs": {"applicationNumber": "201910000002", "filedOn": "2019-05-10", "agencyFee": "2000.00", "priorFilings": 0}}]}
    """#

  @Test func recordsAreJoinedAndPartedWithWhatMovesListedFirst() throws {
    let store = try CaseworkStore()
    try store.succeed(nil, "import", "-", input: Self.twins)
    let listed = try store.succeed("周主管", "merge", "E1", "E2")
    #expect(listed.contains("F2  灭零代理费  英德市旧名瓷厂  2,000.00 -> 0.00（-2,000.00）"), "\(listed)")
    #expect(listed.contains("金额变动 1 件，差额 -2,000.00 元。") && !listed.contains("已并户"), "\(listed)")
    #expect(try store.succeed(nil, "show", "F2").contains("资助额 2,000.00 元"))
    try store.refuse("周主管", "merge", "E1", "E2", "--confirm", status: 65, ["请写明理由"])
    try store.refuse("李经办", "merge", "E1", "E2", "--confirm", "--note", "执照", status: 77, ["须由主管"])
    let done = try store.succeed("周主管", "merge", "E1", "E2", "--confirm", "--note", "营业执照")
    #expect(done.contains("已并户。"))
    #expect(try store.succeed(nil, "show", "F2").contains("资助额 0.00 元"))
    let shown = try store.succeed(nil, "show", "E2")
    #expect(shown.contains("与 E1 英德市第一陶瓷厂 合并计算") && shown.contains("营业执照"), "\(shown)")
    // What is handed on says the same.
    let there = try CaseworkStore()
    try there.succeed(nil, "import", "-", input: try store.succeed(nil, "export"))
    #expect(try there.succeed(nil, "show", "F2").contains("资助额 0.00 元"))
    // 赵主管 has read both records in, and does not part them.
    try store.refuse(
      nil, "merge", "E1", "E2", "--withdraw", "--confirm", "--note", "误认", status: 77, ["可由周主管办理"])
    try store.succeed("周主管", "merge", "E1", "E2", "--withdraw", "--confirm", "--note", "误认")
    #expect(try store.succeed(nil, "show", "F2").contains("资助额 2,000.00 元"))
  }

  @Test func aDecidedYearIsComparedWithAnotherPolicyBesideWhatWasPaid() throws {
    let store = try CaseworkStore()
    try store.succeed(nil, "import", "-", input: Self.twins)
    let policy = try String(contentsOfFile: Program.data + "/policies/qingyuan-2018-27.json", encoding: .utf8)
    // Article 5 at most 1 500 for an invention instead of 5 000.
    let other = try store.file("other.json", policy.replacingOccurrences(of: "\"5000元\"", with: "\"1500元\""))
    let decided = try store.succeed(nil, "policy", "compare", other, "--year", "2019", "--decided")
    #expect(decided.contains("已审定的 1 件按未审定重算（按现行政策重算与核定额相差 0.00 元）"), "\(decided)")
    #expect(
      decided.contains("2 件结果不同") && decided.contains("增加 0.00 元，减少 1,000.00 元，合计 -1,000.00 元"), "\(decided)")
    let undecided = try store.succeed(nil, "policy", "compare", other, "--year", "2019")
    #expect(undecided.contains("1 件结果不同") && undecided.contains("合计 -500.00 元"), "\(undecided)")
    let json = try store.succeed(nil, "policy", "compare", other, "--decided", "--format", "json")
    #expect(
      json.contains(#""recomputed": "2000.00""#) && json.contains(#""difference": "-500.00""#), "\(json)")
  }

  @Test func aListProvesTheCountsAndASecondReadingAddsNothing() throws {
    let store = try CaseworkStore()
    let growth = #"""
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
        {"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881"}],
       "filings": [{"id": "F1", "item": "filing-growth", "applicant": "E1", "received": "2019-03-10",
        "inputs": {"year": 2018, "filingsThisYear": 3, "filingsLastYear": 1, "inventionsThisYear": 1}}]}
      """#
    try store.succeed(nil, "import", "-", input: growth)
    #expect(try store.succeed(nil, "show", "F1").contains("申请量为填报数，没有申请清单可核对。"))
    let list = try store.file(
      "list.csv",
      """
      2018年专利申请清单
      申请号,申请日,申请人,专利代理机构
      201810000001,2018-03-01,英德市第一陶瓷厂,某代理
      201820000001,2018-04-01,英德市第一陶瓷厂,某代理
      201720000001,2017-04-01,英德市第一陶瓷厂,
      """)
    let read = try store.succeed("李经办", "register", "import", list, "--kind", "application")
    #expect(read.contains("已登记 3 条；已有 0 条。"), "\(read)")
    let shown = try store.succeed(nil, "show", "F1")
    #expect(shown.contains("申请清单：2018 年 2 件（发明 1 件），上年 1 件（发明 0 件）。"), "\(shown)")
    #expect(shown.contains("当年申请量填报 3 件，申请清单为 2 件，请核对。"), "\(shown)")
    let again = try store.succeed("李经办", "register", "import", list, "--kind", "专利申请清单")
    #expect(again.contains("已登记 0 条；已有 3 条。"), "\(again)")
    let bad = try store.file("bad.csv", "申请号,申请日,申请人\n201810000009,2018-13-01,某厂\n")
    try store.refuse(
      "李经办", "register", "import", bad, "--kind", "application", status: 65, ["第 2 行 申请日", "没有读入任何内容"])
  }

  @Test func whatWasEnteredInErrorIsVoidAndPrintsNoReceipt() throws {
    let store = try CaseworkStore()
    try store.takeIn(2)
    try store.refuse(
      "李经办", "step", "withdraw", "F1", "--reason", "entered-in-error", "--note", "录重", status: 77, ["须由复核"])
    try store.refuse("钱复核", "step", "withdraw", "F1", "--reason", "entered-in-error", status: 65, ["请写明理由"])
    try store.succeed("钱复核", "step", "withdraw", "F1", "--reason", "entered-in-error", "--note", "录重")
    try store.succeed("李经办", "step", "withdraw", "F2", "--note", "申请人撤回")
    let shown = try store.succeed(nil, "show", "F1")
    #expect(shown.contains("阶段 撤回（误录作废）") && shown.contains("误录作废"), "\(shown)")
    try store.refuse(nil, "print", "receipt", "F1", status: 65, ["系误录，已作废"])
    #expect(try store.succeed(nil, "print", "receipt", "F2").contains("收件回执"))
  }

  /// Audit, C: a script sets the first PIN of a name by the command that it is told to run.
  @Test func aFirstPINIsSetByTheCommandForIt() throws {
    let store = try CaseworkStore()
    try store.succeed(nil, "operator", "add", "郑经办", "--role", "clerk")
    let words = [
      Program.path, "operator", "pin", "--as", "郑经办", "--new-pin-fd", "0", "--store", store.path,
    ]
    let environment = ["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data, "HOME": NSTemporaryDirectory()]
    let first = try Launch.run(words, input: "pin-郑经办\n", environment: environment)
    #expect(first.status == 0 && first.output.contains("已设定 郑经办 的 PIN"), "\(first.errors)")
    // Once it is set nobody sets another without it.
    #expect(try Launch.run(words, input: "another\n", environment: environment).status == 77)
    try store.takeIn(1)
    try store.succeed("郑经办", "papers", "F1", "--ok", "identity")
    // Whoever the login knows sets one, too.
    try store.succeed(nil, "operator", "pin", "--new-pin-fd", "0", input: "pin-赵主管\n")
  }

  @Test func aPatentsCardOpensByItsNumberAndTheYearlyFormHasItsSources() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    try store.succeed(
      "李经办", "register", "add", "patent", "专利申请号=201820000001", "授权公告日=2019-05-10", "专利权人=英德市第一陶瓷厂",
      "法律状态=有效",
      "查询日期=2019-06-01")
    try store.succeed(
      "李经办", "register", "add", "质押贷款", "放款日期=2019-06-01", "企业=英德市第一陶瓷厂", "出质专利=201820000001、201820000002",
      "银行=农商行", "贷款金额=500000")
    let card = try store.succeed(nil, "show", "ZL201820000001")
    for words in ["法律状态 有效", "专利权人 英德市第一陶瓷厂", "质押贷款", "F1  实用新型授权", "1,000.00 元"] {
      #expect(card.contains(words), "\(words): \(card)")
    }
    // 88 of 950 000 people: 0.9263… on 10 000.
    try store.succeed(
      "李经办", "register", "add", "county-figures", "年度=2019", "专利申请=900", "发明申请=200", "专利授权=600", "发明授权=40",
      "有效发明专利=88", "常住人口=950000", "来源=省局统计年报")
    for (number, matter) in ["侵权纠纷", "奖酬纠纷"].enumerated() {
      try store.succeed(
        "李经办", "register", "add", "enforcement", "立案日期=2019-03-0\(number + 1)", "案号=英知法\(number)",
        "当事人=甲厂、乙厂",
        "类型=侵权纠纷", "案由=\(matter)", "结案日期=2019-08-01", "结案方式=调解", "罚没款=\(number)000")
    }
    // Over all kinds, too, each field has a column of its own.
    let all = try store.succeed(nil, "register", "list", "--format", "csv")
    let head = try #require(all.split(separator: "\n").first)
    for heading in ["放款日期", "贷款金额（元）", "法律状态", "立案日期", "罚没款（元）"] {
      #expect(head.contains("\"\(heading)\""), "\(heading): \(head)")
    }
    #expect(all.contains("\"500000.00\"") && all.contains("\"调解\""), "\(all)")
    let yearly = try store.succeed(nil, "report", "yearly", "--year", "2019", "--format", "csv")
    for words in [
      #""每万人口有效发明专利（件）","英德市","0.93""#, "省局统计年报", #""实用新型授权","第18条","1","1000.00""#,
      #""行政执法","案由：奖酬纠纷","第16条","1""#, #""行政执法","结案方式：调解","第16条","2""#,
      #""行政执法","本年结案","第16条","2""#, #""行政执法","罚没款","第16条""#, #""1000.00""#,
      #""质押贷款","贷款金额","第13条""#, #""500000.00""#,
    ] {
      #expect(yearly.contains(words), "\(words): \(yearly)")
    }
    try store.succeed(
      "李经办", "register", "add", "archive", "归档日期=2019-06-20", "收件编号=F1", "档号=2019-ZZ-001", "存放位置=三楼档案室")
    let archive = try store.succeed(nil, "report", "archive", "--year", "2019", "--format", "csv")
    #expect(archive.contains(#""2019-ZZ-001","三楼档案室","F1""#), "\(archive)")
    let label = try store.succeed(nil, "print", "label", "F1")
    #expect(label.contains("档号 2019-ZZ-001    存放 三楼档案室") && label.contains("英德市第1陶瓷厂"), "\(label)")
  }
}
