import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// Papers and notices: everything at once, by a day, and once (一次性告知).
struct CorrectionTests {
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    return office
  }

  private func tick(_ office: inout TestOffice, _ ticks: PaperTick..., by name: String = "李经办") throws {
    try office.act(.tickPapers(filing: "F1", ticks, seen: #require(office.state.seen("F1"))), by: name)
  }

  @Test
  func `The list of papers is the policy's, those common to all items first`() throws {
    let office = try office()
    let rows = try office.state.tickList(of: office.file("F1"))
    #expect(
      rows.map(\.paper.id).prefix(5) == [
        "application-form", "identity", "account-proof", "declaration", "authority",
      ])
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.tick == nil && $0.fault == nil })
    #expect(office.state.correctionPoints(of: try office.file("F1")).isEmpty)
  }

  @Test
  func `Copies, originals and verdicts tell what is wrong with a paper`() throws {
    var office = try office()
    try tick(
      &office, PaperTick(paper: "application-form", copies: 1), PaperTick(paper: "identity"),
      PaperTick(paper: "account-proof", copies: 1, verdict: .failing("户名不符")),
      PaperTick(paper: "declaration", hasOriginal: true))
    let points = office.state.correctionPoints(of: try office.file("F1"))
    #expect(
      points.prefix(3) == [
        .paper("application-form", .original), .paper("identity", .copies(have: 0, need: 1)),
        .paper("account-proof", .failing("户名不符")),
      ])
    // What nobody has looked at is no fault: it is open, and said apart. The authority need not be there.
    #expect(points.count == 3)
    #expect(office.state.openPapers(of: try office.file("F1")).map(\.id) == ["certificate"])
    #expect(
      TickWording.unchecked(office.state.openPapers(of: try office.file("F1")))
        == "还有 1 项材料尚未核对，没有写进补正通知：专利证书（核对原件）。补正内容应当一次告知，请先核对。")
    guard case .step(.papers)? = office.refusal(of: .accept, "F1", by: "李经办") else {
      Issue.record("accepted with papers that fail")
      return
    }
    #expect(
      office.refusal(
        of: .tickPapers(
          filing: "F1", [PaperTick(paper: "plaque")], seen: try #require(office.state.seen("F1"))), by: "李经办")
        == .unknownPaper("plaque"))
  }

  @Test
  func `The due day is counted in working days, or moved to one`() throws {
    var office = try office()
    // Friday 27 September 2019 + 10 working days: Sun 29 (made up), Mon 30, then 8 to 11 October, Sat 12 (made up),
    // 14, 15, 16 October.
    office.today = try #require(CivilDate("2019-09-27"))
    try office.step(.correct, "F1", by: "李经办") { $0.note = "缺专利证书" }
    #expect(try office.file("F1").notice?.due.description == "2019-10-16")
    // In the national holiday, so that it ends after it (民法典第203条).
    let inHoliday = try #require(CivilDate("2019-10-04"))
    try office.step(.correct, "F1", by: "李经办") {
      $0.note = "缺专利证书"
      $0.due = .day(inHoliday)
    }
    #expect(try office.file("F1").notice?.due.description == "2019-10-08")
    #expect(
      office.refusal(of: .correct, "F1", by: "李经办") {
        $0.note = "缺专利证书"
        $0.due = .day(.first)
      } == .step(.dueNotAfter(.first, day: office.today)))
  }

  @Test
  func `A year without a table is not guessed at, but a day that is named stands`() throws {
    var office = try office()
    office.today = try #require(CivilDate("2026-12-25"))
    #expect(
      office.refusal(of: .correct, "F1", by: "李经办") { $0.note = "缺专利证书" } == .step(.calendarUnknown(2027)))
    let due = try #require(CivilDate("2027-01-10"))
    try office.step(.correct, "F1", by: "李经办") {
      $0.note = "缺专利证书"
      $0.due = .day(due)
    }
    #expect(try office.file("F1").notice?.due == due)
  }

  @Test
  func `A notice lapses on the day after its due day, not before`() throws {
    var office = try office()
    #expect(office.refusal(of: .correct, "F1", by: "李经办") == .step(.nothingToCorrect))
    try office.step(.correct, "F1", by: "李经办") { $0.note = "缺专利证书" }
    office.today = try #require(CivilDate("2019-06-24"))
    #expect(office.refusal(of: .lapse, "F1", by: "李经办") == .step(.dueNotOver(office.today)))
    office.today = try #require(CivilDate("2019-06-25"))
    try office.step(.lapse, "F1", by: "李经办")
    #expect(try office.file("F1").standing == .lapsed)
    #expect(try office.file("F1").filing.stage == .withdrawn)
    // Undone by another step, it is under correction again.
    try office.step(.undo, "F1", by: "李经办") { $0.note = "邮寄日期在期限内" }
    #expect(try office.file("F1").standing == .correction)
  }

  @Test
  func `What could have been seen at the first notice takes a supervisor, a reason, and is counted`() throws {
    var office = try office()
    try tick(
      &office, PaperTick(paper: "identity", copies: 1), PaperTick(paper: "certificate", verdict: .missing))
    try office.step(.correct, "F1", by: "李经办")
    let first = try #require(try office.file("F1").notice)
    // Everything missing is handed in; the copy of the licence lay there all the time, and only now is found unfit.
    let rest = office.state.tickList(of: try office.file("F1")).filter {
      $0.paper.id != "identity" && !$0.paper.optional
    }
    try office.act(
      .tickPapers(
        filing: "F1",
        rest.map { PaperTick(paper: $0.paper.id, copies: $0.paper.copies, hasOriginal: $0.paper.original) },
        seen: #require(office.state.seen("F1"))), by: "李经办")
    try tick(&office, PaperTick(paper: "identity", copies: 1, verdict: .failing("执照已过期")))
    let late = CorrectionPoint.paper("identity", .failing("执照已过期"))
    #expect(!first.points.contains(late))
    #expect(office.refusal(of: .correct, "F1", by: "李经办") == .step(.notOneTime([late])))
    #expect(office.refusal(of: .correct, "F1", by: "李经办") { $0.note = "漏看" } == .step(.notOneTime([late])))
    #expect(office.refusal(of: .correct, "F1", by: "赵主管") == .step(.notOneTime([late])))
    let sentence = try office.sentence(office.refusal(of: .correct, "F1", by: "李经办"), filing: "F1")
    #expect(sentence == "补正内容应当一次告知；以下各项在第一次通知时已能看到：营业执照或身份证：执照已过期。须由主管写明理由后办理。")
    try office.step(.correct, "F1", by: "赵主管") { $0.note = "经办漏看，已提醒" }
    #expect(try office.file("F1").notice?.late == [late])
    #expect(try office.reopened().file("F1")?.notice?.late == [late])
  }

  @Test
  func `What came in after the first notice, or was said in it, may be asked for again`() throws {
    var office = try office()
    try tick(
      &office, PaperTick(paper: "identity", copies: 1), PaperTick(paper: "certificate", verdict: .missing))
    try office.step(.correct, "F1", by: "李经办")
    // A new sheet with a new fault, and what is still missing.
    try tick(&office, PaperTick(paper: "certificate", copies: 1, pages: 3, verdict: .failing("缺页")))
    try office.step(.correct, "F1", by: "李经办")
    #expect(try office.file("F1").notice?.late == [])
    #expect(try office.file("F1").notice?.points.contains(.paper("certificate", .failing("缺页"))) == true)
  }

  @Test
  func `A paper that nobody looked at before the first notice could have been asked for then`() throws {
    var office = try office()
    try office.step(.correct, "F1", by: "李经办") { $0.note = "请补充联系电话" }
    try tick(&office, PaperTick(paper: "identity", copies: 1))
    // It is not asked for unseen: nobody knows whether it lies there.
    #expect(office.refusal(of: .correct, "F1", by: "李经办") == .step(.nothingToCorrect))
    try tick(&office, PaperTick(paper: "certificate", verdict: .missing))
    guard case .step(.notOneTime(let late))? = office.refusal(of: .correct, "F1", by: "李经办") else {
      Issue.record("the second notice was not questioned")
      return
    }
    #expect(late.contains(.paper("certificate", .missing)))
    #expect(!late.contains(.paper("identity", .missing)))
  }

  /// The audit's B7: one paper marked as missing, four not looked at.
  @Test
  func `A notice asks for what was found missing, and not for what nobody has looked at`() throws {
    var office = try office()
    try tick(&office, PaperTick(paper: "certificate", verdict: .missing))
    try office.step(.correct, "F1", by: "李经办")
    #expect(try office.file("F1").notice?.points == [.paper("certificate", .missing)])
    #expect(
      office.state.openPapers(of: try office.file("F1")).map(\.id) == [
        "application-form", "identity", "account-proof", "declaration",
      ])
  }
}
