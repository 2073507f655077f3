public import CaseModel
public import Casework
import Interchange
public import Journal
import SubsidyRules

/// An opened store: the journal, the state folded from it, and the one way to save.
///
/// State has one owner, this object. One thread at a time.
///
/// Opening: `Journal` offers the snapshot (`SnapshotPieces`, read and summed by all cores) if a line behind
/// it names its sum (`SnapshotAnchor`); `StateImage` gives the state with every award and cap, and that is
/// the first screen. What no snapshot covers is read in batches, on all cores (`TransactionLine.read`), and
/// `Intake` folds each beside the reading of the next; `verify` and the past go the same way. A line that
/// can't be read is left out (`Unread`), and the store is then for reading only; behind a damaged beginning
/// reads `readBehindTheBeginning`.
///
/// Beside the desk `OfficeCheck` checks every link and folds the journal again, and `SnapshotWriter` writes
/// the next snapshot, a part at a time, which `Journal.anchor` names in a line of the program's own and puts
/// in its place. Whatever decides on money or goes out first asks `requireWhole` (a new command of that kind
/// goes into `Command.restsOnWholeJournal`); the desk's `Runner.reasonToRefuse` waits for the check.
public final class OpenOffice {
  /// The office's own state, folded from its journal.
  public internal(set) var own: OfficeState { didSet { gathered.joint = nil } }
  public internal(set) var journal: Journal
  /// The offices of a city, as far as their journals were gathered; read when somebody first asks, where a snapshot shows
  /// until then what all offices together come to.
  var others: [OtherOffice] {
    get {
      bringOthers()
      return gathered.offices
    }
    set {
      gathered.offices = newValue
      gathered.awaited = nil
    }
  }
  var gathered = GatheredOffices()
  /// Files of others that lie in the store and are no part of what counts.
  var waiting: [WaitingFile] { gathered.waiting }
  /// Whether snapshots of others' journals are read and kept.
  let usesSnapshots: Bool
  /// Follows the policies of the lines that others save.
  private var trail: PolicyTrail
  /// The first line that this program can't read; from there on the state may be incomplete.
  var unreadLine: Finding?
  let path: String
  let pinyin: PinyinTable
  let clock: Clock
  /// What goes on beside the desk: the check, snapshots, the day's backup.
  let chores: Chores

  init(
    _ path: String, state: OfficeState, journal: Journal, pinyin: PinyinTable, clock: Clock,
    isRestored: Bool = false, usesSnapshots: Bool = true, uncovered: Uncovered
  ) {
    self.path = path
    self.usesSnapshots = usesSnapshots
    own = state
    self.journal = journal
    self.pinyin = pinyin
    self.clock = clock
    trail = PolicyTrail(journal.folder, inForce: state.rules.inForce)
    asksForPINs = !clock.isPlayed
    chores = Chores(isChecked: !isRestored, uncovered: uncovered)
  }

  /// Whether names without a login set a PIN when they first sign in; a trial that is played asks for none.
  public let asksForPINs: Bool

  /// The holidays that due days are counted by; whoever opens the office brings them along.
  public var calendar: WorkCalendar {
    get { own.given.calendar }
    set {
      own.given.calendar = newValue
      gathered.changeAwaited { $0.given.calendar = newValue }
    }
  }

  /// Today as the office counts it.
  public var today: CivilDate { clock.today() }

  /// The official annuities that a patent's fees are held against.
  public var tariff: AnnuityTariff {
    get { own.given.tariff }
    set {
      own.given.tariff = newValue
      gathered.changeAwaited { $0.given.tariff = newValue }
    }
  }

  // MARK: - Making and opening

