import Casework
import Journal

/// The saves that no snapshot covers.
struct Uncovered: Sendable {
  private var saves: [(sequence: Int, changes: Int)] = []
  /// How many changes they have together.
  private(set) var changes = 0
  /// The last save that another desk's snapshot covers, of those named since this one looks.
  private(set) var coveredByOthers = 0

  mutating func add(_ changes: Int, at sequence: Int) {
    saves.append((sequence, changes))
    self.changes += changes
  }

  /// A line of the program is no save: of one of this desk's time others' snapshots of the writer are known.
  mutating func add(_ line: Transaction, anchorsOf writer: String? = nil) {
    guard line.isAnchor else { return add(line.changes.count, at: line.sequence) }
    guard let writer, let covered = line.coveredSequence(of: writer) else { return }
    coveredByOthers = max(coveredByOthers, covered)
    cover(upTo: covered)
  }

  /// A snapshot covers everything up to a save.
  mutating func cover(upTo sequence: Int) {
    let rest = saves.drop { $0.sequence <= sequence }
    saves = Array(rest)
    changes = rest.reduce(0) { $0 + $1.changes }
  }
}

extension Transaction {
  /// The last save of a writer's that the snapshot covers which this line names.
  fileprivate func coveredSequence(of writer: String) -> Int? {
    changes.lazy.compactMap { change -> Int? in
      guard case .snapshotAnchored(let head, _) = change, let head = JournalHead(head), head.writer == writer
      else { return nil }
      return head.sequence
    }.max()
  }
}
