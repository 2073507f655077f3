import CaseModel

/// Which filings of an office stand among all offices as they stand in their own: their applicant and families are called
/// the same there and head themselves, and the city has taken no step on them.
struct PlainFilings {
  private let files: FileList
  /// The numbers of applicants' ids among the list's names.
  private let applicants: Set<NameNumber>
  private let told: Set<Int>

  /// - Parameters:
  ///   - files: with every record written.
  ///   - told: filings that the city has taken steps on.
  ///   - isPlain: whether an applicant of the office is the same among all, and nobody's branch on any day.
  init(_ files: FileList, of office: OfficeState, told: [OfficeFiling], isPlain: (String) -> Bool) {
    self.files = files
    applicants = Set(office.people.applicants.lazy.map(\.id).filter(isPlain).compactMap(files.name))
    self.told = Set(told.compactMap { files.number(of: $0.id) })
  }

  func contains(_ number: Int) -> Bool {
    guard applicants.contains(files.rows[number].applicant), !told.contains(number) else { return false }
    let families = files.familyNumbers(number)
    return !families.isEmpty && families.allSatisfy(applicants.contains)
  }
}
