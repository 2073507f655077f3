public import CaseModel

/// A record that may be the same applicant as another: a pattern worth a look, no proof of anything.
public struct LikeApplicant: Hashable, Sendable {
  public enum Detail: Hashable, Sendable { case name, account, phone }

  public var applicant: Applicant
  /// What both have, of today or of before.
  public var shared: [Detail]
}

extension OfficeState {
  /// Records of the same kind that bear a name of an applicant's, of today or of before, or have its account or phone, and
  /// that are not one unit with it; in the order of entry.
  public func applicants(like one: Applicant) -> [LikeApplicant] {
    let names = names(of: one.id)
    let unit = Set(unit(of: one.id).map(\.id) + [one.id])
    func digits(_ text: String?) -> String { TextFolding.search(text ?? "").filter(\.isNumber) }
    let (account, phone) = (digits(one.account), digits(one.phone))
    return people.applicants.compactMap { other in
      guard !unit.contains(other.id), other.kind == one.kind else { return nil }
      var shared: [LikeApplicant.Detail] = []
      let own = [other.name] + (people.formerNames[other.id] ?? []).map(\.name)
      if own.contains(where: { names.contains(TextFolding.search($0)) }) { shared.append(.name) }
      if !account.isEmpty, digits(other.account) == account { shared.append(.account) }
      if !phone.isEmpty, digits(other.phone) == phone { shared.append(.phone) }
      return shared.isEmpty ? nil : LikeApplicant(applicant: other, shared: shared)
    }
  }
}
