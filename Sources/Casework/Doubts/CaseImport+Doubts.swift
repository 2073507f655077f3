public import CaseModel
import SubsidyRules

/// A record of an interchange file that asks for a second look before it is taken in.
public struct DoubtfulRecord: Hashable, Sendable {
  public var id: String
  public var isApplicant: Bool
  public var doubts: [Doubt]
}

extension OfficeState {
  /// The records that would come in and are doubtful, applicants first, in the order of the file.
  public func doubtful(in plan: CaseImport, today: CivilDate) -> [DoubtfulRecord] {
    var owners = AccountOwners(applicants)
    for applicant in plan.applicants { owners.enter(applicant) }
    let parties = plan.applicants.map { applicant in
      DoubtfulRecord(
        id: applicant.id, isApplicant: true,
        doubts: applicant.doubts(today: today) + [owners.doubt(about: applicant)].compactMap(\.self))
    }
    let filings = plan.filings.map { filing in
      DoubtfulRecord(
        id: filing.id, isApplicant: false, doubts: policy.item(filing.item).map(filing.doubts) ?? [])
    }
    return (parties + filings).filter { !$0.doubts.isEmpty }
  }
}
