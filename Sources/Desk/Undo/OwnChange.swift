import Casework

/// A save made at this desk, by which Ctrl-Z finds what it may take back.
struct OwnChange: Hashable, Sendable {
  /// The records that were changed, in their order.
  var records: [String]

  /// Nil where nothing was changed that has a history.
  init?(_ changes: [Change]) {
    var records: [String] = []
    for record in changes.compactMap(\.record) where !records.contains(record) { records.append(record) }
    guard !records.isEmpty else { return nil }
    self.records = records
  }
}

extension Change {
  /// Whether the change takes an earlier step back.
  var isUndoing: Bool {
    if case .stepped(_, let taken) = self { taken.step == .undo } else { false }
  }
}
