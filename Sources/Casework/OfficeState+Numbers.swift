public import CaseModel

/// Numbers that the store gives: `441881-2019-000123` for a filing, `441881-A00012` for an applicant,
/// `441881-R00003` for a record, `441881-P2019-001` for a payment batch.
extension OfficeState {
  /// The receipt number of the next filing received on a day.
  public func nextFilingID(received: CivilDate) -> String { filingID(received: received, ahead: 0) }

  /// The receipt number that comes so many after the next one.
  public func filingID(received: CivilDate, ahead: Int) -> String {
    number("-\(received.year)-", ahead: ahead, digits: 6)
  }

  public func nextApplicantID() -> String { applicantID(ahead: 0) }

  /// The number of an applicant that comes so many after the next one.
  func applicantID(ahead: Int) -> String { number("-A", ahead: ahead, digits: 5) }

  /// The number of a record of the work register that comes so many after the next one.
  func recordID(ahead: Int) -> String { number("-R", ahead: ahead, digits: 5) }

  /// Remembers the highest serial behind each beginning, so that no number is given twice, whoever gave it.
  mutating func countSerial(of id: String) {
    let digits = id.utf8.reversed().prefix { (48...57).contains($0) }.count
    guard digits > 0, digits <= 9, let serial = Int(Substring(id.utf8.suffix(digits))) else {
      return
    }
    let start = String(Substring(id.utf8.dropLast(digits)))
    house.serials[start] = max(house.serials[start] ?? 0, serial)
  }

  /// The number of the next payment batch that is made on a day.
  func nextBatchID(on day: CivilDate) -> String { number("-P\(day.year)-", ahead: 0, digits: 3) }

  /// Begins with the office's district, and the letter of its machine where a city has given it one.
  private func number(_ kind: String, ahead: Int, digits: Int) -> String {
    let start = (office?.district ?? "000000") + (offices.city?.office.letter ?? "") + kind
    return start + ((house.serials[start] ?? 0) + 1 + ahead).padded(to: digits)
  }
}
