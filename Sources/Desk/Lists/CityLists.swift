import Casework
import Wording

/// A city's offices, and what stands between their journals, while their screen shows them.
struct CityLists: Sendable {
  private(set) var offices: [OfficeLine] = []
  private(set) var conflicts: [OfficeConflict] = []
  private var allOffices: [OfficeLine] = []
  /// A county's line over its worklist; nil of any other office.
  private(set) var handover: HandoverLine?

  mutating func renew(_ new: Lists.Source, _ old: Lists.Source?, _ hasMoved: Bool, _ state: OfficeState) {
    if old?.version != new.version { handover = state.offices.city == nil ? nil : HandoverLine(state) }
    if new.offices != nil, hasMoved || old?.offices == nil || old?.today != new.today {
      allOffices = OfficeLine.all(of: new.year, on: new.today, state)
    }
  }

  /// Leaves what is searched for, and gives how many there are; nil on another screen.
  mutating func narrow(_ new: Lists.Source, _ state: OfficeState) -> Int? {
    guard let tab = new.offices else { return nil }
    offices = allOffices.filter { new.finds([$0.short, $0.name, $0.code, $0.sign.label], state) }
    conflicts = state.joint.conflicts.filter { conflict in
      let codes = ConflictWording.codes(conflict, state)
      return (new.showsRuled || conflict.ruling == nil)
        && new.finds(
          [conflict.subject, conflict.id, OfficesWording.label(conflict)]
            + codes.map { OfficeNames.short($0, in: state) }, state)
    }
    return tab == .offices ? offices.count : conflicts.count
  }
}
