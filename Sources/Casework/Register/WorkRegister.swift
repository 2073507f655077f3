/// The office's work register (工作台账): every record in the order of entry, found by number.
///
/// Kinds of records stand in the policy file under `register`, so that another article's record is data, not
/// code; beside them stand those that every office keeps (`OfficeKinds`). A `RegisterEntry` comes by
/// `Command.enterRecords`; `RegisterFile` writes and reads records as JSON lines, `RegisterTables` lists and
/// counts them, `RegisterTable` reads them out of a spreadsheet, of which `RegisterIntake` takes what is new
/// (on the desk `RecordsTableForm`, read by the program's `Runner` like an old ledger). The yearly form and
/// the archive's list are reports (`YearReport+Yearly`). On the desk `RegisterForm` makes its fields from the
/// kind, `RegisterState` says whether kinds or records are listed.
public struct WorkRegister: Hashable, Sendable {
  public private(set) var records: [RegisterRecord] = []
  private var numbers: [String: Int] = [:]

  public init() {}

  public subscript(_ id: String) -> RegisterRecord? { numbers[id].map { records[$0] } }

  /// Takes a record in, or takes it in anew.
  mutating func put(_ entry: RegisterEntry, by: String, at: String) {
    let hand = RegisterRecord.Hand(by: by, at: at)
    if let number = numbers[entry.id] {
      records[number].entry = entry
      records[number].hands.append(hand)
    } else {
      keep(RegisterRecord(entry: entry, hands: [hand]))
    }
  }

  mutating func strike(_ id: String, note: String, by: String, at: String) {
    guard let number = numbers[id] else { return }
    records[number].struckOut = note
    records[number].hands.append(.init(by: by, at: at))
  }

  /// Takes in a record as it was kept.
  mutating func keep(_ record: RegisterRecord) {
    guard numbers[record.id] == nil else { return }
    numbers[record.id] = records.count
    records.append(record)
  }
}
