import CaseModel
import Casework
import SubsidyRules
import Testing

/// One claim under each article that pays, from the counter to the treasury: what 清府办〔2018〕27号 gives for it, by hand,
/// and the day that it belongs to.
struct ArticleWalkTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var item: String
    var applicant: String
    var inputs: [Filing.Input]
    /// What the office itself finds at review.
    var figures: [Filing.Input] = []
    var award: String
    var event: String

    init(
      _ name: String, _ item: String, of applicant: String, _ inputs: KeyValuePairs<String, RawInput>,
      figures: KeyValuePairs<String, RawInput> = [:], pays award: String, on event: String
    ) {
      (testDescription, self.item, self.applicant, self.award, self.event) = (
        name, item, applicant, award, event
      )
      self.inputs = inputs.map { .init($0.key, $0.value) }
      self.figures = figures.map { .init($0.key, $0.value) }
    }
  }

  private static func growth(_ item: String, of applicant: String, _ counts: [Int], pays award: String) -> Row
  {
    Row(
      "\(item) \(counts)", item, of: applicant,
      [
        "year": .count(2018), "filingsThisYear": .count(counts[0]), "filingsLastYear": .count(counts[1]),
        "inventionsThisYear": .count(counts[2]), "inventionsLastYear": .count(counts[3]),
      ], pays: award, on: "2018-12-31")
  }

  static let agencies: [Row] = [
    Row(
      "第1条 法人机构", "agency-setup", of: "G1",
      ["registeredOn": .text("2019-03-01"), "licensedOn": .text("2019-04-02")],
      pays: "80000.00", on: "2019-04-02"),
    Row(
      "第1条 分支机构，登记在后", "agency-setup", of: "B1",
      ["registeredOn": .text("2019-05-03"), "licensedOn": .text("2019-04-02")], pays: "20000.00",
      on: "2019-05-03"),
  ]

  private static let numbers = [
    ("201710000001", "500.00"), ("201720000001", "200.00"), ("201730000001", "100.00"),
  ]
  static let grants: [Row] = numbers.map { number, award in
    Row(
      "第2条 \(number)", "agency-grant", of: "B1",
      [
        "applicationNumber": .text(number), "grantedOn": .text("2019-05-10"), "localAddress": .flag(true),
        "compliant": .flag(true),
      ], pays: award, on: "2019-05-10")
  }

  static let increases: [Row] = [
    // A fifth of the year's number and of the increase: just enough under both readings.
    growth("agency-growth", of: "G1", [300, 200, 60, 40], pays: "20000.00"),
    growth("agency-growth", of: "G1", [399, 200, 80, 40], pays: "20000.00"),
    growth("agency-growth", of: "G1", [300, 100, 60, 20], pays: "50000.00"),
    growth("agency-growth", of: "G1", [400, 100, 80, 20], pays: "100000.00"),
  ]

  static let enterprises: [Row] = [
    Row(
      "第5条 发明代理费", "first-filing", of: "E1",
      [
        "applicationNumber": .text("201910000001"), "filedOn": .text("2019-03-01"),
        "agencyFee": .text("5000.01"),
        "priorFilings": .count(0),
      ], pays: "5000.00", on: "2019-03-01"),
    Row(
      "第5条 实用新型代理费", "first-filing", of: "E1",
      [
        "applicationNumber": .text("201920000001"), "filedOn": .text("2019-03-01"),
        "agencyFee": .text("1999.99"),
        "priorFilings": .count(0),
      ], pays: "1999.99", on: "2019-03-01"),
    Row(
      "第5条 外观设计代理费", "first-filing", of: "E1",
      [
        "applicationNumber": .text("201930000001"), "filedOn": .text("2019-03-01"),
        "agencyFee": .text("3000"),
        "priorFilings": .count(0),
      ], pays: "1000.00", on: "2019-03-01"),
    Row(
      "第5条 首件发明", "first-invention-grant", of: "E1",
      [
        "applicationNumber": .text("201710000001"), "grantedOn": .text("2019-05-10"),
        "priorInventionGrants": .count(0),
      ], pays: "1000.00", on: "2019-05-10"),
    growth("filing-growth", of: "E1", [60, 30, 12, 6], pays: "20000.00"),
    growth("filing-growth", of: "E1", [79, 30, 16, 6], pays: "20000.00"),
    growth("filing-growth", of: "E1", [100, 50, 20, 10], pays: "50000.00"),
    growth("filing-growth", of: "E1", [100, 20, 20, 4], pays: "100000.00"),
    Row(
      "第9条 贯标", "ip-management", of: "E1",
      [
        "certificateNumber": .text("41819IP00123R0S"), "certifiedOn": .text("2019-05-24"),
        "validPatents": .count(1),
        "filingsThisYear": .count(5),
      ], figures: ["approvedAmount": .text("62500.50"), "basis": .text("合同及发票")], pays: "62500.50",
      on: "2019-05-24"),
    Row(
      "第9条 贯标，超过十万", "ip-management", of: "E1",
      [
        "certificateNumber": .text("41819IP00123R0S"), "certifiedOn": .text("2019-05-24"),
        "validPatents": .count(9),
        "filingsThisYear": .count(40),
      ], figures: ["approvedAmount": .text("100000.01"), "basis": .text("合同及发票")], pays: "100000.00",
      on: "2019-05-24"),
  ]

  private static let titles = [
    ("national-demonstration", "200000.00"), ("national-advantage", "150000.00"),
    ("provincial-demonstration", "150000.00"),
    ("provincial-advantage", "100000.00"), ("city-advantage", "80000.00"),
  ]
  static let recognitions: [Row] = titles.map { title, award in
    Row(
      "第7条 \(title)", "recognition", of: "E1",
      ["title": .text(title), "documentNumber": .text("国知发〔2019〕57号"), "listedOn": .text("2019-05-10")],
      pays: award,
      on: "2019-05-10")
  }

  private static let levels = [
    ("local", "100000.00"), ("industry", "100000.00"), ("national", "200000.00"),
    ("international", "200000.00"),
  ]
  static let standards: [Row] = levels.map { level, award in
    Row(
      "第11条 \(level)", "standard", of: "E1",
      [
        "applicationNumber": .text("201510000001"), "enterpriseStandard": .text("Q/BL 1-2017"),
        "standardNumber": .text("DB44/T 1-2019"), "level": .text(level), "grantedOn": .text("2019-05-10"),
        "publishedOn": .text("2019-05-10"),
      ], pays: award, on: "2019-05-10")
  }

  static let anybody: [Row] = [
    Row(
      "第4条 报名费", "exam-fee", of: "P1",
      ["basis": .text("study"), "passedOn": .text("2019-03-01"), "fee": .text("175.50")], pays: "175.50",
      on: "2019-03-01"),
    Row(
      "第12条 保费", "insurance", of: "B1",
      [
        "policyNumber": .text("PZIP0001"), "invoiceNumber": .text("10000001"),
        "premiumPaid": .text("33333.33"),
        "paidOn": .text("2019-05-10"),
      ], pays: "9999.99", on: "2019-05-10"),
    Row(
      "第18条 发明实审", "invention-examination", of: "P1",
      ["applicationNumber": .text("201810000001"), "enteredOn": .text("2019-05-10")], pays: "3000.00",
      on: "2019-05-10"),
    Row(
      "第18条 经PCT的发明", "invention-examination", of: "E1",
      ["applicationNumber": .text("201880000001"), "enteredOn": .text("2019-05-10")], pays: "3000.00",
      on: "2019-05-10"),
    Row(
      "第18条 实用新型", "utility-grant", of: "P1",
      ["applicationNumber": .text("201820000001"), "grantedOn": .text("2019-05-10")], pays: "1000.00",
      on: "2019-05-10"),
    Row(
      "第18条 外观设计", "design-grant", of: "G1",
      ["applicationNumber": .text("201830000001"), "grantedOn": .text("2019-05-10")], pays: "300.00",
      on: "2019-05-10"),
    // Filed 2017-06-01: the grant falls in the second year, and the fourth is the last that is paid.
    Row(
      "第18条 年费", "annual-fee", of: "P1",
      [
        "applicationNumber": .text("201710000001"), "filedOn": .text("2017-06-01"),
        "grantedOn": .text("2018-07-10"),
        "annuity": .count(4), "amountPaid": .text("1200"), "paidOn": .text("2019-06-01"),
      ], pays: "1200.00", on: "2019-06-01"),
  ]

  private func office() throws -> TestOffice {
    var office = try TestOffice(today: "2019-06-10")
    for applicant in [
      Applicant(
        id: "B1", name: "北江英德分所", kind: .agencyBranch, district: "441881", parent: "G1", bank: "英德农商行",
        account: "1238001321"),
      Applicant(
        id: "P1", name: "冯晓岚", kind: .individual, district: "GXQ", code: "441802199003070013", bank: "清远农商行",
        account: "6228480012345678"),
    ] { try office.act(.enterApplicant(applicant), by: "吴经办") }
    return office
  }

  static let all = [agencies, grants, increases, enterprises, recognitions, standards, anybody].flatMap(
    \.self)

  @Test(arguments: all)
  func `From receipt to payment it is the same amount`(row: Row) throws {
    var office = try office()
    let received = try #require(CivilDate("2019-06-10"))
    let filing = Filing(
      id: "F1", item: row.item, applicant: row.applicant, received: received, inputs: row.inputs)
    try office.act(.receiveFiling(filing), by: "李经办")
    try office.step(.accept, "F1", by: "李经办")
    try office.step(.review, "F1", by: "钱复核") { $0.figures = row.figures }
    let award = try #require(Money(row.award))
    let decided = try office.file("F1").decision
    #expect(
      decided.outcome == .pay && decided.award == award && decided.reasons.isEmpty, "\(decided.reasons)")
    #expect(decided.event?.description == row.event && decided.warnings.isEmpty)
    for (step, name) in [(Step.approve, "孙复核"), (.publish, "孙复核"), (.pay, "赵主管")] {
      try office.step(step, "F1", by: name)
    }
    let file = try office.file("F1")
    #expect(
      file.payment?.payment.amount == award && file.filing.decided == award && file.balance.owed == .zero)
    #expect(file.year == CivilDate(row.event)?.year)
    // Whatever is counted is counted once, and all of it ties.
    #expect(office.state.yearSums(of: file.year).award == MoneyTotal(award))
    #expect(office.state.tieOut().isEmpty, "\(office.state.tieOut())")
  }

  /// casework.md, Papers: common to all five, and of each item its own.
  @Test(arguments: [
    ("agency-setup", ["许可证", "总部同意"]), ("agency-grant", ["清单", "证书", "合同", "75"]),
    ("agency-growth", ["当年", "上年", "受理通知书"]), ("filing-growth", ["当年", "上年", "受理通知书"]),
    ("exam-fee", ["合格", "票据", "户口本"]), ("first-filing", ["受理通知书", "合同", "付款凭证", "检索"]),
    ("first-invention-grant", ["证书", "检索"]), ("recognition", ["文件或牌匾"]),
    ("ip-management", ["29490", "合同及发票", "有效专利", "清单"]), ("standard", ["证书", "企业标准", "公告", "对应"]),
    ("insurance", ["保险单", "发票", "付款凭证", "清单"]), ("invention-examination", ["实质审查", "票据"]),
    ("utility-grant", ["原件"]), ("design-grant", ["原件"]), ("annual-fee", ["收据", "证书"]),
  ])
  func `Each item names its papers behind the five of all`(item: String, words: [String]) throws {
    let papers = try TestOffice.policy().papers(of: item)
    #expect(
      papers.prefix(5).map(\.id) == [
        "application-form", "identity", "account-proof", "declaration", "authority",
      ])
    let own = papers.dropFirst(5).map(\.label)
    #expect(own.count == words.count)
    for (label, word) in zip(own, words) { #expect(label.contains(word), "\(label)") }
    // Only what somebody else hands in, and a branch's consent, may be missing.
    #expect(
      papers.filter(\.optional).map(\.id) == ["authority"]
        + (item == "agency-setup" ? ["branch-consent"] : []))
  }
}
