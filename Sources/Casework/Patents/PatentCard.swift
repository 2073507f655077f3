public import CaseModel
import SubsidyRules

/// One patent as the office knows it (专利卡片): what filings and the work register say of its days, whose it is and how
/// it stands, the money that it brought elsewhere, and the bad news.
public struct PatentCard: Hashable, Sendable {
  /// A value with the filings or records that state it.
  public struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var filings: [String]
  }

  /// A transfer that was registered (专利权转移).
  public struct Transfer: Hashable, Sendable {
    public var record: String
    public var on: CivilDate
    public var from: String
    public var to: String
  }

  /// Money that somebody else paid for the patent.
  public struct OtherMoney: Hashable, Sendable {
    public var record: String
    public var on: CivilDate
    public var payer: String
    public var amount: Money
    /// What was really paid in official fees until then; nil where nobody knows.
    public var fees: Money?
  }

  public var application: ApplicationNumber
  /// Each day that is stated; more than one contradict each other.
  public var filedOn: [Stated<CivilDate>] = []
  public var grantedOn: [Stated<CivilDate>] = []
  /// Applicants that claim as its owners.
  public var owners: [Stated<String>] = []
  /// Agencies that claim for having handled it.
  public var agencies: [Stated<String>] = []
  /// What the office has looked up in the official register; nil where nobody has.
  public var record: RegisterEntry?
  /// Oldest first.
  public var transfers: [Transfer] = []
  public var otherMoney: [OtherMoney] = []
  /// Other records of the work register that name it: loans that it was pledged for, projects, …
  public var mentions: [String] = []
  public var news: [News] = []
  /// What claims for it by its owners have been awarded, by filing.
  public var awards: [String: Money] = [:]

  /// The name of its owner on a day and what says so; nil where only filings do.
  public func owner(on day: CivilDate) -> (name: String, by: String)? {
    if let last = transfers.last(where: { $0.on <= day }) { return (last.to, last.record) }
    if let first = transfers.first { return (first.from, first.record) }
    guard let record, let owner = record.text("owner") else { return nil }
    return (owner, record.id)
  }
}

extension OfficeState {
  /// What all filings that claim for an application and the work register say of it.
  ///
  /// It is looked for through all of them, by whoever asks.
  public func card(of application: ApplicationNumber) -> PatentCard {
    cards(of: [application])[application.digits] ?? PatentCard(application: application)
  }

  /// The cards of some applications by their digits, found by one look through everything.
  public func cards(of applications: some Sequence<ApplicationNumber>) -> [UInt64: PatentCard] {
    var cards = Dictionary(first: applications.map { ($0.digits, PatentCard(application: $0)) })
    guard !cards.isEmpty else { return [:] }
    let wanted = Set(cards.keys)
    // What was taken back, or entered in error, says nothing of a patent.
    for number in numbers(claimingForAnyOf: wanted) where files.rows[number].stage != .withdrawn {
      let filing = files.filing(number)
      guard let item = policy.item(filing.item) else { continue }
      for digits in Set(filing.applications(item).map(\.digits)) {
        cards[digits]?.take(filing, isForAgencies: item.isForAgencies, award: files.rows[number].award)
      }
    }
    for entry in countedRecords {
      for digits in entry.applications.intersection(wanted) { cards[digits]?.take(entry) }
    }
    let news = Dictionary(grouping: self.books.news) { News.application($0.number)?.digits }
    for digits in wanted {
      cards[digits]?.transfers.sort { ($0.on, $0.record) < ($1.on, $1.record) }
      cards[digits]?.news = news[digits] ?? []
    }
    return cards
  }

