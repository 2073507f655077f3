import CaseModel
import Casework
import SubsidyRules
import Wording

/// The kinds of records that the policy declares, and the records of one of them.
struct RegisterLists: Sendable {
  /// The kinds, with what the year has of each.
  private(set) var kinds: [RegisterLine] = []
  /// The records that the filter of their screen takes, the latest first.
  private(set) var records: [RegisterRecord] = []

  mutating func renew(_ new: Lists.Source, _ old: Lists.Source?, _ hasMoved: Bool, _ state: OfficeState) {
    if hasMoved || old?.orders.kinds != new.orders.kinds {
      kinds = new.orders.kinds.sorted(RegisterLine.all(of: new.year, state)) { column, a, b in
        column == .count && b.count < a.count
      }
    }
    guard let filter = new.records,
      hasMoved || old?.records != filter || old?.orders.records != new.orders.records
    else { return }
    records = new.orders.records.sorted(Self.latestFirst(state.records(filter), state)) { column, a, b in
      switch column {
      case .day: false
      case .id: a.id < b.id
      case .district: a.entry.district < b.entry.district
      }
    }
  }

  private static func latestFirst(_ records: [RegisterRecord], _ state: OfficeState) -> [RegisterRecord] {
    func day(_ record: RegisterRecord) -> String {
      state.recordKind(record.entry.kind).map { RegisterWording.day(of: record.entry, $0) } ?? ""
    }
    return records.map { (day($0), $0) }.sorted { ($0.0, $0.1.id) > ($1.0, $1.1.id) }.map(\.1)
  }
}
