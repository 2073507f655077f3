import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Papers

@Suite("审批表: clause, claimed, decided in figures and in words, the working, three signatures")
struct ApprovalSheetTests {
  /// What stands between two lines of a paper, without spaces in front.
  private func part(_ text: String, from start: String, to end: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    let found = lines.drop { $0 != start }.dropFirst().prefix { $0 != end }
    return found.map(String.init)
  }

  @Test(
    "Every day of a sheet is written as people write it", arguments: ["F1", "F2", "F3", "F4", "F8", "F9"])
  func days(_ filing: String) throws {
    let text = try PrintOffice.text(.approval, filing)
    #expect(text.contains("收件日期：2019年") || text.contains("收件日期：2018年"))
    #expect(!text.contains(/[0-9]{4}-[0-9]{2}-[0-9]{2}/), "\(text)")
  }

  // 第2条: 200 for a utility model; of 50 000.00 the filing decided before it has taken 49 900.00.
  @Test("Under a cap that leaves less, the whole sheet")
  func reduced() throws {
    #expect(
      try PrintOffice.text(.approval, "F2") == """
                                        清远市知识产权局
                                         专利资助审批表
                                                                            收件编号：F2

        申请人：清远市北江专利代理事务所英德分所
        类型：代理分支机构          所在地：英德市
        统一社会信用代码：
        联系人：梁会计
        项目：代理授权
        依据：《清远市推进专利工作实施办法》（清府办〔2018〕27号）第2条
        收件日期：2019年4月2日          办理阶段：初审

        申报内容
          专利申请号：201821123291.3
          授权公告日：2019年2月12日
          申请人地址在本市：是
          符合局令第75号：是

        核算过程
          1. 第2条 专利申请号 201821123291.3
          2. 第2条 授权公告日2019年2月12日
          3. 第2条 申请人地址在本市 是
          4. 第2条 符合局令第75号 是
          5. 第2条 申请人类型 代理分支机构，属于 专利代理机构、代理分支机构：符合
          6. 第2条 所在地 英德市，属于本市：符合
          7. 有效期条款 授权公告日2019年2月12日，不早于2018年1月1日：符合
          8. 有效期条款 授权公告日2019年2月12日，不晚于2020年12月31日：符合
          9. 第2条 授权公告日2019年2月12日，不晚于 收件日2019年4月2日：符合
          10. 第2条 申请年份 2018 年，不晚于 授权公告日年份 2019 年：符合
          11. 第2条 专利类型 实用新型
          12. 第2条 申请人地址在本市 是：符合
          13. 第2条 符合局令第75号 是：符合
          14. 第2条 未重复申报：符合
          15. 第2条 代理机构年度限额 2019年 50,000.00，已用 49,900.00（1 件），余 100.00
          16. 第2条 标准 200.00、余额 100.00 取最小 = 100.00
          17. 第2条 资助额 100.00 元

        应资助额（共用限额之前）：¥200.00
        拟资助额：¥100.00
        人民币（大写）：壹佰元整
        理由：第2条 2019 年代理机构年度限额只剩 100.00 元，本件应得 200.00 元，核减为
        100.00 元。

        经办意见：


                            经办人（签名）：                        年    月    日

        复核意见：


                            复核人（签名）：                        年    月    日

        审定意见：


                  主管、分管领导（签名）：                        年    月    日

        """)
  }

  // 第5条: the fee actually paid, 4 250.00, under the ceiling of 5 000 for an invention.
  @Test("Decided: what it comes to by itself, then what was decided")
  func decided() throws {
    let text = try PrintOffice.text(.approval, "F4")
    let working = part(text, from: "核算过程", to: "")
    #expect(working.contains { $0.hasSuffix(". 第5条 实付代理费 4,250.00、封顶 5,000.00 取最小 = 4,250.00") })
    #expect(
      working.suffix(2) == [
        "\(working.count - 1). 第5条 核定额 4,250.00 - 追回额 0.00 = 4,250.00",
        "\(working.count). 第5条 资助额 4,250.00 元",
      ])
    #expect(text.contains("\n应资助额（共用限额之前）：¥4,250.00\n核定额：¥4,250.00\n人民币（大写）：肆仟贰佰伍拾元整\n\n"))
  }

  // A record of 49 900.00 for one utility model, which by itself comes to 200.00.
  @Test("A decided amount stands beside what the filing comes to, also where the two differ")
  func takenOver() throws {
    let text = try PrintOffice.text(.approval, "F1")
    #expect(text.contains("\n应资助额（共用限额之前）：¥200.00\n核定额：¥49,900.00\n人民币（大写）：肆万玖仟玖佰元整\n"))
  }

  // 第18条: 300 for a design.
  @Test(
    "Approved out of turn: whom it overtook stands on the sheet, and what was decided stays after payment")
  func overtaking() throws {
    let text = try PrintOffice.text(.approval, "F8")
    #expect(text.contains("办理阶段：拨付\n"))
    #expect(text.contains("\n核定额：¥300.00\n人民币（大写）：叁佰元整\n提请复核人注意：先于收件在前的 F2 审定，理由：急需。\n"))
    // Of 80 000.00 decided 30 000.00 is to come back: the sheet says what was approved.
    #expect(try PrintOffice.text(.approval, "F9").contains("\n核定额：¥80,000.00\n人民币（大写）：捌万元整\n"))
  }

  // 第2条 again: approved on 2019-08-05 with 100.00 of 200.00, and everything moved afterwards.
  @Test("What was kept with the approval stands on the sheet, the same for ever")
  func kept() throws {
    var state = try PrintOffice.state()
    let kept = try #require(state.kept(of: "F2"))
    let branch = try #require(state.applicant("G2"))
    func save(_ changes: [Change], _ at: String) {
      state.fold(Transaction(by: "钱芳", at: at, policy: "", changes: changes))
    }
    let approval = StepTaken(
      .approve, day: try PrintOffice.day("2019-08-05"), paper: "局务会纪要〔2019〕3号",
      detail: .approval(
        Approval(
          amount: Money(yuan: 100),
          doubts: [
            .otherDay(
              input: "grantedOn", try PrintOffice.day("2019-02-12"), known: try PrintOffice.day("2019-02-19"),
              by: "441802-R00001")
          ], kept: kept)))
    save([.stepped(filing: "F2", approval)], "2019-08-05T01:00:00Z")
    let approved = ApprovedDecision(kept: kept, policy: state.policy, applicant: branch, isRemade: false)
    let text = try sheet(state, approved)
    let working = part(text, from: "核算过程", to: "")
    #expect(working.contains("14. 第2条 未重复申报：符合"))
    #expect(working.contains("15. 第2条 代理机构年度限额 2019年 50,000.00，已用 49,900.00（1 件），余 100.00"))
    #expect(working.last == "17. 第2条 资助额 100.00 元")
    #expect(text.contains("办理阶段：审定\n") && text.contains("核减为\n100.00 元。"))
    #expect(text.contains("提请复核人注意：审定依据：局务会纪要〔2019〕3号。\n"))
    #expect(text.contains("审定时的口径：") && text.contains("以上为审定时保存的核算过程"))
    let told = text.filter { $0 != "\n" && $0 != " " }
    #expect(told.contains("审定时提示：授权公告日2019年2月12日与441802-R00001所写的2019年2月19日不同，请核对证书。"))
    // The branch moves and takes another name, the room comes back, the award is paid.
    var moved = branch
    (moved.name, moved.district) = ("清远市北江专利代理事务所清城分所", "441802")
    save(
      [
        .applicantChanged(moved),
        .stepped(
          filing: "F1",
          StepTaken(
            .reclaim, day: try PrintOffice.day("2019-08-06"), grounds: ["audit"],
            detail: .recovery(Recovery(amount: Money(yuan: 49_900))))),
        .stepped(filing: "F2", StepTaken(.publish, day: try PrintOffice.day("2019-08-06"))),
      ], "2019-08-06T01:00:00Z")
    #expect(try sheet(state, approved) == text)
    // Where none was kept it says so.
    var remade = approved
    remade.isRemade = true
    #expect(try sheet(state, remade).contains("审定时没有保存核算过程"))
  }

  private func sheet(_ state: OfficeState, _ approved: ApprovedDecision) throws -> String {
    try state.printout(
      .approval, of: ["F2"], year: 2019, today: PrintOffice.day("2020-03-27"), approved: ["F2": approved]
    ).text(try PrintOffice.templates())
  }

  // 第18条 before the signing of 2018-07-04: somebody answers for applying the policy.
  @Test("What was applied by analogy is confirmed by name")
  func retroactive() throws {
    var state = try PrintOffice.state()
    let facts = FactsAtReceipt(kind: .enterprise, district: "441881", family: "E1")
    let filing = Filing(
      id: "F20", item: "utility-grant", applicant: "E1", received: try PrintOffice.day("2018-08-01"),
      inputs: [.init("applicationNumber", .text("201720039603.1")), .init("grantedOn", .text("2018-05-02"))])
    state.fold(
      Transaction(
        by: "李静", at: "2018-08-01T01:00:00Z", policy: "", changes: [.filingReceived(filing, facts)]))
    let kept = try #require(state.kept(of: "F20"))
    #expect(kept.decision.warnings == [.retroactive])
    let approval = StepTaken(
      .approve, day: try PrintOffice.day("2018-08-02"),
      detail: .approval(Approval(amount: Money(yuan: 1_000), kept: kept)))
    state.fold(
      Transaction(
        by: "钱芳", at: "2018-08-02T01:00:00Z", policy: "", changes: [.stepped(filing: "F20", approval)]))
    let approved = ApprovedDecision(
      kept: kept, policy: state.policy, applicant: state.applicant("E1"), isRemade: false)
    let text = try state.printout(
      .approval, of: ["F20"], year: 2018, today: PrintOffice.day("2020-03-27"), approved: ["F20": approved]
    ).text(try PrintOffice.templates()).filter { $0 != "\n" && $0 != " " }
    #expect(text.contains("事项发生在办法签发（2018年7月4日）之前，参照执行；由复核人钱芳于2018年8月2日审定时确认。"))
  }

  @Test("A person's identity number is masked")
  func masked() throws {
    let text = try PrintOffice.text(.approval, "F3")
    #expect(text.contains("\n公民身份号码：4418**********0013\n"))
    #expect(!text.contains("441802199003070013"))
  }

  @Test("Nothing to approve yet, or any more")
  func refused() throws {
    #expect(try PrintOffice.refusal(.approval, "F5") == .incomplete("F5"))
    #expect(try PrintOffice.refusal(.approval, "F6") == .closed("F6", .rejected))
  }
}