  /// The numbers of the filings that claim for applications, in the order of entry: a look at each, on all cores.
  private func numbers(claimingForAnyOf wanted: Set<UInt64>) -> [Int] {
    let items = policy.items.filter { $0.inputs.contains { $0.kind == .applicationNumber } }
    let (policy, files) = (self.policy, self.files)
    let inputs = Set(
      items.flatMap(\.inputs).filter { $0.kind == .applicationNumber }.compactMap { files.name($0.id) })
    let numbers = files.numbers(ofItems: Set(items.map(\.id)))
    return inParallel(numbers.count) { range in
      range.map { numbers[$0] }.filter { number in
        // Few of them are made whole, to see that the text stands where its item asks for an application.
        let isNamed = files.texts(of: number, in: inputs).contains { text in
          News.application(text).map { wanted.contains($0.digits) } ?? false
        }
        guard isNamed else { return false }
        let filing = files.filing(number)
        guard let item = policy.item(filing.item) else { return false }
        return filing.applications(item).contains { wanted.contains($0.digits) }
      }
    }
  }

  /// The records of the work register that count, in the order of entry.
  private var countedRecords: some Sequence<RegisterEntry> {
    books.register.records.lazy.filter { $0.struckOut == nil }.map(\.entry)
  }

  /// Those of them that name an application, in whatever field and dress.
  func records(naming application: ApplicationNumber) -> [RegisterEntry] {
    countedRecords.filter { $0.applications.contains(application.digits) }
  }
}

extension RegisterEntry {
  /// The digits of every application that it names, alone in a field or among others.
  fileprivate var applications: Set<UInt64> {
    var found: Set<UInt64> = []
    for input in values {
      guard case .text(let text) = input.value, text.utf8.count(where: { 0x30...0x39 ~= $0 }) >= 8 else {
        continue
      }
      let whole = News.application(text)
      for number in whole.map({ [$0] }) ?? Self.parts(of: text).compactMap(News.application) {
        found.insert(number.digits)
      }
    }
    return found
  }

  /// What a cell with several things lists.
  static func parts(of cell: String) -> [String] {
    cell.split(whereSeparator: { "、;；,，\n".contains($0) }).map(String.init)
  }
}

extension PatentCard {
  fileprivate mutating func take(_ filing: Filing, isForAgencies: Bool, award: Money) {
    if let day = filing.day("filedOn") { Self.put(day, of: filing.id, into: &filedOn) }
    if let day = filing.day("grantedOn") { Self.put(day, of: filing.id, into: &grantedOn) }
    // An agency may own a patent, too: what is claimed tells whether it did or wrote it.
    if isForAgencies {
      Self.put(filing.applicant, of: filing.id, into: &agencies)
    } else {
      Self.put(filing.applicant, of: filing.id, into: &owners)
      if award > .zero { awards[filing.id] = award }
    }
  }

  fileprivate mutating func take(_ entry: RegisterEntry) {
    switch entry.kind {
    case OfficeKinds.patent:
      record = entry
      if let day = entry.day("filedOn") { Self.put(day, of: entry.id, into: &filedOn) }
      if let day = entry.day("grantedOn") { Self.put(day, of: entry.id, into: &grantedOn) }
    case OfficeKinds.application:
      if let day = entry.day("filedOn") { Self.put(day, of: entry.id, into: &filedOn) }
    case OfficeKinds.transfer:
      guard let on = entry.day("transferredOn"), let from = entry.text("from"), let to = entry.text("to")
      else {
        return
      }
      transfers.append(Transfer(record: entry.id, on: on, from: from, to: to))
    case OfficeKinds.otherMoney:
      guard let on = entry.day("paidOn"), let amount = entry.money("amount") else { return }
      otherMoney.append(
        OtherMoney(
          record: entry.id, on: on, payer: entry.text("payer") ?? "", amount: amount,
          fees: entry.money("fees")))
    default: mentions.append(entry.id)
    }
  }

  private static func put<Value>(_ value: Value, of source: String, into stated: inout [Stated<Value>]) {
    if let place = stated.firstIndex(where: { $0.value == value }) {
      stated[place].filings.append(source)
    } else {
      stated.append(Stated(value: value, filings: [source]))
    }
  }
}
