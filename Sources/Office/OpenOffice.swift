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
  private let policyHash: String

  init(state: OfficeState, journal: Journal, clock: Clock, policyHash: String) {
    self.state = state
    self.journal = journal
    self.clock = clock
    self.policyHash = policyHash
  }

  /// Where the store's own policy files lie.
  static func policyFile(_ id: String) -> String { "policies/\(id).json" }

  // MARK: - Making and opening

  /// Makes a store whose first operator is a supervisor, with its own copy of the policy file.
  public static func create(
    _ path: String, office: OfficeIdentity, founder: Operator, policy bytes: [UInt8], pinyin: PinyinTable,
    clock: Clock, isShared: Bool
  ) throws(OfficeError) -> OpenOffice {
    let policy = try read(bytes, name: office.policy)
    let hash = Link.over(bytes).hex
    let founding = Transaction(
      by: founder.name, at: clock.now(), policy: hash, changes: [.founded(office), .operatorAdded(founder)])
    do throws(JournalError) {
      let journal = try Journal.create(
        path, options: JournalOptions(isShared: isShared), first: TransactionLine.write(founding))
      try keep(bytes, as: policyFile(office.policy), in: journal.folder)
      var state = OfficeState(policy: policy, pinyin: pinyin)
      state.replay([founding])
      return OpenOffice(state: state, journal: journal, clock: clock, policyHash: hash)
    } catch {
      throw .journal(error)
    }
  }

  private static func keep(
    _ bytes: [UInt8], as name: String, in folder: StoreFolder
  ) throws(JournalError) {
    do throws(FileError) {
      try folder.makeFolderIfMissing("policies")
      try folder.replace(name, with: bytes)
    } catch {
      throw .file(error)
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
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try journal.folder.read(policyFile(id))
    } catch {
      throw .policyMissing(id)
    }
    var state = OfficeState(policy: try read(bytes, name: id), pinyin: pinyin)
    state.replay(transactions)
    return OpenOffice(state: state, journal: journal, clock: clock, policyHash: Link.over(bytes).hex)
  }

  private struct UnreadableLine: Error {
    var sequence: Int
    var error: JSONError
  }

  private static func transaction(_ record: JournalRecord) throws(UnreadableLine) -> Transaction {
    do throws(JSONError) {
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

  private static func read(_ bytes: [UInt8], name: String) throws(OfficeError) -> Policy {
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
  public func save(_ command: Command, by name: String) throws(OfficeError) -> Saved? {
    var made: Transaction?
    do {
      let position = try journal.transaction { others in
        for record in others { state.fold(try Self.transaction(record)) }
        let changes = try state.changes(for: command, by: name).get()
        guard !changes.isEmpty else { return nil }
        let transaction = Transaction(by: name, at: clock.now(), policy: policyHash, changes: changes)
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
    } catch {
      throw .journal(.notAStore)
    }
  }

  /// Takes in what others saved since; true where the state has moved.
  public func follow() throws(OfficeError) -> Bool {
    do {
      let records = try journal.readNew()
      for record in records { state.fold(try Self.transaction(record)) }
      return !records.isEmpty
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
