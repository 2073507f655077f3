import CaseModel
import Casework
import SubsidyRules
import Testing

/// A filing that came in early while it could ask for nothing asks why with whatever lets it take the place (audit B3): of
/// 50 000 a year (article 2) 49 400 are used, F1 of 1 June gets 500, F2 of 2 June the 100 that are left.
struct EarlyPlaceTests {
  private func office(_ waiting: [(id: String, day: String)] = [("F1", "2019-06-01"), ("F2", "2019-06-02")])
    throws -> TestOffice
  {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 9), received: "2019-03-01")
    (old.stage, old.decided) = (.paid, Money(yuan: 49_400))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    for (place, one) in waiting.enumerated() {
      try office.act(
        .receiveFiling(
          TestFilings.agencyGrant(
            one.id, TestFilings.application(2017, 1, UInt64(place + 1)), received: one.day)), by: "李经办")
    }
    return office
  }

  /// A design takes 100; without the day of its grant it is incomplete.
  private func design(_ id: String = "F3", day: String = "2019-05-20", _ reason: String? = nil) throws
    -> Filing
  {
    var filing = try TestFilings.agencyGrant(id, TestFilings.application(2017, 3, 3), received: day)
    filing.overrides = reason.map { [.init(Filing.receipt, reason: $0)] } ?? []
    return filing
  }

  private func lacking(_ filing: Filing) -> Filing {
    var filing = filing
    filing.inputs.removeAll { $0.name == "grantedOn" }
    return filing
  }

  private func losses(_ refusal: Refusal?) -> [String] {
    switch refusal {
    case .turnTaken(let losers), .step(.turnTaken(let losers)):
      losers.map { "\($0.filing) \($0.before) \($0.after)" }
    case .rows(let rows): rows.flatMap { row in losses(row.refusal).map { "\(row.filing): \($0)" } }
    default: []
    }
  }

  @Test(arguments: ["form", "list", "file"])
  func `What came in early and incomplete asks when it is completed, whichever way it came`(way: String)
    throws
  {
    var office = try office()
    let filing = try lacking(design())
    let command: Casework.Command =
      switch way {
      case "form": .receiveFiling(filing)
      case "list": .receiveFilings([filing])
      default: .importCases(applicants: [], filings: [filing])
      }
    try office.act(command, by: "钱复核")
    #expect(losses(office.refusal(of: .changeFiling(try design()), by: "钱复核")) == ["F2 100.00 0.00"])
    // A later day is no way round: it still stands before both.
    #expect(
      losses(office.refusal(of: .changeFiling(try design(day: "2019-05-28")), by: "钱复核"))
        == ["F2 100.00 0.00"])
    #expect(office.refusal(of: .changeFiling(try design(day: "2019-06-03")), by: "钱复核") == nil)
    try office.act(.changeFiling(try design("F3", "窗口漏录")), by: "钱复核")
    #expect(try office.file("F2").decision.award == .zero)
    // Whoever says why has moved the queue, and does not approve.
    #expect(try office.file("F3").marks.contains { $0.kind == .input("received") && $0.by == "钱复核" })
  }

  @Test
  func `A reason taken away while nobody loses is asked for again when they do`() throws {
    var office = try office()
    try office.act(.receiveFiling(try lacking(design("F3", "窗口漏录"))), by: "李经办")
    try office.act(.changeFiling(try lacking(design())), by: "李经办")
    #expect(losses(office.refusal(of: .changeFiling(try design()), by: "李经办")) == ["F2 100.00 0.00"])
    // The same where it had the place already.
    try office.act(.changeFiling(try design("F3", "窗口漏录")), by: "李经办")
    try office.act(.changeFiling(try lacking(design("F3", "窗口漏录"))), by: "李经办")
    try office.act(.changeFiling(try lacking(design())), by: "李经办")
    #expect(losses(office.refusal(of: .changeFiling(try design()), by: "李经办")) == ["F2 100.00 0.00"])
    #expect(
      losses(office.refusal(of: .changeFiling(try design(), goesBack: true), by: "李经办")) == ["F2 100.00 0.00"]
    )
  }

  /// F1 keeps its place while it lacks what it was to say: nobody has come in before anybody.
  @Test
  func `Who came in order is asked nothing when it is completed`() throws {
    var office = try office([])
    let first = try TestFilings.agencyGrant("F1", TestFilings.application(2017, 1, 1), received: "2019-06-01")
    try office.act(.receiveFiling(lacking(first)), by: "李经办")
    let second = try TestFilings.agencyGrant(
      "F2", TestFilings.application(2017, 1, 2), received: "2019-06-02")
    try office.act(.receiveFiling(second), by: "李经办")
    #expect(try office.file("F2").decision.award == Money(yuan: 500))
    try office.act(.changeFiling(first), by: "李经办")
    #expect(try office.file("F2").decision.award == Money(yuan: 100))
    // One moved before it once nobody lost, incomplete, is asked; what was entered behind that move loses to it rightly.
    var third = try lacking(design("F3", day: "2019-06-03"))
    try office.act(.receiveFiling(third), by: "李经办")
    third.received = try #require(CivilDate("2019-05-20"))
    try office.act(.changeFiling(third), by: "李经办")
    #expect(losses(office.refusal(of: .changeFiling(try design()), by: "李经办")) == ["F2 100.00 0.00"])
    try office.step(.withdraw, "F2", by: "李经办")
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("F4", TestFilings.application(2017, 3, 4), received: "2019-06-04")), by: "李经办"
    )
    #expect(try office.file("F4").decision.award == Money(yuan: 100))
    #expect(office.refusal(of: .changeFiling(try design()), by: "李经办") == nil)
  }

  @Test
  func `What is filled in with a step asks as well`() throws {
    var office = try office()
    try office.act(.receiveFiling(try lacking(design())), by: "李经办")
    let refusal = office.refusal(of: .accept, "F3", by: "李经办") {
      $0.figures = [.init("grantedOn", .text("2019-05-10"))]
    }
    #expect(losses(refusal) == ["F2 100.00 0.00"])
    #expect(
      try office.sentence(refusal)
        == "本件的收件日期排在先录入的申报之前，没有写明理由：F2 由 100.00 元 变为 0.00 元。确实先收到的，请先修改申报、写明提前理由（表单里的“提前理由”，或 overrides 的 received），再办这一步。"
    )
    try office.act(.changeFiling(try lacking(design("F3", "窗口漏录"))), by: "吴经办")
    try office.step(.accept, "F3", by: "李经办") { $0.figures = [.init("grantedOn", .text("2019-05-10"))] }
    #expect(try office.file("F2").decision.award == .zero)
  }

  /// F2 lacks its day while F3 comes in before it, so that nobody loses; withdrawn, F3 leaves F2 its 100.
  @Test
  func `What is open again by an undone step asks as well`() throws {
    var office = try office([("F1", "2019-06-01")])
    let second = try TestFilings.agencyGrant(
      "F2", TestFilings.application(2017, 1, 2), received: "2019-06-02")
    try office.act(.receiveFiling(lacking(second)), by: "李经办")
    try office.act(.receiveFiling(try design()), by: "李经办")
    try office.step(.withdraw, "F3", by: "李经办")
    try office.act(.changeFiling(second), by: "李经办")
    #expect(try office.file("F2").decision.award == Money(yuan: 100))
    #expect(losses(office.refusal(of: .undo, "F3", by: "李经办") { $0.note = "误撤" }) == ["F2 100.00 0.00"])
  }

  /// Article 18: an enterprise outside the city gets nothing for a utility model; once it is at home it has the patent.
  @Test
  func `Facts that are renewed ask as well`() throws {
    var office = try TestOffice()
    var other = Applicant(
      id: "E2", name: "广州市珠江陶瓷有限公司", kind: .enterprise, district: "440106", bank: "广州农商行",
      account: "1238001321")
    try office.act(.enterApplicant(other), by: "李经办")
    let patent = try TestFilings.application(2018, 2, 1)
    try office.act(.receiveFiling(TestFilings.utilityGrant("F1", patent, received: "2019-06-05")), by: "李经办")
    var early = try TestFilings.utilityGrant("F2", patent, received: "2019-06-04")
    early.applicant = "E2"
    try office.act(.receiveFiling(early), by: "李经办")
    #expect(try office.file("F2").decision.outcome == .refused)
    other.district = "441881"
    #expect(office.refusal(of: .changeApplicant(other), by: "李经办") == nil)
    #expect(
      losses(office.refusal(of: .changeApplicant(other, touching: ["F2"]), by: "李经办"))
        == ["F2: F1 1000.00 0.00"])
    early.overrides = [.init(Filing.receipt, reason: "邮戳为 6 月 4 日")]
    try office.act(.changeFiling(early), by: "吴经办")
    try office.act(.changeApplicant(other, touching: ["F2"]), by: "李经办")
    #expect(try office.file("F1").decision.award == .zero)
  }

  /// Beside 49 300 F0 asks for 500 of a patent that F3 claims too. Once it is withdrawn F3 has them, F1 200 of its 500 and F2
  /// nothing of its 200.
  @Test
  func `Where another's act gives it the place, nobody approves it unasked`() throws {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F8", TestFilings.application(2017, 1, 8), received: "2019-03-01")
    (old.stage, old.decided) = (.paid, Money(yuan: 49_300))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    for (id, serial, day) in [
      ("F0", UInt64(9), "2019-03-02"), ("F1", 1, "2019-06-01"), ("F2", 2, "2019-06-02"),
      ("F3", 9, "2019-05-20"),
    ] {
      try office.act(
        .receiveFiling(
          TestFilings.agencyGrant(
            id, TestFilings.application(2017, 1, serial), received: day,
            granted: serial == 9 ? "2019-02-10" : "2019-05-10")), by: "李经办")
    }
    try office.step(.withdraw, "F0", by: "李经办")
    #expect(try ["F1", "F2", "F3"].map { try office.file($0).decision.award.fen / 100 } == [200, 0, 500])
    try office.step(.accept, "F3", by: "李经办")
    try office.step(.review, "F3", by: "钱复核")
    #expect(
      losses(office.refusal(of: .approve, "F3", by: "孙复核")) == ["F1 500.00 200.00", "F2 200.00 0.00"])
    var told = try office.file("F3").filing
    told.overrides = [.init(Filing.receipt, reason: "邮戳为 5 月 20 日")]
    try office.act(.changeFiling(told), by: "钱复核")
    #expect(office.refusal(of: .approve, "F3", by: "孙复核") == nil)
  }
}
