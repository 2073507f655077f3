import CaseModel
import Casework
import Seeded
import SubsidyRules

@testable import Office

/// Commands of every kind that random people would give, sensible ones and others.
struct RandomCommands {
  enum Kind: CaseIterable {
    case addOperator, retireOperator, setPIN, clearPIN, notePINsMissed, allowAlone
    case enterApplicant, changeApplicant
    case receiveFiling, receiveFilings, changeFiling, importCases, takeOldLedger
    case chooseReading, step, tickPapers, enterNews, enterRecords, changeRecord, strikeRecord
    case sealYear, unsealYear, setPeriods, tellPersons
  }

  static let people: [Operator] = [
    Operator(name: "周主管", role: .supervisor, login: nil), Operator(name: "钱复核", role: .reviewer, login: nil),
    Operator(name: "孙复核", role: .reviewer, login: nil),
  ]

  private var random: SeededNumbers
  private var number = 0

  init(seed: Int) { random = SeededNumbers(seed) }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

  /// Lets one after another give a command, in random order, until it is taken from one; nil where it is from none.
  @discardableResult
  mutating func give(_ command: Command, to office: OpenOffice) -> OpenOffice.Saved? {
    let names = Self.people.map(\.name) + [Offices.supervisor.name, Offices.clerk.name]
    for name in names.shuffled(using: &random) {
      if let saved = try? office.save(command, by: SignedIn(name: name)) { return saved }
    }
    return nil
  }

  /// A new kind of command has to be given here too, so that no change is forgotten by snapshots.
  static func kind(of command: Command) -> Kind? {
    switch command {
    case .addOperator: .addOperator
    case .retireOperator: .retireOperator
    case .setPIN: .setPIN
    case .clearPIN: .clearPIN
    case .notePINsMissed: .notePINsMissed
    case .allowAlone: .allowAlone
    case .enterApplicant: .enterApplicant
    case .changeApplicant: .changeApplicant
    case .receiveFiling: .receiveFiling
    case .receiveFilings: .receiveFilings
    case .changeFiling: .changeFiling
    case .importCases: .importCases
    case .takeOldLedger: .takeOldLedger
    case .chooseReading: .chooseReading
    case .step: .step
    case .tickPapers: .tickPapers
    case .enterNews: .enterNews
    case .enterRecords: .enterRecords
    case .changeRecord: .changeRecord
    case .strikeRecord: .strikeRecord
    case .sealYear: .sealYear
    case .unsealYear: .unsealYear
    case .setPeriods: .setPeriods
    case .tellPersons: .tellPersons
    // It needs a file: `SnapshotTests` adopts one.
    case .adoptPolicy, .withdrawPolicy: nil
    // They need other offices: `CityTests` has some, `KeptValuesTests` their traces.
    case .offices: nil
    }
  }

  mutating func next(_ state: OfficeState) -> Command {
    number += 1
    // Half of what is done in an office is moving filings on.
    let kind: Kind = roll(2) == 0 ? .step : Kind.allCases.randomElement(using: &random) ?? .receiveFiling
    switch kind {
    case .addOperator, .retireOperator, .setPIN, .clearPIN, .notePINsMissed, .allowAlone:
      return aboutPeople(kind, state)
    case .step, .tickPapers, .changeFiling:
      guard let file = state.files.randomElement(using: &random) else {
        return .enterApplicant(applicant(""))
      }
      return about(file, kind, state)
    case .receiveFiling, .receiveFilings, .changeApplicant:
      guard let somebody = state.people.applicants.randomElement(using: &random) else {
        return .enterApplicant(applicant(""))
      }
      return about(somebody, kind, state)
    case .enterApplicant: return .enterApplicant(applicant(""))
    case .importCases:
      let imported = applicant("I\(number)")
      var old = filing("OLD-\(number)", imported.id)
      old.stage = [.paid, .withdrawn, .approved].randomElement(using: &random) ?? .paid
      // Some belong to a year in which nothing else is entered, so that it can be sealed.
      if roll(2) == 0 { old.received = Offices.day("2017-12-05") }
      if old.stage != .withdrawn { old.decided = Money(fen: Int64(roll(2_000_000))) }
      return .importCases(applicants: [imported], filings: [old, filing("NEW-\(number)", imported.id)])
    case .takeOldLedger: return oldLedger(state)
    case .sealYear: return .sealYear(2017, note: roll(2) == 0 ? "" : "年结", seen: state.yearSums(of: 2017))
    case .setPeriods:
      // Never publicity, which would keep everything here from being paid.
      let kind: OfficePeriod.Kind = roll(2) == 0 ? .recovery : .account
      return .setPeriods([
        OfficePeriod(kind: kind, count: roll(9), from: Offices.day("2026-01-01"), note: "局务会 \(number)")
      ])
    case .tellPersons:
      let ids = (0..<2).compactMap { _ in state.people.applicants.randomElement(using: &random)?.id }
      let verdict = PersonWord.Verdict.allCases.randomElement(using: &random) ?? .link
      let word = PersonWord(verdict, ids, note: "核对 \(number)")
      return .tellPersons(word, seen: state.consequences(of: word))
    case .unsealYear: return .unsealYear(2017, note: "更正 \(number)")
    case .enterRecords: return .enterRecords((0...roll(2)).map { _ in training("") })
    case .changeRecord:
      return .changeRecord(training(state.books.register.records.randomElement(using: &random)?.id ?? ""))
    case .strikeRecord:
      return .strikeRecord(state.books.register.records.randomElement(using: &random)?.id ?? "", note: "录重")
    case .chooseReading:
      let reading = state.policy.readings.randomElement(using: &random)
      let option = reading?.options.randomElement(using: &random)
      return .chooseReading(reading: reading?.id ?? "", option: option?.id ?? "", note: "局务会 \(number)")
    case .enterNews:
      let news = News(
        kind: .patentInvalid, number: patent(of: 500), day: Offices.day("2019-06-01"), paper: "决定书",
        note: "口审",
        applicants: state.people.applicants.prefix(roll(2)).map(\.id))
      return .enterNews(news, seen: state.consequences(of: news))
    }
  }

