import CaseModel
import Seeded

/// The demo office's first weeks with the program, as commands of `zizhu` in a shell script.
///
/// On 2 January 2020 the office begins to use it: what was decided before comes over from the old ledger by somebody
/// who then leaves, what is open is received by the clerk, and from there on each filing goes its way, step by step, by
/// three people on working days. Each line is `at MOMENT WHO COMMAND…`; `.ci/demo-data` says what `at` does.
struct DemoSteps {
  static let begin = "2020-01-02"
  /// Three who take turns, and one who was there before.
  private static let (clerk, reviewer, supervisor, before) = ("演示经办", "演示复核", "演示主管", "演示前任")

  private var random: SeededNumbers
  private let days: [CivilDate]
  private let office: DemoOffice
  private let registerLines: [(day: CivilDate, line: String)]
  /// What is done on each day, by its place among the days, in the order of the hours.
  private var acts: [[Act]]

  /// One command: several filings go by it where the words are the same.
  private struct Act {
    var hour: Hour
    var words: String
    var filings: [String] = []
    var input: [UInt8] = []
  }

  /// When in a day something is done, and by whom.
  private enum Hour: String, CaseIterable {
    case setUp = "08:45"
    case takeOver = "09:05"
    case handIn = "09:20"
    case record = "10:10"
    case tick = "10:30"
    case accept = "11:00"
    case slip = "11:05"
    case amend = "11:20"
    case correct = "11:30"
    case review = "14:40"
    case approve = "15:20"
    case publish = "16:00"
    case pay = "16:20"
    case comeBack = "16:45"

    var who: String {
      switch self {
      case .setUp, .takeOver: before
      case .handIn, .record, .tick, .accept, .slip, .amend, .correct: clerk
      case .review, .approve, .publish: reviewer
      case .pay, .comeBack: supervisor
      }
    }
  }

  init(_ office: DemoOffice, register: DemoRegister, seed: UInt64) throws {
    self.office = office
    random = SeededNumbers(seed: seed &+ 2)
    registerLines = register.lines
    days = try office.calendar.workingDays(from: Self.begin)
    acts = Array(repeating: [], count: days.count)
    setUp()
    try bringOver()
    for filing in office.filings() where !Self.isOld(filing) { try move(filing) }
    addOddDays()
  }

  // MARK: - What is done

  private mutating func setUp() {
    for (name, role) in [(Self.supervisor, "supervisor"), (Self.reviewer, "reviewer"), (Self.clerk, "clerk")]
    {
      acts[0].append(Act(hour: .setUp, words: "operator add \(name) --role \(role)"))
    }
  }

  /// Decided and closed before the office had the program.
  private static func isOld(_ filing: Filing) -> Bool {
    switch filing.stage {
    case .rejected, .withdrawn, .reclaimed: true
    case .paid: filing.received.description < "2019-10-01"
    case .received, .correction, .accepted, .reviewed, .approved, .published: false
    }
  }

  /// The old ledger with all applicants, then what was open; the records of the work register in two parts.
  private mutating func bringOver() throws {
    let old = office.filings().filter(Self.isOld)
    acts[0].append(
      Act(hour: .takeOver, words: "import -", input: DemoFile.bytes(office.applicants, old)))
    var late: [CivilDate: [String]] = [:]
    var early: [String] = []
    for (day, line) in registerLines {
      if day < days[0] { early.append(line) } else { late[day, default: []].append(line) }
    }
    acts[0].append(Act(hour: .record, words: "register import -", input: Self.text(early)))
    for (day, lines) in late.sorted(by: { $0.key < $1.key }) {
      acts[index(of: day)].append(Act(hour: .record, words: "register import -", input: Self.text(lines)))
    }
    var received: [Int: [Filing]] = [:]
    for var filing in office.filings() where !Self.isOld(filing) {
      filing.stage = .received
      filing.decided = nil
      received[index(of: filing.received), default: []].append(filing)
    }
    for (day, filings) in received.sorted(by: { $0.key < $1.key }) {
      acts[day].append(
        Act(hour: .handIn, words: "import -", input: DemoFile.bytes(applicants(of: filings), filings)))
    }
  }

  /// Whose filings they are, with their head offices: a file names everybody in it.
  private func applicants(of filings: [Filing]) -> [Applicant] {
    var ids = Set(filings.map(\.applicant))
    for applicant in office.applicants where ids.contains(applicant.id) {
      if let parent = applicant.parent { ids.insert(parent) }
    }
    return office.applicants.filter { ids.contains($0.id) }
  }

