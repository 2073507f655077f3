public import CaseModel

/// A filing that was entered on a machine whose history does not count: it goes back to its office, to be entered anew.
/// Source: offices.md, Conflicts, 3.
///
/// `Ruling.forkKeep` sends it: `OpenOffice+Returning`, `ReturnedFile` in the reply, and at the office a draft
/// (`UnsavedWork+Returned`).
public struct ReturnedFiling: Hashable, Sendable {
  /// As it stood there last, under the receipt number that it was given there.
  public var filing: Filing
  public var facts: FactsAtReceipt
  /// As the machine had them, under its own number of theirs.
  public var applicant: Applicant
  /// Who entered it, and when by the device's clock, in UTC.
  public var by: String
  public var at: String

  public init(filing: Filing, facts: FactsAtReceipt, applicant: Applicant, by: String, at: String) {
    self.filing = filing
    self.facts = facts
    self.applicant = applicant
    self.by = by
    self.at = at
  }

  /// What a tail's saves had entered, in their order, with what they made of it afterwards.
  ///
  /// - Parameter known: the applicants of before the tail began.
  public static func all(
    in saves: some Sequence<Transaction>, known: (String) -> Applicant?
  ) -> [ReturnedFiling] {
    var applicants: [String: Applicant] = [:]
    var found: [(filing: Filing, facts: FactsAtReceipt, by: String, at: String)] = []
    func change(_ id: String, _ work: (inout Filing) -> Void) {
      if let place = found.firstIndex(where: { $0.filing.id == id }) { work(&found[place].filing) }
    }
    for save in saves {
      for one in save.changes {
        switch one {
        case .applicantEntered(let applicant), .applicantChanged(let applicant, _):
          applicants[applicant.id] = applicant
        case .filingReceived(let filing, let facts): found.append((filing, facts, save.by, save.at))
        // What others had decided before is entered from their ledger once more, and by no form.
        case .filingTakenOver(let filing, let facts) where filing.stage.isUndecided:
          found.append((filing, facts, save.by, save.at))
        case .filingChanged(let filing): change(filing.id) { $0 = filing }
        case .stepped(let id, let step):
          if case .figures(let figures) = step.detail { change(id) { $0 = $0.with(figures) } }
        default: break
        }
      }
    }
    return found.compactMap { one in
      (applicants[one.filing.applicant] ?? known(one.filing.applicant)).map {
        ReturnedFiling(filing: one.filing, facts: one.facts, applicant: $0, by: one.by, at: one.at)
      }
    }
  }
}

extension OfficeState {
  /// The office's own record of somebody whom another machine knows: of their valid code, or a unit of their kind and name;
  /// nil where it has none.
  public func ownRecord(of applicant: Applicant) -> Applicant? {
    let (code, key) = (applicant.provenCode, Units.key(of: applicant))
    func isSame(_ other: Applicant) -> Bool {
      guard other.kind == applicant.kind else { return false }
      if let code, let own = other.provenCode { return code == own }
      if let key { return Units.key(of: other) == key }
      // Two people of one name are told apart by a number alone.
      return other.id == applicant.id && other.name == applicant.name
    }
    return self.applicant(applicant.id).flatMap { isSame($0) ? $0 : nil }
      ?? people.applicants.first(where: isSame)
  }
}