  private mutating func training(_ id: String) -> RegisterEntry {
    RegisterEntry(
      id: id, kind: "training", district: ["441881", "GXQ"].randomElement(using: &random) ?? "",
      values: [
        .init("heldOn", .text("2019-05-20")), .init("topic", .text("检索 \(number)")),
        .init("place", .text("县城")),
        .init("people", .count(roll(90))), .init("hours", .count(4)),
      ])
  }

  private mutating func oldLedger(_ state: OfficeState) -> Command {
    let rows = (0...roll(3)).map { line in
      var old = filing("", "")
      if roll(2) == 0 {
        old.stage = .paid
        old.decided = Money(fen: Int64(roll(2_000_000)))
      }
      let party = OldLedgerRow.Party(
        name: roll(3) == 0 ? state.people.applicants.last?.name ?? "" : "旧单位\(number)", kind: .enterprise,
        district: "441881")
      return OldLedgerRow(line: line, party: party, filing: old)
    }
    let plan = state.plan(oldLedger: rows, repeats: roll(2) == 0, today: Offices.day("2030-01-01"))
    return .takeOldLedger(rows, repeats: false, seen: plan)
  }

  private mutating func aboutPeople(_ kind: Kind, _ state: OfficeState) -> Command {
    let extra = state.house.operators.last?.name ?? ""
    switch kind {
    case .addOperator:
      let code = PINKey(salt: [3], key: [UInt8(roll(256))], rounds: 1024, blockSize: 8, parallelism: 1)
      let login = roll(2) == 0 ? nil : "u\(number)"
      return .addOperator(Operator(name: "操作员\(number)", role: .clerk, login: login, code: code))
    case .notePINsMissed: return .notePINsMissed(roll(3))
    case .retireOperator where extra.hasPrefix("操作员"): return .retireOperator(extra, note: "调离")
    case .clearPIN:
      let forgetful = state.house.operators.first { $0.pin != nil }?.name ?? ""
      return .clearPIN(forgetful, note: "忘记")
    case .allowAlone: return .allowAlone(!state.house.isAloneAllowed, note: "人员变动")
    default:
      let old = state.house.operators.first { $0.name == Offices.supervisor.name }?.pin
      let key = PINKey(salt: [1, 2], key: [UInt8(roll(256))], rounds: 1024, blockSize: 8, parallelism: 1)
      return .setPIN(key, replacing: old)
    }
  }

  private mutating func about(_ applicant: Applicant, _ kind: Kind, _ state: OfficeState) -> Command {
    switch kind {
    case .changeApplicant:
      var changed = applicant
      changed.account = "6001\(number)"
      changed.district = ["441881", "441802", "GXQ"].randomElement(using: &random) ?? "441881"
      guard roll(3) == 0 else { return .changeApplicant(changed) }
      changed.parent = roll(3) == 0 ? nil : state.people.applicants.randomElement(using: &random)?.id
      let day = Offices.day(["2019-05-25", "2019-06-02", "2017-01-01"].randomElement(using: &random) ?? "")
      return .changeApplicant(changed, since: roll(2) == 0 ? nil : .day(day))
    case .receiveFilings: return .receiveFilings((0..<roll(4) + 1).map { _ in filing("", applicant.id) })
    default: return .receiveFiling(filing("", applicant.id))
    }
  }

