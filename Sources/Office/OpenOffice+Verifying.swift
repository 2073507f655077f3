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
    let found = (try? intake.whenTaken { $0.findings }) ?? []
    // What was folded from a damaged journal tells nothing about the snapshot.
    let isDamaged = report.hasDamage
    for finding in found where !(isDamaged && finding.reason == .snapshotDiffers) {
      report.add(finding)
    }
    try others.check(path, into: &report)
    try joint?.check(path, into: &report)
    return report
  }
}

/// What rests on a journal's lines, checked while they go by.
struct ContentCheck: SaveTaker {
  private let folder: StoreFolder
  /// The snapshot's file, and whether it is that of another's journal.
  private let file: String
  private let isOther: Bool
  private var replay: Opening?
  /// What the snapshot shows, and the last record that it covers.
  private var restored: (state: OfficeState, sequence: Int)?
  private(set) var findings: [Finding] = []

  init(_ folder: StoreFolder, file: String = StoreLayout.snapshotFile, isOther: Bool = false) {
    self.folder = folder
    self.file = file
    self.isOther = isOther
  }

  /// Takes what a snapshot shows, whose state covers all up to a record.
  mutating func restore(_ bytes: [UInt8], upTo sequence: Int) {
    var opening = Opening(folder, pinyin: PinyinTable(), isOther: isOther)
    // Another version's snapshot is no mistake: that version reads it.
    guard opening.restore(bytes, upTo: sequence), let state = try? opening.finished() else { return }
    restored = (state, sequence)
    replay = Opening(folder, pinyin: PinyinTable(), isOther: isOther)
  }

  mutating func take(_ transaction: Transaction) {
    do throws(OfficeError) {
      try replay?.take(transaction)
    } catch {
      // What is wrong with the policy file is told by its own finding.
      replay = nil
    }
    if let restored, restored.sequence == transaction.sequence { compare(restored.state) }
  }

  private mutating func compare(_ shown: OfficeState) {
    defer { replay = nil }
    guard let state = try? replay?.finished(), !state.agrees(with: shown) else { return }
    findings.append(Finding(file: file, reason: .snapshotDiffers))
  }
}
