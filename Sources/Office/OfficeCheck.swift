import Casework
import Journal

/// The check behind a store that was opened from its snapshot: every link of the chain, and whether the journal
/// says what the snapshot showed.
struct OfficeCheck: Sendable {
  enum Result: Sendable {
    case whole
    case damage([Finding])
    /// The journal is whole and says something else.
    case differs
  }

  let verification: Verification
  let folder: StoreFolder
  /// The state when all that the verification covers was taken in.
  let state: OfficeState

  init(_ office: OpenOffice) {
    verification = office.journal.verification
    folder = office.journal.folder
    state = office.own
  }

  /// `checked` counts the lines that were looked at.
  func run(counting checked: Count? = nil) -> Result {
    // All on this one thread of low rank: the keys of the desk go first.
    var replay = Opening(folder, pinyin: PinyinTable())
    var trail = PolicyTrail(folder)
    do throws(JournalError) {
      let report = try verification.run { records in
        records.map { record in
          checked?.add()
          return trail.reason(record) ?? replay.reason(toRefuse: record)
        }
      }
      if report.hasDamage { return .damage(report.findings.filter(\.isDamage)) }
    } catch {
      guard case .file(let error) = error else { return .differs }
      return .damage([Finding(file: error.file, reason: .unreadable(error))])
    }
    guard let replayed = try? replay.finished() else { return .differs }
    return replayed.agrees(with: state) ? .whole : .differs
  }
}

extension Opening {
  /// Takes in a record, or says why this program can't.
  fileprivate mutating func reason(toRefuse record: JournalRecord) -> Finding.Reason? {
    do throws(OfficeError) {
      try take(try OpenOffice.transaction(record))
      return nil
    } catch {
      // What is wrong with the policy file is no fault of the line.
      if case .unreadableLine(_, let error) = error { return .init(error) }
      return nil
    }
  }
}