  private mutating func about(_ file: FiledFiling, _ kind: Kind, _ state: OfficeState) -> Command {
    switch kind {
    case .changeFiling:
      var changed = file.filing
      changed.overrides = roll(3) == 0 ? [.init("applicationNumber", reason: "证书如此 \(number)")] : []
      if !changed.inputs.isEmpty { changed.inputs[roll(changed.inputs.count)].value = .text("改 \(number)") }
      return .changeFiling(changed, seen: state.seen(file.filing.id))
    case .tickPapers:
      let ticks = state.tickList(of: file).map { row in
        PaperTick(
          paper: row.paper.id, copies: row.paper.copies, hasOriginal: roll(8) > 0, pages: roll(30),
          verdict: roll(9) == 0 ? .failing("没有盖章") : roll(12) == 0 ? .missing : .inOrder)
      }
      return .tickPapers(
        filing: file.filing.id, ticks,
        seen: state.seen(file.filing.id) ?? Casework.Seen(revision: 0, award: .zero))
    default: return .step(request(on: file, state))
    }
  }

  /// A step that may be taken from where the filing stands, with all that it may need.
  private mutating func request(on file: FiledFiling, _ state: OfficeState) -> StepRequest {
    let rules = StageRule.all.filter { $0.from.contains(file.standing) && ($0.step != .undo || roll(4) == 0) }
    // An approval needs everything before it and another pair of eyes: where one is possible it is tried as often as not.
    let isApproved = rules.contains { $0.step == .approve } && roll(2) == 0
    let isObjected = file.openObjection != nil && rules.contains { $0.step == .overrule } && roll(2) == 0
    let step: Step =
      isApproved ? .approve : isObjected ? .overrule : rules.randomElement(using: &random)?.step ?? .accept
    var request = StepRequest(step, [state.row(file.filing.id)])
    request.note = "说明 \(number)"
    request.paper = "文书 \(number)"
    request.way = .mail
    request.grounds = Ground.of(step).prefix(1).map(\.rawValue)
    if step == .correct || step == .bounce { request.due = .day(Offices.day("2019-06-20")) }
    if step == .reclaim || step == .revise { request.amount = Money(yuan: Int64(roll(400) + 1)) }
    if step == .review, file.filing.item == "ip-management" {
      request.figures = [.init("approvedAmount", .text("\(roll(90_000)).00")), .init("basis", .text("发票"))]
    }
    return request
  }

  private mutating func applicant(_ id: String) -> Applicant {
    let kind: ApplicantKind = [.agency, .enterprise, .individual].randomElement(using: &random) ?? .agency
    return Applicant(
      id: id, name: "申请人\(number)", kind: kind, district: "441881",
      code: roll(2) == 0 ? nil : "CODE\(number)",
      bank: "英德农商行", account: "1236001321")
  }

  private mutating func patent(of count: Int) -> String {
    ApplicationNumber(digits: 2018_1000_0000 + UInt64(roll(count)), count: 12)?.description ?? ""
  }

  private mutating func filing(_ id: String, _ applicant: String) -> Filing {
    number += 1
    let received = Offices.day(
      ["2019-06-01", "2019-06-03", "2019-05-20"].randomElement(using: &random) ?? "")
    let day =
      ["2019-05-07", "2018-03-06", "2019-01-08", "2030-01-01", "不详"].randomElement(using: &random) ?? ""
    let inputs: [Filing.Input]
    let item =
      ["agency-grant", "insurance", "filing-growth", "ip-management"].randomElement(using: &random) ?? ""
    switch item {
    case "agency-grant":
      // Not many patents, so that some filings want the same one.
      inputs = [
        .init("applicationNumber", .text(patent(of: 4000))), .init("grantedOn", .text(day)),
        .init("localAddress", .flag(roll(5) > 0)), .init("compliant", roll(6) > 0 ? .flag(true) : .null),
      ]
    case "insurance":
      inputs = [
        .init("policyNumber", .text("P\(roll(2000))")), .init("invoiceNumber", .text("\(number)")),
        .init("premiumPaid", .text("\(roll(30_000)).50")), .init("paidOn", .text(day)),
      ]
    case "ip-management":
      inputs = [
        .init("certificateNumber", .text("IP\(number)")), .init("certifiedOn", .text(day)),
        .init("validPatents", .count(roll(5))), .init("filingsThisYear", .count(roll(9) + 2)),
      ]
    default:
      inputs = [
        .init("year", .count(2018)), .init("filingsThisYear", .count(roll(200))),
        .init("filingsLastYear", .count(roll(50))), .init("inventionsThisYear", .count(roll(60))),
        .init("inventionsLastYear", .other("12.5")),
      ]
    }
    return Filing(id: id, item: item, applicant: applicant, received: received, inputs: inputs)
  }
}
