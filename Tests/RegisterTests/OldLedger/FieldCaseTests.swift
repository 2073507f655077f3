import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// Ledgers as offices brought them, with the values that the papers behind them have.
@Suite("Old ledgers from the field")
struct FieldCaseTests {
  private static let head = "收件日期,项目,申请人,统一社会信用代码,申请人类型,县区,专利号,授权日,拨付金额\n"
  private static let who = "2019-05-06,实用新型授权,英德市样例茶业有限公司,91441881MA4QYTX10J,企业,英德市,"

  private func read(
    _ text: String, fillingDown: Bool = false, _ office: RegisterOffice? = nil
  ) throws -> (intake: OldLedgerIntake, plan: OldLedgerPlan, words: OldLedgerWording) {
    let office = try office ?? RegisterOffice()
    let sheet = try OldLedgerSheet(
      Array(text.utf8), policy: office.state.policy, fillingDown: fillingDown)
    let intake = OldLedgerIntake(sheet, policy: office.state.policy, today: office.today)
    let plan = office.state.plan(oldLedger: intake.rows, repeats: false, today: office.today)
    return (intake, plan, OldLedgerWording(office.state))
  }

  private func reasons(_ text: String) throws -> [String] {
    let (intake, plan, words) = try read(text)
    return intake.outcomes(plan).map { words.answer($0, isTaken: false).reason }
  }

  @Test(
    "The unit above the headings counts",
    arguments: [
      ("单位：万元", "0.1", "1000.00"), ("（金额单位：人民币千元）", "1", "1000.00"), ("单位：元", "1000", "1000.00"),
      ("2019年专利资助台账（千元）", "1", "1000.00"), ("2019年专利资助发放表 (人民币万元)", "0.1", "1000.00"),
      ("2019年超过1万元的资助", "1000", "1000.00"), ("2019 年度", "1000", "1000.00"), ("单位：万元", "1000元", "1000.00"),
    ])
  func unit(_ title: String, _ sum: String, _ right: String) throws {
    let (_, plan, _) = try read(
      "2019年发放表,,,\n,,,\(title)\n" + Self.head + Self.who + "201820100021.4,2019-03-01,\(sum)\n")
    #expect(plan.filings.map(\.decided) == [Money(right)])
  }

  @Test("A second column fills what the first leaves empty, and two numbers in one row are a mistake")
  func secondColumn() throws {
    let head = Self.head.replacing("专利号", with: "专利号,申请号")
    let filled = try read(head + Self.who + ",201820100005.5,2019-03-01,1000\n").plan
    #expect(filled.filings.first?.input("applicationNumber") == .text("201820100005.5"))
    let same = try read(head + Self.who + "ZL201820100005.5,201820100005.5,2019-03-01,1000\n").plan
    #expect(same.filings.count == 1)
    let reasons = try reasons(head + Self.who + "201820100001.7,201820100005.5,2019-03-01,1000\n")
    #expect(reasons == ["申请号：与“专利号”一栏不同，请分清后再报"])
  }

  @Test(
    "Characters that nobody sees are no part of a number",
    arguments: ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}"])
  func invisible(_ mark: String) throws {
    let plan = try read(Self.head + Self.who + "ZL2018\(mark)20100001.7,2019-03-01,1000\n").plan
    #expect(plan.filings.first?.input("applicationNumber") == .text("201820100001.7"))
  }

  @Test(
    "One unit by its folded name has one cap",
    arguments: ["英德市样泉\u{200B}机械有限公司", "英德市样泉\u{FEFF}机械有限公司", "英德市样泉机械 有限公司"])
  func oneUnit(_ name: String) throws {
    var office = try RegisterOffice()
    for (number, name) in ["英德市样泉机械有限公司", name].enumerated() {
      try office.act(
        .importCases(
          applicants: [
            Applicant(
              id: "U\(number)", name: name, kind: .enterprise, district: "441881", note: "另一窗口登记")
          ],
          filings: [
            Filing(
              id: "F\(number)", item: "insurance", applicant: "U\(number)",
              received: try #require(CivilDate("2019-05-06")),
              inputs: [
                .init("policyNumber", .text("P001\(number)")), .init("invoiceNumber", .text("F000\(number)")),
                .init("premiumPaid", .text("40000")), .init("paidOn", .text("2019-04-01")),
              ])
          ]))
    }
    #expect(office.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 10_000)))
    #expect(try office.reopened().sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 10_000)))
    let assessed = Assessment(
      policy: office.state.policy, applicants: office.state.people.applicants,
      filings: office.state.files.map(\.filing))
    #expect(assessed.totals.award == MoneyTotal(Money(yuan: 10_000)))
    #expect(office.state.tieOut().map(\.kind) == [.joined(filing: "F1")])
  }

  @Test("Two valid codes part two units of one name; a record without a code joins none and is told")
  func parted() throws {
    var office = try RegisterOffice()
    let codes = ["91441881MA4QYTX10J", "91441881MA4QYTE1X7", nil]
    for (number, code) in codes.enumerated() {
      try office.act(
        .importCases(
          applicants: [
            Applicant(
              id: "U\(number)", name: "英德市甲茶业有限公司", kind: .enterprise, district: "441881", code: code,
              note: "两家重名")
          ], filings: []))
    }
    #expect(Units(office.state.people.applicants).isEmpty)
    #expect(office.state.tieOut().map(\.kind) == [.unsettledUnit(applicant: "U2")])
  }

