import CaseModel
import Seeded

/// The demo office while it is being made: its applicants, and its filings before they have ids.
struct DemoOffice {
  var random: SeededNumbers
  var numbers = DemoNumbers()
  let calendar: DemoCalendar
  private(set) var applicants: [Applicant] = []
  /// Patents that an agency has claimed for, by type.
  var handled: [PatentType: [DemoPatent]] = [:]
  private var drafts: [Filing] = []

  init(seed: UInt64) throws {
    random = SeededNumbers(seed: seed)
    calendar = try DemoCalendar()
    for index in DemoCast.roles.indices { applicants.append(try applicant(index)) }
    tangleContacts()
    try addAgencies()
    try addPatents()
    try addFirsts()
    try addDistinctions()
    try addInsurance()
    try addOddities()
  }

  // MARK: - Filings

  /// How far a filing has come.
  enum Progress {
    /// As far as its age makes likely; the amount is what the policy gives.
    case byAge
    case stage(Stage)
    /// Paid, and this much came back.
    case reclaimed(Money)
  }

  /// Records a claim of an item.
  ///
  /// - Parameters:
  ///   - award: what the policy gives; nil where it gives nothing.
  ///   - received: some weeks after the event where it is not said.
  mutating func file(
    _ item: String, _ applicant: Applicant, event: CivilDate, _ inputs: [Filing.Input], award: Money?,
    _ progress: Progress = .byAge, received: CivilDate? = nil, overrides: [Filing.Override] = []
  ) throws {
    let received = try received ?? calendar.receipt(after: event, &random)
    var filing = Filing(
      id: "", item: item, applicant: applicant.id, received: received, inputs: inputs, overrides: overrides)
    switch progress {
    case .byAge: filing.stage = award == nil ? .received : likelyStage(received)
    case .stage(let stage): filing.stage = stage
    case .reclaimed(let money):
      filing.stage = .reclaimed
      filing.reclaimed = money
    }
    switch filing.stage {
    case .approved, .published, .paid, .reclaimed:
      guard let award else { throw DemoError("\(item) of \(applicant.id) is decided without an amount") }
      filing.decided = award
    case .received, .correction, .accepted, .reviewed, .rejected, .withdrawn: break
    }
    drafts.append(filing)
  }

  private mutating func likelyStage(_ received: CivilDate) -> Stage {
    let choices: [(Stage, Int)] =
      switch received.days(to: calendar.today) {
      case 270...: [(.paid, 95), (.withdrawn, 3), (.rejected, 2)]
      case 150..<270: [(.paid, 55), (.published, 20), (.approved, 15), (.reviewed, 10)]
      case 60..<150:
        [
          (.published, 15), (.approved, 15), (.reviewed, 25), (.accepted, 30), (.correction, 10),
          (.received, 5),
        ]
      default: [(.received, 45), (.accepted, 30), (.correction, 15), (.reviewed, 10)]
      }
    var roll = random.number(1...100)
    for (stage, percent) in choices {
      roll -= percent
      if roll <= 0 { return stage }
    }
    return .received
  }

  /// The filings in the order of receipt, each with the number of its receipt: district, year, serial.
  func filings() -> [Filing] {
    var serials: [String: Int] = [:]
    let districts = Dictionary(uniqueKeysWithValues: applicants.map { ($0.id, $0.district) })
    let ordered = drafts.enumerated().sorted {
      ($0.element.received, $0.offset) < ($1.element.received, $1.offset)
    }
    return ordered.map { _, draft in
      // Who is not local hands in at the city's own counter.
      let district = districts[draft.applicant].flatMap(Self.local)?.code ?? "441800"
      let counter = "\(district)-\(draft.received.year)-"
      let serial = serials[counter, default: 0] + 1
      serials[counter] = serial
      var filing = draft
      filing.id = counter + serial.padded(to: 6)
      return filing
    }
  }

  /// A district of the demo's own city; nil for any other place.
  private static func local(_ code: String) -> District? {
    guard code == "GXQ" || code.hasPrefix("4418") else { return nil }
    return District(country: code)
  }

  // MARK: - Applicants

  private mutating func applicant(_ index: Int) throws -> Applicant {
    let role = DemoCast.roles[index]
    let codeDistrict = role.district == "GXQ" ? "441802" : role.district
    var applicant = Applicant(
      id: Self.id(index + 1), name: role.name, kind: role.kind, district: role.district,
      parent: role.parent.map(Self.id))
    let bank = random.pick(["中国农业银行", "中国工商银行", "中国建设银行", "清远农商银行"]) ?? ""
    let place = Self.local(role.district)?.name ?? "广州"
    applicant.bank = bank + place + "支行"
    applicant.phone =
      random.chance(60) ? "1380763" + random.digits(4) : "0763-\(random.number(2...6))" + random.digits(6)
    switch role.kind {
    case .individual:
      let start = try DemoCalendar.day("1962-01-01")
      let born = try DemoCalendar.day(start, plus: random.number(0...14_000))
      applicant.code = try numbers.residentID(codeDistrict, born: born, &random)
      applicant.account = try numbers.card(&random)
    case .enterprise, .agency, .agencyBranch, .soleTrader, .institution, .association:
      applicant.code = try numbers.creditCode(
        role.codeKind ?? (role.kind == .soleTrader ? "92" : role.kind == .institution ? "12" : "91"),
        codeDistrict, &random)
      applicant.account = "44" + random.digits(15)
      let surname = random.pick(["陈", "李", "黄", "梁", "邓", "朱", "曾", "单"]) ?? ""
      applicant.contact = surname + (random.pick(["女士", "先生", "会计", "主任"]) ?? "")
    }
    return applicant
  }

  /// What a supervisor should stumble over: one phone and one account behind several applicants, and gaps.
  private mutating func tangleContacts() {
    let indices = Dictionary(uniqueKeysWithValues: applicants.enumerated().map { ($1.name, $0) })
    let behind = ["连南瑶山野蜂蜂业有限公司", "连南三排瑶绣工艺品有限公司", "连南瑶族自治县三江镇瑶家银饰店", "连山鹿鸣关生态农业有限公司"]
      .compactMap { indices[$0] }
    for index in behind.dropFirst() { applicants[index].phone = applicants[behind[0]].phone }
    if let pair = behind.dropFirst().first { applicants[behind[0]].account = applicants[pair].account }
    for name in ["广州市沙湾岭电器有限公司", "广州粤禾专利商标代理有限公司"] {
      guard let index = indices[name] else { continue }
      applicants[index].bank = nil
      applicants[index].account = nil
    }
  }

  private static func id(_ number: Int) -> String { "A" + String(1000 + number).dropFirst() }

  /// The applicants of some kinds, without those who are not local.
  func locals(_ kinds: ApplicantKind...) -> [Applicant] {
    applicants.filter { kinds.contains($0.kind) && Self.local($0.district) != nil }
  }

  /// The applicant whose name begins so.
  func applicant(_ beginning: String) throws -> Applicant {
    guard let found = applicants.first(where: { $0.name.hasPrefix(beginning) }) else {
      throw DemoError("nobody's name begins with \(beginning)")
    }
    return found
  }
}

extension Filing.Input {
  static func text(_ name: String, _ text: String) -> Self { .init(name, .text(text)) }
  static func day(_ name: String, _ day: CivilDate) -> Self { .init(name, .text(day.description)) }
  static func money(_ name: String, _ money: Money) -> Self { .init(name, .text(money.description)) }
  static func count(_ name: String, _ count: Int) -> Self { .init(name, .count(count)) }
  static func flag(_ name: String, _ flag: Bool) -> Self { .init(name, .flag(flag)) }
}
