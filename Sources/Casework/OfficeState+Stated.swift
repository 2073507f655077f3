public import CaseModel
import SubsidyRules

extension OfficeState {
  /// The filings as an interchange file states them: with the facts they were received with, where those are not the
  /// applicant's of today. Source: interchange.md, `asReceived`.
  public func statedFilings() -> [Filing] {
    let heads = Families.heads(
      Dictionary(
        applicants.compactMap { applicant in applicant.parent.map { (applicant.id, $0) } },
        uniquingKeysWith: { first, _ in first }))
    var today: [String: FactsAtReceipt] = [:]
    for applicant in applicants {
      today[applicant.id] = FactsAtReceipt(
        kind: applicant.kind, district: applicant.district,
        family: heads[applicant.id].flatMap(\.self) ?? applicant.id)
    }
    return files.map { file in
      var filing = file.filing
      // What another policy asked for that this one knows nothing of is the journal's to keep.
      if policy.documents.count > 1, let item = policy.item(filing.item) {
        filing.inputs.removeAll { item.input($0.name) == nil }
        filing.overrides.removeAll { item.input($0.input) == nil && $0.input != Filing.receipt }
      }
      if file.received != today[filing.applicant] { filing.asReceived = file.received }
      return filing
    }
  }
}
