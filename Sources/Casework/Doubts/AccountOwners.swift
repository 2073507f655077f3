public import CaseModel

/// Whose account is whose: a bank sends a payment back where the account is in another name.
struct AccountOwners {
  private var owners: [String: [Applicant]] = [:]

  init(_ applicants: some Sequence<Applicant>) {
    for applicant in applicants { enter(applicant) }
  }

  mutating func enter(_ applicant: Applicant) {
    guard let digits = Self.digits(applicant.account) else { return }
    owners[digits, default: []].append(applicant)
  }

  /// The doubt about an account that another of another name has too; nil where nobody has.
  func doubt(about applicant: Applicant) -> Doubt? {
    guard let digits = Self.digits(applicant.account) else { return nil }
    return Self.doubt(about: applicant, among: owners[digits] ?? [])
  }

  static func doubt(about applicant: Applicant, among owners: some Sequence<Applicant>) -> Doubt? {
    owners.first { $0.id != applicant.id && !isOne($0, applicant) }
      .map { .sharedAccount(applicant: $0.id, name: $0.name) }
  }

  /// The digits of what is an account; nil of what is none.
  static func digits(_ account: String?) -> String? {
    guard let account, case .account(let number) = CardNumber.read(account), number.isAccountLong else {
      return nil
    }
    return number.digits
  }

  /// Whether two may rightly share an account: of one name, or a head office and its branches.
  private static func isOne(_ a: Applicant, _ b: Applicant) -> Bool {
    if a.parent == b.id && a.parent != nil || b.parent == a.id && b.parent != nil { return true }
    if let parent = a.parent, parent == b.parent { return true }
    return TextFolding.search(a.name) == TextFolding.search(b.name)
  }
}

extension OfficeState {
  /// The doubt about an account that another applicant of another name has too; nil where nobody has.
  public func accountDoubt(about applicant: Applicant) -> Doubt? {
    guard let digits = AccountOwners.digits(applicant.account) else { return nil }
    let last = digits.utf8.last
    return AccountOwners.doubt(
      about: applicant,
      among: people.applicants.lazy.filter { other in
        // Most end in another digit, which is seen without reading the whole.
        guard let account = other.account,
          let end = account.utf8.last(where: { $0 > 0x2F && $0 < 0x3A || $0 > 0x7F })
        else { return false }
        return (end == last || end > 0x7F) && AccountOwners.digits(account) == digits
      })
  }
}
