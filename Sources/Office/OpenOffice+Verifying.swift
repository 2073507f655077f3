public import Casework
import Interchange
public import Journal

extension OpenOffice {
  /// What a backup's journal says of the offices that it stands between, as far as it can be read.
  public static func offices(inBackup path: String) throws(JournalError) -> OfficesBook {
    var saves: [Transaction] = []
    _ = try Journal.verify(
      path,
      take: { records in
        for case .success(let save) in transactions(records)
        where save.changes.contains(where: { if case .offices = $0 { true } else { false } }) {
          saves.append(save)
        }
        return records.map { _ in nil }
      })
    return OfficesBook(saidBy: saves)
  }

  /// Checks a store, or a backup in a file: every line and link, against an earlier head if there is one, whether
  /// this program understands each line, whether each was decided under the policy file in force and that file is the
  /// one that the journal names, and whether the snapshot shows what the journal says.
  ///
  /// Reads only. Throws where there is nothing to check; all else is in the report.
  public static func verify(_ path: String, head: JournalHead?) throws(JournalError) -> VerifyReport {
    let intake = Intake(ContentCheck(StoreFolder(path)))
    let files = try StoreFiles(path)
    var others = GatheredJournals()
    var joint = JointCheck(StoreFolder(path))
    var trail = PolicyTrail { name throws(FileError) in try files.bytes(name) }
    var report = try Journal.verify(
      path, head: head,
      restoring: { snapshot in
        try? intake.whenTaken { $0.restore(snapshot.state, upTo: snapshot.position.sequence) }
      },
      take: { records in
        let read = transactions(records)
        intake.take(read.compactMap { try? $0.get() })
        return read.map { result -> Finding.Reason? in
          switch result {
          case .success(let transaction):
            others.take(transaction)
            joint?.take(transaction)
            return trail.reason(transaction)
          case .failure(let error): return .init(error)
          }
        }
      })
    // What was folded from a damaged journal tells nothing about the snapshot.
    let found = try? intake.whenTaken { $0.finding }
    if let found, found.reason != .snapshotDiffers || !report.hasDamage { report.add(found) }
    try others.check(path, into: &report)
    try joint?.check(path, into: &report)
    return report
  }
}
