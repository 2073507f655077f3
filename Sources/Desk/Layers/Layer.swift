import CaseModel
import Casework
import Cells
import Interchange
import Wording

/// What lies over a screen until it is done with: a form, a page to read, a question, the palette.
///
/// Each handles its own keys and draws itself. The desk keeps them as a stack, passes on to the uppermost what reaches it, and
/// carries out what it answers.
protocol Layer: Sendable {
  /// What the title line says; at most twelve columns.
  var heading: String { get }
  /// Its own keys.
  var keyHints: [KeyHint] { get }
  /// The keys that work on it, the ones used most first: its own, and those that work on every layer.
  func hints(_ desk: Surroundings) -> [KeyHint]
  /// What can be done on it by the palette.
  var commands: [Palette.Command] { get }
  /// Whether leaving would lose something that was typed.
  var isChanged: Bool { get }
  /// Whether a list of choices is open in it, which Esc closes first.
  var isListOpen: Bool { get }
  /// Whether no key means anything beside what it means here.
  var hasAllKeys: Bool { get }
  /// Whether the save key does something here.
  var canSave: Bool { get }
  /// Whether what is opened comes to lie below it, as below a question.
  var staysOnTop: Bool { get }
  /// Whether what is opened lies over it, and does not take its place.
  var staysBelow: Bool { get }
  /// What the wheel of the mouse does.
  var wheel: Wheel { get }
  /// What may be typed where the cursor stands.
  var typing: Typing { get }
  /// The records that are worked on in it, by their numbers.
  var records: [String] { get }
  /// What help says of the field that has the cursor, its name first, and of all of it, a line each.
  var fieldHelp: [String] { get }
  var help: [String] { get }

  /// Puts what was typed into what is to survive a crash.
  func keep(in work: inout UnsavedWork)
  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer
  /// The mouse pressed on a row and column of it; whether Enter is to follow, since what stands there was chosen before.
  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool
  /// The same, of what has more to say to it.
  mutating func click(row: Int, column: Int, _ desk: Surroundings) -> Answer
  mutating func type(_ text: String, _ desk: Surroundings) -> Answer
  /// A paste never saves and never leaves.
  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer
  /// The office has moved, by our own save or another's.
  mutating func renew(_ desk: Surroundings)
  /// What the save key comes to: an effect, another layer that asks first, or why it can't be done.
  mutating func save(_ desk: Surroundings) -> Answer
  /// The same of what is saved in more than one way, `saveAndNext` among them.
  ///
  /// - Parameter isConfirmed: Whether somebody has said that it is to be saved as it stands.
  mutating func save(_ way: Request, isConfirmed: Bool, _ desk: Surroundings) -> Answer
  /// What would be saved now, in a few words; nil where there is nothing.
  func saved(by way: Request, _ desk: Surroundings) -> String?
  /// What is said once it is saved; the layer closes.
  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice
  /// What follows once it is saved, where that is more.
  func afterSave(_ changes: [Change], _ desk: Surroundings) -> Answer
  func draw(into pane: inout Grid, _ desk: Surroundings)
}

/// What a layer answers to a key, to the save key, or to its save having come back.
enum Answer {
  case stays(Notice? = nil)
  /// A key that means nothing here.
  case passes
  case closes
  case opens(any Layer)
  case asks(Effect)
  /// Goes to the filings behind a figure.
  case shows(FilingCriteria)
  case enters
  /// Works on the desk itself.
  case works((inout Model, OfficeState) -> [Effect])

  /// Works on the desk, and wants nothing done outside of it.
  static func changes(_ work: @escaping (inout Model) -> Void) -> Answer {
    .works { model, _ in
      work(&model)
      return []
    }
  }

  /// Stays, and says why nothing was done.
  static func warns(_ text: String) -> Answer { .stays(Notice(.warning, text)) }
  static func fails(_ text: String) -> Answer { .stays(Notice(.bad, text)) }
}

/// What the wheel moves by.
enum Wheel { case nothing, lines, pages }

/// What a layer needs to know of the desk it lies on.
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
  /// What the office has said of columns of its tables.
  var columnsKept = OldLedgerMapping()
  /// The filing saved last on this desk.
  var lastFiling: Filing?

  var moment: Moment { Moment(at: at, today: today) }

  /// Why the office would not take a command; nil where it would.
  func refusal(of command: Command) -> String? {
    switch state.changes(for: command, by: operatorName, at: moment) {
    case .success: nil
    case .failure(let refusal): StoreWording.sentence(refusal, in: state)
    }
  }

  /// Saves what the office would take, or says why it would not.
  func saving(_ command: Command, orSay what: String) -> Answer {
    refusal(of: command).map { .fails(what + $0) } ?? .asks(.save(command))
  }
}

extension Layer {
  var keyHints: [KeyHint] { [] }
  var isChanged: Bool { false }
  var isListOpen: Bool { false }
  var hasAllKeys: Bool { isListOpen }
  var canSave: Bool { false }
  var staysOnTop: Bool { false }
  var staysBelow: Bool { false }
  var wheel: Wheel { .pages }
  var typing: Typing { .mixed }
  var records: [String] { [] }
  var fieldHelp: [String] { [] }
  var help: [String] { [] }
  var commands: [Palette.Command] { canSave ? [.init("保存、办理", .f(8)), .back] : [.back] }

  func hints(_ desk: Surroundings) -> [KeyHint] {
    hasAllKeys ? keyHints : keyHints + [KeyHint(.f(10), "返回"), KeyHint(.f(1), "帮助")]
  }

  /// How one comes from it to what is done elsewhere.
  var leaving: String { canSave ? "请先保存，或按 F10 返回，再" : "请先按 F10 返回，再" }

  func keep(in work: inout UnsavedWork) {}
  mutating func point(row: Int, column: Int, _ desk: Surroundings) -> Bool { false }
  mutating func click(row: Int, column: Int, _ desk: Surroundings) -> Answer {
    point(row: row, column: column, desk) ? .enters : .stays()
  }
  mutating func type(_ text: String, _ desk: Surroundings) -> Answer { .stays() }
  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer { type(text, desk) }
  mutating func renew(_ desk: Surroundings) {}
  mutating func save(_ desk: Surroundings) -> Answer { .warns("这里没有要保存的内容。") }
  mutating func save(_ way: Request, isConfirmed: Bool, _ desk: Surroundings) -> Answer { save(desk) }

  func saved(by way: Request, _ desk: Surroundings) -> String? {
    var tried = self
    // What it would refuse anyway needs no question.
    guard canSave, case .asks = tried.save(desk) else { return nil }
    return "\(heading)：\(keyHints.first { $0.name == .f(8) }?.label ?? "保存")"
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice { Notice(.good, "已保存。") }

  func afterSave(_ changes: [Change], _ desk: Surroundings) -> Answer {
    let notice = saved(changes, desk)
    return .changes { model in
      model.close()
      model.selection.marks = []
      model.message = notice
    }
  }

  /// Takes of a text what may stand in the field that is typed into, and says of the rest why it may not.
  mutating func type(_ text: String, into field: Field?, _ insert: (inout Self, String) -> Void) -> Answer {
    guard let field, let refusal = field.refusal(of: text) else {
      insert(&self, text)
      return .stays()
    }
    let fitting = field.fitting(text)
    if !fitting.isEmpty { insert(&self, fitting) }
    return .warns(refusal)
  }
}
