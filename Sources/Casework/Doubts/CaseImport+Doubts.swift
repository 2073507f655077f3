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
    var owners = AccountOwners(people.applicants)
    for applicant in plan.applicants { owners.enter(applicant) }
    var named: [NameOfKind: [Applicant]] = [:]
    let parties = plan.applicants.map { applicant in
      let name = NameOfKind(applicant)
      let same = NameDoubt.doubt(about: applicant, among: namesakes(of: applicant) + (named[name] ?? []))
      if !name.folded.isEmpty { named[name, default: []].append(applicant) }
      return DoubtfulRecord(
        id: applicant.id, isApplicant: true,
        doubts: applicant.doubts(today: today)
          + [same, owners.doubt(about: applicant)].compactMap(\.self))
    }
    let new = plan.applicants.keyed(by: \.id)
    let filings = plan.filings.map { filing in
      let guarding = guardDoubt(filing) { new[$0] ?? self.applicant($0) }
      return DoubtfulRecord(
        id: filing.id, isApplicant: false,
        doubts: (policy.item(filing.item).map(filing.doubts) ?? []) + [guarding].compactMap(\.self))
    }
    return (parties + filings).filter { !$0.doubts.isEmpty }
  }

  /// That a filing which would come in decided keeps nobody from being paid the same again.
  private func guardDoubt(_ filing: Filing, _ find: (String) -> Applicant?) -> Doubt? {
    guard filing.decided != nil, let received = factsComing(with: filing, find) else { return nil }
    let home = atHome(filing, as: received, takenOver: true)
    let facts = facts(of: home.applicant, as: received)
    return guardDoubt(home, of: facts, claim: policy.claim(home, of: facts))
  }
}

/// Who is called the same: of one kind, by the folded name.
private struct NameOfKind: Hashable {
  var kind: ApplicantKind
  var folded: String

  init(_ applicant: Applicant) {
    kind = applicant.kind
    folded = TextFolding.search(applicant.name)
  }
}
