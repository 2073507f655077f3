import SubsidyRules
import CaseModel
import Casework
import Testing

/// Ways round the two pairs of eyes that go by handling a filing oneself: (a) to (e), (k) and (l). A supervisor is no
/// exception to any.
struct TwoPairsOfEyesTests {
  private func grant(_ id: String = "F1", _ serial: UInt64 = 1, received: String = "2019-06-10") throws
    -> Filing
  {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial), received: received)
  }

  /// The kind of the conflict that a refusal names, and who may act instead.
  private func duty(_ refusal: Refusal?) throws -> (kind: DutyConflict.Kind, mayAct: [String]) {
    guard case .step(.duty(let conflict, let others))? = refusal else {
      throw UnexpectedRefusal(refusal: refusal)
    }
    return (conflict.kind, others)
  }

  @Test(arguments: ["钱复核", "赵主管"])
  func `a: nobody approves what they accepted`(name: String) throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    try office.step(.accept, "F1", by: name)
    try office.step(.review, "F1", by: name)
    let refusal = office.refusal(of: .approve, "F1", by: name)
    #expect(try duty(refusal).kind == .handled(.accepted))
    #expect(try duty(refusal).mayAct == ["赵主管", "周主管", "钱复核", "孙复核"].filter { $0 != name })
    let sentence = try office.sentence(refusal, filing: "F1")
    #expect(sentence.hasPrefix("\(name) 于 2019-06-10 10:02 受理或接收了这一件，这一步须由另一人办理"))
    #expect(sentence.contains("孙复核"))
    try office.step(.approve, "F1", by: "孙复核")
  }

  @Test
  func `a: nobody pays what they accepted`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    try office.step(.accept, "F1", by: "赵主管")
    try office.step(.review, "F1", by: "钱复核")
    try office.step(.approve, "F1", by: "孙复核")
    try office.step(.publish, "F1", by: "孙复核")
    let refusal = office.refusal(of: .pay, "F1", by: "赵主管")
    #expect(try duty(refusal).kind == .handled(.accepted))
    #expect(try duty(refusal).mayAct == ["周主管"])
  }

  @Test(arguments: ["孙复核", "赵主管"])
  func `b: nobody approves what they changed`(name: String) throws {
    for change in ["grantedOn", "account", "identity"] {
      var office = try TestOffice()
      try office.bring(grant(), to: .reviewed)
      switch change {
      case "grantedOn":
        let filing = try office.file("F1").filing
        var changed = filing
        changed.inputs[1].value = .text("2019-05-20")
        try office.act(.changeFiling(changed, seen: office.state.seen("F1")), by: name)
      case "account":
        var applicant = try #require(office.state.applicant("E1"))
        applicant.account = "1239999321"
        try office.act(.changeApplicant(applicant), by: name)
      default:
        let tick = PaperTick(paper: "identity", copies: 1)
        try office.act(.tickPapers(filing: "F1", [tick], seen: #require(office.state.seen("F1"))), by: name)
      }
      let refusal = office.refusal(of: .approve, "F1", by: name)
      let expected: DutyConflict.Kind =
        switch change {
        case "grantedOn": .handled(.input("grantedOn"))
        case "account": .applicant([.account])
        default: .handled(.paper("identity"))
        }
      #expect(try duty(refusal).kind == expected)
      #expect(try office.sentence(refusal, filing: "F1").contains("一人经办、一人复核"))
      #expect(!(try office.sentence(refusal, filing: "F1").contains("9999")))
      try office.step(.approve, "F1", by: "周主管")
    }
  }

  @Test
  func `b: the office's own figure entered where none stood is review, and changing it is not`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(TestFilings.ipManagement("F1", filingsThisYear: 7)), by: "李经办")
    try office.step(.accept, "F1", by: "李经办")
    try office.step(.review, "F1", by: "钱复核") {
      $0.figures = [.init("approvedAmount", .text("60000.00")), .init("basis", .text("合同"))]
    }
    #expect(office.refusal(of: .approve, "F1", by: "钱复核") == nil)
    // Undoing another's review and entering another figure is a change of theirs.
    try office.step(.undo, "F1", by: "孙复核") { $0.note = "金额有误" }
    try office.step(.review, "F1", by: "孙复核") { $0.figures = [.init("approvedAmount", .text("90000.00"))] }
    #expect(
      try duty(office.refusal(of: .approve, "F1", by: "孙复核")).kind == .handled(.input("approvedAmount")))
    #expect(office.refusal(of: .approve, "F1", by: "钱复核") == nil)
  }

  @Test
  func `c: an approved filing is not changed, and whoever changed the account does not pay`() throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .published)
    var filing = try office.file("F1").filing
    filing.inputs[1].value = .text("2019-05-20")
    #expect(office.refusal(of: .changeFiling(filing), by: "赵主管") == .filingIsDecided("F1"))
    let seen = try #require(office.state.seen("F1"))
    #expect(
      office.refusal(of: .tickPapers(filing: "F1", [PaperTick(paper: "identity")], seen: seen), by: "赵主管")
        == .filingIsDecided("F1"))
    var applicant = try #require(office.state.applicant("E1"))
    applicant.account = "1239999321"
    try office.act(.changeApplicant(applicant), by: "赵主管")
    #expect(try duty(office.refusal(of: .pay, "F1", by: "赵主管")).kind == .applicant([.account]))
    try office.step(.pay, "F1", by: "周主管")
  }

  @Test
  func `d: an undone acceptance still counts`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    try office.step(.accept, "F1", by: "赵主管")
    try office.step(.undo, "F1", by: "赵主管") { $0.note = "点错了" }
    #expect(try office.file("F1").standing == .received)
    try office.step(.accept, "F1", by: "李经办")
    try office.step(.review, "F1", by: "赵主管")
    #expect(try duty(office.refusal(of: .approve, "F1", by: "赵主管")).kind == .handled(.accepted))
    // Nothing was erased.
    #expect(try office.file("F1").history.count == 5)
  }

  @Test
  func `e: one's own row among marked rows is refused, and named`() throws {
    var office = try TestOffice()
    try office.bring(grant("F1", 1), to: .reviewed)
    try office.act(.receiveFiling(grant("F2", 2)), by: "李经办")
    try office.step(.accept, "F2", by: "孙复核")
    try office.step(.review, "F2", by: "钱复核")
    try office.bring(grant("F3", 3), to: .reviewed)
    let all = office.request(.approve, ["F1", "F2", "F3"])
    guard case .rows(let rows)? = office.refusal(of: .step(all), by: "孙复核") else {
      Issue.record("the batch was not refused row by row")
      return
    }
    #expect(rows.map(\.filing) == ["F2"])
    #expect(try duty(rows.first?.refusal).kind == .handled(.accepted))
    #expect(try office.sentence(.rows(rows)).hasPrefix("F2：孙复核"))
    // All or nothing did nothing; those that fit are two.
    #expect(try office.file("F1").standing == .reviewed)
    try office.step(.approve, "F1", "F2", "F3", by: "孙复核") { $0.mode = .thoseThatFit }
    #expect(
      try ["F1", "F2", "F3"].map { try office.file($0).standing } == [.approved, .reviewed, .approved])
  }

  @Test
  func `k: whoever took money back or proposed another amount does not confirm or pay it`() throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .paid)
    try office.step(.reclaim, "F1", by: "赵主管") { $0.note = "重复申报" }
    #expect(try office.file("F1").decision.award == .zero)
    // Back from recovery there is no way to another approval but a proposal that somebody else confirms.
    #expect(office.refusal(of: .approve, "F1", by: "赵主管") == .step(.wrongStanding(.reclaimed, .approve)))
    try office.step(.revise, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 1_000)
      $0.note = "重复申报不成立"
    }
    #expect(try duty(office.refusal(of: .confirm, "F1", by: "赵主管")).kind == .handled(.amount))
    try office.step(.confirm, "F1", by: "周主管")
    #expect(try duty(office.refusal(of: .pay, "F1", by: "赵主管")).kind == .handled(.amount))
    try office.step(.pay, "F1", by: "周主管")
    #expect(try office.file("F1").decision.award.description == "1000.00")
  }

  @Test
  func `k: a recovery in between hides neither who proposed nor who took back`() throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .paid)
    try office.step(.revise, "F1", by: "周主管") {
      $0.amount = Money(yuan: 900)
      $0.note = "核减"
    }
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 50)
      $0.note = "先行追回"
    }
    for name in ["周主管", "赵主管"] {
      #expect(try duty(office.refusal(of: .confirm, "F1", by: name)).kind == .handled(.amount))
    }
    try office.step(.confirm, "F1", by: "孙复核")
  }

  @Test
  func `k: of changes one after the other the last counts`() throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .paid)
    try office.step(.reclaim, "F1", by: "周主管") { $0.note = "误登" }
    try office.step(.undo, "F1", by: "周主管") { $0.note = "误登" }
    #expect(try office.file("F1").standing == .paid)
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 900)
      $0.note = "核减"
    }
    // The later proposal is another's: two have looked.
    #expect(office.refusal(of: .confirm, "F1", by: "周主管") == nil)
    #expect(try duty(office.refusal(of: .confirm, "F1", by: "钱复核")).kind == .handled(.amount))
  }

  @Test
  func `l: nobody approves what they have not seen as it stands`() throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .reviewed)
    let stale = office.request(.approve, ["F1"])
    var changed = try office.file("F1").filing
    changed.inputs[1].value = .text("2019-05-20")
    try office.act(.changeFiling(changed), by: "钱复核")
    let refusal = try #require(office.refusal(of: .step(stale), by: "孙复核"))
    #expect(refusal == .step(.movedOn(by: "钱复核", at: "2019-06-10T02:06:00Z")))
    #expect(try office.sentence(refusal) == "钱复核 于 2019-06-10 10:06 又办理过这一件，请看过最新情况再办。")

    // The applicant's account belongs to what was seen.
    let again = office.request(.approve, ["F1"])
    var applicant = try #require(office.state.applicant("E1"))
    applicant.account = "1239999321"
    try office.act(.changeApplicant(applicant), by: "李经办")
    #expect(
      office.refusal(of: .step(again), by: "孙复核")
        == .step(.movedOn(by: "李经办", at: "2019-06-10T02:08:00Z")))
  }

  @Test
  func `l: nobody approves another award than they have seen`() throws {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 1), received: "2019-03-01")
    old.stage = .paid
    old.decided = Money(yuan: 49_500)
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    try office.bring(
      TestFilings.agencyGrant("F2", TestFilings.application(2017, 1, 2), received: "2019-06-10"),
      to: .reviewed)
    let seen = office.request(.approve, ["F2"])
    // Somebody enters one that came before it: nothing was done to F2, but 500.00 have become 0.00.
    var before = try TestFilings.agencyGrant(
      "F1", TestFilings.application(2017, 1, 3), received: "2019-06-03")
    before.overrides = [.init(Filing.receipt, reason: "窗口漏录")]
    try office.act(.receiveFiling(before), by: "吴经办")
    #expect(
      office.refusal(of: .step(seen), by: "孙复核")
        == .step(.awardMoved(seen: Money(yuan: 500), now: .zero)))
  }
}

/// A command was refused for another reason than expected, or not at all.
struct UnexpectedRefusal: Error {
  var refusal: Refusal?
}
