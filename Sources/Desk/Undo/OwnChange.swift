import Casework

/// A save made at this desk, by which Ctrl-Z finds what it may take back.
struct OwnChange: Hashable, Sendable {
  /// The records that were changed, in their order.
  var records: [String]
  /// How long the history of the first of them was then.
  var entries: Int

  /// Nil where nothing was changed that has a history.
  ///
  /// A city's step on another office's filing is found by the name that it has among all.
  init?(_ changes: [Change], _ state: OfficeState) {
    var records: [String] = []
    for record in changes.compactMap({ $0.record ?? $0.registerRecord ?? $0.othersFiling(state) })
    where !records.contains(record) {
      records.append(record)
    }
    guard !records.isEmpty else { return nil }
    self.records = records
    entries = state.entries(of: records[0]).count
  }
}

extension OfficeState {
  /// The history of a filing or an applicant.
  func entries(of record: String) -> [HistoryEntry] {
    file(record)?.history ?? history(ofApplicant: record)
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

  /// The filing of another office that the change steps on, by the id that it has among all.
  fileprivate func othersFiling(_ state: OfficeState) -> String? {
    if case .offices(.stepped(let step)) = self { state.id(among: step.filing) } else { nil }
  }

  /// Whether the change takes an earlier step back.
  var isUndoing: Bool {
    switch self {
    case .stepped(_, let taken): taken.step == .undo
    case .offices(.stepped(let step)): step.step.step == .undo
    default: false
    }
  }
}
