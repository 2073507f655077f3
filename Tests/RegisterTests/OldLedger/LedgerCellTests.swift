import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// Sums, days, codes and numbers in the cells of an old ledger, and what a whole row says.
struct LedgerCellTests {
  private func decided(_ text: String, under heading: String = "核定金额", title: String? = nil) throws -> Money?
  {
    try LedgerRow.taken([heading: text, "办理状态": "已拨付"], title: title).row.filing.decided
  }

  @Test(arguments: [
    ("1000", 100_000), ("1,000.00", 100_000), ("￥1,000元", 100_000), ("壹仟元整", 100_000), ("0.1万元", 100_000),
    ("１０００", 100_000), ("1000(元)", 100_000), ("'1000", 100_000), ("=\"1000\"", 100_000), ("【1000】", 100_000),
    ("0", 0),
  ])
  func `A sum in every dress`(text: String, fen: Int64) throws {
    #expect(try decided(text) == Money(fen: fen))
  }

  /// What stands with the sum comes before what the heading says, and that before the table's title.
  @Test(arguments: [
    ("0.1", "核定金额（万元）", nil as String?, 100_000), ("0.1万元", "核定金额（万元）", nil, 100_000),
    ("1000元", "核定金额（万元）", nil, 100_000), ("1", "核定金额（千元）", nil, 100_000), ("0.1", "核定金额", "单位：万元", 100_000),
    ("1", "核定金额", "（单位：千元）", 100_000), ("1000", "核定金额（元）", "单位：万元", 100_000),
    ("1000", "核定金额", "2019年专利资助台账（元）", 100_000), ("1000", "核定金额", "资助一万元以上的项目", 100_000),
  ])
  func `The unit stands in the cell, the heading or the title`(
    text: String, heading: String, title: String?, fen: Int64
  ) throws { #expect(try decided(text, under: heading, title: title) == Money(fen: fen)) }

  @Test(arguments: [
    ("（1000）", OldLedgerMistake.Reason.inBrackets), ("(1,000.00)", .inBrackets), ("1E+3", .scientific),
    ("1.2E3", .scientific), ("-5", .money(.negative)), ("1,00", .money(.badGrouping)),
    ("1.005", .money(.tooFine)),
    ("一千左右", .money(.unreadable)), ("见附件", .money(.unreadable)),
  ])
  func `A sum that is none says why`(text: String, reason: OldLedgerMistake.Reason) throws {
    #expect(try LedgerRow.mistakes(["核定金额": text]) == [.init(reason, under: "核定金额")])
  }

  @Test func `What was decided and what was paid are one sum, and a payment says the stage`() throws {
    let paid = try LedgerRow.taken(["核定金额": "1000", "已拨付金额": "1,000.00"]).row.filing
    #expect(paid.stage == .paid && paid.decided == Money(yuan: 1_000) && paid.reclaimed == nil)
    let back = try LedgerRow.taken(["已拨付金额": "1000", "追回金额": "300"]).row.filing
    #expect(
      back.stage == .reclaimed && back.decided == Money(yuan: 1_000) && back.reclaimed == Money(yuan: 300))
    // An amount alone says no stage; a state that is said comes before what a payment says.
    #expect(try LedgerRow.taken(["核定金额": "1000"]).row.filing.stage == .received)
    #expect(try LedgerRow.taken(["已拨付金额": "1000", "办理状态": "公示"]).row.filing.stage == .published)
    #expect(try LedgerRow.mistakes(["核定金额": "1000", "已拨付金额": "900"]) == [.init(.amountsDiffer)])
  }

  /// A row's own number is an id; a serial number of the sheet is none.
  @Test(arguments: [
    ("441881-2019-000003", "441881-2019-000003"), ("英知〔2019〕3号", "英知(2019)3号"), ("1234567", "1234567"),
    ("123456", ""), ("7", ""), ("", ""), ("A7", "A7"),
  ])
  func `A short number is a line's and no filing's`(text: String, id: String) throws {
    #expect(try LedgerRow.taken(["编号": text]).row.filing.id == id)
  }

  @Test(arguments: ["合计", "总计：", "小计", "本页合计", "合 计", "共 3 件", "制表：王甲", "审核人：", "大写：壹仟元整"])
  func `A foot is no filing`(text: String) throws {
    #expect(try LedgerRow.reading(["申请人": text, "资助项目": "", "收件日期": ""]) == .noFiling)
  }

