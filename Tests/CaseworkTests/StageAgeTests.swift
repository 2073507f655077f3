import CaseModel
import Casework
import SubsidyRules
import Testing

/// How long filings wait at each stage; days by hand. June 2019 has thirty.
struct StageAgeTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// As many filings as days of receipt, each received by the counter on its day.
  private func office(_ received: [String]) throws -> TestOffice {
    var office = try TestOffice(today: "2019-06-30")
    for (serial, day) in received.enumerated() {
      try office.act(
        .receiveFiling(
          TestFilings.utilityGrant(
            "F\(serial + 1)", TestFilings.application(2018, 2, UInt64(serial + 1)), received: day)), by: "李经办"
      )
    }
    return office
  }

  /// The middle one of an odd count; of an even count the longer-waiting of the two in the middle.
  @Test(arguments: [
    (["2019-06-20"], 10, 10), (["2019-06-20", "2019-06-10"], 20, 20),
    (["2019-06-20", "2019-06-10", "2019-06-15"], 20, 15),
    (["2019-06-30", "2019-06-10", "2019-06-15", "2019-06-29"], 20, 15), (["2019-06-30"], 0, 0),
    (["2019-06-25", "2019-06-25", "2019-06-25"], 5, 5), (["2018-12-31", "2019-06-30"], 181, 181),
  ])
  func `The longest and the middle wait`(received: [String], longest: Int, median: Int) throws {
    let office = try office(received)
    let ages = office.state.ages(of: 2019, on: try day("2019-06-30"))
    #expect(ages.map(\.stage) == [.received])
    #expect(
      ages.first?.count == received.count && ages.first?.longest == longest && ages.first?.median == median)
  }

  @Test func `Of one day the first in order is the oldest`() throws {
    let age = try #require(
      office(["2019-06-25", "2019-06-25"]).state.ages(of: 2019, on: try day("2019-06-30")).first)
    #expect(age.oldest == "F1" && age.filings == ["F1", "F2"] && age.award.description == "2000.00")
  }

  /// Received on the 3rd, accepted on the 10th, reviewed on the 17th, sent to be corrected on the 20th.
  @Test func `A stage counts from the step that led to it, the wait from receipt`() throws {
    var office = try office(["2019-06-03"])
    func age() throws -> StageAge {
      let ages = office.state.ages(of: 2019, on: try day("2019-06-30"))
      try #require(ages.count == 1)
      return ages[0]
    }
    #expect(try age().longestHere == 27)
    try office.step(.accept, "F1", by: "李经办") { $0.day = CivilDate("2019-06-10") }
    #expect(try age().stage == .accepted && age().longestHere == 20 && age().longest == 27)
    try office.step(.review, "F1", by: "钱复核") { $0.day = CivilDate("2019-06-17") }
    #expect(try age().stage == .reviewed && age().longestHere == 13)
    try office.step(.correct, "F1", by: "李经办") {
      $0.day = CivilDate("2019-06-20")
      $0.note = "缺专利证书"
    }
    #expect(try age().stage == .correction && age().longestHere == 10)
    // Undone, it has stood at the stage before since the step that led there.
    try office.step(.undo, "F1", by: "李经办") { $0.note = "点错了" }
    #expect(try age().stage == .reviewed && age().longestHere == 13)
  }

  /// An objection leads nowhere: the filing stands where it stood, since it stood there.
  @Test func `A step that leads nowhere begins no stage anew`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .published)
    office.today = try day("2019-06-20")
    try office.step(.object, "F1", by: "李经办") { $0.note = "他人异议" }
    #expect(try office.file("F1").standingSince == day("2019-06-10"))
    let age = try #require(office.state.ages(of: 2019, on: try day("2019-06-20")).first)
    #expect(age.stage == .published && age.longestHere == 10)
  }

  @Test func `What is over waits for nobody, and another year is another's`() throws {
    var office = try office(["2019-06-20", "2019-06-21"])
    try office.step(.withdraw, "F1", by: "李经办")
    let ages = office.state.ages(of: 2019, on: try day("2019-06-30"))
    #expect(ages.map(\.filings) == [["F2"]])
    #expect(office.state.ages(of: 2018, on: try day("2019-06-30")).isEmpty)
  }
}
