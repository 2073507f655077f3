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
    let isFolder = (try? folder.status(""))??.kind == .folder
    for (id, end) in ends.sorted(by: { $0.key < $1.key }) {
      guard let writer = writers[id], let other = OtherJournal(folder, store: writer.store, writer: id) else {
        continue
      }
      func take(_ records: [JournalRecord]) -> [Finding.Reason?] {
        OpenOffice.transactions(records).map { result in
          if case .failure(let error) = result { .init(error) } else { nil }
        }
      }
      report.take(
        isFolder ? try other.read(upTo: end, take) : try other.read(upTo: end, inBackup: path, take))
    }
  }
}
