import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// An old record that guards nothing is told with what it lacks, and takes it (audit A1 and its kind), by hand.
struct SupplementTests {
  /// 500 for an invention, paid by the old office (article 2), without its number and day.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    let old = Filing(
      id: "F0", item: "agency-grant", applicant: "G1", received: try #require(CivilDate("2019-03-01")),
      stage: .paid, inputs: [], decided: Money(yuan: 500))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    return office
  }

  private func supplement(_ office: TestOffice, _ inputs: [Filing.Input]) throws -> Casework.Command {
    .changeFiling(try office.file("F0").filing.with(inputs), seen: office.state.seen("F0"))
  }

  @Test
  func `What a record lacks is named, added by a supervisor, and then guards`() throws {
    var office = try office()
    #expect(office.state.unguarded() == ["F0"])
    #expect(office.state.lackingToGuard("F0") == ["applicationNumber", "grantedOn"])
    #expect(SupplementWording.lacking("F0", office.state) == "（缺 专利申请号、授权公告日）")
    let patent = try TestFilings.application(2017, 1, 1)
    let added: [Filing.Input] = [
      .init("applicationNumber", .text(patent.description)), .init("grantedOn", .text("2019-02-12")),
    ]
    #expect(office.refusal(of: try supplement(office, added), by: "钱复核") == .roleTooLow(needed: .supervisor))
    try office.act(try supplement(office, added), by: "周主管")
    // The award is what it was; the cap of 2019 and the patent's key are taken.
    #expect(try office.file("F0").decision.award == Money(yuan: 500))
    #expect(try office.file("F0").standing == .paid)
    #expect(office.state.unguarded().isEmpty && office.state.lackingToGuard("F0").isEmpty)
    #expect(office.state.caps(of: 2019).map(\.used.description) == ["500.00"])
    try office.act(.receiveFiling(TestFilings.agencyGrant("F1", patent)), by: "李经办")
    #expect(try office.file("F1").decision.reasons == [.duplicate("F0")])
    #expect(try office.reopened().differing(from: office.state) == [])
  }

  /// What was refused or withdrawn asks for no key and no room, whatever stands beside it.
  @Test
  func `An old record that is closed is not told to guard nothing`() throws {
    let office = try TestOffice()
    for (stage, isTold) in [(Stage.paid, true), (.rejected, false), (.withdrawn, false)] {
      let old = Filing(
        id: "F0", item: "agency-grant", applicant: "G1", received: try #require(CivilDate("2019-03-01")),
        stage: stage, inputs: [], decided: Money(yuan: 500))
      let plan = office.state.plan(applicants: [], filings: [old])
      let told = office.state.doubtful(in: plan, today: office.today)
        .contains { $0.doubts.contains(.guardsNothing(lacking: ["applicationNumber", "grantedOn"])) }
      #expect(told == isTold, "\(stage)")
      var taken = office
      try taken.act(.importCases(applicants: [], filings: [old]), by: "周主管")
      #expect(taken.state.unguarded() == (isTold ? ["F0"] : []), "\(stage)")
    }
  }

  @Test
  func `What a record says stays, and so does what was decided here`() throws {
    var office = try office()
    let number = Filing.Input("applicationNumber", .text("201710000001"))
    try office.act(try supplement(office, [number]), by: "周主管")
    #expect(office.state.lackingToGuard("F0") == ["grantedOn"])
    #expect(
      office.refusal(
        of: try supplement(office, [.init("applicationNumber", .text("201710000002"))]), by: "周主管")
        == .filingIsDecided("F0"))
    var moved = try office.file("F0").filing
    moved.received = office.today
    #expect(office.refusal(of: .changeFiling(moved), by: "周主管") == .filingIsDecided("F0"))
    try office.bring(
      TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 1)), to: .approved)
    let changed = try office.file("F2").filing.with([.init("grantedOn", .text("2019-05-11"))])
    #expect(office.refusal(of: .changeFiling(changed), by: "周主管") == .filingIsDecided("F2"))
  }

  /// The audit's B2: the counter said yes, and only the approval said no.
  @Test
  func `Bad news is told as soon as a filing for the same patent is looked at`() throws {
    var office = try TestOffice()
    let patent = try TestFilings.application(2018, 2, 1)
    let filing = try TestFilings.utilityGrant("F1", patent)
    #expect(NewsWording.warning(filing, office.state) == nil)
    let news = News(
      kind: .patentInvalid, number: patent.description, day: office.today, paper: "审查决定第5号")
    try office.act(.enterNews(news, seen: office.state.consequences(of: news)), by: "钱复核")
    #expect(
      NewsWording.warning(filing, office.state)
        == "所依据的专利或合同已登记不利情形 N1：专利权被宣告无效（审查决定第5号，2019-06-10）。本件不能审定，请当面告知申请人。")
    let other = try TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2))
    #expect(NewsWording.warning(other, office.state) == nil)
  }
}
