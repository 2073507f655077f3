import CaseModel
import Casework
import Glibc
import Interchange
import Journal
import Office

/// Makes a store of an invented office, every change a line of its own as clerks make them.
struct InventedStore {
  /// The last day of every invented office.
  static let clock = Clock(today: CivilDate(year: 2020, month: 12, day: 31))

  /// The city's office, or a county's.
  static func office(_ district: String, name: String) -> OfficeIdentity {
    OfficeIdentity(name: name, district: district, policy: "qingyuan-2018-27", isTrial: true)
  }

  /// The system's name for whoever measures: the first clerk of every invented office is bound to it, so that they
  /// sit down at the desk without a PIN, whose check takes longer than what is to be measured.
  static var login: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid-\(getuid())" }
    return String(cString: name)
  }

  let path: String
  let policy: [UInt8]

  /// Gives the number of lines written. Nothing is synced: the store is to be read, not to be kept.
  @discardableResult
  func make(
    filings count: Int, seed: UInt64, district: String = "441800", name: String = "清远市知识产权局", place: Int = 0
  ) throws -> Int {
    let office = InventedOffice(filings: count, seed: seed, district: district, place: place)
    _ = try OpenOffice.create(
      path, office: Self.office(district, name: name),
      founder: Operator(name: InventedOffice.clerks[2], role: .supervisor, login: nil), policy: policy,
      pinyin: PinyinTable(), clock: Self.clock, isShared: false)
    let journal = try Journal.open(path, files: LoneFiles()) { _ in }
    let hash = Link.over(policy).hex
    func save(_ changes: [Change], on day: CivilDate, by clerk: Int, _ moment: Int) throws {
      let time = [moment / 3600 % 9 + 1, moment / 60 % 60, moment % 60].map { $0.padded(to: 2) }
      let line = Transaction(
        by: InventedOffice.clerks[clerk], at: "\(day)T\(time.joined(separator: ":"))Z", policy: hash,
        changes: changes)
      try journal.append(TransactionLine.write(line))
    }
    let first = office.stories.first?.filing.received ?? .first
    for clerk in 0..<2 {
      let role: Operator.Role = clerk == 0 ? .clerk : .reviewer
      try save(
        [
          .operatorAdded(
            Operator(name: InventedOffice.clerks[clerk], role: role, login: clerk == 0 ? Self.login : nil))
        ], on: first, by: 2, clerk)
    }
    for (number, applicant) in office.applicants.enumerated() {
      try save([.applicantEntered(applicant)], on: first, by: 0, number)
    }
    var lines = 3 + office.applicants.count
    for (moment, event) in Self.events(of: office.stories).enumerated() {
      let story = office.stories[event.story]
      guard let day = CivilDate(dayNumber: event.day) else { continue }
      if event.step == 0 {
        try save([.filingReceived(story.filing, story.facts)], on: day, by: 0, moment)
      } else {
        let step = story.steps[event.step - 1].step
        try save(
          [.stepped(filing: story.filing.id, step)], on: day, by: event.step > 2 ? 2 : event.step - 1, moment)
      }
      lines += 1
    }
    return lines
  }

  private struct Event {
    var day: Int
    var story: Int
    /// 0 for the receipt.
    var step: Int
  }

  /// Receipts and steps of all filings in the order of their days.
  private static func events(of stories: [FilingStory]) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(stories.count * 5)
    for (number, story) in stories.enumerated() {
      let received = story.filing.received.dayNumber
      events.append(Event(day: received, story: number, step: 0))
      for (step, later) in story.steps.enumerated() {
        events.append(Event(day: received + later.days, story: number, step: step + 1))
      }
    }
    return events.sorted { ($0.day, $0.step, $0.story) < ($1.day, $1.step, $1.story) }
  }
}