  /// 合计 may begin a firm's name, and 共 too: a row with an item and a day is a filing.
  @Test(arguments: ["合计陶瓷有限公司", "共创科技有限公司", "总额度咨询有限公司", "注册咨询有限公司"])
  func `A firm whose name begins like a foot is a firm`(name: String) throws {
    #expect(try LedgerRow.taken(["申请人": name]).row.party.name == name)
  }

  @Test func `Two columns of one thing are held against each other`() throws {
    let same = try LedgerRow.taken(["申请号": "201820123456.0", "专利号": "ZL 2018 2 0123456.0"]).row.filing
    #expect(same.input("applicationNumber") == .text("201820123456.0"))
    #expect(
      try LedgerRow.mistakes(["申请号": "201820123456.0", "专利号": "201820100001.7"])
        == [.init(.differs("申请号"), under: "专利号")])
    // Another name under 户名 is another payee, to be asked about and no mistake.
    let payee = try LedgerRow.taken(["户名": "清远市乙陶瓷有限公司"])
    #expect(payee.row.party.name == "清远市甲陶瓷有限公司" && payee.doubts.contains(.otherPayee))
  }

  @Test(arguments: [
    ("6228480123456789", "6228480123456789" as String?), ("6228 4801 2345 6789", "6228 4801 2345 6789"),
    ("6.22848E+15", nil), ("无", nil), ("12345", nil),
  ])
  func `An account is digits, and what is none is left out and told`(text: String, account: String?) throws {
    let notes = try LedgerRow.taken(["银行账号": text])
    #expect(notes.row.party.account == account)
    #expect(notes.doubts.contains(.notAccount) == (account == nil))
  }

  @Test(arguments: [
    ("0763-3300001", "0763-3300001" as String?), ("13800138000.0", "13800138000"), ("1.38E+10", nil),
    ("无", nil),
    ("同上", nil),
  ])
  func `A phone has digits, and loses what a spreadsheet put behind them`(text: String, phone: String?) throws
  {
    let notes = try LedgerRow.taken(["联系电话": text])
    #expect(notes.row.party.phone == phone)
    #expect(notes.doubts.contains(.notPhone) == (phone == nil))
  }

  @Test func `A code that was masked, cut or is none`() throws {
    let masked = try LedgerRow.taken(["身份证号": "4418**********0013"])
    #expect(masked.row.party.code == nil && masked.row.party.maskedCode == "4418**********0013")
    #expect(masked.doubts.contains(.maskedCode))
    #expect(try LedgerRow.mistakes(["身份证号": "441802199003070000"]) == [.init(.cutIdentity, under: "身份证号")])
    #expect(try LedgerRow.mistakes(["信用代码": "无"]) == [.init(.code, under: "信用代码")])
    #expect(try LedgerRow.mistakes(["信用代码": "9.1441802E+17"]) == [.init(.scientific, under: "信用代码")])
    // A wrong check is a question, and with a reason the reason is kept.
    let doubtful = try LedgerRow.taken(["信用代码": "91350203M0001QAY9B", "核对说明": "执照如此"])
    #expect(doubtful.row.party.code == "91350203M0001QAY9B" && doubtful.row.party.note == "执照如此")
    #expect(doubtful.doubts.contains(.code))
  }

  @Test func `A number whose check is wrong needs a word`() throws {
    guard case .number(.wrongCheck)? = try LedgerRow.mistakes(["申请号": "201820123456.9"]).first?.reason else {
      Issue.record("taken without a word")
      return
    }
    let filing = try LedgerRow.taken(["申请号": "201820123456.9", "核对说明": "证书如此"]).row.filing
    #expect(filing.input("applicationNumber") == .text("201820123456.9"))
    #expect(filing.reason(for: "applicationNumber") == "证书如此")
  }

  @Test func `What is wrong is told of every cell at once`() throws {
    let mistakes = try LedgerRow.mistakes(["收件日期": "2019.2.30", "核定金额": "-5", "县区": "火星", "办理状态": "办结"])
    #expect(mistakes.map(\.heading) == ["县区", "收件日期", "办理状态", "核定金额"])
    #expect(mistakes.contains(.init(.date(.noSuchDay(year: 2019, month: 2, day: 30)), under: "收件日期")))
  }
}
