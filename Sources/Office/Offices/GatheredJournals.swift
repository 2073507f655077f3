import Casework
import Journal

/// The journals of others that a city's own lines name, and how far each counts, for whoever checks a store.
struct GatheredJournals {
  private var offices = OfficesBook()
  private var writers: [String: OfficeWriter] = [:]
  private var ends: [String: OtherJournal.End] = [:]
  /// The snapshots that were ever named of each: one may stand from before, where nobody came to put the last one in place.
  private var snapshots: [String: [SnapshotAnchor]] = [:]

  mutating func take(_ line: Transaction) {
    offices.take(line)
    for change in line.changes {
      switch change {
      case .offices(.admitted(_, let writer)): writers[writer.writer] = writer
      case .offices(.gathered(let heads)): for head in heads { ends[head.writer] = head.end }
      case .snapshotAnchored(let head, let sum):
        guard let anchor = SnapshotAnchor(head: head, sum: sum) else { continue }
        snapshots[anchor.head.writer, default: []].append(anchor)
      default: continue
      }
    }
  }

  /// Checks each journal up to its head; its files are the store's own, and no stray ones.
  func check(_ path: String, into report: inout VerifyReport) throws(JournalError) {
    guard !writers.isEmpty else { return }
    report.forget { finding in
      finding.reason == .unknownFile
        && writers.keys.contains { finding.file.hasPrefix(StoreLayout.journal + "/" + $0 + "/") }
    }
    let folder = StoreFolder(path)
    let isFolder = (try? folder.status(""))??.kind == .folder
    if isFolder { checkTails(folder, into: &report) }
    for (id, end) in ends.sorted(by: { $0.key < $1.key }) {
      guard let writer = writers[id], let other = OtherJournal(folder, store: writer.store, writer: id) else {
        continue
      }
      let file = StoreLayout.snapshotFile(of: id)
      var content = ContentCheck(folder, file: file, isOther: true)
      if isFolder, (try? folder.status(file)) ?? nil != nil {
        if let snapshot = (snapshots[id] ?? []).reversed().lazy.compactMap({ other.snapshot(named: $0) })
          .first
        {
          // Another version's is no mistake: that version reads it.
          if let kept = OtherSnapshot.read(snapshot.state) {
            content.restore(kept.state, upTo: snapshot.sequence)
          }
        } else {
          report.add(Finding(file: file, reason: .snapshotUnusable))
        }
      }
      func take(_ records: [JournalRecord]) -> [Finding.Reason?] {
        OpenOffice.transactions(records).map { content.reason(toRefuse: $0) }
      }
      let found = isFolder ? try other.read(upTo: end, take) : try other.read(upTo: end, inBackup: path, take)
      report.take(found)
      if !found.hasDamage, let finding = content.finding { report.add(finding) }
    }
  }

  /// Checks that what waits beside a history that parts lies there as it came.
  private func checkTails(_ folder: StoreFolder, into report: inout VerifyReport) {
    let reader = GatherReader(folder: folder, offices: offices, damaged: [])
    let intact = offices.partings.filter { (try? $0.isIntact(in: folder)) == true }
    let lost = try? reader.lostTails { parting in intact.contains { $0.isOfTail(of: parting) } }
    for tail in (lost ?? []).compactMap(\.lost) {
      report.add(
        Finding(file: tail.file, reason: tail.cause == .missing ? .heldFileMissing : .heldFileDamaged))
    }
  }
}
