import CaseModel
import Seeded

extension SeededNumbers {
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }
}

/// Makes offices whose figures lie near the thresholds and whose numbers and texts are few enough to collide.
struct RandomOffice {
  var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func make() -> PlainOffice {
    var office = PlainOffice()
    let kinds = ApplicantKind.allCases
    for index in 0..<Int.random(in: 1...6, using: &numbers) {
      let kind = numbers.chance(40) ? numbers.pick([.agency, .agencyBranch]) : numbers.pick(kinds)
      var applicant = Applicant(
        id: "A\(index)", name: "申请人\(index)", kind: kind,
        district: numbers.chance(93) ? numbers.pick(["441800", "441881", "GXQ"]) : "440106")
      // A parent stands before its child, so that no chain runs in a circle.
      if index > 0, numbers.chance(50) { applicant.parent = "A\(Int.random(in: 0..<index, using: &numbers))" }
      office.applicants.append(applicant)
    }
    for reading in ["share-base", "annuity-window", "standard-once", "growth-once"] where numbers.chance(25) {
      office.readings.insert(reading)
    }
    // A few offices claim one item over and over, so that caps and keys are met.
    let favourite = numbers.chance(40) ? numbers.pick(PlainItem.inputs.keys.sorted()) : nil
    for index in 0..<Int.random(in: 1...14, using: &numbers) {
      let item = favourite ?? numbers.pick(PlainItem.inputs.keys.sorted())
      office.filings.append(filing("F\(index)", item, office.applicants))
    }
    office.filings.shuffle(using: &numbers)
    return office
  }

  private mutating func filing(_ id: String, _ item: String, _ applicants: [Applicant]) -> Filing {
    var filing = Filing(
      id: id, item: item, applicant: applicant(for: item, applicants), received: day(after: 2018))
    for (name, kind) in PlainItem.inputs[item] ?? [] where numbers.chance(98) {
      filing.inputs.append(.init(name, input(name, kind)))
    }
    if numbers.chance(15) {
      filing.overrides = [.init("applicationNumber", reason: numbers.pick(["核对过证书", " "]))]
    }
    if numbers.chance(15) {
      filing.decided = Money(fen: numbers.pick([0, 10_000, 50_000, 2_000_000, 4_990_000, 6_000_000]))
      filing.stage = numbers.pick([.approved, .published, .paid])
      if numbers.chance(30) { filing.reclaimed = Money(fen: (filing.decided?.fen ?? 0) / 2) }
    } else if numbers.chance(8) {
      filing.stage = numbers.pick([.rejected, .withdrawn, .correction])
    }
    return filing
  }

  private mutating func applicant(for item: String, _ applicants: [Applicant]) -> String {
    let wanted: [ApplicantKind] =
      item.hasPrefix("agency")
      ? [.agency, .agencyBranch] : item == "exam-fee" ? [.individual] : [.enterprise]
    let fitting = applicants.filter { wanted.contains($0.kind) }
    return fitting.isEmpty || numbers.chance(15) ? numbers.pick(applicants).id : numbers.pick(fitting).id
  }

  private mutating func input(_ name: String, _ kind: String) -> RawInput {
    if numbers.chance(2) { return numbers.pick([.null, .text(""), .text(" "), .other("[]"), .flag(true)]) }
    switch kind {
    case "date":
      return .text(
        name == "filedOn" && numbers.chance(60)
          ? numbers.pick(["2016-02-29", "2016-06-01", "2017-03-01", "2018-01-01"])
          : numbers.chance(3) ? "2019-02-30" : day(after: 2017).description)
    case "money":
      return .text(
        numbers.pick(["0.00", "999.99", "1000", "2000.01", "5000", "33333.34", "33333.33", "100000.01"]))
    case "number":
      return .text(
        numbers.pick([
          "201810000001.7", "201610000002", "ZL 2018 2 0000003.1", "201820000004", "201830000005",
          "201930000006",
          "2019800000070", "99123456", "201890000008", "201840000009", "20181000000",
        ]))
    case "flag": return .flag(numbers.chance(85))
    case "year": return .count(Int.random(in: 2017...2021, using: &numbers))
    case "annuity": return .count(numbers.pick([0, 1, 2, 3, 3, 4, 5, 20, 21]))
    case "count": return count(name)
    case "text": return .text(numbers.pick(["甲-1", "甲－1", "乙 2", "乙  2", "丙ａ"]))
    default:
      return .text(numbers.chance(96) ? numbers.pick(kind.split(separator: " ").map(String.init)) : "其他")
    }
  }

  private mutating func count(_ name: String) -> RawInput {
    switch name {
    case "filingsThisYear":
      .count(numbers.pick([4, 5, 50, 129, 130, 149, 150, 151, 200, 299, 300, 301, 400, 401]))
    case "filingsLastYear": .count(numbers.pick([0, 1, 20, 50, 99, 100, 101, 120]))
    case "inventionsThisYear":
      .count(numbers.pick([0, 1, 10, 25, 26, 29, 30, 31, 40, 59, 60, 61, 80, 1_000_001]))
    case "inventionsLastYear": .count(numbers.pick([0, 1, 5, 10, 20, 21]))
    default: .count(numbers.pick([0, 0, 1, 2]))
    }
  }

  private mutating func day(after year: Int) -> CivilDate {
    let near = [
      "2018-01-01", "2018-07-03", "2018-07-04", "2020-12-31", "2021-01-01", "2017-12-31", "2019-12-31",
    ]
    if numbers.chance(25), let day = CivilDate(numbers.pick(near)) { return day }
    return CivilDate(
      year: year + Int.random(in: 0...3, using: &numbers), month: Int.random(in: 1...12, using: &numbers),
      day: Int.random(in: 1...28, using: &numbers)) ?? .first
  }
}
