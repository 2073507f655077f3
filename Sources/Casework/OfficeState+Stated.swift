public import CaseModel
import SubsidyRules

extension OfficeState {
  /// The filings as an interchange file states them: with the facts they were received with, where those are not the
  /// applicant's of today. Source: interchange.md, `asReceived`.
  public func statedFilings() -> [Filing] {
    let heads = Families.heads(
      Dictionary(
        first: people.applicants.compactMap { applicant in applicant.parent.map { (applicant.id, $0) } }))
    let linked = linkedAway
    func first(_ id: String) -> String { linked.isEmpty ? id : linked[id] ?? id }
    var today: [String: FactsAtReceipt] = [:]
    for applicant in people.applicants {
      today[applicant.id] = FactsAtReceipt(
        kind: applicant.kind, district: applicant.district,
        family: first(heads[applicant.id].flatMap(\.self) ?? applicant.id))
    }
    return files.map { file in
      var filing = file.filing
      // What another policy asked for that this one knows nothing of is the journal's to keep.
      if policy.documents.count > 1, let item = policy.item(filing.item) {
        filing.inputs.removeAll { item.input($0.name) == nil }
        filing.overrides.removeAll {
          item.input($0.input) == nil && !Filing.otherOverrides.contains($0.input)
        }
      }
      var received = file.received
      if !linked.isEmpty {
        filing.applicant = first(filing.applicant)
        received.family = first(received.family)
        received.further = received.further.map(first)
      }
      if received != today[filing.applicant] { filing.asReceived = received }
      return filing
    }
  }

  /// The applicants as an interchange file states them: records that a supervisor's word makes one are one there, since no
  /// reader could know it otherwise.
  public func statedApplicants() -> [Applicant] {
    let linked = linkedAway
    guard !linked.isEmpty else { return people.applicants }
    return people.applicants.filter { linked[$0.id] == nil }.map { applicant in
      var stated = applicant
      stated.parent = applicant.parent.map { linked[$0] ?? $0 }
      return stated
    }
  }

  /// Records that are another's by word alone, with that one.
  private var linkedAway: [String: String] {
    let (linked, apart) = people.words.verdicts()
    guard !linked.isEmpty else { return [:] }
    let plain = Units(people.applicants, apart: joint.namesakesApart.union(apart))
    return files.units.heads.filter { plain.head(of: $0.key) != $0.value }
  }
}