  /// Makes a store whose first operator is a supervisor, with its own copy of the policy file; `isAlone` lets somebody
  /// who is alone in the office approve what they accepted. The ids of a trial may follow from a `seed`, so that the same
  /// steps make the same bytes; those of any other store are random.
  public static func create(
    _ path: String, office: OfficeIdentity, founder: Operator, policy bytes: [UInt8], pinyin: PinyinTable,
    clock: Clock, isShared: Bool, isAlone: Bool = false, seed: String? = nil
  ) throws(OfficeError) -> OpenOffice {
    try checkDay(of: clock, isTrial: office.isTrial)
    let policy = try PolicyShelf.read(bytes, file: PolicyShelf.founding(office.policy))
    let hash = Link.over(bytes).hex
    let moment = clock.moment()
    let alone: [Change] = isAlone ? [.aloneAllowed(true, note: "")] : []
    var founding = Transaction(
      by: founder.name, at: moment.at, day: moment.setDay, policy: hash,
      changes: [.founded(office), .operatorAdded(founder)] + alone)
    return try officeErrors {
      var options = JournalOptions(isShared: isShared)
      if office.isTrial { options.seed = seed }
      let journal = try Journal.create(
        path, options: options, first: TransactionLine.write(founding)
      ) { folder throws(JournalError) in
        try PolicyShelf(folder).keep(bytes, as: PolicyShelf.founding(office.policy))
      }
      (founding.epoch, founding.sequence) = (journal.head.epoch, journal.head.sequence)
      var state = OfficeState(policy: policy, hash: hash, pinyin: pinyin)
      state.given.policies[hash] = policy
      state.given.linksOfOwn = links(in: journal.folder)
      state.replay([founding])
      var uncovered = Uncovered()
      uncovered.add(founding)
      return OpenOffice(
        path, state: state, journal: journal, pinyin: pinyin, clock: clock, uncovered: uncovered)
    }
  }

  /// Opens a store: from its snapshot and what was saved since, or by folding its whole history.
  ///
  /// After opening from a snapshot the rest of the chain is still to be checked: `tend` does it beside the desk.
  /// `progress` is told how many bytes of those that no snapshot covers were read.
  ///
  /// - Parameter looksThrough: whether every filing of the snapshot is gone through at once, so that none turns out to mean
  ///   nothing; a desk leaves that to the check behind it.
  public static func open(
    _ path: String, pinyin: PinyinTable, clock: Clock, usingSnapshot: Bool = true, looksThrough: Bool = true,
    progress: ((_ done: Int, _ whole: Int) -> Void)? = nil
  ) throws(OfficeError) -> OpenOffice {
    let intake = Intake(Opening(StoreFolder(path), pinyin: pinyin, looksThrough: looksThrough))
    // What can't be read is left out, and the store is then for reading only.
    var unread: (record: JournalRecord, error: TransactionError)?
    return try officeErrors {
      let journal = try Journal.openInBatches(
        path,
        restoring: { snapshot in
          try usingSnapshot && intake.whenTaken { $0.restore(snapshot) }
        },
        progress: progress,
        replaying: { records in
          intake.take(
            zip(records, transactions(records)).compactMap { record, result in
              switch result {
              case .success(let transaction): return transaction
              case .failure(let error):
                unread = unread ?? (record, error)
                return nil
              }
            })
        })
      let taken: (OfficeState, Bool, Uncovered, [(sequence: Int, reason: Finding.Reason)])
      do throws(OfficeError) {
        taken = try intake.whenTaken { opening throws(OfficeError) in
          (try opening.finished(), opening.isRestored, opening.uncovered, opening.wrongPolicies)
        }
      } catch {
        guard case .nothingReadable = error else { throw error }
        // A segment that is not there, or holds no whole record, leaves nothing that a walk could name.
        let named = journal.findings.filter(\.isDamage)
        let first = "\(StoreLayout.journal)/\(journal.identity.writer)/000001-000001.jsonl"
        throw OfficeError.nothingReadable(
          named.isEmpty ? [Finding(file: first, sequence: 1, reason: .missingSegment)] : named)
      }
      let (state, isRestored, uncovered, wrong) = taken
      try checkDay(of: clock, isTrial: state.office?.isTrial ?? false)
      let office = OpenOffice(
        path, state: state, journal: journal, pinyin: pinyin, clock: clock, isRestored: isRestored,
        usesSnapshots: usingSnapshot, uncovered: uncovered)
      if try intake.whenTaken({ $0.isSnapshotUnusable }) { journal.tellSnapshotUnusable() }
      if let unread { office.leaveOut(unread.record, unread.error) }
      if !wrong.isEmpty { try office.stopWriting(because: wrong) }
      try office.showOthers()
      office.readAdvice()
      return office
    }
  }

