import CaseModel
import Casework

/// The filing that the cursor stands on, with what it is held against, read anew only where another stands there or the
/// office has moved.
struct ChosenFiling: Sendable {
  private var version = 0
  private(set) var number: Int?
  private(set) var file: FiledFiling?
  /// What speaks against it beside itself: who gets nothing for a time at once, what a look through all filings tells
  /// when the cursor rests.
  private(set) var background = FilingBackground()
  private var isLookedBehind = false
  /// The list of bans of the version.
  private var bans: [RegisterEntry]?

  /// Reads the filing of a number, where it is another or the office has moved.
  mutating func renew(_ new: Int?, _ state: OfficeState) {
    guard new != number || state.version != version else { return }
    if state.version != version { bans = nil }
    number = new
    version = state.version
    file = new.map { state.files[$0] }
    (background, isLookedBehind) = (FilingBackground(), false)
    guard let file, file.standing.isUnpaid else { return }
    let list = bans ?? state.banList()
    bans = list
    background = state.bansOn(file.filing.applicant, list)
  }

  /// Looks through all filings and records for what they say of it, once for as long as it stays.
  mutating func lookBehind(_ state: OfficeState) {
    guard !isLookedBehind, let file, state.version == version, file.standing.isUnpaid else { return }
    isLookedBehind = true
    background = state.background(of: file.filing)
  }

  /// The filing of a number, read where it is not the one under the cursor.
  func file(_ number: Int, _ state: OfficeState) -> FiledFiling {
    guard number == self.number, state.version == version, let file else { return state.files[number] }
    return file
  }
}
