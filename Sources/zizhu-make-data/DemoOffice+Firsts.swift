import CaseModel
import Seeded

/// Articles 4 and 5: agents' examinations, first filings and first inventions.
extension DemoOffice {
  mutating func addFirsts() throws {
    try addExamFees()
    let enterprises = locals(.enterprise)
    for (index, enterprise) in enterprises.enumerated() where index % 3 != 2 {
      try addFirstFiling(enterprise)
    }
    for (index, enterprise) in enterprises.enumerated() where index % 3 != 0 {
      try addFirstInvention(enterprise)
    }
  }

  private mutating func addExamFees() throws {
    let bases = ["household", "employment", "business", "study"]
    for (index, person) in locals(.individual).enumerated() where index != 7 {
      let passed = try DemoCalendar.day(["2018-01-15", "2019-01-11", "2019-12-26"][index % 3])
      let fee = Money(yuan: [175, 350, 450][index % 3])
      try file(
        "exam-fee", person, event: passed,
        [.text("basis", bases[index % 4]), .day("passedOn", passed), .money("fee", fee)], award: fee)
    }
  }

  private mutating func addFirstFiling(_ enterprise: Applicant) throws {
    let start = try DemoCalendar.day("2018-02-01")
    let filed = try DemoCalendar.day(start, plus: random.number(0...740))
    let kinds: [(PatentType, ceiling: Int64)] = [(.invention, 5000), (.utility, 2000), (.design, 1000)]
    guard let (type, ceiling) = random.pick(kinds) else { return }
    let fee = Money(fen: ceiling * Int64(random.number(50...130)) + Int64(random.pick([0, 0, 50]) ?? 0))
    let number = try numbers.application(filed, type, &random)
    try file(
      "first-filing", enterprise, event: filed,
      [
        .text("applicationNumber", dressed(number)), .day("filedOn", filed), .money("agencyFee", fee),
        .count("priorFilings", 0),
      ],
      award: min(fee, Money(yuan: ceiling)))
  }

  private mutating func addFirstInvention(_ enterprise: Applicant) throws {
    let patent = try newPatent(.invention, granted: "2018-03-01", "2020-02-25")
    try file(
      "first-invention-grant", enterprise, event: patent.granted,
      [
        .text("applicationNumber", dressed(patent.number)), .day("grantedOn", patent.granted),
        .count("priorInventionGrants", 0),
      ],
      award: Money(yuan: 1000))
  }
}
