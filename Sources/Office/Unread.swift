import Interchange
public import Journal

/// Why a state may not be all that the journal says: nothing may be paid, printed or exported by it.
public enum Unread: Hashable, Sendable {
  /// A line says what this program can't read; from there on the state may be incomplete.
  case line(Finding)
  /// A later program writes to the store: its lines may say more than is read here.
  case store(version: Int)
}

extension OpenOffice {
  /// Why the state may be incomplete; nil where all that the journal says is in it.
  public var unread: Unread? {
    if let unreadLine { return .line(unreadLine) }
    if case .newerFormat(let version)? = journal.readOnly { return .store(version: version) }
    return nil
  }

  /// Throws `unread` where the state may be incomplete: no paper, payment or export is made of it.
  public func requireAllRead() throws(OfficeError) {
    if let unread { throw .unread(unread) }
  }

  /// Keeps in mind the first line that could not be read; from there on the store is for reading only.
  func leaveOut(_ record: JournalRecord, _ error: TransactionError) {
    guard unreadLine == nil else { return }
    let finding = record.finding(Finding.Reason(error))
    unreadLine = finding
    journal.stopWriting(because: [finding], for: finding.isDamage ? .damage : .notUnderstood)
  }
}

extension Finding.Reason {
  /// What it means that a line that holds can't be read.
  init(_ error: TransactionError) {
    if case .unknownChange(let kind, _) = error.reason {
      self = .laterKind(kind)
    } else {
      self = .notUnderstood
    }
  }
}
