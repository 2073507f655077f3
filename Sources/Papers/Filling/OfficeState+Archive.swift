import CaseModel
import Casework
import SubsidyRules

extension OfficeState {
  /// The records that say where filings' papers lie, by receipt number.
  var archived: [String: RegisterEntry] {
    var places: [String: RegisterEntry] = [:]
    for record in records(RegisterFilter(kind: OfficeKinds.archive)) {
      if let filing = record.entry.text("filing") {
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
        return .init(
          number: entry?.text("number") ?? "", place: entry?.text("place") ?? "",
          pages: entry?.count("pages").map(String.init) ?? "", filing: file.filing.id,
          applicant: applicant(file.filing.applicant)?.name ?? file.filing.applicant,
          item: policy.item(file.filing.item)?.label ?? file.filing.item, year: file.year)
      })
  }
}
