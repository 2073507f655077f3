import CaseModel
import Casework
import Cells

/// The parts of screens that stay as they are while a bar moves: they are not drawn anew with each key.
///
/// A screen takes from the one before each part that is drawn from the same `PartSource`, which therefore
/// names everything that the part shows.
enum Part: Int {
  case worklistHead, worklistRow, briefCaps
  case applicantsHead, applicantRow
  case filingRow
  case capsHead, capRow
}

extension Model {
  /// What a part is drawn from; whatever comes of the office, the year and the day is in it always.
  ///
  /// - Parameters:
  ///   - subject: The number of what a row shows.
  ///   - isChosen: Whether the bar stands on it.
  ///   - isMarked: Whether it is marked.
  ///   - order: By what its list is sorted, since that column always stands there.
  func source(
    of part: Part, subject: Int = 0, isChosen: Bool = false, isMarked: Bool = false, order: Int = 0,
    _ state: OfficeState
  ) -> PartSource {
    PartSource(
      kind: part.rawValue, version: state.version, year: year, day: device.today.dayNumber, subject: subject,
      looks: (isChosen ? 1 : 0) | (isMarked ? 2 : 0) | order << 2)
  }
}
