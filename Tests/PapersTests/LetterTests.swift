import CaseModel
import Casework
import Testing

@testable import Papers

@Suite("Letters to applicants, word for word")
struct LetterTests {
  @Test("收件回执: every paper of the list, common ones first")
  func receipt() throws {
    #expect(
      try PrintOffice.text(.receipt, "F5") == """
                                        清远市知识产权局
                                      专利资助申报收件回执
                                                                            收件编号：F5

        英德市红茶机械有限公司：
        　　你单位于2019年8月1日提交的“实用新型授权”资助申报材料收悉，已登记。依据：《清
        远市推进专利工作实施办法》（清府办〔2018〕27号）第18条。

        申报内容
          专利申请号：201920000018.1

        材料清单
          1. ☑ 申请表（盖章或签名）（1份，须有原件）  1份，原件，2页
          2. ☐ 营业执照或身份证（复印件1份）  未交
          3. ☐ 银行账户证明（复印件1份）
          4. ☐ 材料真实性声明（原件）
          5. ☐ 委托书（他人代办时）（原件，如有）
          6. ☐ 专利证书（核对原件）（1份，须有原件）

        　　本回执只证明收到上述材料，不表示受理或者同意资助。材料需要补正的，本局将一次
        性书面告知。查询办理情况请提供收件编号。

        收件人：李静                        申报人签收：

                                                                清远市知识产权局（印章）
                                                                            2019年8月1日

        """)
  }

  @Test("补正通知书: what is missing and what can't be read, at once, with the day it is due")
  func correction() throws {
    // The check digit of 201920000018 is X: 2·2+0·3+1·4+9·5+2·6+0·7+0·8+0·9+0·2+0·3+1·4+8·5 = 109, 109 mod 11 = 10.
    #expect(
      try PrintOffice.text(.correction, "F5") == """
                                        清远市知识产权局
                                           补正通知书
                                                                            收件编号：F5

        英德市红茶机械有限公司：
        　　你单位于2019年8月1日提出的“实用新型授权”资助申报收悉。依据《清远市推进专利工
        作实施办法》（清府办〔2018〕27号）第18条审核，下列内容需要补正，现一次性告知：
          1. 营业执照或身份证：没有提交。
          2. 专利申请号 201920000018.1 的校验位不符，应为 X，请更正。
          3. 缺少：授权公告日，请补齐。
        　　请于2019年8月16日前（含当日）将补正材料送交本局。补正期间，本件的收件次序不
        变；逾期未补正的，视为撤回申报。

        经办人：                      联系电话：

                                                                清远市知识产权局（印章）
                                                                            2019年8月2日

        """)
  }

  @Test("What nobody has entered yet is a draft")
  func draft() throws {
    var state = try PrintOffice.state()
    let undone = StepTaken(.undo, day: try PrintOffice.day("2019-08-03"), detail: .undone(.correct))
    state.fold(
      Transaction(by: "钱芳", at: "2019-08-03T01:00:00Z", policy: "", changes: [.stepped(filing: "F5", undone)])
    )
    let printout = try state.printout(
      .correction, of: ["F5"], year: 2019, today: PrintOffice.day("2019-08-03"))
    let text = try printout.text(try PrintOffice.templates())
    #expect(text.contains("补正通知书（草稿）"))
    // What nobody has looked at is said to whoever prints, and not to the applicant.
    #expect(text.contains("  1. 营业执照或身份证：没有提交。\n") && !text.contains("银行账户证明"))
    #expect(printout.remarks.count == 1 && printout.remarks.first?.contains("银行账户证明") == true)
    #expect(text.contains("请于      年    月    日前"))
  }

  @Test("不予资助通知书: the reason with its clause, to a person")
  func refusal() throws {
    #expect(
      try PrintOffice.text(.refusal, "F6") == """
                                        清远市知识产权局
                                         不予资助通知书
                                                                            收件编号：F6

        曾令禾：
        　　你于2018年8月14日提出的“实用新型授权”资助申报收悉。经审核，该申报不符合《清
        远市推进专利工作实施办法》（清府办〔2018〕27号）的规定，理由如下：
          1. 有效期条款 授权公告日2017年12月19日，早于2018年1月1日，早 13 天，不在有效期
             内（2018年1月1日至2020年12月31日），不予资助。
        　　本局决定不予资助。
        　　如不服本决定，可以自收到本通知书之日起六十日内依法申请行政复议，或者六个月内
        依法提起行政诉讼。

                                                                清远市知识产权局（印章）
                                                                           2020年3月27日

        """)
  }

  @Test("不予资助通知书: as it was entered, with the day, the coded reasons and the note")
  func refusalEntered() throws {
    let text = try PrintOffice.text(.refusal, "F10")
    #expect(
      text.contains(
        """
          1. 有效期条款 授权公告日2017年12月19日，早于2018年1月1日，早 13 天，不在有效期
             内（2018年1月1日至2020年12月31日），不予资助。
          2. 材料虚假。
          3. 证书系伪造。
        　　本局决定不予资助。
        """))
    #expect(text.hasSuffix(" 2018年8月20日\n"))
  }

  @Test("追回通知书: what is to come back, in figures and in words, and what stays")
  func recovery() throws {
    #expect(
      try PrintOffice.text(.recovery, "F9") == """
                                        清远市知识产权局
                                           追回通知书
                                                                            收件编号：F9

        英德市红茶机械有限公司：
        　　本局依据《清远市推进专利工作实施办法》（清府办〔2018〕27号）第7条，就你单位
        于2018年10月10日提出的“优势示范企业”资助申报拨付资助款人民币80,000.00元。经查，
        该项资助存在下列情形：
          1. 审计或检查决定。
          2. 经审计，应按五万元资助。
        　　现决定追回资助款人民币叁万元整（¥30,000.00），其余人民币50,000.00元由你单位
        保留。
        　　请于      年    月    日前（含当日）将人民币30,000.00元退回下列账户，并注明
        收件编号：
          户名：
          开户银行：
          账号：
        　　逾期未退回的，本局将依法追缴。
        　　如不服本决定，可以自收到本通知书之日起六十日内依法申请行政复议，或者六个月内
        依法提起行政诉讼。

                                                                清远市知识产权局（印章）
                                                                            2019年8月8日

        """)
    // 30 000.00 of 80 000.00 came back to the old office, which wrote no reason down.
    #expect(try PrintOffice.refusal(.recovery, "F7") == .recoveredElsewhere("F7"))
  }

  @Test("追回通知书: each asks for its own part, what is set off for nothing, and each can be printed again")
  func recoveries() throws {
    var state = try PrintOffice.state()
    func step(
      _ step: Step, _ detail: StepTaken.Detail, _ ground: String, _ note: String = ""
    ) throws -> Change {
      let day = try PrintOffice.day("2019-09-02")
      return .stepped(
        filing: "F9", StepTaken(step, day: day, note: note, grounds: [ground], detail: detail))
    }
    let whole = Money(yuan: 40_000)
    state.replay([
      Transaction(
        by: "钱芳", at: "2019-09-02T01:00:00Z", policy: "",
        changes: [
          try step(
            .reclaim, .recovery(Recovery(amount: Money(yuan: 30_000), setOffAgainst: "F3")), "audit", "同意抵扣"),
          try step(.revise, .whole(whole), "false-papers"), try step(.confirm, .whole(whole), "false-papers"),
        ])
    ])
    func text(_ notice: Int?) throws -> String {
      let today = try PrintOffice.day("2020-03-27")
      return try state.printout(.recovery, of: ["F9"], year: 2019, today: today, notice: notice)
        .text(PrintOffice.templates())
    }
    // 10 000.00 of the 50 000.00 that had stayed; the first 30 000.00 are asked for by the first notice alone.
    let second = try text(nil)
    for words in [
      "F9（第2次追回）", "1. 材料虚假。\n　　现决定追回资助款人民币壹万元整（¥10,000.00），其余人民币40,000.00元",
      "将人民币10,000.00元退回",
    ] { #expect(second.contains(words), "\(second)") }
    #expect(!second.contains("30,000.00") && !second.contains("审计"))
    let first = try text(1)
    for words in ["叁万元整（¥30,000.00）", "经审计，应按五万元资助", "30,000.00元已从应付你单位的资助款中抵扣", "不需另行退回"] {
      #expect(first.replacing("\n", with: "").contains(words), "\(first)")
    }
    #expect(!first.contains("同意抵扣") && !first.contains("账号") && !first.contains("逾期"))
    #expect(throws: PrintRefusal.noSuchNotice("F9", of: 2)) { try text(3) }
  }

  @Test("A letter that would not be true is not printed")
  func refused() throws {
    #expect(try PrintOffice.refusal(.correction, "F3") == .nothingToCorrect("F3"))
    #expect(try PrintOffice.refusal(.refusal, "F2") == .notRefused("F2"))
    #expect(try PrintOffice.refusal(.recovery, "F3") == .nothingToRecover("F3"))
    #expect(try PrintOffice.refusal(.receipt, "F5", "F99") == .unknownFiling("F99"))
    #expect(try PrintOffice.refusal(.receipt) == .nothingChosen)
  }

  @Test("Several letters: a page each")
  func pages() throws {
    let text = try PrintOffice.text(.receipt, "F5", "F3", "F5")
    #expect(text.split(separator: "\u{0C}").count == 2)
    #expect(text.contains("\u{0C}                                清远市知识产权局\n"))
  }
}