  /// A real store takes no day that the clock has not come to: it would let a due day be over before it is.
  private static func checkDay(of clock: Clock, isTrial: Bool) throws(OfficeError) {
    guard !isTrial else { return }
    guard !clock.isPlayed else { throw .clockPlayed }
    guard let day = clock.dayAhead else { return }
    throw .dayAhead(day, clock: clock.day())
  }

  static func transaction(_ record: JournalRecord) throws(OfficeError) -> Transaction {
    do throws(TransactionError) {
      return try read(record).get()
    } catch {
      throw .unreadableLine(sequence: record.position.sequence, error)
    }
  }

  /// What a record says, or why this program can't tell.
  static func read(_ record: JournalRecord) -> Result<Transaction, TransactionError> {
    do throws(TransactionError) {
      var transaction = try TransactionLine.read(record.bytes, in: record.payload)
      (transaction.epoch, transaction.sequence) = (record.position.epoch, record.position.sequence)
      return .success(transaction)
    } catch {
      return .failure(error)
    }
  }

  /// Makes the store read-only for lines whose policy is not the one in force or in the store.
  private func stopWriting(because wrong: [(sequence: Int, reason: Finding.Reason)]) throws(JournalError) {
    let records = try journal.records(wrong.map(\.sequence)).keyed(by: \.position.sequence)
    journal.stopWriting(because: wrong.compactMap { records[$0.sequence]?.finding($0.reason) })
  }

  // MARK: - Saving

  /// What was saved, and where it stands in the journal.
  public struct Saved: Sendable {
    public var changes: [Change]
    public var sequence: Int
  }

  /// Carries a command out: reads what others saved, checks the command against it, and gives the changes back
  /// only when they are safe on the disk. A command that changes nothing saves nothing.
  ///
  /// With `expected` the command is not carried out where another's save has made it another thing: `OfficeError.overtaken` then says what changed.
  public func save(
    _ command: Command, by who: SignedIn, expecting expected: Expected? = nil
  ) throws(OfficeError) -> Saved? {
    try checkPIN(of: who, for: command)
    if case .offices(.rule(let ruling)) = command {
      return try rule(ruling, by: who, expecting: expected)
    }
    return try save(command, by: who, expecting: expected, undoing: nil)
  }

  func save(
    _ command: Command, by who: SignedIn, expecting expected: Expected?, undoing undone: Int?,
    preparing: ((OfficeState) throws(OfficeError) -> Void)? = nil
  ) throws(OfficeError) -> Saved? {
    if command.restsOnWholeJournal { try requireWhole() }
    var made: Transaction?
    var judgement: Judgement?
    return try officeErrors {
      let position = try journal.transaction { others in
        try take(others)
        try followInbox()
        if let expected, let overtaken = state.overtaken(command, expected) {
          throw OfficeError.overtaken(overtaken)
        }
        let moment = clock.moment()
        let changes = try changes(for: command, by: who.name, at: moment)
          .map { try $0.isSeal ? $0.sealed(at: headOfLastSave()) : $0 }
        guard !changes.isEmpty else { return nil }
        try preparing?(own)
        let transaction = Transaction(
          by: who.name, at: moment.at, day: moment.setDay, policy: own.policyHash, changes: changes,
          undoes: undone)
        try journal.raise(to: LineForm.needed(by: transaction))
        made = transaction
        return TransactionLine.write(transaction)
      } meanwhile: {
        judgement = made.flatMap(own.judgement(ahead:))
      }
      guard let position, var made else { return nil }
      (made.epoch, made.sequence) = (position.epoch, position.sequence)
      _ = trail.reason(made)
      fold(made, judgement, behind: gathered.joint?.value)
      chores.uncovered.add(made)
      if made.changes.contains(where: \.choosesTail) { try readOthers() }
      return Saved(changes: made.changes, sequence: position.sequence)
    }
  }

