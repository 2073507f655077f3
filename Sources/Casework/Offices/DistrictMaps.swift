import CaseModel

/// What the city has said of districts that its offices have under codes which its policy does not know: under which of
/// its own codes their filings, applicants and records stand among all offices. Source: offices.md, Conflicts, 10.
///
/// It is the verdict `map` that says it.
struct DistrictMaps {
  /// By writer and code.
  private var codes: [String: [String: String]] = [:]

  /// Of several words on a code the last one holds.
  init(_ parts: [OfficePart], city: OfficeState) {
    let last = Dictionary(
      city.offices.rulings.filter { $0.conflict.hasPrefix("K10-") }.map { ($0.conflict, $0.verdict) },
      uniquingKeysWith: { $1 })
    guard !last.isEmpty else { return }
    for part in parts {
      for code in part.unknownCodes(city) {
        guard case .map(let known)? = last[OfficeConflict.unknown(code, in: part).id] else { continue }
        codes[part.writer, default: [:]][code] = known
      }
    }
  }

  /// The codes of a writer's that are called otherwise here.
  func codes(of writer: String) -> Set<String> { Set((codes[writer] ?? [:]).keys) }

  /// What a writer's code is called here.
  func code(_ code: String, of writer: String) -> String { codes[writer]?[code] ?? code }
}

extension OfficePart {
  /// Codes of districts that the office's own policy has, that filings stand under, and that the city does not know.
  func unknownCodes(_ city: OfficeState) -> [String] {
    let known = Set(city.districts.flatMap { [$0.code] + $0.formerCodes })
    let named = state.files.districts.subtracting(known)
    guard !named.isEmpty else { return [] }
    let own = Set(state.districts.flatMap { [$0.code] + $0.formerCodes })
    return named.intersection(own).sorted()
  }
}
