import CaseModel
import JSONText
import Seeded

/// The demo office's work register from July 2018 to March 2020: some records of every kind, one JSON object on a
/// line as `zizhu register import` reads them.
struct DemoRegister {
  private var random: SeededNumbers
  private let calendar: DemoCalendar
  private let enterprises: [String]
  private let agencies: [String]
  private var number = 0
  /// The records, each with the last day of which it speaks.
  private(set) var lines: [(day: CivilDate, line: String)] = []

  /// One JSON object on a line.
  var bytes: [UInt8] { Array(lines.map { $0.line + "\n" }.joined().utf8) }

  private static let counties = [
    "441802", "441803", "441821", "441823", "441825", "441826", "441881", "441882", "GXQ",
  ]

  /// What the fund has in a year, in thousands of yuan: enough in most places, too little in some for all that waits.
  private static let budgets: [String: ClosedRange<Int>] = [
    "441800": 60...100, "441802": 450...550, "441803": 80...160, "441821": 180...240, "441823": 80...150,
    "441825": 100...160, "441826": 90...140, "441881": 240...290, "441882": 450...550, "GXQ": 900...1100,
  ]

  init(_ office: DemoOffice, seed: UInt64) throws {
    random = SeededNumbers(seed: seed &+ 1)
    calendar = try DemoCalendar()
    enterprises = office.applicants.filter { $0.kind == .enterprise }.map(\.name)
    agencies = office.applicants.filter { $0.kind == .agency || $0.kind == .agencyBranch }.map(\.name)
    try addCity()
    for county in Self.counties { try addCounty(county) }
    try addEnforcement()
  }

  // MARK: - Records

  private enum Field {
    case text(String, String)
    case count(String, Int)
    case flag(String, Bool)
  }

