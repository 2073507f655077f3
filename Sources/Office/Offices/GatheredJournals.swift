import Casework
import Journal

/// The journals of others that a city's own lines name, and how far each counts, for whoever checks a store.
struct GatheredJournals {
  private var writers: [String: OfficeWriter] = [:]
  private var ends: [String: OtherJournal.End] = [:]

  mutating func take(_ line: Transaction) {
    for case .offices(let change) in line.changes {
      switch change {
      case .admitted(_, let writer): writers[writer.writer] = writer
      case .gathered(let heads): for head in heads { ends[head.writer] = head.end }
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
    // In a backup every file stands under its own sum, which was held already.
    guard (try? folder.status(""))??.kind == .folder else { return }
    for (id, end) in ends.sorted(by: { $0.key < $1.key }) {
      guard let writer = writers[id], let other = OtherJournal(folder, store: writer.store, writer: id) else {
        continue
      }
      let found = try other.read(upTo: end) { records in
        OpenOffice.transactions(records).map { result in
          if case .failure(let error) = result { .init(error) } else { nil }
        }
      }
      report.take(found)
    }
  }
}