  /// Appends what no command says, as the program's own line.
  func append(_ changes: [Change]) throws(OfficeError) {
    var made: Transaction?
    try officeErrors {
      let position = try journal.transaction { others in
        try take(others)
        let line = try programLine(changes)
        made = line
        return TransactionLine.write(line)
      }
      guard let position, var made else { return }
      (made.epoch, made.sequence) = (position.epoch, position.sequence)
      _ = trail.reason(made)
      fold(made, behind: gathered.joint?.value)
      chores.uncovered.add(made)
    }
  }

  /// Folds a save of this store's journal; what all offices together were behind the one before goes on with it where it
  /// can.
  func fold(_ save: Transaction, _ judgement: Judgement? = nil, behind joint: JointOffice?) {
    // What the snapshot shows is not what is behind it.
    if !save.isAnchor { bringOthers() }
    own.fold(save, judgement)
    gathered.joint = joint?.following(save, city: own).map(Boxed.init)
  }

  /// A line of the program's own; only within a transaction, when others' saves have been taken in.
  func programLine(_ changes: [Change]) throws(JournalError) -> Transaction {
    let moment = clock.moment()
    let line = Transaction(
      by: Transaction.program, at: moment.at, day: moment.setDay, policy: own.policyHash, changes: changes)
    try journal.raise(to: LineForm.needed(by: line))
    return line
  }

  /// Takes in what others saved since; true where the state has moved.
  public func follow() throws(OfficeError) -> Bool {
    try officeErrors {
      let before = own.version
      try take(try journal.readNew())
      let hasMoved = try followInbox()
      return hasMoved || own.version != before
    }
  }

  func take(_ records: [JournalRecord]) throws(OfficeError) {
    // Behind many saves joining anew costs less than going on with each.
    let joint = records.count == 1 ? gathered.joint?.value : nil
    for record in records {
      let transaction: Transaction
      do throws(TransactionError) {
        transaction = try Self.read(record).get()
      } catch {
        leaveOut(record, error)
        continue
      }
      if let reason = trail.reason(transaction) { journal.stopWriting(because: [record.finding(reason)]) }
      try PolicyShelf(journal.folder).takeAdopted(in: transaction, into: &own)
      fold(transaction, behind: joint)
      chores.uncovered.add(transaction, anchorsOf: journal.identity.writer)
    }
    if records.contains(where: { record in Self.marksOfOthers.contains { record.holds($0) } }) {
      try readOthers()
    }
    if records.contains(where: { $0.holds(Self.markOfReply) }) { readAdvice() }
  }

  /// What a line holds by which the city's reply was taken in.
  private static let markOfReply = Array("\"taken\"".utf8)

  /// What a line holds behind which more or less of others' journals counts.
  private static let marksOfOthers = ["\"gathered\"", "\"ruled\""].map { Array($0.utf8) }

  /// The journal's end as people know it: behind the last line that is somebody's save.
  func headOfLastSave() throws(JournalError) -> JournalHead {
    var end = journal.head.sequence
    while end > 0 {
      let records = try journal.records(max(1, end - 15)...end)
      let saved = records.last { (try? Self.read($0).get())?.isAnchor != true }
      if let saved { return saved.head }
      end -= 16
    }
    return journal.head
  }

  // MARK: - Out

  /// The applicants and filings as an interchange file, with the readings the office has chosen.
  ///
  /// `damaged` says in words what is missing, where the store can't be read whole.
  public func exported(damaged: [String] = []) -> [UInt8] {
    let chosen = state.policy.readings.compactMap { reading in
      state.rules.choices[reading.id].map { CaseFile.Reading(reading.id, $0) }
    }
    return CaseFile(
      policy: state.policy, readings: chosen, applicants: state.statedApplicants(),
      filings: state.statedFilings(), damaged: damaged
    ).write()
  }
}
