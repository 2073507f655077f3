import Casework
import Journal

/// Continuations that the city's journal names and that no file holds any more: what is behind the record where they part
/// counts as little as if they waited, until the city has ruled for what is there.
extension GatherReader {
  /// One for each, by the last file that held it.
  ///
  /// - Parameters:
  ///   - writer: whose; nil stands for all.
  ///   - isHeld: whether a file holds a continuation, or would.
  func lostTails(
    of writer: String? = nil, besides isHeld: (PartedHistory) -> Bool
  ) throws(OfficeError) -> [WaitingFile] {
    var lost: [WaitingFile] = []
    for (place, parting) in offices.partings.enumerated()
    where writer == nil || parting.writer == writer {
      let isLast = !offices.partings[(place + 1)...].contains { $0.isOfTail(of: parting) }
      guard isLast, !isHeld(parting), !damaged.contains(parting.writer),
        let office = offices.office(ofWriter: parting.writer), let known = try known(parting, office)
      else { continue }
      var file = WaitingFile(
        writer: parting.writer, office: office.code, bundle: parting.bundle,
        reason: .fork(after: parting.after?.sequence ?? 0, known: known, other: parting.other))
      file.lost = .init(file: parting.heldName, cause: try cause(parting))
      lost.append(file)
    }
    return lost
  }

  /// The same besides what was found to wait.
  func lostTails(
    of writer: String? = nil, besides waiting: [WaitingFile]
  ) throws(OfficeError) -> [WaitingFile] {
    try lostTails(of: writer) { parting in
      waiting.contains { file in
        guard file.writer == parting.writer, case .fork(let after, _, let other) = file.reason else {
          return false
        }
        return after == parting.after?.sequence ?? 0 && other == parting.other
      }
    }
  }

  /// With what the continuation in the store begins, empty where it has none; nil where a parting is no matter any more:
  /// what was in the file is the one in the store, or the store has another history altogether.
  private func known(_ parting: PartedHistory, _ office: EnrolledOffice) throws(OfficeError) -> String? {
    guard let writer = office.writer, let end = office.gathered?.head.sequence,
      let journal = OtherJournal(folder, store: writer.store, writer: writer.writer)
    else { return nil }
    let after = parting.after?.sequence ?? 0
    let kept = offices.keptTail(of: writer.writer, behind: after)
    return try officeErrors {
      if let shared = parting.after {
        guard end >= after, try journal.records([after]).first?.head.link.hex == shared.link else {
          return nil
        }
      }
      let here = end > after ? try journal.beginnings(behind: after) : kept.map { [$0] } ?? []
      guard !here.contains(parting.other) else { return nil }
      return here.first { $0 == kept } ?? here.first { $0 == parting.known } ?? here.first ?? ""
    }
  }

  private func cause(_ parting: PartedHistory) throws(OfficeError) -> WaitingFile.Lost.Cause {
    try officeErrors {
      guard try folder.status(parting.heldName) != nil else { return .missing }
      return try parting.isIntact(in: folder) ? .unopened : .damaged
    }
  }

  /// Where a file's history parts from what is known, as a line of the city's says it.
  func parting(
    _ fork: JournalFork, of file: ArrivedFile, _ journal: OtherJournal, besides records: [JournalRecord]
  ) throws(OfficeError) -> PartedHistory {
    let shared = try officeErrors {
      try records.first { $0.position.sequence == fork.after }
        ?? (fork.after > 0 ? journal.records([fork.after]).first : nil)
    }
    return PartedHistory(
      writer: file.writer,
      after: shared.map { LineName($0.head) },
      known: fork.known, other: fork.other, bundle: file.bundle, file: file.sum?.hex ?? "")
  }
}

extension PartedHistory {
  /// The path of the file within the store.
  var heldName: String { ArrivedFile.heldName(writer, bundle, file) }

  /// Whether the file lies there as it came.
  func isIntact(in folder: StoreFolder) throws(FileError) -> Bool {
    guard try folder.status(heldName) != nil else { return false }
    return try Link.over(folder.read(heldName)).hex == file
  }
}
