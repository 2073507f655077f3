public import CaseModel
public import Casework
import Interchange
import JSONText
public import Journal
import SubsidyRules

/// An opened store: the journal, the state folded from it, and the one way to save.
///
/// State has one owner, this object. One thread at a time.
public final class OpenOffice {
  public private(set) var state: OfficeState
  public let journal: Journal
  private let clock: Clock

  init(state: OfficeState, journal: Journal, clock: Clock) {
    self.state = state
    self.journal = journal
    self.clock = clock
  }

  /// The holidays that due days are counted by; whoever opens the office brings them along.
  public var calendar: WorkCalendar {
    get { state.calendar }
    set { state.calendar = newValue }
  }

  // MARK: - Making and opening

  /// Makes a store whose first operator is a supervisor, with its own copy of the policy file; `isAlone` lets somebody
  /// who is alone in the office approve what they accepted.
  public static func create(
    _ path: String, office: OfficeIdentity, founder: Operator, policy bytes: [UInt8], pinyin: PinyinTable,
    clock: Clock, isShared: Bool, isAlone: Bool = false
  ) throws(OfficeError) -> OpenOffice {
    let policy = try read(bytes, name: office.policy)
    let hash = Link.over(bytes).hex
    let alone: [Change] = isAlone ? [.aloneAllowed(true, note: "")] : []
    let founding = Transaction(
      by: founder.name, at: clock.now(), policy: hash,
      changes: [.founded(office), .operatorAdded(founder)] + alone)
    do throws(JournalError) {
      let journal = try Journal.create(
        path, options: JournalOptions(isShared: isShared), first: TransactionLine.write(founding))
      try PolicyShelf(journal.folder).keep(bytes, as: PolicyShelf.founding(office.policy))
      var state = OfficeState(policy: policy, hash: hash, pinyin: pinyin)
      state.policies[hash] = policy
      state.replay([founding])
      return OpenOffice(state: state, journal: journal, clock: clock)
    } catch {
      throw .journal(error)
    }
  }

  /// Opens a store and folds its whole history.
  public static func open(
    _ path: String, pinyin: PinyinTable, clock: Clock
  ) throws(OfficeError) -> OpenOffice {
    var transactions: [Transaction] = []
    let journal: Journal
    do {
      journal = try Journal.open(path) { record in transactions.append(try transaction(record)) }
    } catch let error as JournalError {
      throw .journal(error)
    } catch let error as UnreadableLine {
      throw .unreadableLine(sequence: error.sequence, error.error)
    } catch {
      throw .journal(.notAStore)
    }
    guard let id = policyID(in: transactions) else { throw .policyMissing("") }
    let shelf = PolicyShelf(journal.folder)
    let founding = try shelf.take(PolicyShelf.founding(id), id: id)
    var state = OfficeState(policy: founding.policy, hash: founding.hash, pinyin: pinyin)
    state.policies[founding.hash] = founding.policy
    for transaction in transactions { try shelf.takeAdopted(in: transaction, into: &state) }
    state.replay(transactions)
    return OpenOffice(state: state, journal: journal, clock: clock)
  }

  private struct UnreadableLine: Error {
    var sequence: Int
    var error: TransactionError
  }

  private static func transaction(_ record: JournalRecord) throws(UnreadableLine) -> Transaction {
    do throws(TransactionError) {
      return try TransactionLine.read(record.bytes, in: record.payload)
    } catch {
      throw UnreadableLine(sequence: record.position.sequence, error: error)
    }
  }

  private static func policyID(in transactions: [Transaction]) -> String? {
    for transaction in transactions {
      for case .founded(let office) in transaction.changes { return office.policy }
    }
    return nil
  }

  static func read(_ bytes: [UInt8], name: String) throws(OfficeError) -> Policy {
    switch PolicyFile.read(bytes) {
    case .success(let policy): return policy
    case .failure(let mistakes): throw .badPolicy(name, mistakes)
    }
  }

  // MARK: - Saving

  /// What was saved, and where it stands in the journal.
  public struct Saved: Sendable {
    public var changes: [Change]
    public var sequence: Int
  }

  /// Carries a command out: reads what others saved, checks the command against it, and gives the changes back
  /// only when they are safe on the disk. A command that changes nothing saves nothing.
  public func save(_ command: Command, by who: SignedIn) throws(OfficeError) -> Saved? {
    var made: Transaction?
    do {
      let position = try journal.transaction { others in
        for record in others { try take(record) }
        let changes = try state.changes(for: command, by: who.name, at: clock.moment()).get()
        guard !changes.isEmpty else { return nil }
        let transaction = Transaction(
          by: who.name, at: clock.now(), policy: state.policyHash, changes: changes)
        made = transaction
        return TransactionLine.write(transaction)
      }
      guard let position, let made else { return nil }
      state.fold(made)
      return Saved(changes: made.changes, sequence: position.sequence)
    } catch let error as JournalError {
      throw .journal(error)
    } catch let error as UnreadableLine {
      throw .unreadableLine(sequence: error.sequence, error.error)
    } catch let refusal as Refusal {
      throw .refused(refusal)
    } catch let error as OfficeError {
      throw error
    } catch {
      throw .journal(.notAStore)
    }
  }

  private func take(_ record: JournalRecord) throws {
    let transaction = try Self.transaction(record)
    try PolicyShelf(journal.folder).takeAdopted(in: transaction, into: &state)
    state.fold(transaction)
  }

  /// Puts a policy file into the store and in force: the file is on the disk before the line that names it.
  public func adopt(_ bytes: [UInt8], note: String, by who: SignedIn) throws(OfficeError) -> Saved? {
    let policy = try Self.read(bytes, name: "")
    let hash = Link.over(bytes).hex
    state.policies[hash] = policy
    // Whoever may not adopt leaves no file behind.
    let adoption = Command.adoptPolicy(hash: hash, note: note)
    if case .failure(let refusal) = state.changes(for: adoption, by: who.name, at: clock.moment()) {
      throw .refused(refusal)
    }
    do throws(JournalError) {
      try PolicyShelf(journal.folder).keep(bytes, as: PolicyShelf.adopted(policy.id, hash: hash))
    } catch {
      throw .journal(error)
    }
    return try save(adoption, by: who)
  }

  /// Takes in what others saved since; true where the state has moved.
  public func follow() throws(OfficeError) -> Bool {
    do {
      let records = try journal.readNew()
      for record in records { try take(record) }
      return !records.isEmpty
    } catch let error as OfficeError {
      throw error
    } catch let error as JournalError {
      throw .journal(error)
    } catch let error as UnreadableLine {
      throw .unreadableLine(sequence: error.sequence, error.error)
    } catch {
      throw .journal(.notAStore)
    }
  }

  // MARK: - Out

  /// The applicants and filings as an interchange file, with the readings the office has chosen.
  public func exported() -> [UInt8] {
    let chosen = state.policy.readings.compactMap { reading in
      state.readingChoices[reading.id].map { CaseFile.Reading(reading.id, $0) }
    }
    return CaseFile(
      policy: state.policy, readings: chosen, applicants: state.applicants, filings: state.files.map(\.filing)
    ).write()
  }
}
