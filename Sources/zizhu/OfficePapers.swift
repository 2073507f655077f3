import CaseModel
import Casework
import Desk
import Journal
import Office
import Papers
import Wording

/// Papers between a city and its offices, with what only the journal has: the head that a bundle ends with, the office as
/// it stood then, and what the verdicts on a conflict would move.
struct OfficePapers {
  let office: OpenOffice
  let today: CivilDate

  /// A paper that the desk asks for.
  func printout(_ between: PrintedDocument.Between) throws(PrintRefusal) -> Printout {
    switch between {
    case .bundle(let number): try printout(.handover, [], year: today.year, bundle: number)
    case .close(let year): try printout(.yearClose, [], year: year, bundle: nil)
    case .conflict(let id): try printout(.conflict, [id], year: today.year, bundle: nil)
    }
  }

  /// - Parameters:
  ///   - ids: codes of offices, or conflicts.
  ///   - bundle: the number of a county's own bundle; the last one where none is named.
  func printout(
    _ paper: PrintedPaper, _ ids: [String], year: Int, bundle: Int?
  ) throws(PrintRefusal) -> Printout {
    switch paper {
    case .handover where !office.own.offices.isCity:
      guard office.own.offices.city != nil else { throw .noCity }
      guard let number = bundle ?? office.own.offices.bundles.last?.number else { throw .nothingBundled }
      guard let (state, head) = try? office.bundled(number) else { throw .unknownBundle(number) }
      return try state.printout(
        paper, between: [], year: year, today: today, .init(head: head.description))
    case .conflict:
      let sheets = ids.compactMap { (try? office.sheet(of: $0)) ?? nil }
      return try office.state.printout(
        paper, between: ids, year: year, today: today, .init(conflicts: sheets))
    // What a county closes towards its city is there of all its offices.
    case .yearClose where office.own.offices.isCity, .officesClose:
      return try office.state.printout(
        .officesClose, between: [], year: year, today: today,
        .init(closes: office.closeRows(of: year).map { CloseWording.Row($0) }))
    default:
      return try office.state.printout(
        paper, between: ids, year: year, today: today, .init(head: office.journal.head.description))
    }
  }
}
