import CaseModel

/// The counties of today that the districts of filings mean, each looked up once.
///
/// A filing keeps the code that its applicant had on receipt, which may be a former one; whatever is counted by county goes
/// by this.
struct CountyNames {
  private let districts: [District]
  private let files: FileList
  /// By the number that rows have for a district.
  private var known: [NameNumber: String] = [:]

  init(_ state: OfficeState) { (districts, files) = (state.districts, state.files) }

  /// The county that a filing counts in; its district as it stands where that means none.
  mutating func county(of row: FileRow) -> String {
    if let county = known[row.district] { return county }
    let county = districts.county(files.district(of: row))
    known[row.district] = county
    return county
  }
}

extension [District] {
  /// The code that a county has today; one that means none as it stands.
  func county(_ code: String) -> String { meant(by: code)?.code ?? code }
}

extension OfficeState {
  /// The code that a county has today; one that means none as it stands.
  public func county(_ code: String) -> String { districts.county(code) }
}