  private static func text(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\n" }.joined().utf8) }

  /// The first of the days that is not before one.
  private func index(of day: CivilDate) -> Int { days.firstIndex { $0 >= day } ?? days.count - 1 }

  /// Takes a filing to where it is to stand, over the days that are left.
  private mutating func move(_ filing: Filing) throws {
    let steps: [(Hour, String)] = [
      (.accept, "step accept"), (.review, "step review"), (.approve, "step approve"),
      (.publish, "step publish"), (.pay, "step pay --paper 清财行〔2020〕8号"),
    ]
    let first = index(of: filing.received)
    let room = days.count - 1 - first
    // Under one cap nobody is overtaken: what an agency handled is decided on one day.
    let together = filing.item == "agency-grant" ? [nil, nil, 30, 39, 44] : [Int?](repeating: nil, count: 5)
    func slot(_ number: Int, of count: Int) -> Int {
      let (low, high) = (first + room * number / count, first + room * (number + 1) / count)
      return low < high ? random.number(low...high - 1) : low
    }
    switch filing.stage {
    case .received:
      // Some were looked at halfway.
      guard random.chance(40) else { return }
      let day = on(.tick, first + 1)
      add(filing, "papers", "--ok application-form --ok identity", on: day, .tick)
    case .correction:
      let day = on(.correct, slot(0, of: 2))
      let faults = [
        "--ok application-form --ok identity --missing account-proof",
        "--failing application-form=没有盖章 --ok identity",
        "--ok application-form --ok account-proof --missing declaration",
        "--failing account-proof=户名与申请人不符 --ok application-form",
      ]
      add(filing, "papers", random.pick(faults) ?? "", on: day, .tick)
      add(filing, "step correct", "", on: day, .correct)
    case .accepted, .reviewed, .approved, .published, .paid:
      let count =
        switch filing.stage {
        case .accepted: 1
        case .reviewed: 2
        case .approved: 3
        case .published: 4
        default: 5
        }
      for (number, (hour, words)) in steps.prefix(count).enumerated() {
        // One step alone is taken soon, and not on the last days.
        let drawn = count == 1 ? slot(random.number(0...2), of: 4) : slot(number, of: count)
        let day = on(hour, together[number] ?? drawn)
        if number == 0, random.chance(85) { add(filing, "papers", "--all-ok", on: day, .tick) }
        add(filing, words, "", on: day, hour)
      }
    case .rejected, .withdrawn, .reclaimed: break
    }
  }

  /// The first day from one on for which the office keeps this kind of work; at the end any day will do.
  private func on(_ hour: Hour, _ day: Int) -> Int {
    let (every, at) =
      switch hour {
      case .correct: (4, 0)
      case .review: (2, 1)
      case .approve: (4, 2)
      case .publish: (6, 3)
      case .pay: (10, 4)
      default: (2, 0)
      }
    return (day..<days.count).first { $0 % every == at } ?? days.count - 1
  }

  private mutating func add(_ filing: Filing, _ command: String, _ rest: String, on day: Int, _ hour: Hour) {
    let parts = command.split(separator: " ", maxSplits: 2).map(String.init)
    // The name of the command, then the filings, then the options.
    let head = parts.prefix(command.hasPrefix("step") ? 2 : 1).joined(separator: " ")
    let options = (parts.dropFirst(command.hasPrefix("step") ? 2 : 1) + [rest]).filter { !$0.isEmpty }
    let words = ([head, "@"] + options).joined(separator: " ")
    if let known = acts[day].firstIndex(where: { $0.hour == hour && $0.words == words }) {
      acts[day][known].filings.append(filing.id)
    } else {
      acts[day].append(Act(hour: hour, words: words, filings: [filing.id]))
    }
  }

  /// What every office has: a slip that is taken back, a telephone that changed, somebody who leaves, a reading that is
  /// chosen, a payment that the bank sends back.
  private mutating func addOddDays() {
    let open = office.filings().filter { $0.stage == .received && !Self.isOld($0) && $0.received < days[0] }
    if let slip = open.first(where: { filing in filing.item == "invention-examination" }) {
      acts[3].append(Act(hour: .slip, words: "step accept @", filings: [slip.id]))
      acts[3].append(Act(hour: .slip, words: "step undo @ --note 误点受理，材料还没有核对", filings: [slip.id]))
    }
    if let moved = office.applicants.first(where: { $0.kind == .enterprise }) {
      acts[8].append(
        Act(hour: .amend, words: "amend \(moved.id)", input: Array("{\"phone\": \"0763-3388126\"}\n".utf8)))
    }
    acts[9].append(
      Act(hour: .pay, words: "policy choose share-base=current-year --note 经局长办公会研究，按当年申请总量计算"))
    acts[6].append(Act(hour: .pay, words: "operator retire \(Self.before) --note 调离"))
    let paid = office.filings().last { $0.stage == .paid && !Self.isOld($0) }
    if let paid {
      acts[days.count - 1].append(
        Act(hour: .comeBack, words: "step return @ --reason account-number", filings: [paid.id]))
    }
  }

  // MARK: - The script

  var bytes: [UInt8] {
    var text = "# The demo office's first weeks, made by zizhu-make-data steps.\n"
    for (day, acts) in zip(days, acts) {
      for hour in Hour.allCases {
        for act in acts where act.hour == hour {
          let words = act.words.replacing("@", with: act.filings.joined(separator: " "))
          text += "at \(day)T\(hour.rawValue) \(hour.who) \(words)"
          text += act.input.isEmpty ? "\n" : " <<'.'\n\(String(decoding: act.input, as: UTF8.self)).\n"
        }
      }
    }
    return Array(text.utf8)
  }
}
