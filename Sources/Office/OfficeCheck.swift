import Casework
import Journal

/// The check behind a store that was opened from its snapshot: every link of the chain, and whether the journal
/// says what the snapshot showed.
struct OfficeCheck: Sendable {
  enum Result: Sendable {
    /// With the writers of the offices here that were checked too.
    case whole(Set<String>)
    case damage([Finding])
    /// The journals of some offices here are damaged; the writers of these.
    case damageOfOthers(Set<String>, [Finding])
    /// The journal is whole and says something else.
    case differs
  }

  let verification: Verification
  let folder: StoreFolder
  /// The state when all that the verification covers was taken in.
  let state: OfficeState
  /// The offices that were read from their snapshots.
  let others: [OtherOffice]

  init(_ office: OpenOffice) {
    others = office.others.filter { !$0.isChecked }
    verification = office.journal.verification
    folder = office.journal.folder
    state = office.own
  }

  /// `checked` counts the lines that were looked at.
  func run(counting checked: Progress? = nil) -> Result {
    // All on this one thread of low rank: the keys of the desk go first.
    var content = ContentCheck(folder)
    content.expect(state)
    var trail = PolicyTrail(folder)
    do throws(JournalError) {
      let report = try verification.run { records in
        records.map { record -> Finding.Reason? in
          checked?.add()
          return trail.reason(record) ?? content.reason(toRefuse: OpenOffice.read(record))
        }
      }
      if report.hasDamage { return .damage(report.findings.filter(\.isDamage)) }
    } catch {
      guard case .file(let error) = error else { return .differs }
      return .damage([Finding(file: error.file, reason: .unreadable(error))])
    }
    content.finish()
    return content.agrees == true ? checkOthers(counting: checked) : .differs
  }

  private func checkOthers(counting checked: Progress?) -> Result {
    var (damaged, findings): (Set<String>, [Finding]) = ([], [])
    for office in others {
      let writer = office.writer
      guard let other = OtherJournal(folder, store: writer.store, writer: writer.writer) else {
        return .differs
      }
      var content = ContentCheck(folder, isOther: true)
      content.expect(office.state)
      let report = try? other.read(upTo: office.end) { records in
        records.map { record -> Finding.Reason? in
          checked?.add()
          return content.reason(toRefuse: OpenOffice.read(record))
        }
      }
      guard let report else { return .differs }
      if report.hasDamage {
        damaged.insert(writer.writer)
        findings += report.findings.filter(\.isDamage)
      } else {
        content.finish()
        guard content.agrees == true else { return .differs }
      }
    }
    return damaged.isEmpty
      ? .whole(Set(others.map(\.writer.writer))) : .damageOfOthers(damaged, findings)
  }
}
