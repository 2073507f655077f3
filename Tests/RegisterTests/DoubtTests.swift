import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// What asks for a second look at a record, whatever it came by; the right verdicts stand in identifiers.md and beside
/// the field cases.
@Suite("Doubts about records")
struct DoubtTests {
  private static let today = CivilDate("2020-03-27") ?? .first

  private func who(
    _ kind: ApplicantKind = .enterprise, name: String = "英德市样例茶业有限公司", code: String? = nil,
    account: String? = nil, phone: String? = nil
  ) -> Applicant {
    Applicant(
      id: "E1", name: name, kind: kind, district: "441881", code: code, phone: phone, account: account)
  }

  @Test(
    "Codes of units",
    arguments: [
      ("91441802MAFARM019H", []), ("91441802MAFARM018H", [Doubt.code]), ("91441802MAF4RM0I9H", [.notCode]),
      ("440181000012345", []), ("91350203M0001QAY9B", [.code]), ("4418**********0013", [.notCode]),
      ("441802199003070013", [.notCode]), ("", []),
    ])
  func unitCodes(_ code: String, _ doubts: [Doubt]) {
    #expect(who(code: code).doubts(today: Self.today) == doubts)
  }

  @Test(
    "Identity numbers",
    arguments: [
      ("441802199003070013", []), ("441802199003070018", [Doubt.code]),
      ("441881199003073000", [.cutIdentity]),
      ("441802199013070013", [.notCode]), ("44180219900307001", [.notCode]),
    ])
  func identities(_ code: String, _ doubts: [Doubt]) {
    #expect(who(.individual, code: code).doubts(today: Self.today) == doubts)
  }

