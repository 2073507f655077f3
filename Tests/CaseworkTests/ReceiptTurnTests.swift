import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// A receipt that comes before that of others takes a reason (audit B3), by hand: 50 000 a year, 49 400 of them used.
struct ReceiptTurnTests {
  /// F1 of 1 June gets its 500, F2 of 2 June the 100 that are left.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 9), received: "2019-03-01")
    old.stage = .paid
    old.decided = Money(yuan: 49_400)
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    for (id, serial, day) in [("F1", UInt64(1), "2019-06-01"), ("F2", 2, "2019-06-02")] {
      try office.act(
        .receiveFiling(
          TestFilings.agencyGrant(id, TestFilings.application(2017, 1, serial), received: day)),
        by: "李经办")
    }
    return office
  }

  private func awards(_ office: TestOffice) throws -> [Int64] {
    try ["F1", "F2"].map { try office.file($0).decision.award.fen / 100 }
  }

  /// Who loses what, as a refusal has it: filing, before, after.
  private func losses(_ refusal: Refusal?) -> [String] {
    guard case .turnTaken(let losers)? = refusal else { return [] }
    return losers.map { "\($0.filing) \($0.before) \($0.after)" }
  }

  @Test
  func `Moving a day of receipt before another's names who loses what and asks why`() throws {
    var office = try office()
    #expect(try awards(office) == [500, 100])
    var moved = try office.file("F2").filing
    moved.received = try #require(CivilDate("2019-05-31"))
    let refusal = office.refusal(of: .changeFiling(moved), by: "李经办")
    #expect(losses(refusal) == ["F1 500.00 100.00"])
    #expect(
      try office.sentence(refusal)
        == "这个收件日期排到了已收件的申报之前：F1 由 500.00 元 变为 100.00 元。确实先收到的，请写明提前理由（表单里的“提前理由”，或 overrides 的 received；读入文件时也可用 --early-reason）。"
    )
    moved.overrides = [.init(Filing.receipt, reason: "邮戳为 5 月 31 日")]
    try office.act(.changeFiling(moved), by: "吴经办")
    #expect(try awards(office) == [100, 500])
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 4)
    // It is a change for the two pairs of eyes, and the reason stands in the story.
    #expect(try office.file("F2").marks.contains { $0.kind == .input("received") && $0.by == "吴经办" })
    #expect(try office.reopened().file("F2")?.filing.override(of: "received") == "邮戳为 5 月 31 日")
    var back = try office.file("F1").filing
    back.received = try #require(CivilDate("2019-06-05"))
    #expect(office.refusal(of: .changeFiling(back), by: "李经办") == nil, "who goes back takes from nobody")
    back.received = try #require(CivilDate("2019-05-30"))
    back.overrides = [.init(Filing.receipt, reason: "收发室登记为 5 月 30 日")]
    try office.act(.changeFiling(back), by: "李经办")
    // A second move takes a reason of its own.
    moved.received = try #require(CivilDate("2019-05-29"))
    #expect(office.refusal(of: .changeFiling(moved), by: "吴经办") != nil)
  }

  @Test
  func `A receipt entered late with an early day takes one too, and whoever enters it does not approve`()
    throws
  {
    var office = try office()
    var late = try TestFilings.agencyGrant(
      "F3", TestFilings.application(2017, 3, 3), received: "2019-05-20")
    // A design takes 100: what F2 had.
    #expect(losses(office.refusal(of: .receiveFiling(late), by: "钱复核")) == ["F2 100.00 0.00"])
    late.overrides = [.init(Filing.receipt, reason: "窗口漏录")]
    try office.act(.receiveFiling(late), by: "钱复核")
    try office.step(.accept, "F3", by: "李经办")
    try office.step(.review, "F3", by: "孙复核")
    guard case .step(.duty(let conflict, _))? = office.refusal(of: .approve, "F3", by: "钱复核") else {
      Issue.record("approved by whoever moved the queue")
      return
    }
    #expect(conflict.kind == .handled(.input("received")))
    #expect(office.refusal(of: .approve, "F3", by: "孙复核") == nil)
  }

  /// Of one day the receipt number says who comes first, and a filing that was moved stays in nobody's way.
  @Test
  func `An earlier number of the last day is asked too, the next one is not`() throws {
    var office = try office()
    func next(_ id: String, _ day: String) throws -> Filing {
      try TestFilings.agencyGrant(id, TestFilings.application(2017, 3, 3), received: day)
    }
    let between = try next("F1A", "2019-06-02")
    #expect(losses(office.refusal(of: .receiveFiling(between), by: "李经办")) == ["F2 100.00 0.00"])
    #expect(office.refusal(of: .receiveFiling(try next("F3", "2019-06-02")), by: "李经办") == nil)
    var later = try office.file("F1").filing
    later.received = try #require(CivilDate("2019-06-09"))
    try office.act(.changeFiling(later), by: "李经办")
    // F2 has 500 now and F1 the 100 that are left.
    #expect(
      losses(office.refusal(of: .receiveFiling(try next("F3", "2019-06-08")), by: "李经办"))
        == ["F1 100.00 0.00"])
    #expect(office.refusal(of: .receiveFiling(try next("F3", "2019-06-10")), by: "李经办") == nil)
  }

  @Test
  func `Whoever takes a once-only key from another by an earlier day is asked too`() throws {
    var office = try TestOffice()
    let patent = try TestFilings.application(2018, 2, 1)
    try office.act(.receiveFiling(TestFilings.utilityGrant("F1", patent, received: "2019-06-05")), by: "李经办")
    let other = try TestFilings.utilityGrant("F2", patent, received: "2019-06-04")
    #expect(losses(office.refusal(of: .receiveFiling(other), by: "李经办")) == ["F1 1000.00 0.00"])
    // Behind it nobody loses anything.
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F3", patent, received: "2019-06-06")), by: "李经办")
  }

  /// A design takes 100 (article 2): what F2 had; the second takes 100 of F1's 500.
  @Test
  func `What a file brings before others asks why, each by name, and whoever brings it does not approve`()
    throws
  {
    var office = try office()
    func design(_ id: String, _ serial: UInt64, _ day: String) throws -> Filing {
      try TestFilings.agencyGrant(id, TestFilings.application(2017, 3, serial), received: day)
    }
    var coming = [try design("F3", 3, "2019-05-20"), try design("F4", 4, "2019-05-21")]
    func rows() -> [String] {
      guard
        case .rows(let rows)? = office.refusal(
          of: .importCases(applicants: [], filings: coming), by: "钱复核")
      else { return [] }
      return rows.map { "\($0.filing): \(losses($0.refusal))" }
    }
    #expect(rows() == [#"F3: ["F2 100.00 0.00"]"#, #"F4: ["F1 500.00 400.00"]"#])
    // What the look ahead names is what the act refuses.
    #expect(
      office.state.plan(applicants: [], filings: coming).unanswered.map(\.filing) == ["F3", "F4"])
    coming[0].overrides = [.init(Filing.receipt, reason: "邮戳为 5 月 20 日")]
    #expect(rows() == [#"F4: ["F1 500.00 400.00"]"#])
    coming[1].overrides = [.init(Filing.receipt, reason: "收发室登记为 5 月 21 日")]
    try office.act(.importCases(applicants: [], filings: coming), by: "钱复核")
    #expect(try awards(office) == [400, 0])
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 4)
    try office.step(.accept, "F3", by: "李经办")
    try office.step(.review, "F3", by: "孙复核")
    guard case .step(.duty(let conflict, _))? = office.refusal(of: .approve, "F3", by: "钱复核") else {
      Issue.record("approved by whoever moved the queue")
      return
    }
    #expect(conflict.kind == .handled(.input("received")))
  }

  /// Of 50 000 stand 49 900: one design more takes nothing from F1's 500, two take 100 of it.
  @Test
  func `Two that alone take from nobody are asked about together`() throws {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 9), received: "2019-03-01")
    (old.stage, old.decided) = (.paid, Money(yuan: 49_400))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("F1", TestFilings.application(2017, 1, 1), received: "2019-06-01")), by: "李经办"
    )
    let pair = try [("F2", UInt64(2)), ("F3", 3)].map { id, serial in
      try TestFilings.agencyGrant(id, TestFilings.application(2017, 3, serial), received: "2019-05-20")
    }
    for one in pair { #expect(office.refusal(of: .receiveFiling(one), by: "李经办") == nil) }
    for command in [Command.receiveFilings(pair), .importCases(applicants: [], filings: pair)] {
      guard case .rows(let rows)? = office.refusal(of: command, by: "李经办") else {
        Issue.record("taken without a word")
        continue
      }
      #expect(rows.map(\.filing) == ["F3"] && losses(rows[0].refusal) == ["F1 500.00 400.00"])
    }
    // What an old office had in hand asks as well; what it decided does not.
    var theirs = pair
    for place in theirs.indices { theirs[place].stage = .accepted }
    #expect(office.refusal(of: .importCases(applicants: [], filings: theirs), by: "周主管") != nil)
    theirs[1].stage = .approved
    theirs[1].decided = Money(yuan: 100)
    #expect(
      office.state.plan(applicants: [], filings: theirs).unanswered.map { losses($0.refusal) }
        == [["F1 500.00 400.00"]])
    theirs.removeFirst()
    #expect(office.refusal(of: .importCases(applicants: [], filings: theirs), by: "周主管") == nil)
  }

  @Test
  func `The reason of a moved receipt is put in other words, and never taken away from where it stands`()
    throws
  {
    var office = try office()
    func move(_ day: String, _ reason: String?) throws -> Filing {
      var moved = try office.file("F2").filing
      moved.received = try #require(CivilDate(day))
      moved.overrides = reason.map { [.init(Filing.receipt, reason: $0)] } ?? []
      return moved
    }
    try office.act(.changeFiling(move("2019-05-29", "邮戳为 5 月 29 日")), by: "李经办")
    for day in ["2019-05-29", "2019-05-28", "2019-05-31"] {
      for reason in [nil, " "] {
        #expect(
          losses(office.refusal(of: .changeFiling(try move(day, reason)), by: "李经办"))
            == ["F1 500.00 100.00"], "\(day)")
      }
    }
    try office.act(.changeFiling(move("2019-05-31", "邮戳为 5 月 31 日")), by: "李经办")
    // Back behind F1 it takes from nobody.
    #expect(office.refusal(of: .changeFiling(try move("2019-06-02", nil)), by: "李经办") == nil)
    // A design of 3 June would have 100 without it: only what was taken back as a whole goes without a reason.
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("F3", TestFilings.application(2017, 3, 3), received: "2019-06-03")), by: "李经办"
    )
    let back = try move("2019-06-02", nil)
    #expect(losses(office.refusal(of: .changeFiling(back), by: "李经办")) == ["F3 100.00 0.00"])
    #expect(office.refusal(of: .changeFiling(back, goesBack: true), by: "李经办") == nil)
    // Going back to an earlier day takes a reason like every other way there.
    var first = try office.file("F1").filing
    first.received = try #require(CivilDate("2019-05-12"))
    #expect(office.refusal(of: .changeFiling(first, goesBack: true), by: "李经办") != nil)
  }

  @Test
  func `Nothing is approved or paid before the policy was signed`() throws {
    var office = try TestOffice(today: "2018-07-03")
    try office.bring(
      TestFilings.utilityGrant("F1", TestFilings.application(2017, 2, 1), received: "2018-05-02")
        .granted("2018-04-10"), to: .reviewed)
    let signed = try #require(CivilDate("2018-07-04"))
    #expect(
      office.refusal(of: .approve, "F1", by: "孙复核")
        == .step(.beforeSigning(office.today, signed: signed)))
    office.today = signed
    try office.step(.approve, "F1", by: "孙复核")
    #expect(office.state.tieOut().isEmpty)
  }
}

extension Filing {
  fileprivate func granted(_ day: String) -> Filing { with([.init("grantedOn", .text(day))]) }
}
