import CaseModel
import SubsidyRules

/// All that a filing says of itself, by which a row is known again that has neither receipt number nor once-only
/// key: who claims what, since when, with which inputs. Where it stands and what was decided may have moved on.
struct OldLedgerSaying: Hashable {
  private var applicant: String
  private var item: String
  private var received: CivilDate
  private var inputs: [Said]

  /// An input as it is read, or as it is written where it can't be: 90000 and 90,000.00 say the same.
  private struct Said: Hashable {
    var name: String
    var value: Value?
    var raw: RawInput?
  }

  /// - Parameter item: the item that the filing claims, where the policy has it.
  init(_ filing: Filing, _ item: Item?) {
    applicant = filing.applicant
    self.item = filing.item
    received = filing.received
    inputs = Self.stated(filing, item)
  }

  /// What differs between a filing and a row of the same receipt number, by input; `item`, `applicant`, `received`,
  /// `decided` and `reclaimed` for the rest.
  static func differences(_ there: Filing, _ row: Filing, _ item: Item?) -> [String] {
    var names: [String] = []
    if there.item != row.item { names.append("item") }
    if there.applicant != row.applicant { names.append("applicant") }
    if there.received != row.received { names.append("received") }
    if there.decided != row.decided { names.append("decided") }
    // What came back here since the table was written is the store's to know; what the table knows beyond it is not there.
    if row.reclaimed ?? .zero > there.reclaimed ?? .zero { names.append("reclaimed") }
    let (a, b) = (stated(there, item), stated(row, item))
    for name in Set((a + b).map(\.name)).sorted()
    where a.first(where: { $0.name == name }) != b.first(where: { $0.name == name }) { names.append(name) }
    return names
  }

  /// The inputs that state something, by name.
  private static func stated(_ filing: Filing, _ item: Item?) -> [Said] {
    filing.inputs.filter { filing.states($0.name) }.map { input in
      let value = item?.input(input.name)?.value(of: input.value).value
      return Said(name: input.name, value: value, raw: value == nil ? input.value : nil)
    }.sorted { $0.name < $1.name }
  }
}
