import CaseModel
import Casework
import Testing

@testable import Papers

@Suite("Lists, word for word")
struct ListTests {
  private func csv(_ paper: PrintedPaper, _ ids: String...) throws -> [String] {
    let bytes = try #require(try PrintOffice.printout(paper, ids).csv)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map { $0.filter { $0 != "\"" } }
  }

  @Test("汇总表: counties in the order of the policy, with their sums")
  func batch() throws {
    // 英德市: 100.00 of 200.00, and 4 250.00; 清城区: 1 000.00.
    #expect(
      try PrintOffice.text(.batch, "F2", "F4", "F3") == """
                                        清远市知识产权局
                                         专利资助汇总表
                                                                 2020年3月27日　单位：元

        序号  县（市、区）  收件编号  申请人                            项目          条款    应资助额    资助额  结论
           1  清城区        F3        曾令禾                            实用新型授权  第18条  1,000.00  1,000.00  已核定
              清城区小计    1 件                                                              1,000.00  1,000.00
           2  英德市        F2        清远市北江专利代理事务所英德分所  代理授权      第2条     200.00    100.00  核减
           3  英德市        F4        英德市红茶机械有限公司            灭零代理费    第5条   4,250.00  4,250.00  已核定
              英德市小计    2 件                                                              4,450.00  4,350.00
              总计          3 件                                                              5,450.00  5,350.00

        共3件，资助额总计人民币伍仟叁佰伍拾元整（¥5,350.00）。
        依据：《清远市推进专利工作实施办法》（清府办〔2018〕27号）

        制表人：                      复核人：                      负责人：

        """)
    #expect(
      try csv(.batch, "F3") == [
        "序号,县（市、区）,收件编号,申请人,项目,条款,应资助额,资助额,结论", "1,清城区,F3,曾令禾,实用新型授权,第18条,1000.00,1000.00,已核定",
        ",清城区小计,1 件,,,,1000.00,1000.00,", ",总计,1 件,,,,1000.00,1000.00,",
      ])
  }

  @Test("公示名单: units and persons apart, identity numbers masked, no accounts")
  func publicList() throws {
    let text = try PrintOffice.text(.public, "F3", "F4")
    #expect(
      text == """
                                        清远市知识产权局
                                        专利资助公示名单

        　　依据《清远市推进专利工作实施办法》（清府办〔2018〕27号），经审核，拟对下列申
        报给予资助，现予公示。公示期自      年    月    日至      年    月    日。对公示
        内容有异议的，请在公示期内以书面形式向本局反映，并署真实姓名或者加盖单位印章，附
        联系方式。

        一、单位（1件，4,250.00元）
        序号  申请人                  统一社会信用代码    所在地  项目        条款   专利（申请）号  资助额（元）
           1  英德市红茶机械有限公司  91441881MA4QYTE1X7  英德市  灭零代理费  第5条  201910526055.9      4,250.00
              小计                    1 件                                                               4,250.00

        二、个人（1件，1,000.00元）
        序号  申请人  公民身份号码        所在地  项目          条款    专利（申请）号  资助额（元）
           1  曾令禾  4418**********0013  清城区  实用新型授权  第18条  201920000018.X      1,000.00
              小计    1 件                                                                  1,000.00

        合计2件，5,250.00元。

        联系人：                      联系电话：

                                                                        清远市知识产权局
                                                                           2020年3月27日

        """)
    let html = try PrintOffice.printout(.public, ["F3", "F4"]).html(try PrintOffice.templates())
    let table = try csv(.public, "F3", "F4").joined()
    for paper in [text, html, table] {
      for secret in ["441802199003070013", "6228485636049280981", "44764349773188437"] {
        #expect(!paper.contains(secret))
      }
    }
  }

  @Test("拨付表: account name, bank, account, amount, and the total in words")
  func payment() throws {
    #expect(
      try PrintOffice.text(.payment, "F4", "F1") == """
                                        清远市知识产权局
                                         专利资助拨付表
                                                                 2020年3月27日　单位：元

        序号  收件编号  户名                      开户银行              账号               金额（元）  用途
           1  F4        英德市红茶机械有限公司    中国建设银行英德支行  44764349773188437    4,250.00  灭零代理费
           2  F1        清远市北江专利代理事务所  中国农业银行清城支行  44398133881288804   49,900.00  代理授权
              合计      2 笔                                                                54,150.00

        共2笔，合计人民币（大写）：伍万肆仟壹佰伍拾元整（¥54,150.00）
        依据：《清远市推进专利工作实施办法》（清府办〔2018〕27号）

        制表人：                      复核人：                      负责人：

        """)
    #expect(
      try csv(.payment, "F4", "F4").dropFirst() == [
        "1,F4,英德市红茶机械有限公司,中国建设银行英德支行,\t44764349773188437,4250.00,灭零代理费", ",合计,1 笔,,,4250.00,",
      ])
  }

  @Test("拨付表: what is doubtful about an account stands beside the list, and what is no account on no list")
  func doubtfulAccounts() throws {
    var state = try PrintOffice.state()
    let today = try PrintOffice.day("2020-03-27")
    #expect(try state.printout(.payment, of: ["F4"], year: 2019, today: today).remarks == [])
    let payee = try #require(state.file("F4").flatMap { state.applicant($0.filing.applicant) })
    func change(_ account: String) {
      var changed = payee
      changed.account = account
      state.fold(
        Transaction(
          by: "李静", at: "2019-09-02T01:00:00Z", policy: "", changes: [.applicantChanged(changed)]))
    }
    change("44398133881288804")
    let shared = try state.printout(.payment, of: ["F4"], year: 2019, today: today)
    #expect(shared.remarks.count == 1 && shared.remarks[0].contains("登记在 G1（清远市北江专利代理事务所）名下"))
    #expect(!(try shared.text(try PrintOffice.templates())).contains("请核对"))
    change("6228480012345670000")
    let cut = try state.printout(.payment, of: ["F4"], year: 2019, today: today)
    #expect(cut.remarks.count == 1 && cut.remarks[0].contains("像是被表格软件截断"))
    for account in ["无", "6.22848E18", "12345"] {
      change(account)
      #expect(throws: PrintRefusal.accountMissing("F4")) {
        try state.printout(.payment, of: ["F4"], year: 2019, today: today)
      }
    }
  }

  @Test("拨付表: a payment as it was made; after the bank sent it back, the account as it stands now")
  func payments() throws {
    #expect(
      try csv(.payment, "F8").dropFirst().first == "1,F8,英德市红茶机械有限公司,英德农商银行,\t44760001,300.00,外观设计授权")
    var state = try PrintOffice.state()
    let bounced = StepTaken(
      .bounce, day: try PrintOffice.day("2019-08-22"), grounds: ["account-number"],
      detail: .bounced(Money(yuan: 300), due: try PrintOffice.day("2019-09-05")))
    state.fold(
      Transaction(
        by: "钱芳", at: "2019-08-22T01:00:00Z", policy: "", changes: [.stepped(filing: "F8", bounced)]))
    let printout = try state.printout(.payment, of: ["F8"], year: 2019, today: PrintOffice.day("2019-08-23"))
    let text = try printout.text(try PrintOffice.templates())
    #expect(text.contains("中国建设银行英德支行  44764349773188437      300.00  外观设计授权"))
    #expect(!text.contains("44760001"))
  }

  @Test("年度限额表: the branch's filing behind the head office's, with the room before each")
  func capSheet() throws {
    #expect(
      try PrintOffice.text(.capSheet, "G2") == """
                                        清远市知识产权局
                                     2019年度专利资助限额表
                                                                 2020年3月27日　单位：元

        限额              条款   享受者                         上限       申请  拟资助  已审定     已拨付  已追回  余额  超出
        代理机构年度限额  第2条  清远市北江专利代理事务所  50,000.00  50,100.00  100.00    0.00  49,900.00    0.00  0.00  0.00

        申请：限额之前的应资助额；拟资助：尚未审定；余额 = 上限 - 拟资助 - 已审定 - 已拨
        付 + 已追回。

        清远市北江专利代理事务所：代理机构年度限额（第2条）逐件使用情况
        次序  收件编号  申请人                            收件日期    审定     此前余额     资助额  此后余额
           1  F1        清远市北江专利代理事务所          2019-03-01  已审定  50,000.00  49,900.00    100.00
           2  F2        清远市北江专利代理事务所英德分所  2019-04-02  未审定     100.00     100.00      0.00

        制表人：                      复核人：

        """)
    #expect(try PrintOffice.text(.capSheet).contains("逐件使用情况") == false)
  }

  @Test("A list that would not be true is not printed")
  func refused() throws {
    #expect(try PrintOffice.refusal(.public, "F3", "F2") == .notApproved("F2"))
    #expect(try PrintOffice.refusal(.payment, "F3") == .notPublished("F3"))
    #expect(try PrintOffice.refusal(.capSheet, "E1") == .unknownHolder("E1", year: 2019))
    #expect(try PrintOffice.refusal(.batch) == .nothingChosen)
  }

  @Test("What a list is usually made of")
  func usual() throws {
    let state = try PrintOffice.state()
    #expect(state.usualFilings(for: .batch, year: 2019) == ["F2"])
    #expect(state.usualFilings(for: .public, year: 2019) == ["F3"])
    #expect(state.usualFilings(for: .payment, year: 2019) == ["F4"])
    #expect(state.usualFilings(for: .payment, year: 2018) == [])
    #expect(state.usualFilings(for: .payment, year: 2019, stage: .paid) == ["F1", "F8"])
  }
}
