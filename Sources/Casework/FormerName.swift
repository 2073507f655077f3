public import CaseModel

/// What an applicant was called, and which code it had, until a change of either.
///
/// It is folded from the changes themselves, is found behind the names of today
/// (`SearchIndex.put(_:number:)`), asked about like a same name, and named on papers of filings of before.
public struct FormerName: Hashable, Sendable {
  public var name: String
  public var code: String?
  /// The day of the change, from which on the next name or code stands.
  public var until: CivilDate

  public init(name: String, code: String?, until: CivilDate) {
    self.name = name
    self.code = code
    self.until = until
  }
}

extension OfficeState {
  /// What an applicant was called when a filing of a day was received; nil where it was called as it is now.
  public func formerName(of applicant: String, on day: CivilDate) -> String? {
    let then = people.formerNames[applicant]?.first { $0.until > day }?.name
    return then == self.applicant(applicant)?.name ? nil : then
  }

  /// Keeps what an applicant was called before, where its name or code is another now.
  mutating func noteFormerName(_ before: Applicant, now: Applicant, number: Int, _ entry: HistoryEntry) {
    guard before.name != now.name || before.code != now.code else { return }
    let day = entry.day ?? Moment.officeDay(of: entry.at) ?? .first
    let former = FormerName(name: before.name, code: before.code, until: day)
    people.formerNames[now.id, default: []].append(former)
    search.put(former, number: number)
  }
}
