public import CaseModel

/// What an office knows of the others: a city of its counties and its own verdicts, a county of its city.
///
/// Empty where an office stands alone, which then works as if there were no others.
public struct OfficesBook: Hashable, Sendable {
  /// The county offices of a city, in the order in which they were enrolled.
  public internal(set) var enrolled: [EnrolledOffice] = []
  /// The city's words, in order.
  public internal(set) var rulings: [Ruling] = []
  /// The city's steps on others' filings, in order.
  public internal(set) var steps: [CityStep] = []
  /// The city that this office has joined.
  public internal(set) var city: CityLink?
  /// The number of the save by which it joined.
  public internal(set) var joinedAt: Int?
  /// The bundles that this office has written, each with the number of the save that says so.
  public internal(set) var bundles: [WrittenBundle] = []
  /// The last reply taken in.
  public internal(set) var taken: TakenReply?
  /// The city's saves whose steps replies have brought, filing by filing, each with the office's own line in which they
  /// stand.
  public internal(set) var takenSteps: [SaveName: Int] = [:]
  /// What the city has told of holidays.
  public internal(set) var holidays = WorkCalendar()
  /// The city's saves that were lost with its journal and brought back by its offices, each with the line in which its
  /// steps stand now.
  public internal(set) var recalledSteps: [SaveName: Int] = [:]

  /// Filings that this office has approved itself since it joined, which is the city's to do.
  var ownApprovals: Set<String> = []

  /// The last snapshot that was kept of all offices together.
  public internal(set) var jointSnapshot: NamedSnapshot?

  public init() {}

  /// What saves say of offices, whatever else they change.
  public init(saidBy saves: some Sequence<Transaction>) {
    for save in saves { take(save) }
  }

  /// What one more save says of them.
  public mutating func take(_ save: Transaction) {
    for case .offices(let change) in save.changes { fold(change, save) }
  }

  public struct WrittenBundle: Hashable, Sendable {
    public var number: Int
    public var sequence: Int
    public var at: String
  }

  /// Whether the office gathers others.
  public var isCity: Bool { !enrolled.isEmpty }

  /// The office of a code (`441881`, `441881B`).
  public func office(_ code: String) -> EnrolledOffice? { enrolled.first { $0.code == code } }

  /// The office whose journal a writer's is.
  public func office(ofWriter writer: String) -> EnrolledOffice? {
    enrolled.first { $0.writer?.writer == writer }
  }

  /// The city's step that an entry of a filing's story is.
  func step(on filing: OfficeFiling, _ entry: HistoryEntry) -> CityStep? {
    steps.first { $0.filing == filing && $0.entry == entry }
  }

  /// The line of the city's journal in which a step of its own stands whole.
  public func line(of step: CityStep) -> Int { recalledSteps[step.save] ?? step.sequence }

  /// The same of an entry of a filing's story.
  public func line(of entry: HistoryEntry, on filing: OfficeFiling) -> Int {
    step(on: filing, entry).map(line) ?? entry.sequence
  }

  /// With what the continuation of a writer's history begins that the city has said counts behind a record; nil where it
  /// has said nothing of it.
  public func keptTail(of writer: String, behind record: Int) -> String? {
    guard rulings.contains(where: \.isOfFork) else { return nil }
    let id = OfficeConflict.fork(of: writer, behind: record)
    let last = rulings.last { $0.conflict == id && $0.isOfFork }
    if case .forkKeep(let tail)? = last?.verdict { return tail }
    return nil
  }

  /// Where histories of offices part, as the city has found it, of each office in order.
  public var partings: [PartedHistory] { enrolled.flatMap(\.partings) }

  /// Whether the city's journal says already where a file's history parts.
  public func knows(_ parting: PartedHistory) -> Bool { partings.contains { $0.isSame(as: parting) } }

  /// The offices whose journals the city takes in.
  public var admitted: [EnrolledOffice] { enrolled.filter { $0.writer != nil } }

  // MARK: - Folding

  mutating func fold(_ change: OfficesChange, _ transaction: Transaction) {
    switch change {
    case .enrolled(let office): enrol(office)
    case .admitted(let code, let writer):
      self.change(code) { office in
        office.writer = writer
        guard office.admittedAt == nil else { return }
        office.admittedAt = transaction.at
        office.gatherings.append(.init(save: transaction.sequence, at: transaction.at, sequence: 0))
      }
    case .retired(let code, _): self.change(code) { $0.retiredBy = $0.retiredBy ?? transaction.sequence }
    case .joined(let link):
      city = link
      joinedAt = joinedAt ?? transaction.sequence
      // A city that enrols the office anew was restored from before it knew it, and has nothing of its journal.
      taken?.acknowledged = nil
    case .bundled(let number):
      bundles.append(WrittenBundle(number: number, sequence: transaction.sequence, at: transaction.at))
    case .gathered(let heads):
      for head in heads { gather(head, transaction) }
    case .parted(let found): part(found)
    case .ruled(var ruling):
      (ruling.by, ruling.at) = (transaction.by, transaction.at)
      rulings.append(ruling)
    case .stepped(var step):
      (step.by, step.at, step.day) = (transaction.by, transaction.at, transaction.day)
      (step.epoch, step.sequence) = (transaction.epoch, transaction.sequence)
      // The decision that was approved stands in the journal's line alone.
      step.step = step.step.inStory
      steps.append(step)
    case .recalled(let found):
      for step in found { recall(step, transaction) }
    case .replied(let code, let number):
      self.change(code) { ($0.replies, $0.repliedAt) = (number, transaction.sequence) }
    case .recovered(let code, let head): self.change(code) { $0.recovered = head }
    case .closeAccepted(let code, let close):
      self.change(code) { office in
        office.closes.removeAll { $0.year == close.year }
        office.closes.append(close)
        // Accepted behind all: what was given back is not told.
        office.returned.removeAll { $0.year == close.year && $0.seal == close.seal }
      }
    case .closeReturned(let code, let returned):
      self.change(code) { office in
        office.closes.removeAll { $0.year == returned.year }
        office.returned.append(returned)
      }
    case .taken(let reply):
      for step in reply.steps { takenSteps[step.save] = transaction.sequence }
      taken = reply
      // What it said of filings stands in their stories.
      taken?.steps = []
    case .holidaysTold(let told): holidays = holidays.taking(told)
    // News stands among the office's own.
    case .newsTold: break
    }
  }

