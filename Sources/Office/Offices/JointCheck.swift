import Casework
import Interchange
import Journal

/// Holds the snapshot of all offices together against their journals, for whoever checks a store.
struct JointCheck {
  private static let file = StoreLayout.snapshotFile(of: JointOffice.writer)

  private let folder: StoreFolder
  private var replay: Opening
  /// Every snapshot of them that a line named: one may stand from before.
  private var named: [SnapshotAnchor] = []

  /// Nil where a store has no such snapshot.
  init?(_ folder: StoreFolder) {
    guard (try? folder.status(Self.file)) ?? nil != nil else { return nil }
    self.folder = folder
    replay = Opening(folder, pinyin: PinyinTable())
  }

  /// Takes in the next line of the city's own journal.
  mutating func take(_ line: Transaction) {
    // What is wrong with a line is told by its own finding.
    try? replay.take(line)
    for case .snapshotAnchored(let head, let sum) in line.changes {
      if let anchor = SnapshotAnchor(head: head, sum: sum), anchor.head.writer == JointOffice.writer {
        named.append(anchor)
      }
    }
  }

  /// Says what is wrong with the snapshot of a store of which nothing is damaged.
  mutating func check(_ path: String, into report: inout VerifyReport) throws(JournalError) {
    guard !report.hasDamage else { return }
    let journal = try Journal.unread(path)
    guard let snapshot = named.reversed().lazy.compactMap(journal.snapshot(named:)).first else {
      return report.add(Finding(file: Self.file, reason: .snapshotUnusable))
    }
    guard let city = try? replay.finished(), snapshot.position.sequence >= city.folded.lastMove,
      let image = StateImage(snapshot.state), image.program == ProgramIdentity.text,
      let shown = image.state(policies: city.given.policies, pinyin: PinyinTable())
    else { return }
    let tails = GatherReader(folder: folder, offices: city.offices, damaged: [])
    let reader = OthersReader(
      folder: folder, own: city, waiting: shown.joint.waitingFiles, usesSnapshots: false, tails: tails)
    let work = JoiningBeside(
      reader: reader, writer: journal.identity.writer, shown: shown.shown(by: city), version: city.version)
    if case .joined(_, _, _, agrees: false) = work.run() {
      report.add(Finding(file: Self.file, reason: .snapshotDiffers))
    }
  }
}