  @Test("A second applicant of a unit's name is entered with a reason alone, which is kept")
  func secondOfName() throws {
    var office = try RegisterOffice()
    func unit(_ name: String, _ note: String? = nil) -> Applicant {
      Applicant(id: "", name: name, kind: .enterprise, district: "441881", note: note)
    }
    try office.act(.enterApplicant(unit("英德市样泉机械（广东）有限公司")))
    let second = unit("英德市样泉机械〔广东〕 有限公司")
    #expect(office.refusal(of: .enterApplicant(second)) == .nameTaken(by: ["441881-A00001"]))
    try office.act(.enterApplicant(unit(second.name, "两家重名")))
    #expect(try office.reopened().applicant("441881-A00002")?.note == "两家重名")
  }

  @Test("What is no account is told and not taken")
  func accounts() throws {
    let head = "收件日期,项目,申请人,申请人类型,县区,专利号,授权日,开户行,银行账号,联系电话,核定金额,状态\n"
    let accounts = ["6.22848012345678E18", "6228480012345670000.0", "无", "4405 0176\u{200B}0000 0123"]
    let phones = ["1.3800138E10", "13800138000.0", "1.38E+10", "13800138000"]
    let numbers = ["201820100000.2", "201820100001.7", "201820100002.1", "201820100003.6"]
    let rows = zip(zip(accounts, phones), numbers).enumerated().map { place, row in
      "2019-05-06,实用新型授权,英德市样\("水火土木".map(String.init)[place])机械有限公司,企业,英德市,\(row.1),2019-03-01,工行英德支行,"
        + "\(row.0.0),\(row.0.1),1000,公示\n"
    }
    let (intake, plan, _) = try read(head + rows.joined())
    #expect(plan.applicants.map(\.account) == [nil, nil, nil, "4405 01760000 0123"])
    #expect(plan.applicants.map(\.phone) == [nil, "13800138000", nil, "13800138000"])
    let doubts = intake.readings.map { reading -> [Doubt] in
      if case .row(let notes) = reading { notes.doubts } else { [] }
    }
    #expect(doubts == [[.notAccount, .notPhone], [.notAccount], [.notAccount, .notPhone], []])
  }

  @Test("Rows of cells that were made one are told, and filled where that is asked")
  func merged() throws {
    let text =
      Self.head + Self.who + "201820100001.7,2019-03-01,1000\n,,,,,,201820100002.1,2019-03-01,1000\n"
      + ",,,,,,201820100003.6,2019-03-01,1000\n合计,,,,,,,,3000\n"
    #expect(try read(text).intake.sheet.merged == 2)
    #expect(try read(text).plan.filings.count == 1)
    let filled = try read(text, fillingDown: true).plan
    #expect(filled.filings.count == 3 && filled.applicants.count == 1)
    #expect(filled.decided == MoneyTotal(Money(yuan: 3000)))
  }

  @Test(
    "Sums and feet are counted, not wrong",
    arguments: [
      "合计（1件）,,,,,,,,1000", "小计1,,,,,,,,1000", "合计金额,,,,,,,,1000", "合计大写：壹仟元整,,,,,,,,1000", "共1件,,,,,,,,1000",
      "制表人：某某,,,审核：某某,,,,,", "备注：以上资金从专项列支,,,,,,,,", "\u{1A}",
    ])
  func feet(_ foot: String) throws {
    let (intake, plan, _) = try read(Self.head + Self.who + "201820100001.7,2019-03-01,1000\n\(foot)\n")
    #expect(plan.filings.count == 1)
    #expect(!intake.outcomes(plan).contains { $0.kind == .wrong })
  }

  @Test(
    "Days as programs write them",
    arguments: [
      "20190301.0", "2019-03-01T00:00:00+08:00", "2019年3月1日星期五", "2019/3/1 星期五", "2019/3/1 0:00", "二〇一九年三月一日",
    ])
  func days(_ day: String) throws {
    let plan = try read(Self.head + Self.who + "201820100050.0,\(day),1000\n").plan
    #expect(plan.filings.first?.input("grantedOn") == .text("2019-03-01"))
  }

  @Test(
    "A spreadsheet's number for a day is told with the day",
    arguments: ["43525", "43525.0", "43525.9319444444"])
  func serial(_ day: String) throws {
    let reasons = try reasons(Self.head + Self.who + "201820100050.0,\(day),1000\n")
    #expect(reasons[0].contains("像是表格软件的日期序号（即 2019-03-01）"))
  }

  @Test("An identity number that ends in 000 is out without a reason")
  func cutIdentity() throws {
    let row = "2019-05-06,实用新型授权,张样例甲,441881199003073000,个人,英德市,201820100001.7,2019-03-01,1000"
    #expect(try reasons(Self.head + row + "\n")[0].contains("像是被表格软件截断"))
    let head = Self.head.replacing("拨付金额", with: "拨付金额,号码核对说明")
    let plan = try read(head + row + ",身份证原件如此\n").plan
    #expect(plan.applicants.map(\.note) == ["身份证原件如此"])
  }

  @Test("An old number without its zero is told with the number that it would be")
  func lostZero() throws {
    #expect(
      try reasons(Self.head + Self.who + "3223456.2,2018-03-01,1000\n")[0].contains("像是丢了开头的 0，应为 03223456.2")
    )
  }

  @Test("核定金额 is what was approved, also beside 资助额 and 追回金额")
  func ownTable() throws {
    let head = Self.head.replacing("拨付金额", with: "资助额,核定金额,追回金额,办理状态")
    let plan = try read(head + Self.who + "201820100001.7,2019-03-01,600.00,1000.00,400.00,已追回\n").plan
    #expect(plan.filings.first?.decided == Money(yuan: 1000))
    #expect(plan.filings.first?.reclaimed == Money(yuan: 400))
  }
}
