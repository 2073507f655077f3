import CaseModel
import Casework
import SubsidyRules

extension OfficeState {
  /// The records that say where filings' papers lie, by receipt number.
  var archived: [String: RegisterEntry] {
    var places: [String: RegisterEntry] = [:]
    for record in records(RegisterFilter(kind: OfficeKinds.archive)) {
      if case .text(let filing)? = record.entry["filing"] {
        places[TextFolding.search(filing)] = record.entry
      }
    }
    return places
  }

  func labelSheet(_ files: [FiledFiling]) -> LabelSheet {
    let archived = self.archived
    return LabelSheet(
      labels: files.map { file in
        let entry = archived[TextFolding.search(file.filing.id)]
        func text(_ field: String) -> String { if case .text(let text)? = entry?[field] { text } else { "" } }
        let pages: String
        if case .count(let count)? = entry?["pages"] { pages = String(count) } else { pages = "" }
        return .init(
          number: text("number"), place: text("place"), pages: pages, filing: file.filing.id,
          applicant: applicant(file.filing.applicant)?.name ?? file.filing.applicant,
          item: policy.item(file.filing.item)?.label ?? file.filing.item, year: file.year)
      })
  }
}