  // 6228485636049280981 and 6222021001116245702 pass Luhn; their last digits moved by one do not.
  @Test(
    "Accounts",
    arguments: [
      ("6228485636049280981", [], []), ("6228485636049280982", [], [Doubt.cardCheck]),
      ("6228480012345670000", [.cutAccount], [.cutAccount, .cardCheck]),
      ("6.22848E18", [.uselessAccount], nil),
      ("无", [.uselessAccount], nil), ("工行英德支行", [.uselessAccount], nil), ("12345", [.uselessAccount], nil),
      ("4405 0176 0000 0123", [], nil), ("8002000012345", [], nil), ("4400176512345000", [.cutAccount], nil),
      ("4400176512345670", [], nil), ("　", [], nil),
    ] as [(String, [Doubt], [Doubt]?)])
  func accounts(_ account: String, _ ofUnit: [Doubt], _ ofPerson: [Doubt]?) {
    #expect(who(account: account).contactDoubts == ofUnit)
    if let ofPerson { #expect(who(.individual, account: account).contactDoubts == ofPerson) }
  }

  @Test(
    "Phones that lost the zero in front",
    arguments: [
      ("0763-3361234", false), ("763-3361234", true), ("2083331234", true), ("75512345678", true),
      ("13800138000", false), ("4001234567", false), ("3361234", false),
    ])
  func phones(_ phone: String, _ isDoubtful: Bool) {
    #expect(who(phone: phone).contactDoubts == (isDoubtful ? [.phoneLostZero] : []))
  }

  @Test("Broken text", arguments: ["英德市锟斤拷公司", "英德市\u{FFFD}公司", "英德市\u{E863}公司", "烫烫烫", "锘挎憲"])
  func broken(_ name: String) {
    #expect(who(name: name).doubts(today: Self.today) == [.brokenText("applicant.name")])
    #expect(who(name: "英德市昆山斤两公司").doubts(today: Self.today).isEmpty)
  }

  @Test(
    "Application numbers",
    arguments: [
      ("03223456.2", nil), ("3223456.2", "03223456.2"), ("201710601862.3", nil), ("201710601862.8", ""),
    ])
  func numbers(_ text: String, _ lost: String?) throws {
    let item = try #require(try RegisterOffice.policy().item("utility-grant"))
    var filing = Filing(
      id: "F1", item: item.id, applicant: "E1", received: Self.today,
      inputs: [.init("applicationNumber", .text(text))])
    switch lost {
    case nil: #expect(filing.doubts(item).isEmpty)
    case "": #expect(filing.doubts(item) == [.numberCheck(input: "applicationNumber")])
    case let number?:
      guard case .number(let right) = ApplicationNumber.read(number) else { return #expect(Bool(false)) }
      #expect(filing.doubts(item) == [.lostZero(input: "applicationNumber", right)])
    }
    // With a reason a failing check is settled.
    filing.overrides = [.init("applicationNumber", reason: "证书如此")]
    #expect(filing.doubts(item).isEmpty == (lost == nil || lost == ""))
  }

  @Test("One account under two names, in an interchange file, in a table and in the files")
  func shared() throws {
    var office = try RegisterOffice()
    let account = "4400 1765 1234 5678"
    var first = who(account: account)
    try office.act(.importCases(applicants: [first], filings: []))
    first.id = "E2"
    first.name = "英德市另一茶业有限公司"
    first.account = "4400176512345678"
    let doubt = Doubt.sharedAccount(applicant: "E1", name: "英德市样例茶业有限公司")
    #expect(office.state.accountDoubt(about: first) == doubt)
    let plan = office.state.plan(applicants: [first], filings: [])
    let doubtful = office.state.doubtful(in: plan, today: office.today)
    #expect(doubtful.map(\.id) == ["E2"] && doubtful.map(\.doubts) == [[doubt]])
    // A branch is paid to its head office's account.
    first.parent = "E1"
    #expect(office.state.accountDoubt(about: first) == nil)
    var cells = FieldReader.grant(code: "9") + [("银行账号", "４４００１７６５１２３４５６７８")]
    cells[2].text = "英德市样火机械有限公司"
    cells[3] = ("备用", "")
    let taken = try FieldReader(office: office).ledger(FieldReader.rows(cells), .csv)
    #expect(taken.plan.rows.map(\.doubts) == [[doubt]])
    #expect(taken.reasons[0].contains("这个银行账号登记在 E1（英德市样例茶业有限公司）名下"))
  }

  /// At a city the other record is a county's: one code is one applicant, and no code is asked for.
  @Test("An equal code is told as one, and not as a name")
  func sameCode() throws {
    var office = try RegisterOffice()
    try office.act(.importCases(applicants: [who(code: "91441802MAFARM019H")], filings: []))
    var other = who(code: "91441802mafarm019h")
    other.id = "E2"
    #expect(office.state.nameDoubt(about: other) == .sameCode(applicant: "E1"))
    #expect(
      DoubtWording.sentence([.sameCode(applicant: "E1")], in: office.state).hasPrefix("与 E1 代码相同，是同一申请人"))
    other.code = nil
    #expect(office.state.nameDoubt(about: other) == .sameName(applicant: "E1", isUnit: true))
  }

  @Test("One name a second time is told before it comes in, by a file and by a table")
  func sameName() throws {
    var office = try RegisterOffice()
    try office.act(.importCases(applicants: [who()], filings: []))
    func read(_ id: String, _ kind: ApplicantKind, _ name: String) -> Applicant {
      Applicant(id: id, name: name, kind: kind, district: "441881")
    }
    let plan = office.state.plan(
      applicants: [
        read("E2", .enterprise, "英德市样例茶业 有限公司"), read("E3", .agency, "英德市样例茶业有限公司"),
        read("P1", .individual, "陈样例"), read("P2", .individual, "陈样例"), read("E4", .enterprise, "另一家"),
      ], filings: [])
    let doubtful = office.state.doubtful(in: plan, today: office.today)
    // Another kind is another unit; a person of the same name may be another. A second record of one unit takes a reason.
    #expect(plan.refused.map(\.refusal) == [.nameTaken(by: ["E1"])] && doubtful.map(\.id) == ["P2"])
    #expect(doubtful.map(\.doubts) == [[.sameName(applicant: "P1", isUnit: false)]])
    var second = read("E2", .enterprise, "英德市样例茶业 有限公司")
    second.note = "另一窗口登记"
    let reasoned = office.state.plan(applicants: [second], filings: [])
    #expect(
      reasoned.refused.isEmpty
        && office.state.doubtful(in: reasoned, today: office.today).map(\.doubts)
          == [[.sameName(applicant: "E1", isUnit: true)]]
    )
    // So does one of two in one file, which is kept with it.
    var twins = ["T1", "T2"].map { read($0, .enterprise, "英德市双份茶业有限公司") }
    #expect(
      office.refusal(of: .importCases(applicants: twins, filings: []))
        == .rows([RefusedRow(filing: "T2", refusal: .nameTaken(by: ["T1"]), place: .applicant(2))]))
    twins[1].note = "另一窗口登记"
    var taken = office
    try taken.act(.importCases(applicants: twins, filings: []))
    #expect(taken.state.applicant("T2")?.note == "另一窗口登记")
    #expect(taken.state.unit(of: "T1").map(\.id) == ["T2"])
    // Two codes of their own tell two units of one name apart.
    var coded = ["E5", "E6"].map { read($0, .enterprise, "英德市两码茶业有限公司") }
    (coded[0].code, coded[1].code) = ("91441802MAFARM019H", "91441881MA4QYTE1X7")
    let apart = office.state.plan(applicants: coded, filings: [])
    #expect(office.state.doubtful(in: apart, today: office.today).isEmpty)
    #expect(
      DoubtWording.sentence([.sameName(applicant: "E1", isUnit: true)], in: office.state)
        == "与 E1 同名，限额和一次性资助按一家合并计算；不是同一家的，请写明代码")
    #expect(DoubtWording.sentence(doubtful[0].doubts, in: office.state) == "与 P1 同名，请核对是不是同一人")
  }

  /// identifiers.md, Names: where several codes bear a name, a record without one joins none; persons are told apart by
  /// their identity numbers. The check digits of all codes are right.
  @Test("Of one name with several codes, who has none is told to count with nobody")
  func severalCodes() throws {
    var office = try RegisterOffice()
    func unit(_ id: String, _ code: String?) -> Applicant {
      Applicant(
        id: id, name: "英德市两码茶业有限公司", kind: .enterprise, district: "441881", code: code,
        note: "另一窗口登记")
    }
    func doubts(_ applicants: [Applicant]) -> [[Doubt]] {
      let plan = office.state.plan(applicants: applicants, filings: [])
      return office.state.doubtful(in: plan, today: office.today).map(\.doubts)
    }
    let (first, second) = ("91441802MAFARM019H", "91441881MA4QYTE1X7")
    let whole = [unit("U1", first), unit("U2", second), unit("U0", nil)]
    let several: [[Doubt]] = [[.sameNameAsSeveral(applicants: ["U1", "U2"])]]
    #expect(doubts(whole) == several)
    // One without a code counts with the only code there is, until another comes.
    try office.act(.importCases(applicants: [unit("U0", nil), unit("U1", first)], filings: []))
    #expect(office.state.unit(of: "U0").map(\.id) == ["U1"])
    let parted: [[Doubt]] = [[.leavesUnit(applicant: "U0", other: "U1")]]
    #expect(doubts([unit("U2", second)]) == parted)
    try office.act(.importCases(applicants: [unit("U2", second)], filings: []))
    #expect(office.state.unit(of: "U0").isEmpty && office.state.unit(of: "U2").isEmpty)
    #expect(doubts([unit("U3", nil)]) == several)
    #expect(
      DoubtWording.sentence(several[0], in: office.state)
        == "与 U1、U2 同名，而它们的代码不同：看不出是哪一家，限额和一次性资助不与任何一家合并计算，请补上代码")
    #expect(
      DoubtWording.sentence(parted[0], in: office.state)
        == "与 U1 同名、代码不同，另有同名的 U0 没有代码：U0 从此不与任何一家合并计算，请给它补上代码")
    func person(_ id: String, _ code: String?) -> Applicant {
      Applicant(id: id, name: "陈样例", kind: .individual, district: "441881", code: code)
    }
    #expect(doubts([person("P1", "441881199003072014"), person("P2", "441881198512103427")]).isEmpty)
    #expect(
      doubts([person("P1", "441881199003072014"), person("P2", nil)])
        == [[.sameName(applicant: "P1", isUnit: false)]])
  }

  /// Article 6 is paid once a year, so that a growth without its year keeps nobody from being paid the same again; article
  /// 5 (灭零) once to an applicant, whatever else is missing.
  @Test("What would be taken over without guarding anything is told before it comes in")
  func unguarded() throws {
    var office = try RegisterOffice()
    try office.act(.importCases(applicants: [who()], filings: []))
    func old(_ id: String, _ item: String) throws -> Filing {
      var filing = Filing(
        id: id, item: item, applicant: "E1", received: try #require(CivilDate("2019-03-01")), inputs: [])
      (filing.stage, filing.decided) = (.paid, Money(yuan: 4_800))
      return filing
    }
    var returned = try old("O3", "filing-growth")
    (returned.stage, returned.reclaimed) = (.reclaimed, returned.decided)
    let filings = [try old("O1", "filing-growth"), try old("O2", "first-filing"), returned]
    let plan = office.state.plan(applicants: [], filings: filings)
    let doubtful = office.state.doubtful(in: plan, today: office.today)
    #expect(doubtful.map(\.id) == ["O1"] && doubtful.map(\.doubts) == [[.guardsNothing(lacking: ["year"])]])
    #expect(
      DoubtWording.sentence(doubtful[0].doubts, in: office.state) == "已核定，却既不占限额，也防不了重复资助：缺 年度")
    try office.act(.importCases(applicants: [], filings: filings))
    #expect(office.state.unguarded() == ["O1"])
    let rows = [
      ["申请人", "项目", "收件日期", "金额", "状态"], ["英德市样例茶业有限公司", "专利申请增量", "2019-04-01", "30000", "已拨付"],
    ]
    let taken = try FieldReader(office: office).ledger(rows, .csv)
    #expect(taken.plan.rows.map(\.doubts) == [[.guardsNothing(lacking: ["year"])]])
    #expect(taken.reasons.first?.contains("防不了重复资助：缺 年度") == true)
  }
}
