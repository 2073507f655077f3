import CaseModel
import SubsidyRules

/// What the city's words make of filings before they are settled: which are void, which approvals have no power, which are
/// copies, and which keep their place.
extension JointOffice {
  /// Filings that a county took back behind the city's verdict, and the city has ruled that they are.
  func voidedFilings(_ rulings: [Ruling]) -> Set<OfficeFiling> {
    Set(
      rulings.filter { $0.verdict == .void }.flatMap(\.parties)
        .map { OfficeFiling(writer: $0.writer, id: $0.id) }
        .filter { filing in
          guard let part = parts.first(where: { $0.writer == filing.writer }) else { return false }
          let id = OfficeConflict.moved(OfficeRecord(writer: filing.writer, id: filing.id), in: part).id
          return rulings.last { $0.conflict == id }?.verdict == .void
        })
  }

  /// Filings that an office has approved itself since it joined, and the city has ruled that this is nothing.
  func powerlessApprovals(_ rulings: [Ruling]) -> Set<OfficeFiling> {
    let last = Dictionary(rulings.map { ($0.conflict, $0.verdict) }, uniquingKeysWith: { $1 })
    return Set(
      parts.dropFirst().flatMap { part in
        part.state.offices.ownApprovals.filter { id in
          OfficeConflict.withoutRight(id, in: part).map { last[$0.id] == .void } ?? false
        }.map { OfficeFiling(writer: part.writer, id: $0) }
      })
  }

  /// What the city took over of an office's filings before that office joined, by the city's ids, with the office's own:
  /// of one number, item and person. Such a copy takes neither room nor key before the city has ruled that it is a filing of
  /// its own. Source: offices.md, Conflicts, 11.
  func copiesInCity() -> [String: OfficeFiling] {
    var copies: [String: OfficeFiling] = [:]
    let city = parts[0].state
    for part in parts.indices.dropFirst() {
      let office = parts[part].state
      for number in city.files.indices {
        guard let own = office.file(city.files.id(of: number)) else { continue }
        let copy = city.files[number]
        guard copy.isTakenOver, own.filing.item == copy.filing.item,
          isSamePerson(copy.filing.applicant, 0, own.filing.applicant, part)
        else { continue }
        copies[copy.filing.id] = OfficeFiling(writer: parts[part].writer, id: own.filing.id)
      }
    }
    return copies
  }

  private func isSamePerson(_ id: String, _ part: Int, _ other: String, _ otherPart: Int) -> Bool {
    if persons.id(of: id, in: part, parts) == persons.id(of: other, in: otherPart, parts) { return true }
    let units = [parts[part].state.applicant(id), parts[otherPart].state.applicant(other)]
      .compactMap { $0.flatMap(Units.key) }
    return units.count == 2 && units[0] == units[1]
  }

  /// Copies that the city has ruled to be filings of their own.
  var distinctCopies: Set<OfficeFiling> {
    let last = Dictionary(
      parts[0].state.offices.rulings.filter { $0.conflict.hasPrefix("K11-") }.map { ($0.conflict, $0) },
      uniquingKeysWith: { $1 })
    return Set(
      last.values.filter { $0.verdict == .distinct }.flatMap(\.parties)
        .map { OfficeFiling(writer: $0.writer, id: $0.id) })
  }

  /// Of several words on a conflict the last one holds; a filing keeps its place when another party joins.
  func keptFilings(_ rulings: [Ruling]) -> Set<String> {
    let last = Dictionary(rulings.map { ($0.conflict, $0.verdict) }, uniquingKeysWith: { $1 })
    let kept = Set(
      last.values.compactMap { verdict in
        if case .keep(let filing) = verdict { filing } else { OfficeFiling?.none }
      })
    guard !kept.isEmpty else { return [] }
    return Set(
      kept.compactMap { filing in
        if filing.writer == parts[0].writer || state.origin(of: filing.id)?.filing == filing {
          return filing.id
        }
        return noted.renamed.first { $0.value == filing }?.key
      })
  }
}
