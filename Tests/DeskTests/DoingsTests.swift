import CaseModel
import Casework
import Cells
import FoundationEssentials
import Seeded
import Testing

@testable import Desk

/// Two desks on one office, doing whatever comes: a key that acts on a filing acts on the one that the screen drawn
/// last highlights, or says that it acts on none.
@Suite struct DoingsTests {
  /// How many doings, and from which seed: ten thousand with ZIZHU_DOINGS=10000.
  static let count = number("ZIZHU_DOINGS") ?? 400
  static let seed = UInt64(number("ZIZHU_SEED") ?? 20_200_327)

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// Keys that move, sort, narrow, widen and resize, and some that open and close what they opened.
  private static let moves = [
    "<Down>", "<Down>", "<Down>", "<Up>", "<PageDown>", "<PageUp>", "<Home>", "<End>", "<Left>", "<Right>",
    "[", "]",
    "0", "1", "1", "3", "+", "4", "2", " ", "<Esc>", "<F7>灭零<Enter>", "<F7>sl<Esc>", "<C-a>",
    "<Resize 24 80>",
    "<Resize 16 60>", "<Resize 30 110>", "<Resize 45 160>", "<F5><F10>", "<F2><F10>", "<C-p><Esc>",
  ]
  /// Keys that act on one filing.
  private static let acts = ["<F4>", "<F5>", "<F6>", "<F9>", "<Enter>", " "]

  @Test func whatAKeyActsOnIsWhatTheScreenHighlights() throws {
    var random = SeededNumbers(seed: Self.seed)
    var desks = [try DeskSession.demo(), try DeskSession.demo("3", rows: 30, columns: 110)]
    for _ in 0..<Self.count {
      let own = Int.random(in: 0..<2, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5: try desks[own].press(Self.moves.randomElement(using: &random) ?? "")
      case 5: try save(&desks, own, &random)
      default: try act(Self.acts.randomElement(using: &random) ?? "", &desks[own])
      }
      // Whatever the act opened is closed; marks and searches stay.
      for _ in 0..<3 where desks[own].model.overlay != nil || desks[own].model.filing != nil {
        try desks[own].press("<Esc>")
        if desks[own].model.question != nil { try desks[own].press("<Enter>") }
      }
      if desks[own].model.question != nil { try desks[own].press("<Esc>") }
    }
  }

  /// One desk saves something; the other hears of it, and may not have drawn it when its next key comes.
  private func save(_ desks: inout [DeskSession], _ own: Int, _ random: inout SeededNumbers) throws {
    var desk = desks[own]
    guard desk.model.selection.marks.isEmpty else { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let count = desk.state.files.count
      try desk.press(
        "<F2>syxx<Tab>A017<Tab><Tab>2019\(Int.random(in: 20_000_000...29_999_999, using: &random))<Tab>20200110<F8>"
      )
      // On the fund F2 enters a budget, and a number may have been claimed before.
      if desk.state.files.count > count {
        let new = desk.state.files.id(of: count)
        #expect(ChosenRecordTests.highlighted(desk) == new, "\(desk.screen)")
      }
      try desk.press("<Esc><Enter>")
    case 1: try desk.press("<F5><F8><Esc>")
    default: try desk.press("3[<End><F6>5<Enter>申请人要求撤回<F8><Esc>")
    }
    if desk.model.question != nil { try desk.press("<Esc>") }
    desks[own] = desk
    let other = 1 - own
    desks[other].state = desk.state
    desks[other].model.stateChanged(desk.state)
    // Half of the time the other desk's screen has not been drawn again before its next key.
    if Bool.random(using: &random) { desks[other].look() }
  }

  private func act(_ key: String, _ desk: inout DeskSession) throws {
    guard desk.model.screen == .worklist || desk.model.screen == .filings, !desk.model.search.isTyping else {
      return
    }
    let seen = ChosenRecordTests.highlighted(desk, in: desk.lastDrawn)
    let marks = desk.model.selection.marks
    try desk.press(key)
    let acted: [String]
    if key == " " {
      acted = Array(marks.symmetricDifference(desk.model.selection.marks))
    } else {
      acted = Self.meant(desk)
      // With marks a step is for those.
      if !marks.isEmpty, key != "<F4>", key != "<Enter>" { return }
    }
    guard let filing = acted.first else { return }
    #expect(
      acted.count == 1 && filing == seen, "\(key) acted on \(acted), but \(seen ?? "nothing") was highlighted"
    )
  }

  /// The filings that what lies on top is for.
  private static func meant(_ desk: DeskSession) -> [String] {
    switch desk.model.overlay {
    case let form as StepForm: form.rows.map(\.filing)
    case let menu as StepMenu: menu.entries.first?.ids ?? []
    case let page as FilingPage: [page.filing]
    // The papers and the menu of papers name the filing on the screen alone.
    case .some: desk.screen.matches(of: /[0-9A-Z]+-\d{4}-\d{6}/).prefix(1).map { String($0.output) }
    case nil: [desk.model.filing?.amended?.filing.id].compactMap(\.self)
    }
  }
}