  /// Of what was gathered of an office, up to when each record tells of it.
  mutating func tellDays(of writer: String, _ moment: (_ sequence: Int) -> String?) {
    guard let place = enrolled.lastIndex(where: { $0.writer?.writer == writer }) else { return }
    enrolled[place] = enrolled[place].tellingDays(moment)
  }

  private mutating func enrol(_ office: EnrolledOffice) {
    // An office that came with a backup gets its keys by joining; what is known of it stays.
    if let place = enrolled.firstIndex(where: { $0.code == office.code && $0.isUnsigned }) {
      (enrolled[place].enrolment, enrolled[place].name) = (office.enrolment, office.name)
      return
    }
    enrolled.removeAll { $0.code == office.code && $0.writer == nil }
    // What else is known of an office comes with lines of its own.
    enrolled.append(
      EnrolledOffice(
        name: office.name, district: office.district, letter: office.letter, enrolment: office.enrolment))
  }

  private mutating func recall(_ lost: CityStep, _ transaction: Transaction) {
    recalledSteps[lost.save] = transaction.sequence
    var step = lost
    step.step = step.step.inStory
    // Behind what the city has done since on the same basis: what was paid was paid, whatever it has done without
    // knowing. Before what rests on what the office has done later.
    let place = steps.firstIndex {
      $0.filing == lost.filing && $0.basis.filing.sequence > lost.basis.filing.sequence
    }
    steps.insert(step, at: place ?? steps.endIndex)
  }

  private mutating func gather(_ head: GatheredHead, _ transaction: Transaction) {
    guard let place = enrolled.firstIndex(where: { $0.writer?.writer == head.writer }) else { return }
    enrolled[place].gathered = head
    enrolled[place].gathered?.at = transaction.at
    // Where another continuation is kept, what was given back may stand in it no more.
    if let given = enrolled[place].recovered, given.sequence > head.head.sequence {
      enrolled[place].recovered = nil
    }
    enrolled[place].gatherings.append(
      .init(save: transaction.sequence, at: transaction.at, sequence: head.head.sequence))
  }

  private mutating func part(_ found: [PartedHistory]) {
    for parting in found where !knows(parting) {
      let place = enrolled.firstIndex { $0.writer?.writer == parting.writer }
      if let place { enrolled[place].partings.append(parting) }
    }
  }

  /// Of the closes that were accepted of an office only those stand that it has not opened since.
  mutating func keepCloses(of writer: String, _ stands: (YearClose) -> Bool) {
    guard let place = enrolled.lastIndex(where: { $0.writer?.writer == writer }) else { return }
    enrolled[place].closes.removeAll { !stands($0) }
  }

  /// The office has taken a step itself.
  mutating func note(_ step: StepTaken, on filing: String) {
    if joinedAt != nil, case .approval = step.detail { ownApprovals.insert(filing) }
  }

  /// A snapshot of another's journal was kept, or one of all offices together.
  mutating func fold(_ snapshot: NamedSnapshot) {
    let writer = snapshot.head.prefix { $0 != "/" }
    guard writer != JointOffice.writer else {
      jointSnapshot = snapshot
      return
    }
    guard let place = enrolled.lastIndex(where: { $0.writer?.writer ?? "" == writer }) else { return }
    enrolled[place].snapshot = snapshot
  }

  /// The same with the closes of another book, which has kept only those that stand, and with the days of its gatherings.
  func standing(as other: OfficesBook) -> OfficesBook {
    var book = self
    for place in enrolled.indices {
      guard let kept = other.enrolled.first(where: { $0.code == enrolled[place].code }) else { continue }
      book.enrolled[place].closes = kept.closes
      for (number, gathering) in kept.gatherings.enumerated()
      where book.enrolled[place].gatherings.indices.contains(number) {
        book.enrolled[place].gatherings[number].at = gathering.at
      }
    }
    return book
  }

  /// Lets an office's journal count up to a record and no further; to none where that is nil.
  mutating func end(_ writer: String, at record: LineName?) {
    guard let place = enrolled.firstIndex(where: { $0.writer?.writer == writer }),
      let head = enrolled[place].gathered?.head, head.sequence > record?.sequence ?? 0
    else { return }
    if let record { enrolled[place].gathered?.head = record } else { enrolled[place].gathered = nil }
  }

  private mutating func change(_ code: String, _ work: (inout EnrolledOffice) -> Void) {
    guard let place = enrolled.lastIndex(where: { $0.code == code }) else { return }
    work(&enrolled[place])
  }
}
