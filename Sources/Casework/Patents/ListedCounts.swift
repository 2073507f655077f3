public import CaseModel
import SubsidyRules

/// What the lists of applications (专利申请清单) in the work register give for the counts of a filing: those of its year and
/// of the year before, of its applicant, or of an agency with its branches. Applications found 非正常 count nowhere.
///
/// By such lists the counts that an applicant states prove themselves.
public struct ListedCounts: Hashable, Sendable {
  public var year: Int
  public var filings = 0
  public var inventions = 0
  public var filingsBefore = 0
  public var inventionsBefore = 0
  /// Listed applications of both years that count nowhere.
  public var abnormal: [ApplicationNumber] = []

  /// Whether any application is listed.
  public var isListed: Bool { filings + filingsBefore + abnormal.count > 0 }

  /// The counts by input.
  public var byInput: [(input: String, count: Int)] {
    [
      ("filingsThisYear", filings), ("filingsLastYear", filingsBefore), ("inventionsThisYear", inventions),
      ("inventionsLastYear", inventionsBefore),
    ]
  }

  /// Counts that a filing states otherwise.
  func doubts(of filing: Filing) -> [PatentDoubt] {
    byInput.compactMap { input, listed in
      guard case .count(let typed)? = filing.input(input), typed != listed else { return nil }
      return .listed(input: input, typed: typed, listed: listed)
    }
  }
}

extension OfficeState {
  /// What the lists give for a filing; nil where its item counts no applications, or its year can't be read.
  public func listedCounts(of filing: Filing) -> ListedCounts? {
    guard let item = policy.item(filing.item), item.input("filingsThisYear") != nil,
      let year = countedYear(of: filing), let applicant = applicant(filing.applicant)
    else { return nil }
    var counts = ListedCounts(year: year)
    let isAgency = applicant.kind == .agency || applicant.kind == .agencyBranch
    let names = isAgency ? familyNames(of: applicant.id, on: filing.received) : names(of: applicant.id)
    let abnormal = Set(
      books.news.filter { $0.kind == .abnormalApplication }.compactMap { News.application($0.number)?.digits }
    )
    for entry in standingRecords(OfficeKinds.application) {
      guard let number = entry.application, let filed = entry.day("filedOn"),
        filed.year == year || filed.year == year - 1,
        let party = entry.text(isAgency ? "agency" : "applicant"), Self.isNamed(party, among: names)
      else { continue }
      if abnormal.contains(number.digits) {
        counts.abnormal.append(number)
      } else if filed.year == year {
        counts.filings += 1
        if number.type == .invention { counts.inventions += 1 }
      } else {
        counts.filingsBefore += 1
        if number.type == .invention { counts.inventionsBefore += 1 }
      }
    }
    return counts
  }

  /// Applicants in whose counts a listed application stands: its applicants and its agency.
  func applicants(listing application: ApplicationNumber) -> [String] {
    let parties = standingRecords(OfficeKinds.application)
      .filter { $0.application?.digits == application.digits }
      .flatMap { [$0.text("applicant"), $0.text("agency")].compactMap(\.self) }
      .flatMap { [$0] + RegisterEntry.parts(of: $0) }
    let names = Set(parties.map(TextFolding.search))
    guard !names.isEmpty else { return [] }
    return people.applicants.map(\.id).filter { id in
      let own = [applicant(id)?.name].compactMap(\.self) + (people.formerNames[id] ?? []).map(\.name)
      return own.contains { names.contains(TextFolding.search($0)) }
    }
  }

  /// The year whose applications are counted: the one that is stated, else that of the event.
  private func countedYear(of filing: Filing) -> Int? {
    if case .count(let year)? = filing.input("year") { return year }
    guard let item = policy.item(filing.item) else { return nil }
    return item.inputs.lazy.filter { $0.kind == .date }.compactMap { filing.day($0.id)?.year }.first
  }

  /// The names of an agency and of all its branches on a day.
  private func familyNames(of applicant: String, on day: CivilDate) -> Set<String> {
    let head = family(of: applicant, on: day)
    return people.applicants.lazy.filter { $0.kind == .agency || $0.kind == .agencyBranch }
      .filter { self.family(of: $0.id, on: day) == head }
      .reduce(into: []) { $0.formUnion(names(of: $1.id)) }
  }

  /// Whether one of the names stands in a cell, which may hold several.
  private static func isNamed(_ cell: String, among names: Set<String>) -> Bool {
    if names.contains(TextFolding.search(cell)) { return true }
    return RegisterEntry.parts(of: cell).contains { names.contains(TextFolding.search($0)) }
  }
}
