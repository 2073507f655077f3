import CaseModel
import Casework
import SubsidyRules

/// The policies that a sheet rests on, by title and number: of one filing its own, of a list those of all its filings.
struct LegalBasis: Hashable, Sendable {
  struct Document: Hashable, Sendable {
    var title: String
    var number: String
  }

  var documents: [Document]

  init(_ policies: [Policy]) { documents = policies.map { Document(title: $0.title, number: $0.document) } }

  /// Under the letterhead's names, which a template writes as 《policy》（document）: so several stand one after another.
  var values: [String: TemplateValue] {
    guard let last = documents.last else { return [:] }
    let others = documents.dropLast().map { "\($0.title)》（\($0.number)）、《" }.joined()
    return ["policy": .text(others + last.title), "document": .text(last.number)]
  }
}

extension OfficeState {
  /// What a list of filings rests on.
  func basis(of files: [FiledFiling]) -> LegalBasis {
    let ids = Set(files.map { document(of: $0.filing).id })
    return LegalBasis(policy.documents.filter { ids.contains($0.id) })
  }

  /// What the sums of a year rest on.
  func basis(ofYear year: Int) -> LegalBasis {
    LegalBasis(
      policy.documents.filter { document in
        guard let first = document.periods.first?.from.year, let last = document.periods.last?.to.year else {
          return false
        }
        return first <= year && year <= last
      })
  }
}
