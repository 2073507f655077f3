import CaseModel
import Casework
import Cells
import Interchange

/// What lies over a screen until it is done with: a step, a list of papers, a printout.
///
/// Each handles its own keys and draws itself; the desk keeps one, passes on what reaches it, and carries out what
/// it asks for.
protocol Overlay: Sendable {
  /// What the title line says; at most twelve columns.
  var heading: String { get }
  /// Its own keys; those of every overlay are added behind.
  var keyHints: [KeyHint] { get }
  /// Whether leaving would lose something that was typed.
  var isChanged: Bool { get }
  /// Whether a list of choices is open in it, which Esc closes first.
  var isListOpen: Bool { get }
  /// Whether the save key does something here.
  var canSave: Bool { get }
  /// What was typed, where that is to survive a crash.
  var unsaved: UnsavedForm? { get }
  /// The records that are worked on in it, by their numbers.
  var records: [String] { get }
  /// What help says of it, a line each.
  var help: [String] { get }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Pressed
  /// The mouse pressed on a row and column of it; whether Enter is to follow, since what stands there was chosen before.
  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool
  mutating func type(_ text: String, _ desk: Surroundings)
  /// A paste never saves and never leaves.
  mutating func paste(_ text: String, _ desk: Surroundings)
  /// The office has moved, by our own save or another's.
  mutating func renew(_ desk: Surroundings)
  /// What the save key comes to: an effect, another overlay that asks first, or why it can't be done.
  mutating func save(_ desk: Surroundings) -> Saving
  /// What is said once it is saved; the overlay closes.
  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice
  func draw(into pane: inout Grid, _ desk: Surroundings)
}

/// What a key of an overlay comes to.
enum Pressed {
  case stays(Notice? = nil)
  case opens(any Overlay)
  case asks(Effect)
  /// Goes to the filings behind a figure.
  case shows(FilingCriteria)
}

/// What the save key of an overlay comes to.
enum Saving {
  /// Nothing is saved yet: the ticks belong to the filing that is being typed below.
  case handsBack([PaperTick])
  /// What the columns of a pasted table are; its rows go into the list below.
  case fillsList(PastedTable)
  /// Why the list below is taken, which is then saved.
  case answersList(Filing.Override)
  case asks(Effect)
  case opens(any Overlay)
  case refused(Notice)
}

/// What an overlay needs to know of the desk it lies on.
struct Surroundings {
  var state: OfficeState
  var today: CivilDate
  /// The device's clock in UTC.
  var at: String
  var operatorName: String
  var year: Int
  /// Rows and columns between title and message.
  var rows: Int
  var columns: Int
  var outlets: PrintOutlets = []
  /// The folder that the last file went into; empty for the user's own.
  var printFolder = ""

  var moment: Moment { Moment(at: at, today: today) }
}

extension Overlay {
  var isChanged: Bool { false }
  var isListOpen: Bool { false }
  var canSave: Bool { false }
  var unsaved: UnsavedForm? { nil }
  var records: [String] { [] }
  var help: [String] { [] }
  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool { false }
  mutating func type(_ text: String, _ desk: Surroundings) {}
  mutating func paste(_ text: String, _ desk: Surroundings) { type(text, desk) }
  mutating func renew(_ desk: Surroundings) {}
  mutating func save(_ desk: Surroundings) -> Saving { .refused(Notice(.warning, "这里没有要保存的内容。")) }
  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice { Notice(.good, "已保存。") }
}
