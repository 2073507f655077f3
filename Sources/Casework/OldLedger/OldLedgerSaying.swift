import CaseModel

/// All that a filing says of itself, by which a row is known again that has neither receipt number nor once-only
/// key: who claims what, since when, with which inputs. Where it stands and what was decided may have moved on.
struct OldLedgerSaying: Hashable {
  private var applicant: String
  private var item: String
  private var received: CivilDate
  private var inputs: [Filing.Input]

  init(_ filing: Filing) {
    applicant = filing.applicant
    item = filing.item
    received = filing.received
    inputs = Self.stated(filing)
  }

  /// What differs between a filing and a row of the same receipt number, by input; `item`, `applicant`, `received`
  /// and `decided` for the rest.
  static func differences(_ there: Filing, _ row: Filing) -> [String] {
    var names: [String] = []
    if there.item != row.item { names.append("item") }
    if there.applicant != row.applicant { names.append("applicant") }
    if there.received != row.received { names.append("received") }
    if there.decided != row.decided { names.append("decided") }
    let (a, b) = (stated(there), stated(row))
    for name in Set((a + b).map(\.name)).sorted()
    where a.first(where: { $0.name == name }) != b.first(where: { $0.name == name }) { names.append(name) }
    return names
  }

  /// The inputs that state something, by name.
  private static func stated(_ filing: Filing) -> [Filing.Input] {
    filing.inputs.filter { filing.states($0.name) }.sorted { $0.name < $1.name }
  }
}
