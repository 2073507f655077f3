import CaseModel
import Seeded

/// An invented patent: its number and the days that go with it.
struct DemoPatent {
  var number: String
  var filed: CivilDate
  var granted: CivilDate
}

/// Article 18: examinations, grants and annual fees.
extension DemoOffice {
  /// A patent granted between two days, filed as long before as its type usually takes.
  mutating func newPatent(
    _ type: PatentType, granted first: String = "2018-01-02", _ last: String = "2020-03-03"
  ) throws -> DemoPatent {
    let granted = try calendar.grantDay(DemoCalendar.day(first), DemoCalendar.day(last), &random)
    let wait =
      switch type {
      case .invention: random.number(560...1300)
      case .utility: random.number(170...420)
      case .design: random.number(110...240)
      }
    let filed = try DemoCalendar.day(granted, plus: -wait)
    return DemoPatent(
      number: try numbers.application(filed, type, &random), filed: filed, granted: granted)
  }

  /// The number as papers write it: mostly plain, now and then as a certificate or an input method has it.
  mutating func dressed(_ number: String) -> String {
    switch random.number(1...40) {
    case 1: return "ZL" + number
    case 2: return "ZL \(number.prefix(4)) \(number.dropFirst(4).prefix(1)) \(number.dropFirst(5))"
    case 3: return number.replacing(".", with: "．")
    case 4: return number.replacing(".", with: "")
    default: return number
    }
  }

  mutating func addPatents() throws {
    let units = locals(.enterprise, .enterprise, .institution, .soleTrader, .association)
    let anyone = units + locals(.enterprise) + locals(.individual)
    for _ in 0..<48 { try addExamination(random.pick(anyone)) }
    for _ in 0..<52 { try addGrant(.utility, "utility-grant", Money(yuan: 1000), random.pick(anyone)) }
    for _ in 0..<28 { try addGrant(.design, "design-grant", Money(yuan: 300), random.pick(anyone)) }
    for _ in 0..<20 { try addAnnualFees(random.pick(units)) }
  }

  private mutating func addExamination(_ applicant: Applicant?) throws {
    guard let applicant else { return }
    let start = try DemoCalendar.day("2018-01-08")
    let entered = try DemoCalendar.day(start, plus: random.number(0...780))
    let filed = try DemoCalendar.day(entered, plus: -random.number(60...400))
    let number = try numbers.application(filed, .invention, &random)
    try file(
      "invention-examination", applicant, event: entered,
      [.text("applicationNumber", dressed(number)), .day("enteredOn", entered)], award: Money(yuan: 3000))
  }

  private mutating func addGrant(_ type: PatentType, _ item: String, _ award: Money, _ applicant: Applicant?)
    throws
  {
    guard let applicant else { return }
    // Now and then the owner claims what an agency was paid for handling.
    let isHandled = random.chance(30)
    let patent =
      try isHandled ? handled[type]?.popLast() ?? newPatent(type) : newPatent(type)
    try file(
      item, applicant, event: patent.granted,
      [.text("applicationNumber", dressed(patent.number)), .day("grantedOn", patent.granted)], award: award)
  }

  /// The fees of one patent, from the annuity in which its grant falls, as far as the demo's days reach.
  private mutating func addAnnualFees(_ applicant: Applicant?) throws {
    guard let applicant else { return }
    let patent = try newPatent(.invention, granted: "2017-06-01", "2019-12-20")
    let first = patent.filed.annuityYear(of: patent.granted)
    let isReduced = random.chance(50)
    for annuity in first...first + 2 {
      // The first one is paid with the grant, the others before the anniversary.
      let paid =
        annuity == first
        ? try DemoCalendar.day(patent.granted, plus: -random.number(20...60))
        : try DemoCalendar.day(anniversary(of: patent.filed, annuity - 1), plus: -random.number(3...28))
      guard paid.year >= 2018, try DemoCalendar.day(paid, plus: 10) < calendar.today else { continue }
      let full: Int64 = annuity <= 3 ? 90_000 : annuity <= 6 ? 120_000 : 200_000
      let fee = Money(fen: isReduced ? full * 15 / 100 : full)
      try file(
        "annual-fee", applicant, event: paid,
        [
          .text("applicationNumber", patent.number), .day("filedOn", patent.filed),
          .day("grantedOn", patent.granted), .count("annuity", annuity), .money("amountPaid", fee),
          .day("paidOn", paid),
        ],
        award: fee)
    }
  }

  private func anniversary(of day: CivilDate, _ years: Int) throws -> CivilDate {
    guard let found = CivilDate(year: day.year + years, month: day.month, day: min(day.day, 28)) else {
      throw DemoError("no anniversary of \(day)")
    }
    return found
  }
}