  private mutating func add(_ kind: String, _ district: String, _ fields: [Field]) {
    number += 1
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", "441800-R" + number.padded(to: 5))
      writer.member("kind", kind)
      writer.member("district", district)
      writer.object("values") { writer in
        for field in fields {
          switch field {
          case .text(let name, let text): writer.member(name, text)
          case .count(let name, let count): writer.member(name, count)
          case .flag(let name, let flag): writer.member(name, flag)
          }
        }
      }
    }
    let days = fields.compactMap { field -> CivilDate? in
      switch field {
      case .text(_, let text): CivilDate(text)
      case .count("year", let year): CivilDate(year: year, month: 1, day: 1)
      case .count, .flag: nil
      }
    }
    lines.append((days.max() ?? calendar.opened, String(decoding: writer.bytes, as: UTF8.self)))
  }

  /// A working day between the policy's signing and the demo's last day.
  private mutating func day(from: String = "2018-07-16", within days: Int = 600) throws -> CivilDate {
    let start = try DemoCalendar.day(from)
    let day = try calendar.openDay(from: DemoCalendar.day(start, plus: random.number(0...days)))
    return min(day, calendar.today)
  }

  private mutating func yuan(_ range: ClosedRange<Int>, thousands: Int = 1) -> String {
    Money(yuan: Int64(random.number(range) * 1000 * thousands)).description
  }

  private mutating func enterprise() -> String { random.pick(enterprises) ?? "" }

  // MARK: - The city

  private mutating func addCity() throws {
    let city = "441800"
    for agency in agencies.prefix(3) {
      add(
        "agency-referral", city,
        [
          .text("referredOn", try day().description), .text("agency", agency), .text("receiver", "市工业和信息化局"),
          .text("outcome", random.pick(["已受理", "已纳入扶持名单"]) ?? ""),
        ])
    }
    for (day, name, unit) in [
      ("2018-09-12", "清远市专利实务培训基地", "清远职业技术学院"), ("2019-04-25", "清远高新区知识产权培训基地", "清远高新区管委会"),
    ] {
      add(
        "training-base", city,
        [.text("namedOn", try DemoCalendar.day(day).description), .text("name", name), .text("unit", unit)])
    }
    for (name, qualification) in [
      ("覃晓岚", "agent"), ("练志远", "agent"), ("黎可欣", "lawyer-agent"), ("房文博", "passed"), ("欧阳雪莹", "agent"),
    ] {
      add(
        "talent", city,
        [
          .text("since", try day().description), .text("name", name), .text("qualification", qualification),
          .text("employer", random.pick(agencies) ?? ""),
        ])
    }
    for (day, number, changes) in [
      ("2018-10-19", "清知〔2018〕41号", "明确各项目申报材料和受理时间"), ("2019-08-08", "清市监知〔2019〕15号", "机构改革后由市市场监督管理局受理"),
    ] {
      add(
        "detailed-rule", city,
        [
          .text("issuedOn", try DemoCalendar.day(day).description), .text("number", number),
          .text("changes", changes),
        ])
    }
    for year in 2018...2020 { addBudget(city, year) }
  }

  private mutating func addBudget(_ county: String, _ year: Int) {
    add(
      "fund-budget", county,
      [
        .count("year", year), .text("amount", yuan(Self.budgets[county] ?? 100...100)),
        .text("document", "清财〔\(year)〕\(random.number(10...99))号"),
      ])
  }

  // MARK: - A county

  private mutating func addCounty(_ county: String) throws {
    for year in 2018...2020 { addBudget(county, year) }
    for year in 2018...2019 {
      add(
        "service-point", county,
        [.count("year", year), .count("points", random.number(1...3)), .count("staff", random.number(1...5))])
      add(
        "training", county,
        [
          .text("heldOn", try day(from: "\(year)-07-16", within: 160).description),
          .text("topic", random.pick(["专利检索与申请实务", "企业一线人员专利挖掘", "专利维权与侵权判定", "知识产权管理体系贯标"]) ?? ""),
          .text("place", random.pick(["县行政中心", "工业园区会议室", "文化馆报告厅"]) ?? ""),
          .count("people", random.number(35...160)), .count("hours", random.number(1...4) * 4),
        ])
      let spent = random.chance(70)
      let granted = random.number(80...400)
      add(
        "science-fund", county,
        [
          .count("year", year), .text("unit", enterprise()),
          .text("granted", Money(yuan: Int64(granted * 1000)).description), .flag("onPatents", spent),
        ] + (spent ? [.text("spent", Money(yuan: Int64(granted * 150)).description)] : []))
    }
    for kind in ["publicity", "guidance"] {
      let forms = kind == "publicity" ? ["4·26 宣传周咨询", "专利法宣讲", "微信专栏"] : ["上门指导", "电话咨询", "专场答疑"]
      add(
        kind, county,
        [
          .text("heldOn", try day().description), .text("form", random.pick(forms) ?? ""),
          .count("people", random.number(20...800)),
        ])
    }
    add(
      "reward-scheme", county,
      [.text("adoptedOn", try day().description), .text("unit", enterprise()), .text("scheme", "职务发明奖励办法")])
    if random.chance(60) { try addMoney(county) }
  }

  private mutating func addMoney(_ county: String) throws {
    let digits = UInt64(2017_2000_0000 + random.number(100_000...999_999))
    guard let patent = ApplicationNumber(digits: digits, count: 12) else { throw DemoError("no such number") }
    add(
      "industrialisation", county,
      [
        .text("startedOn", try day().description), .text("enterprise", enterprise()),
        .text("patent", patent.description), .text("output", yuan(3...60, thousands: 100)),
      ])
    add(
      "pledge-loan", county,
      [
        .text("grantedOn", try day().description), .text("enterprise", enterprise()),
        .text("patents", "实用新型 \(patent.description) 等 \(random.number(2...6)) 件"),
        .text("bank", random.pick(["清远农商银行", "中国银行清远分行", "建设银行清远市分行"]) ?? ""),
        .text("amount", yuan(10...80, thousands: 100)),
        .text("outcome", random.pick(["running", "running", "repaid"]) ?? ""),
      ])
  }

  // MARK: - Enforcement

  private mutating func addEnforcement() throws {
    for serial in 1...7 {
      let isDispute = serial % 3 != 0
      let opened = try day(from: "2018-08-01", within: 560)
      var fields: [Field] = [
        .text("openedOn", opened.description),
        .text("case", "清知法\(isDispute ? "纠" : "假")字〔\(opened.year)〕\(serial)号"),
        .text("parties", isDispute ? "\(enterprise()) 诉 某商行" : "某日用品店"),
        .text("nature", isDispute ? "dispute" : "counterfeit"),
      ]
      let dates: [(String, Int)] = [("heardOn", 10 + serial), ("closedOn", isDispute ? 80 : 28)]
      for (name, days) in dates {
        guard let day = opened.adding(days: days), day <= calendar.today else { continue }
        fields.append(.text(name, day.description))
        if name == "closedOn" { fields.append(.text("result", isDispute ? "调解结案" : "责令改正并罚款")) }
      }
      if serial == 6, let day = opened.adding(days: 30), day <= calendar.today {
        fields.append(.text("policeOn", day.description))
      }
      add("enforcement", random.pick(Self.counties) ?? "441802", fields)
    }
  }
}
