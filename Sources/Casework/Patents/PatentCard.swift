public import CaseModel
import SubsidyRules

/// One patent as the office knows it (专利卡片): what filings say of its days and whose it is, and the bad news.
public struct PatentCard: Hashable, Sendable {
  /// A value with the filings that state it.
  public struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var filings: [String]
  }

  public var application: ApplicationNumber
  /// Each day that is stated; more than one contradict each other.
  public var filedOn: [Stated<CivilDate>] = []
  public var grantedOn: [Stated<CivilDate>] = []
  /// Applicants that claim as its owners.
  public var owners: [Stated<String>] = []
  /// Agencies that claim for having handled it.
  public var agencies: [Stated<String>] = []
  public var news: [News] = []
}

extension OfficeState {
  /// What all filings that claim for an application say of it.
  public func card(of application: ApplicationNumber) -> PatentCard {
    var card = PatentCard(application: application)
    for file in files {
      guard let item = policy.item(file.filing.item),
        file.filing.applications(item).contains(where: { $0.digits == application.digits })
      else { continue }
      let id = file.filing.id
      if let day = file.filing.day("filedOn") { PatentCard.put(day, of: id, into: &card.filedOn) }
      if let day = file.filing.day("grantedOn") { PatentCard.put(day, of: id, into: &card.grantedOn) }
      switch file.received.kind {
      case .agency, .agencyBranch: PatentCard.put(file.filing.applicant, of: id, into: &card.agencies)
      default: PatentCard.put(file.filing.applicant, of: id, into: &card.owners)
      }
    }
    card.news = news.filter { News.application($0.number)?.digits == application.digits }
    return card
  }
}

extension PatentCard {
  fileprivate static func put<Value>(_ value: Value, of filing: String, into stated: inout [Stated<Value>]) {
    if let place = stated.firstIndex(where: { $0.value == value }) {
      stated[place].filings.append(filing)
    } else {
      stated.append(Stated(value: value, filings: [filing]))
    }
  }
}
