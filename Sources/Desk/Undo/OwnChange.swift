import Casework

/// A save made at this desk, by which Ctrl-Z finds what it may take back.
struct OwnChange: Hashable, Sendable {
  /// The records that were changed, in their order.
  var records: [String]

  /// Nil where nothing was changed that has a history.
  init?(_ changes: [Change]) {
    var records: [String] = []
    for record in changes.compactMap({ $0.record ?? $0.registerRecord }) where !records.contains(record) {
      records.append(record)
    }
    guard !records.isEmpty else { return nil }
    self.records = records
  }
}

extension Change {
  /// The number of the record of the work register that it concerns.
  fileprivate var registerRecord: String? {
    switch self {
    case .recordEntered(let entry), .recordChanged(let entry): entry.id
    case .recordStruck(let id, _): id
    default: nil
    }
  }

  /// Whether the change takes an earlier step back.
  var isUndoing: Bool {
    if case .stepped(_, let taken) = self { taken.step == .undo } else { false }
  }
}
