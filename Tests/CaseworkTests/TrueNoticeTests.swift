import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// What an applicant can be told in time, and for what a filing may be refused: the policy's own reasons.
struct TrueNoticeTests {
  private func ahead(_ filing: Filing, _ office: TestOffice) throws -> [String] {
    let applicant = try #require(office.state.applicant(filing.applicant))
    let decision = office.state.preview(filing, of: applicant).decision
    #expect(decision.outcome == .incomplete)
    return ReasonWording.ahead(
      decision, item: office.state.policy.item(filing.item), policy: office.state.policy, filing: filing)
  }

  /// Article 9 asks for a valid patent and five applications; the audit's B8 claimed with none and two.
  @Test
  func `What is hopeless is told before the office works its figure out`() throws {
    let office = try TestOffice()
    var filing = try TestFilings.ipManagement("F1", filingsThisYear: 2)
    filing.inputs[2].value = .count(0)
    #expect(
      try ahead(filing, office) == [
        "预先告知：第9条 有效专利 0 件，低于 1 件，差 1 件，不符合条件。请核对材料。",
        "预先告知：第9条 当年专利申请 2 件，低于 5 件，差 3 件，不符合条件。请核对材料。",
      ])
    // Of an agency, besides.
    filing.applicant = "G1"
    #expect(try ahead(filing, office).first?.hasPrefix("预先告知：第9条 申请人类型为专利代理机构") == true)
    // Met, or not known yet: nothing is said.
    #expect(try ahead(TestFilings.ipManagement("F1", filingsThisYear: 5), office) == [])
    #expect(try ahead(TestFilings.ipManagement("F1", filingsThisYear: nil), office) == [])
  }

  /// Half of what the counter needs is there: what it tells is judged, and each hears once what they have still to add.
  @Test
  func `What can be judged is judged while the applicant's inputs are missing too`() throws {
    let office = try TestOffice()
    let applicant = try #require(office.state.applicant("E1"))
    let item = office.state.policy.item("ip-management")
    func sentences(_ filing: Filing) -> [String] {
      let decision = office.state.preview(filing, of: applicant).decision
      return ReasonWording.sentences(decision, item: item, policy: office.state.policy, filing: filing)
    }
    // items.md, article 9: validPatents ≥1, and 1 − 0 = 1 is short. Three inputs are missing: filingsThisYear is the
    // applicant's, approvedAmount and basis the office's.
    var filing = try TestFilings.ipManagement("F1", filingsThisYear: nil)
    filing.inputs[2].value = .count(0)
    #expect(
      sentences(filing) == [
        "预先告知：第9条 有效专利 0 件，低于 1 件，差 1 件，不符合条件。请核对材料。", "缺少：当年专利申请，请申请人补齐。",
        "缺少 2 项：核准金额、核准依据，由本局复核时填写。",
      ])
    let decision = office.state.preview(filing, of: applicant).decision
    let working = WorkingWording.lines(decision.working, item: item, policy: office.state.policy)
    #expect(working.contains { $0.holds == true && $0.text.hasPrefix("申请人类型 企业") })
    #expect(
      working.filter { $0.holds == false }.map(\.text) == [
        "有效专利 0 件，低于 1 件，差 1 件：不符合", "应填的都有并能识别（缺 3 项）：不符合",
      ])
    #expect(working.last?.text == "资助额 0.00 元")
    // The certificate's day alone, and it is one day too early (closing clause: from 2018-01-01). Number, patents and filings
    // are the applicant's to add, two things the office's: two sentences more.
    filing.inputs = [.init("certifiedOn", .text("2017-12-31"))]
    #expect(
      sentences(filing).first
        == "预先告知：有效期条款 认证日期 2017-12-31，早于 2018-01-01，早 1 天，不在有效期内（2018-01-01 至 2020-12-31），不予资助。请核对日期。")
    #expect(sentences(filing).dropFirst().count == 2)
    // Nothing at all: who applies is known.
    filing.inputs = []
    #expect(sentences(filing).allSatisfy { $0.hasPrefix("缺少 ") })
    // What can't be read is judged as little as what is not there; article 9: filingsThisYear ≥5, 5 − 2 = 3.
    filing.inputs = [.init("validPatents", .text("三件")), .init("filingsThisYear", .count(2))]
    #expect(sentences(filing).contains("预先告知：第9条 当年专利申请 2 件，低于 5 件，差 3 件，不符合条件。请核对材料。"))
    #expect(!sentences(filing).contains { $0.hasPrefix("预先告知：第9条 有效专利") })
  }

  @Test
  func `A second claim of what is paid once is told ahead, too`() throws {
    var office = try TestOffice()
    var first = try TestFilings.ipManagement("F1", filingsThisYear: 7)
    first.inputs += [.init("approvedAmount", .text("60000.00")), .init("basis", .text("合同"))]
    try office.act(.receiveFiling(first), by: "李经办")
    var second = try TestFilings.ipManagement("F2", filingsThisYear: 9)
    second.inputs[0].value = .text("41819IP00999R0S")
    #expect(try ahead(second, office).count == 1)
    #expect(try ahead(second, office).first?.contains("已由 F1 申报，只资助一次") == true)
  }

  /// The decision itself stays as the interchange file says: nothing further is judged.
  @Test
  func `The decision that is kept and exported knows nothing of it`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(TestFilings.ipManagement("F1", filingsThisYear: 2)), by: "李经办")
    let decision = try #require(office.state.decision(of: "F1"))
    #expect(decision.reasons == [.missing("approvedAmount"), .missing("basis")])
    #expect(decision.ahead?.reasons == [.condition("filingsThisYear")])
    #expect(decision.trace.nodes.filter { $0.operation == .holds }.count == 1)
    #expect(try office.file("F1").decision.ahead == nil)
  }

  @Test
  func `The policy's own reasons stand first, each with its article, and a cap among them`() throws {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.agencyGrant("F1", TestFilings.application(2018, 1, 1))), by: "李经办")
    let codes = office.state.grounds(for: .reject, of: try office.file("F1"))
    #expect(
      codes == [
        "applicant-kind", "not-local", "outside-validity", "event-after-received", "number-after-event",
        "condition:localAddress", "condition:compliant", "cap:agency-year", "false-papers",
        "abnormal-application", "patent-invalid", "insurance-cancelled", "objection", "audit", "other",
      ])
    let item = office.state.policy.item("agency-grant")
    let words = codes.prefix(8).map { ReasonWording.ground($0, item: item, policy: office.state.policy) }
    #expect(words[1] == "第2条 所在地不在本市，不予资助" && words[7] == "第2条 代理机构年度限额已用完")
    #expect(words.allSatisfy { !$0.contains(":") })
    #expect(
      office.refusal(of: .reject, "F1", by: "钱复核") { $0.grounds = ["share-too-low"] } != nil,
      "another item's reason")
    try office.step(.reject, "F1", by: "钱复核") { $0.grounds = ["condition:localAddress"] }
    #expect(try office.file("F1").standing == .rejected)
  }
}
