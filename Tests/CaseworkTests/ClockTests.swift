import CaseModel
import Casework
import SubsidyRules
import Testing

/// The device's clock and the office's day: UTC+8 all year, whatever the machine's zone (casework.md), and what is odd.
struct ClockTests {
  /// An office whose last save was made at a moment.
  private func office(savedAt moment: String) throws -> OfficeState {
    var office = try TestOffice(today: "2019-06-03")
    office.state.fold(
      Transaction(by: "赵主管", at: moment, policy: office.state.policyHash, changes: [.pinsMissed(1)]))
    return office.state
  }

  /// 2019: the 7th of June (Friday) is the Dragon Boat holiday, the 8th and 9th a weekend.
  @Test(arguments: [
    // No more than a day, either way.
    ("2019-06-04T02:00:00Z", "2019-06-05T02:00:00Z", nil as Bool?),
    ("2019-06-04T02:00:00Z", "2019-06-03T02:00:00Z", nil),
    ("2019-06-04T02:00:00Z", "2019-06-04T02:00:00Z", nil),
    // The next day, however late: no day lies between.
    ("2019-06-04T02:00:00Z", "2019-06-05T15:59:59Z", nil),
    // A worked day lies between, in China's days: the 5th.
    ("2019-06-04T02:00:00Z", "2019-06-05T16:00:00Z", false),
    ("2019-06-04T02:00:00Z", "2019-06-06T02:00:00Z", false),
    // Over the holiday and the weekend; a worked Monday more.
    ("2019-06-06T02:00:00Z", "2019-06-10T02:00:00Z", nil),
    ("2019-06-06T02:00:00Z", "2019-06-11T02:00:00Z", false),
    // Late on Thursday in UTC it is Friday here.
    ("2019-06-06T16:00:00Z", "2019-06-10T15:59:59Z", nil),
    ("2019-06-06T16:00:00Z", "2019-06-10T16:00:00Z", false),
    // The spring festival of 2020, prolonged to 2 February; back is odd whatever lies between.
    ("2020-01-23T02:00:00Z", "2020-02-03T02:00:00Z", nil),
    ("2020-02-03T02:00:00Z", "2020-01-23T02:00:00Z", true),
    ("2019-06-10T02:00:00Z", "2019-06-09T01:59:59Z", true),
    // A year that nobody has entered: Monday to Friday. 4 January 2030 is a Friday.
    ("2030-01-04T02:00:00Z", "2030-01-07T02:00:00Z", nil),
    ("2030-01-04T02:00:00Z", "2030-01-08T02:00:00Z", false),
    // What can't be read says nothing.
    ("2019-06-04T02:00:00Z", "2019-06-31T02:00:00Z", nil), ("2019-06-04T02:00:00Z", "", nil),
  ])
  func `A clock that ran ahead over worked days, or back, is odd`(
    before: String, after: String, isBack: Bool?
  ) throws {
    let jump = try office(savedAt: before).clockJump(at: after)
    #expect(jump?.isBack == isBack)
    #expect(jump == nil || (jump?.before == before && jump?.after == after))
  }

  @Test(arguments: [
    ("2019-04-01T01:30:00Z", "2019-04-01 09:30", "2019-04-01"),
    ("2019-04-01T15:59:59Z", "2019-04-01 23:59", "2019-04-01"),
    ("2019-04-01T16:00:00Z", "2019-04-02 00:00", "2019-04-02"),
    ("2019-12-31T16:05:00Z", "2020-01-01 00:05", "2020-01-01"),
    ("2020-02-28T20:00:00Z", "2020-02-29 04:00", "2020-02-29"),
    ("2019-02-28T16:00:00Z", "2019-03-01 00:00", "2019-03-01"),
    ("", "", nil as String?), ("gestern", "gestern", nil),
  ])
  func `A moment as clocks in China show it`(at: String, shown: String, day: String?) {
    #expect(Moment.officeTime(of: at) == shown)
    #expect(Moment.officeDay(of: at)?.description == day)
  }

  @Test(arguments: [
    ("2019-06-10", nil as String?), ("2019-06-11", "2019-06-11"), ("2019-06-09", "2019-06-09"),
  ])
  func `A day that was set stands in the line where it is not the clock's`(today: String, set: String?) throws
  {
    let moment = Moment(at: "2019-06-10T02:00:00Z", today: try #require(CivilDate(today)))
    #expect(moment.setDay?.description == set)
    // After four in the afternoon UTC the office's day is the next.
    let late = Moment(at: "2019-06-09T16:00:00Z", today: try #require(CivilDate("2019-06-10")))
    #expect(late.setDay == nil)
  }

  // MARK: - One-time codes

  private static let key = PINKey(salt: [1], key: [2], rounds: 2, blockSize: 1, parallelism: 1)

  private func code(_ office: TestOffice) throws -> OneTimeCode {
    try #require(office.state.house.operators.first { $0.name == "新经办" }?.code)
  }

  /// Fourteen days from 10 June, the last among them; five wrong ones.
  @Test func `A code holds for fourteen days and five tries`() throws {
    var office = try TestOffice()
    try office.act(
      .addOperator(Operator(name: "新经办", role: .clerk, login: nil, code: Self.key)), by: "赵主管")
    let given = try code(office)
    #expect(try !given.isOver(on: #require(CivilDate("2019-06-24"))))
    #expect(try given.isOver(on: #require(CivilDate("2019-06-25"))))
    for missed in 1...5 {
      #expect(try !code(office).isVoid, "\(missed)")
      office.state.fold(
        Transaction(
          by: "新经办", at: office.moment().at, policy: office.state.policyHash,
          changes: [.codeMissed(name: "新经办")]))
    }
    #expect(try code(office).isVoid && code(office).missed == 5)
    // One that nobody gave out never held.
    #expect(OneTimeCode(Self.key).isOver(on: .first))
  }
}
