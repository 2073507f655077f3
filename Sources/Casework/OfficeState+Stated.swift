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
      if file.received != today[filing.applicant] { filing.asReceived = file.received }
      return filing
    }
  }
}
