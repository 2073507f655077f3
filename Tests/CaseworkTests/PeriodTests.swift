import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// Periods that the office has set, publicity, objections, service; days by hand. June 2019: the 3rd is a Monday, the
/// 7th (Friday) is the Dragon Boat holiday.
struct PeriodTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func set(
    _ kind: OfficePeriod.Kind, _ count: Int, _ office: inout TestOffice, unit: OfficePeriod.Unit? = nil,
    from: CivilDate? = nil
  ) throws {
    let period = OfficePeriod(
      kind: kind, count: count, unit: unit, from: from ?? office.today, note: "局务会")
    try office.act(.setPeriods([period]), by: "赵主管")
  }

  private func approved() throws -> TestOffice {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .approved)
    return office
  }

  @Test
  func `A supervisor sets periods with a reason, from days on that have not gone by`() throws {
    var office = try TestOffice()
    func refusal(_ count: Int, _ from: String, _ note: String, by name: String) throws -> Refusal? {
      let period = OfficePeriod(kind: .publicity, count: count, from: try day(from), note: note)
      return office.refusal(of: .setPeriods([period]), by: name)
    }
    #expect(try refusal(7, "2019-06-10", "局务会", by: "孙复核") == .roleTooLow(needed: .supervisor))
    #expect(try refusal(1000, "2019-06-10", "局务会", by: "赵主管") == .periodCount)
    #expect(try refusal(7, "2019-06-09", "局务会", by: "赵主管") == .periodInPast(day("2019-06-09")))
    #expect(try refusal(7, "2019-06-10", " ", by: "赵主管") == .noteMissing)
    try set(.publicity, 7, &office)
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 6)
    // Five days from July on; what is set for the same day later counts.
    try set(.publicity, 4, &office, from: day("2019-07-01"))
    try set(.publicity, 5, &office, from: day("2019-07-01"))
    func count(_ text: String) throws -> Int? { office.state.period(.publicity, on: try day(text))?.count }
    #expect(try count("2019-06-09") == nil && count("2019-06-10") == 7 && count("2019-06-30") == 7)
    #expect(try count("2019-07-01") == 5)
    try set(.publicity, 0, &office, from: day("2019-08-01"))
    #expect(try count("2019-08-01") == nil)
    #expect(try office.reopened().house.periods == office.state.house.periods)
    #expect(office.state.house.periods[0].by == "赵主管")
  }

  /// Seven days from Monday 10 June: public until the 17th, paid from the 18th on.
  @Test
  func `Nothing is paid before the time is over for which it was public`() throws {
    var office = try approved()
    try set(.publicity, 7, &office)
    try office.step(.publish, "F1", by: "孙复核")
    #expect(try office.file("F1").publicUntil == day("2019-06-17"))
    // A shorter time from now on moves nothing that is public already.
    try set(.publicity, 1, &office)
    office.today = try day("2019-06-17")
    for step in [Step.batch, .pay] {
      #expect(office.refusal(of: step, "F1", by: "赵主管") == .step(.publicUntil(try day("2019-06-17"))))
    }
    office.today = try day("2019-06-18")
    // Nor is a day before it taken from the paper.
    #expect(
      office.refusal(of: .pay, "F1", by: "赵主管") { $0.day = CivilDate("2019-06-17") }
        == .step(.publicUntil(try day("2019-06-17"))))
    try office.step(.pay, "F1", by: "赵主管")
    #expect(try office.reopened().file("F1")?.publicUntil == day("2019-06-17"))
  }

  /// Five working days from Monday 3 June, with the 7th off: the 11th.
  @Test
  func `Working days leave holidays out`() throws {
    var office = try TestOffice(today: "2019-06-03")
    try set(.publicity, 5, &office, unit: .workingDays)
    try office.bring(
      TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1), received: "2019-06-03"),
      to: .published)
    #expect(try office.file("F1").publicUntil == day("2019-06-11"))
  }

  @Test
  func `Where nobody has set anything all is as it was`() throws {
    var office = try approved()
    try office.step(.publish, "F1", by: "孙复核")
    #expect(try office.file("F1").publicUntil == nil)
    try office.step(.pay, "F1", by: "赵主管")
  }

  @Test
  func `An objection stops payment until somebody else has decided on it`() throws {
    var office = try approved()
    #expect(
      office.refusal(of: .object, "F1", by: "李经办") { $0.note = "非本人专利" }
        == .step(.wrongStanding(.approved, .object)))
    try office.step(.publish, "F1", by: "孙复核")
    #expect(office.refusal(of: .overrule, "F1", by: "钱复核") { $0.note = "查无实据" } == .step(.noObjection))
    #expect(office.refusal(of: .object, "F1", by: "李经办") == .noteMissing)
    try office.step(.object, "F1", by: "李经办") { $0.note = "张三：非本人专利" }
    for step in [Step.batch, .pay] {
      #expect(office.refusal(of: step, "F1", by: "赵主管") == .step(.objectionOpen(office.today)))
    }
    // Whoever approved it does not say that the objection is wrong.
    guard
      case .step(.duty(let conflict, let others))? = office.refusal(
        of: .overrule, "F1", by: "孙复核", { $0.note = "查无实据" })
    else {
      Issue.record("overruled by whoever approved")
      return
    }
    #expect(conflict.kind == .approved && others == ["赵主管", "周主管", "钱复核"])
    #expect(office.refusal(of: .overrule, "F1", by: "钱复核") == .noteMissing)
    try office.step(.overrule, "F1", by: "钱复核") { $0.note = "查无实据" }
    try office.step(.pay, "F1", by: "赵主管")
    #expect(try office.reopened().file("F1")?.openObjection == nil)
  }

  @Test
  func `What an objection was right about is refused, also from a list`() throws {
    var office = try approved()
    try office.step(.publish, "F1", by: "孙复核")
    try office.step(.batch, "F1", by: "赵主管")
    try office.step(.object, "F1", by: "李经办") { $0.note = "权利人不符" }
    #expect(office.refusal(of: .pay, "F1", by: "赵主管") == .step(.objectionOpen(office.today)))
    try office.step(.reject, "F1", by: "钱复核") { $0.grounds = ["objection"] }
    #expect(try office.file("F1").standing == .rejected && office.file("F1").openBatch == nil)
    let batch = try #require(office.state.books.batches.first)
    #expect(office.state.rows(of: batch).map(\.fate) == [.takenOut])
  }

  // MARK: - Corrections, returned payments, recoveries

  /// Fifteen working days set; ten would end on Monday 24 June, fifteen end on 1 July.
  @Test
  func `Whoever names a day names none before what the office has set`() throws {
    var office = try TestOffice()
    try set(.correction, 15, &office)
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    #expect(
      office.refusal(of: .correct, "F1", by: "李经办") {
        $0.note = "缺章"
        $0.due = .workingDays(10)
      } == .step(.dueBeforePeriod(try day("2019-06-24"), least: try day("2019-07-01"))))
    try office.step(.correct, "F1", by: "李经办") { $0.note = "缺章" }
    #expect(try office.file("F1").notice?.due == day("2019-07-01"))
    // More time may be given.
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2))), by: "李经办")
    try office.step(.correct, "F2", by: "李经办") {
      $0.note = "缺章"
      $0.due = .workingDays(20)
    }
    #expect(try office.file("F2").notice?.due == day("2019-07-08"))
  }

  /// 1 000 were paid, 400 are asked back on 10 June within 30 days: 10 July, a Wednesday.
  @Test
  func `A demand has its day`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .paid)
    func lower(to amount: Int64, _ fill: (inout StepRequest) -> Void = { _ in }) throws {
      try office.step(.revise, "F1", by: "钱复核") {
        $0.amount = Money(yuan: amount)
        $0.grounds = ["audit"]
      }
      try office.step(.confirm, "F1", by: "孙复核", fill)
    }
    try lower(to: 900)
    #expect(try office.file("F1").recoveries.demands.map(\.due) == [nil], "nobody has set or said one")
    try set(.recovery, 30, &office)
    try lower(to: 500)
    try lower(to: 300) { $0.due = .day(CivilDate("2019-08-01") ?? .first) }
    let demands = try office.file("F1").recoveries.demands
    #expect(demands.map(\.due) == [nil, try day("2019-07-10"), try day("2019-08-01")])
    // More is asked for than to be paid on top: no day.
    try lower(to: 400)
    #expect(try office.file("F1").steps.last?.step.due == nil)
    #expect(try office.reopened().file("F1")?.recoveries == office.file("F1").recoveries)
  }

  // MARK: - Service

  /// Ten working days from 10 June end on the 24th. Served on the 13th, the same fourteen days end on the 27th.
  @Test
  func `A correction runs from the day on which it was served`() throws {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    #expect(office.refusal(of: .serve, "F1", by: "李经办") == .step(.wrongStanding(.received, .serve)))
    try office.step(.correct, "F1", by: "李经办") { $0.note = "缺章" }
    office.today = try day("2019-06-13")
    #expect(office.refusal(of: .serve, "F1", by: "李经办") == .step(.wayMissing))
    try office.step(.serve, "F1", by: "李经办") { $0.way = .mail }
    #expect(try office.file("F1").notice?.due == day("2019-06-27"))
    #expect(try office.file("F1").currentDue == day("2019-06-27"))
    office.today = try day("2019-06-26")
    #expect(
      office.refusal(of: .lapse, "F1", by: "李经办") == .step(.dueNotOver(try day("2019-06-27"))))
    // Undone, it runs as it did.
    try office.step(.undo, "F1", by: "李经办") { $0.note = "误记" }
    #expect(try office.file("F1").notice?.due == day("2019-06-24"))
    try office.step(.lapse, "F1", by: "李经办")
  }

  @Test
  func `A refusal is served under its number`() throws {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    try office.step(.reject, "F1", by: "钱复核") { $0.grounds = ["false-papers"] }
    #expect(
      office.refusal(of: .serve, "F1", by: "李经办") { $0.way = .direct } == .step(.numberMissing))
    office.today = try day("2019-06-12")
    try office.step(.serve, "F1", by: "李经办") {
      $0.way = .direct
      $0.paper = "英知不〔2019〕3号"
    }
    let file = try office.file("F1")
    let held = try #require(file.decisionToServe)
    let served = try #require(file.service(of: held))
    #expect(held.step.step == .reject && served.step.day == office.today)
    #expect(served.service == Service(of: .reject, number: "英知不〔2019〕3号", way: .direct))
    #expect(file.standing == .rejected && file.filing.stage == .rejected)
    #expect(try office.reopened().file("F1") == file)
  }

  /// 400 asked back on 10 June by 10 July; served on the 12th: the 12th of July. What comes back is no new decision.
  @Test
  func `A recovery notice is served once, whatever comes back`() throws {
    var office = try TestOffice()
    try set(.recovery, 30, &office)
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .paid)
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 600)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核")
    office.today = try day("2019-06-12")
    try office.step(.serve, "F1", by: "李经办") {
      $0.way = .left
      $0.paper = "英知追〔2019〕1号"
    }
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 100)
      $0.grounds = ["audit"]
    }
    let demand = try #require(try office.file("F1").recoveries.demands.first)
    #expect(demand.number == "英知追〔2019〕1号" && demand.servedOn == office.today)
    #expect(try demand.due == day("2019-07-12"))
    #expect(try office.file("F1").decisionToServe?.step.step == .confirm)
    #expect(demand.outstanding == Money(yuan: 300))
  }
}
