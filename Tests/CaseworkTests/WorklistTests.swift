import CaseModel
import Casework
import Testing

/// What waits for whom, and in which order.
///
/// 李经办 is a clerk, 钱复核 and 孙复核 reviewers, 赵主管 a supervisor; `TestOffice.bring` lets 李经办 accept, 钱复核
/// review, 孙复核 approve and publish.
struct WorklistTests {
  private func grant(_ id: String, _ serial: UInt64, received: String) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial), received: received)
  }

  /// One filing at each stage of the straight way, each received on a day of its own; P is paid and waits for nobody.
  private func office() throws -> TestOffice {
    var office = try TestOffice(today: "2019-06-28")
    let all: [(String, Standing, String)] = [
      ("R1", .received, "2019-06-03"), ("R2", .received, "2019-06-20"), ("A", .accepted, "2019-06-04"),
      ("V", .reviewed, "2019-06-05"), ("D", .approved, "2019-06-06"), ("N", .published, "2019-05-29"),
      ("P", .paid, "2019-06-10"),
    ]
    for (serial, (id, standing, day)) in all.enumerated() {
      try office.bring(grant(id, UInt64(serial + 1), received: day), to: standing)
    }
    return office
  }

  private func list(
    _ office: TestOffice, _ name: String, on day: String, by order: Worklist.Order = .turn
  ) throws -> (list: Worklist, ids: [String]) {
    let today = try #require(CivilDate(day))
    let list = office.state.worklist(of: name, on: today, FilingFilter(), by: order)
    return (list, list.numbers.map(office.state.files.id))
  }

  /// A clerk accepts; of two received ones what came last stands in front.
  @Test func aClerkHasWhatIsReceivedFirst() throws {
    let (list, ids) = try list(office(), "吴经办", on: "2019-06-28")
    #expect(ids == ["R2", "R1", "A", "V", "D", "N"])
    #expect(list.own == 2)
    #expect(list.stages.map(\.stage) == [.received, .accepted, .reviewed, .approved, .published])
    #expect(list.stages.map(\.count) == [2, 1, 1, 1, 1])
  }

  /// A reviewer has all but the payment; a supervisor that too.
  @Test func aRoleHasWhatItMayDo() throws {
    let reviewer = try list(office(), "钱复核", on: "2019-06-28")
    #expect(reviewer.ids == ["R2", "R1", "A", "V", "D", "N"] && reviewer.list.own == 5)
    #expect(try list(office(), "赵主管", on: "2019-06-28").list.own == 6)
  }

  /// Whoever accepted a filing does not approve it: that one waits for others.
  @Test func whatOneHandledOneselfWaitsForOthers() throws {
    var office = try TestOffice(today: "2019-06-28")
    try office.act(.receiveFiling(grant("F1", 1, received: "2019-06-03")), by: "李经办")
    try office.step(.accept, "F1", by: "钱复核")
    try office.step(.review, "F1", by: "钱复核")
    #expect(try list(office, "钱复核", on: "2019-06-28").list.own == 0)
    #expect(try list(office, "孙复核", on: "2019-06-28").list.own == 1)
  }

  /// Nobody is on it who has left, and a name that is unknown has no turn.
  @Test func whoHasLeftHasNoTurn() throws {
    var office = try office()
    try office.act(.retireOperator("吴经办", note: "调离"), by: "赵主管")
    #expect(try list(office, "吴经办", on: "2019-06-28").list.own == 0)
    #expect(try list(office, "没有的", on: "2019-06-28").list.own == 0)
  }

  /// Received more than thirty days ago: on 28 June that is before 29 May; on 29 June the one of 29 May is among them.
  @Test func thirtyDaysAreNotYetLong() throws {
    let office = try office()
    #expect(try list(office, "李经办", on: "2019-06-28").list.long == 0)
    #expect(try list(office, "李经办", on: "2019-06-29").list.long == 1)
    #expect(try list(office, "李经办", on: "2019-07-03").list.long == 1)
    #expect(try list(office, "李经办", on: "2019-07-04").list.long == 2)
  }

  @Test func byAgeTheEarliestReceivedStandsFirst() throws {
    let (_, ids) = try list(office(), "李经办", on: "2019-06-28", by: .age)
    #expect(ids == ["N", "R1", "A", "V", "D", "R2"])
  }

  /// A correction waits for the applicant until its day is over: then it is the clerk's turn, and overdue.
  @Test func aCorrectionIsTheClerksOnceItsDayIsOver() throws {
    var office = try office()
    try office.step(.correct, "R1", by: "李经办") {
      $0.note = "请补盖公章"
      $0.due = .day(CivilDate(year: 2019, month: 7, day: 12) ?? .first)
    }
    let before = try list(office, "李经办", on: "2019-07-12", by: .due)
    #expect(before.ids.first == "R1" && before.list.overdue == 0 && before.list.own == 1)
    let after = try list(office, "李经办", on: "2019-07-13")
    #expect(after.list.overdue == 1 && after.list.own == 2)
    #expect(Array(after.ids.prefix(2)) == ["R2", "R1"])
  }

  /// Of one year only what counts in that year.
  @Test func aFilterNarrowsTheListAndItsCounts() throws {
    let today = try #require(CivilDate("2019-06-28"))
    let office = try office()
    var filter = FilingFilter()
    filter.year = 2018
    #expect(office.state.worklist(of: "李经办", on: today, filter, by: .turn).numbers.isEmpty)
    filter.year = 2019
    #expect(office.state.worklist(of: "李经办", on: today, filter, by: .turn).numbers.count == 6)
  }
}
