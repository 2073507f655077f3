import CaseModel
import Casework
import SubsidyRules
import Testing

/// Article 2: a cap of 50 000 yuan a year, by year of grant, for an agency with its branches; an invention is 500.
///
/// A branch joins or leaves on a day, or was always what it is: the room that decided filings use never comes back.
@Suite struct FamilyTests {
  /// G1 an agency with a branch B1, G2 an agency that stands alone, G3 another.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    for (id, name, kind, parent) in [
      ("B1", "清远市北江专利代理事务所英德分所", ApplicantKind.agencyBranch, "G1"),
      ("G2", "清远市飞来峡知识产权代理有限公司", .agency, nil), ("G3", "清远市凤城专利代理事务所", .agency, nil),
    ] {
      try office.act(
        .enterApplicant(
          Applicant(
            id: id, name: name, kind: kind, district: "441881", parent: parent, bank: "行",
            account: "1236001321")),
        by: "李经办")
    }
    return office
  }

  private func grant(_ id: String, of applicant: String, received: String) throws -> Filing {
    let serial = UInt64(id.utf8.reduce(7) { ($0 * 31 + Int($1)) % 99_991 })
    var filing = try TestFilings.agencyGrant(
      id, TestFilings.application(2017, 1, serial), received: received, granted: "2019-02-01")
    filing.applicant = applicant
    return filing
  }

  /// What an old office decided.
  private func decide(
    _ yuan: Int64, _ id: String, of applicant: String, received: String, _ office: inout TestOffice
  ) throws {
    var old = try grant(id, of: applicant, received: received)
    (old.stage, old.decided) = (.paid, Money(yuan: yuan))
    try office.act(.importCases(applicants: [], filings: [old]), by: "赵主管")
  }

  private func receive(_ id: String, of applicant: String, received: String, _ office: inout TestOffice)
    throws
  {
    var filing = try grant(id, of: applicant, received: received)
    // Where it comes before others it takes a reason; elsewhere nobody asks for one.
    filing.overrides = [.init(Filing.receipt, reason: "补录")]
    try office.act(.receiveFiling(filing), by: "李经办")
  }

  private func move(
    _ id: String, to parent: String?, since: ParentSince = .always, _ office: inout TestOffice
  ) throws { try office.act(change(id, to: parent, since: since, office), by: "吴经办") }

  private func change(
    _ id: String, to parent: String?, since: ParentSince, _ office: TestOffice
  ) throws -> Casework.Command {
    var applicant = try #require(office.state.applicant(id))
    applicant.parent = parent
    return .changeApplicant(applicant, since: since)
  }

  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

  private func award(_ id: String, _ office: TestOffice) throws -> String {
    try office.file(id).decision.award.description
  }

  /// Used and overrun by holder.
  private func caps(_ office: TestOffice) -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: office.state.caps(of: 2019).map {
        ($0.group.holder, [$0.used.description, $0.over.description])
      })
  }

  /// However it was come to, the state is the same.
  private func expectSameReopened(_ office: TestOffice) throws {
    #expect(try office.state.differing(from: office.reopened()) == [])
  }

  @Test func `what is received before a branch leaves counts in the old family, after it in its own`() throws
  {
    var office = try office()
    try decide(49_800, "OLD", of: "B1", received: "2019-03-01", &office)
    try receive("BEFORE", of: "B1", received: "2019-04-30", &office)
    try receive("AFTER", of: "B1", received: "2019-05-01", &office)
    #expect(try award("BEFORE", office) == "200.00" && award("AFTER", office) == "0.00")
    try move("B1", to: nil, since: .day(day("2019-05-01")), &office)
    #expect(try award("BEFORE", office) == "200.00" && award("AFTER", office) == "500.00")
    try receive("LATE", of: "B1", received: "2019-04-29", &office)
    #expect(try award("LATE", office) == "200.00", "it came before, though it is entered later")
    try receive("HEAD", of: "G1", received: "2019-05-02", &office)
    #expect(try award("HEAD", office) == "0.00", "what the branch used stays used")
    #expect(caps(office) == ["G1": ["50000.00", "0.00"], "B1": ["500.00", "0.00"]])
    #expect(try award("OLD", office) == "49800.00")
    try expectSameReopened(office)
  }

  @Test
  func
    `a branch that joins on a day brings no use from before, and its later filings draw on the head's room`()
    throws
  {
    var office = try office()
    try decide(40_000, "HEAD", of: "G1", received: "2019-03-01", &office)
    try decide(30_000, "OWN", of: "G2", received: "2019-03-01", &office)
    // Decided after the day by people who did not know of it: it stays where it is, and counts with the head's too.
    try decide(9_800, "LATE", of: "G2", received: "2019-05-02", &office)
    try receive("BEFORE", of: "G2", received: "2019-04-30", &office)
    try receive("AFTER", of: "G2", received: "2019-05-03", &office)
    try move("G2", to: "G1", since: .day(day("2019-05-01")), &office)
    #expect(try award("BEFORE", office) == "500.00" && award("AFTER", office) == "200.00")
    #expect(caps(office) == ["G1": ["50000.00", "0.00"], "G2": ["40300.00", "0.00"]])
    #expect(try office.file("LATE").received.further == ["G1"] && office.file("OWN").received.further == [])
    try expectSameReopened(office)
  }

  @Test
  func `a correction makes one family from the beginning, shows the overrun and changes no decided award`()
    throws
  {
    var office = try office()
    try decide(40_000, "HEAD", of: "G1", received: "2019-03-01", &office)
    try decide(30_000, "OWN", of: "G2", received: "2019-03-02", &office)
    try receive("OPEN", of: "G2", received: "2019-04-01", &office)
    #expect(try award("OPEN", office) == "500.00")
    try move("G2", to: "G1", &office)
    #expect(caps(office) == ["G1": ["70000.00", "20000.00"]])
    #expect(try award("HEAD", office) == "40000.00" && award("OWN", office) == "30000.00")
    #expect(try award("OPEN", office) == "0.00" && office.file("OPEN").decision.outcome == .exhausted)
    // Whoever changed what it rests on does not approve it.
    #expect(try office.file("OPEN").history.last?.by == "吴经办")
    #expect(office.state.tieOut().contains { if case .overrun = $0.kind { true } else { false } })
    try expectSameReopened(office)
  }

  @Test func `no correction gives room back`() throws {
    var office = try office()
    try decide(30_000, "OWN", of: "G2", received: "2019-03-02", &office)
    try decide(20_000, "BRANCH", of: "B1", received: "2019-03-03", &office)
    try move("G2", to: "G1", &office)
    #expect(caps(office) == ["G1": ["50000.00", "0.00"]])
    try move("G2", to: nil, &office)
    #expect(caps(office) == ["G1": ["50000.00", "0.00"], "G2": ["30000.00", "0.00"]])
    try move("B1", to: "G3", &office)
    #expect(
      caps(office) == ["G1": ["50000.00", "0.00"], "G2": ["30000.00", "0.00"], "G3": ["20000.00", "0.00"]])
    try move("B1", to: "G1", &office)
    #expect(caps(office)["G3"] == ["20000.00", "0.00"], "nor does taking one back")
    try receive("OPEN", of: "B1", received: "2019-04-01", &office)
    #expect(try award("OPEN", office) == "0.00")
    try expectSameReopened(office)
  }

  @Test func `what a branch of a branch decided moves with it`() throws {
    var office = try office()
    try decide(30_000, "OWN", of: "B1", received: "2019-03-02", &office)
    try decide(30_000, "HEAD", of: "G2", received: "2019-03-02", &office)
    try move("G1", to: "G2", &office)
    #expect(caps(office) == ["G2": ["60000.00", "10000.00"]])
    try expectSameReopened(office)
  }

  @Test func `a filing whose decision is undone asks in one family`() throws {
    var office = try office()
    try office.bring(grant("F1", of: "B1", received: "2019-04-01"), to: .approved)
    try move("B1", to: "G3", &office)
    #expect(caps(office) == ["G1": ["500.00", "0.00"], "G3": ["500.00", "0.00"]])
    try office.step(.undo, "F1", by: "孙复核") { $0.note = "重新核对" }
    #expect(caps(office) == ["G3": ["500.00", "0.00"]])
    #expect(try office.file("F1").received.further == [])
    try expectSameReopened(office)
  }

  /// 49 500 of G1 are used, and 500 of B1 with them. B1 goes to G3 and comes back: undone, its filing asks in G1 again, so
  /// that nothing is left for another of G1.
  @Test func `what went there and back asks where it belongs now`() throws {
    var office = try office()
    try decide(49_500, "HEAD", of: "G1", received: "2019-03-01", &office)
    try office.bring(grant("D9", of: "B1", received: "2019-04-01"), to: .approved)
    try move("B1", to: "G3", &office)
    try move("B1", to: "G1", &office)
    try office.step(.undo, "D9", by: "孙复核") { $0.note = "重新核对" }
    #expect(try office.file("D9").received.family == "G1" && office.file("D9").received.further == [])
    try receive("N1", of: "G1", received: "2019-05-01", &office)
    #expect(try award("D9", office) == "500.00" && award("N1", office) == "0.00")
    try expectSameReopened(office)
  }

  /// A line of before made B1 a branch of G3 and left its filing with G1; that G1 was always G2's moves it to G2, by a
  /// line of its own.
  @Test func `what a change of before left behind goes with its head, by a line of its own`() throws {
    var office = try office()
    try decide(49_800, "HEAD", of: "G1", received: "2019-03-01", &office)
    try receive("U1", of: "B1", received: "2019-04-01", &office)
    var branch = try #require(office.state.applicant("B1"))
    branch.parent = "G3"
    office.state.fold(
      Transaction(
        by: "李经办", at: "2019-06-10T03:00:00Z", policy: "founding", changes: [.applicantChanged(branch)]))
    #expect(try award("U1", office) == "200.00")
    try move("G1", to: "G2", &office)
    #expect(try office.file("U1").received.family == "G2" && award("U1", office) == "200.00")
    #expect(try office.file("U1").history.last?.by == "吴经办")
  }

  /// G3 over B1 becomes G1's branch while B1's filing is decided: whoever did that does not approve it anew.
  @Test func `whoever moved the head of a decided filing does not approve it anew`() throws {
    var office = try office()
    try move("B1", to: "G3", &office)
    try office.bring(grant("D9", of: "B1", received: "2019-04-01"), to: .approved)
    try office.act(change("G3", to: "G1", since: .always, office), by: "孙复核")
    try office.step(.undo, "D9", by: "孙复核") { $0.note = "重新核对" }
    guard case .step(.duty)? = office.refusal(of: .approve, "D9", by: "孙复核") else {
      Issue.record("approved by whoever moved the head")
      return
    }
    try office.step(.approve, "D9", by: "周主管")
    #expect(try award("D9", office) == "500.00")
  }

  /// Article 2: once for an agency with its branches and a year; 100 more applications are 20 000.
  @Test func `a decided growth bonus keeps its key in both families`() throws {
    var office = try office()
    func growth(_ id: String, of applicant: String) throws -> Filing {
      var filing = try TestFilings.filingGrowth(id, now: 300, before: 200, inventions: 60)
      (filing.item, filing.applicant) = ("agency-growth", applicant)
      return filing
    }
    var old = try growth("OLD", of: "B1")
    (old.stage, old.decided) = (.paid, Money(yuan: 20_000))
    try office.act(.importCases(applicants: [], filings: [old]), by: "赵主管")
    for (id, applicant) in [("N1", "G1"), ("N3", "G3")] {
      try office.act(.receiveFiling(growth(id, of: applicant)), by: "李经办")
    }
    #expect(try award("N1", office) == "0.00" && award("N3", office) == "20000.00")
    try move("B1", to: "G3", &office)
    #expect(try office.file("N3").decision.reasons == [.duplicate("OLD")])
    #expect(try office.file("N1").decision.reasons == [.duplicate("OLD")], "nothing is given back")
    try expectSameReopened(office)
  }

  @Test func `another day of receipt may lie in another family`() throws {
    var office = try office()
    try decide(50_000, "HEAD", of: "G1", received: "2019-03-01", &office)
    try move("B1", to: nil, since: .day(day("2019-05-01")), &office)
    try receive("F1", of: "B1", received: "2019-05-01", &office)
    #expect(try award("F1", office) == "500.00")
    var filing = try office.file("F1").filing
    filing.received = day("2019-04-30")
    #expect(
      office.state.preview(filing, of: try #require(office.state.applicant("B1"))).decision.award == .zero)
    try office.act(.changeFiling(filing), by: "李经办")
    #expect(try award("F1", office) == "0.00" && office.file("F1").received.family == "G1")
    try expectSameReopened(office)
  }

  @Test func `days that can't be are refused`() throws {
    var office = try office()
    func refusal(_ id: String, to parent: String?, _ since: ParentSince) throws -> Refusal? {
      office.refusal(of: try change(id, to: parent, since: since, office), by: "吴经办")
    }
    #expect(try refusal("B1", to: nil, .day(day("2019-06-11"))) == .family(.notYet(day("2019-06-11"))))
    #expect(try refusal("B1", to: "G1", .day(day("2019-06-01"))) == .family(.sameParent))
    try move("B1", to: nil, since: .day(day("2019-05-01")), &office)
    #expect(
      try refusal("B1", to: "G3", .day(day("2019-04-30"))) == .family(.beforeLastChange(day("2019-05-01"))))
    // Before that day B1 was G1's branch: G1 was never B1's.
    #expect(try refusal("G1", to: "B1", .always) == .cycleOfParents)
    #expect(try refusal("G1", to: "B1", .day(day("2019-05-01"))) == nil)
    #expect(
      try office.sentence(refusal("B1", to: "G3", .day(day("2019-04-30"))))
        == "总部自 2019-05-01 起已变更过一次，这次不能早于那一日；若一直如此，请按更正改。")
  }

  /// A line of before says nothing of when: what was received stays where it was, as it always did.
  @Test func `a change of before moves nothing that is there`() throws {
    var office = try office()
    try decide(30_000, "OWN", of: "G2", received: "2019-03-02", &office)
    try receive("OPEN", of: "G2", received: "2019-04-01", &office)
    var applicant = try #require(office.state.applicant("G2"))
    applicant.parent = "G1"
    office.state.fold(
      Transaction(
        by: "李经办", at: "2019-06-10T03:00:00Z", policy: "founding", changes: [.applicantChanged(applicant)]))
    #expect(try office.file("OPEN").received.family == "G2")
    #expect(caps(office) == ["G2": ["30500.00", "0.00"]])
    try receive("NEW", of: "G2", received: "2019-04-02", &office)
    #expect(try office.file("NEW").received.family == "G1")
  }
}
