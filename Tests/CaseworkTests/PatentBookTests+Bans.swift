import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// Who gets nothing for a time (国家知识产权局令第75号), at the counter and in a file.
extension PatentBookTests {
  @Test
  func `Whoever gets nothing for a time is told of at receipt, by name or code, until the last day`() throws {
    var office = try TestOffice()
    // 国家知识产权局令第75号: five years from 2014-06-11 end on 2019-06-10, when the filing comes in.
    try enter(
      OfficeKinds.ban,
      [
        ("from", .text("2014-06-11")), ("years", .count(5)), ("party", .text("英德市碧落陶瓷有限公司")),
        ("reason", .text("非正常申请，情节严重")),
      ], in: &office)
    #expect(
      warnings(try grant(), office) == [
        "申请人的名称或代码在不予资助名单内（441881-R00001：非正常申请，情节严重），2019-06-11 以前不予资助，请核对是否同一家，当面告知。"
      ])
    var later = try grant()
    later.received = try #require(CivilDate("2019-06-11"))
    #expect(warnings(later, office) == [])
    // It is asked why a filing is taken all the same; whoever takes it does not approve it.
    #expect(
      try office.sentence(office.refusal(of: .receiveFiling(grant()), by: "钱复核"))
        == "申请人的名称或代码在不予资助名单内（441881-R00001：非正常申请，情节严重），2019-06-11 以前不予资助。请核对是否同一家，当面告知；仍要收件的，请写明理由（表单里的“收件理由”，或 overrides 的 ban）。"
    )
    var taken = try grant()
    taken.overrides = [.init(Filing.ban, reason: "已提出复议，先收件")]
    try office.act(.receiveFiling(taken), by: "钱复核")
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 8)
    #expect(
      warnings(taken, office) == [
        "申请人的名称或代码在不予资助名单内（441881-R00001：非正常申请，情节严重），2019-06-11 以前不予资助，收件理由：已提出复议，先收件。"
      ])
    #expect(try office.file("F1").marks.contains { $0.kind == .input(Filing.ban) && $0.by == "钱复核" })
    #expect(try office.reopened().file("F1")?.filing.override(of: Filing.ban) == "已提出复议，先收件")
    var without = taken
    without.overrides = []
    #expect(
      office.refusal(of: .changeFiling(without), by: "钱复核") != nil, "the reason is not taken away again")
  }

  @Test
  func `Why somebody was taken all the same stands there though the ban is struck`() throws {
    var office = try TestOffice()
    try enter(
      OfficeKinds.ban,
      [
        ("from", .text("2019-06-01")), ("years", .count(5)), ("party", .text("英德市碧落陶瓷有限公司")),
        ("reason", .text("提供虚假材料")),
      ], in: &office)
    var taken = try grant()
    taken.overrides = [.init(Filing.ban, reason: "已提出复议，先收件。")]
    try office.act(.receiveFiling(taken), by: "钱复核")
    try office.act(.strikeRecord("441881-R00001", note: "登记错了人"), by: "钱复核")
    let file = try office.file("F1")
    #expect(warnings(file.filing, office) == [])
    #expect(OverrideWording.lines(file.filing, nil) == ["收件理由：已提出复议，先收件。"])
    // Who took it still does not approve it.
    #expect(file.marks.contains { $0.kind == .input(Filing.ban) && $0.by == "钱复核" })
  }

  @Test
  func `A filing that was there before its applicant came on the list is changed without a word on it`()
    throws
  {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    try enter(
      OfficeKinds.ban,
      [
        ("from", .text("2019-06-01")), ("years", .count(5)), ("party", .text("英德市碧落陶瓷有限公司")),
        ("reason", .text("提供虚假材料")),
      ], in: &office)
    var changed = try office.file("F1").filing
    changed.inputs[1].value = .text("2019-05-17")
    #expect(office.refusal(of: .changeFiling(changed), by: "李经办") == nil)
    #expect(warnings(changed, office).first?.contains("2024-06-01 以前不予资助") == true)
  }

  /// An agency bears the name of an enterprise that gets nothing: codes whose check digits are right tell them apart; where
  /// one has none, or a wrong one, it is asked, and the question says that a name may be all.
  @Test
  func `Who is called like somebody on the list is asked about, unless two right codes say otherwise`() throws
  {
    let (own, other, wrong) = ("91441802MAFARM019H", "91441881MA4QYTE1X7", "91441881MA4QYTE1X8")
    for (agency, listed, isAsked) in [
      (nil, other, true), (own, nil, true), (own, other, false), (own, wrong, true), (wrong, other, true),
      (nil, nil, true), (own, own, true),
    ] {
      var office = try TestOffice()
      var entry = [
        ("from", RawInput.text("2019-06-01")), ("years", .count(5)), ("party", .text("清远市同名专利代理事务所")),
        ("reason", .text("提供虚假材料")),
      ]
      if let listed { entry.append(("code", .text(listed))) }
      try enter(OfficeKinds.ban, entry, in: &office)
      try office.act(
        .enterApplicant(
          Applicant(id: "G9", name: "清远市同名专利代理事务所", kind: .agency, district: "441802", code: agency)),
        by: "李经办")
      var filing = try TestFilings.agencyGrant("F1", TestFilings.application(2017, 1, 1))
      filing.applicant = "G9"
      let refusal = office.refusal(of: .receiveFiling(filing), by: "李经办")
      #expect((refusal != nil) == isAsked, "\(agency ?? "-") \(listed ?? "-")")
      guard isAsked else { continue }
      #expect(try office.sentence(refusal).contains("请核对是否同一家，当面告知；仍要收件的，请写明理由"))
    }
  }

  @Test
  func `Whoever comes in by a file while getting nothing is refused until somebody says why`() throws {
    var office = try TestOffice()
    try enter(
      OfficeKinds.ban,
      [
        ("from", .text("2019-06-01")), ("years", .count(5)), ("party", .text("英德市新来陶瓷有限公司")),
        ("code", .text("91441802MAFARM019H")), ("reason", .text("提供虚假材料")),
      ], in: &office)
    var new = Applicant(id: "E9", name: "英德市新来陶瓷有限公司", kind: .enterprise, district: "441881")
    var filing = try grant("F9")
    filing.applicant = "E9"
    func refused() -> [String] {
      office.state.plan(applicants: [new], filings: [filing]).refused.map(\.id)
    }
    #expect(refused() == ["F9"])
    #expect(
      try office.sentence(office.refusal(of: .importCases(applicants: [new], filings: [filing]), by: "钱复核"))
        .hasPrefix("第 1 件申报 F9：申请人的名称或代码在不予资助名单内（441881-R00001：提供虚假材料），2024-06-01 以前不予资助。"))
    // Another code of its own is another unit, whatever it is called.
    new.code = "91441881MA4QYTE1X7"
    #expect(refused() == [])
    new.code = "91441802MAFARM019H"
    #expect(refused() == ["F9"])
    var (received, answered) = (filing, filing)
    answered.overrides = [.init(Filing.ban, reason: "已提出复议")]
    filing = answered
    #expect(refused() == [])
    // What another office decided is not received here.
    (received.stage, received.decided) = (.approved, Money(yuan: 1000))
    filing = received
    #expect(refused() == [])
  }
}
