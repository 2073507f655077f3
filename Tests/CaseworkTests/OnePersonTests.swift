import CaseModel
import Casework
import SubsidyRules
import Testing

/// Two pairs of eyes where one of them is new: name and sponsor count as one person on the day, in both directions, and
/// so do two names of one sponsor.
struct OnePersonTests {
  /// An office with a filing F1, reviewed by 钱复核, and F0, which is there so that new names have sponsors.
  private func office(_ standing: Standing = .received, isTrial: Bool = false) throws -> TestOffice {
    var office = try TestOffice(isTrial: isTrial)
    try office.act(.receiveFiling(grant("F0", 2)), by: "李经办")
    try office.bring(grant("F1", 1), to: standing)
    return office
  }

  private func grant(_ id: String, _ serial: UInt64) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial))
  }

  private func add(
    _ name: String, _ role: Operator.Role, by sponsor: String, to office: inout TestOffice
  ) throws {
    try office.act(.addOperator(Operator(name: name, role: role, login: nil)), by: sponsor)
  }

  /// What keeps somebody from a step, and on whose account.
  private func conflict(_ step: Step, by name: String, _ office: TestOffice) throws -> DutyConflict {
    let refusal = office.refusal(of: step, "F1", by: name)
    guard case .step(.duty(let conflict, _))? = refusal else { throw UnexpectedRefusal(refusal: refusal) }
    return conflict
  }

  private func accept(by name: String, _ office: inout TestOffice) throws {
    try office.step(.accept, "F1", by: name)
    try office.step(.review, "F1", by: "钱复核")
  }

  // MARK: - In both directions

  @Test
  func `1: a new name does not approve what its sponsor accepted, and is told why and who may`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    try add("影子", .reviewer, by: "赵主管", to: &office)
    let conflict = try conflict(.approve, by: "影子", office)
    #expect(conflict.kind == .handled(.accepted) && conflict.by == "赵主管" && conflict.tie?.other == "赵主管")
    let sentence = try office.sentence(office.refusal(of: .approve, "F1", by: "影子"))
    #expect(sentence.contains("赵主管 于 2019-06-10") && sentence.contains("而 影子 是 赵主管 于 2019-06-10"))
    #expect(sentence.contains("当天 影子 与 赵主管 按一人计") && sentence.contains("可由周主管、钱复核、孙复核办理"))
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == nil)
    // On the next day the other name has had the time to speak up.
    office.today = try #require(CivilDate("2019-06-11"))
    #expect(office.refusal(of: .approve, "F1", by: "影子") == nil)
  }

  @Test
  func `2: nor does a sponsor approve or pay what the new name accepted`() throws {
    var office = try office()
    try add("影子", .clerk, by: "赵主管", to: &office)
    try accept(by: "影子", &office)
    let tie = try #require(try conflict(.approve, by: "赵主管", office).tie)
    guard case .given("影子", by: "赵主管", at: _) = tie.reason else {
      Issue.record("\(tie.reason)")
      return
    }
    try office.step(.approve, "F1", by: "孙复核")
    try office.step(.publish, "F1", by: "孙复核")
    #expect(try conflict(.pay, by: "赵主管", office).by == "影子")
    #expect(office.refusal(of: .pay, "F1", by: "周主管") == nil)
  }

  @Test
  func `3: a new name does not pay what its sponsor accepted`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    try office.step(.approve, "F1", by: "孙复核")
    try office.step(.publish, "F1", by: "孙复核")
    try add("傀主", .supervisor, by: "赵主管", to: &office)
    #expect(try conflict(.pay, by: "傀主", office).by == "赵主管")
  }

  @Test
  func `4: two names of one sponsor are one person`() throws {
    var office = try office()
    try add("影子甲", .clerk, by: "赵主管", to: &office)
    try add("影子乙", .reviewer, by: "赵主管", to: &office)
    try accept(by: "影子甲", &office)
    #expect(try conflict(.approve, by: "影子乙", office).by == "影子甲")
  }

  @Test
  func `5: so are names that one gave to the next, also after the one between has retired`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    try add("影主", .supervisor, by: "赵主管", to: &office)
    try add("影子", .reviewer, by: "影主", to: &office)
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
    try office.act(.retireOperator("影主", note: "调离"), by: "赵主管")
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
  }

  @Test
  func `6: a cleared PIN ties both, in both directions`() throws {
    let key = PINKey(salt: [1], key: [2], rounds: 2, blockSize: 1, parallelism: 1)
    var office = try office()
    try office.act(.setPIN(key, replacing: nil), by: "孙复核")
    try accept(by: "赵主管", &office)
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == nil)
    try office.act(.clearPIN("孙复核", note: "忘记"), by: "赵主管")
    #expect(try conflict(.approve, by: "孙复核", office).by == "赵主管")
    var other = try self.office(.reviewed)
    try other.act(.setPIN(key, replacing: nil), by: "李经办")
    try other.act(.clearPIN("李经办", note: "忘记"), by: "赵主管")
    #expect(try conflict(.approve, by: "赵主管", other).by == "李经办")
  }

  @Test
  func `7: a role that was raised ties as a new name does`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    try office.act(.retireOperator("吴经办", note: "改任"), by: "赵主管")
    try add("吴经办", .reviewer, by: "赵主管", to: &office)
    #expect(try conflict(.approve, by: "吴经办", office).by == "赵主管")
  }

  @Test
  func `8: a second sponsor does not take the first one's place`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    try add("影子", .reviewer, by: "赵主管", to: &office)
    let code = PINKey(salt: [1], key: [2], rounds: 2, blockSize: 1, parallelism: 1)
    try office.act(.clearPIN("影子", note: "忘记", code: code), by: "周主管")
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
    try office.act(.retireOperator("影子", note: ""), by: "周主管")
    try add("影子", .reviewer, by: "周主管", to: &office)
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
  }

  // MARK: - Whatever the sponsor touched

  @Test(arguments: ["account", "input", "paper", "facts"])
  func `9: what the sponsor changed counts as the new name's own`(touched: String) throws {
    var office = try office(.reviewed)
    switch touched {
    case "account":
      var applicant = try #require(office.state.applicant("E1"))
      applicant.account = "1239999321"
      try office.act(.changeApplicant(applicant), by: "赵主管")
    case "input":
      var filing = try office.file("F1").filing
      filing.inputs[1] = .init("grantedOn", .text("2019-05-20"))
      try office.act(.changeFiling(filing), by: "赵主管")
    case "paper":
      try office.act(
        .tickPapers(
          filing: "F1", [PaperTick(paper: "identity", copies: 1)], seen: office.state.row("F1").seen),
        by: "赵主管")
    default:
      var applicant = try #require(office.state.applicant("E1"))
      applicant.district = "441802"
      try office.act(.changeApplicant(applicant, touching: ["F1"]), by: "赵主管")
    }
    try add("影子", .reviewer, by: "赵主管", to: &office)
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
  }

  @Test
  func `10: a reading that the sponsor chose counts, and an amount that the sponsor proposed`() throws {
    var office = try office()
    try office.bring(
      TestFilings.filingGrowth("F2", now: 50, before: 14, inventions: 9, inventionsBefore: 0), to: .reviewed)
    try office.act(.chooseReading(reading: "share-base", option: "increment", note: "局务会议定"), by: "赵主管")
    try add("影子", .reviewer, by: "赵主管", to: &office)
    guard case .step(.duty(let conflict, _))? = office.refusal(of: .approve, "F2", by: "影子") else {
      Issue.record("approved by the new name")
      return
    }
    guard case .given(_, by: "赵主管", at: _)? = conflict.tie?.reason else {
      Issue.record("\(String(describing: conflict.tie))")
      return
    }
    #expect(conflict.kind == .reading("share-base"))
    var paid = try self.office(.paid)
    try paid.step(.revise, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 500)
      $0.note = "复查"
    }
    try add("影子", .reviewer, by: "赵主管", to: &paid)
    #expect(try self.conflict(.confirm, by: "影子", paid).kind == .handled(.amount))
  }

  // MARK: - The day

  @Test
  func `11: --today does not end the day, nor does a clock that is set back`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    try add("影子", .reviewer, by: "赵主管", to: &office)
    office.clockDay = office.today
    office.today = try #require(CivilDate("2019-06-12"))
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
    office.clockDay = CivilDate("2019-06-08")
    office.today = try #require(CivilDate("2019-06-08"))
    let refusal = office.refusal(of: .approve, "F1", by: "影子") { $0.day = CivilDate("2019-06-10") }
    #expect(refusal == .step(.dayInFuture(try #require(CivilDate("2019-06-10")))))
    office.today = try #require(CivilDate("2019-06-10"))
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
  }

  @Test
  func `12: a name added while the clock ran ahead stays tied until the clock is there`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    office.today = try #require(CivilDate("2019-06-20"))
    try add("影子", .reviewer, by: "赵主管", to: &office)
    office.today = try #require(CivilDate("2019-06-10"))
    // Another save in between, so that the last line is the honest day's again.
    try office.act(.receiveFiling(grant("F3", 3)), by: "李经办")
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
    // The first is the office's own, which was founded the year before.
    #expect(office.state.folded.clockJumps.map(\.isBack) == [false, false, true])
    let listed = office.state.exceptions(of: 2019).compactMap { exception in
      if case .clock(let jump) = exception.kind { jump.after.prefix(10) } else { nil }
    }
    #expect(listed.suffix(2) == ["2019-06-20", "2019-06-10"])
  }

  @Test
  func `13: on a trial store the day is the one that was set`() throws {
    var office = try office(isTrial: true)
    try accept(by: "赵主管", &office)
    try add("影子", .reviewer, by: "赵主管", to: &office)
    office.clockDay = office.today
    #expect(try conflict(.approve, by: "影子", office).by == "赵主管")
    office.today = try #require(CivilDate("2019-06-11"))
    #expect(office.refusal(of: .approve, "F1", by: "影子") == nil)
  }

  // MARK: - Old and new

  @Test
  func `14: names from before the first filing have no sponsor and are listed`() throws {
    let office = try office()
    let listed = office.state.exceptions(of: 2019).filter { $0.kind == .withoutSponsor }.map(\.by)
    #expect(listed == ["赵主管", "周主管", "钱复核", "孙复核", "李经办", "吴经办"])
  }

  @Test
  func `15: an approval within seven days of the name is marked, later ones are not`() throws {
    for (day, isMarked) in [("2019-06-11", true), ("2019-06-17", true), ("2019-06-18", false)] {
      var office = try office(.reviewed)
      try add("影子", .reviewer, by: "赵主管", to: &office)
      office.today = try #require(CivilDate(day))
      try office.step(.approve, "F1", by: "影子")
      let found = office.state.exceptions(of: 2019).filter { $0.filing == "F1" }
      #expect(found.count == (isMarked ? 1 : 0), "\(day)")
      #expect(found.allSatisfy { $0.by == "影子" && $0.step == .approve })
      // The same from the lines alone.
      #expect(try office.reopened().exceptions(of: 2019).filter { $0.filing == "F1" } == found)
    }
  }

  @Test
  func `16: what stands in old lines stays, whoever made it`() throws {
    var office = try office()
    try accept(by: "赵主管", &office)
    try add("影子", .reviewer, by: "赵主管", to: &office)
    // As an earlier program would have let it through.
    let line = Transaction(
      by: "影子", at: office.moment().at, policy: office.state.policyHash,
      changes: [
        .stepped(
          filing: "F1",
          StepTaken(.approve, day: office.today, detail: .approval(Approval(amount: Money(yuan: 1_000)))))
      ])
    office.state.fold(line)
    #expect(try office.file("F1").standing == .approved)
    #expect(try office.file("F1").filing.decided == Money(yuan: 1_000))
  }
}
