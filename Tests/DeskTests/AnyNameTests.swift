import CaseModel
import Casework
import Cells
import FoundationEssentials
import Testing

@testable import Desk

/// Whatever anybody is called, every row but the last is as wide as the screen and no cell is half a character.
@Suite struct AnyNameTests {
  private static let sizes = [(16, 60), (24, 80), (30, 110), (45, 160)]

  /// The screens and what lies over them, with what of the demo they are about.
  private static let scripts =
    Scene.all.filter { !$0.isEmptyOffice }.map(\.script) + [
      "2<F7>A036<Enter><F4>", "3<F7>A00<Enter><Down>", "[[4<End>",
    ]

  private func check(_ session: DeskSession, _ what: String) {
    let grid = session.grid
    // An expectation for each cell would take longer than drawing it.
    let broken = (0..<grid.screenRows).filter { !Self.isWhole($0, of: grid) }
    #expect(broken.isEmpty, "\(what): half a character, or not as wide as the screen, in rows \(broken)")
  }

  /// Whether a row is as wide as the screen and has no half of a character.
  private static func isWhole(_ row: Int, of grid: Grid) -> Bool {
    guard Text.columns(of: grid.plainText(ofScreenRow: row)) == grid.screenColumns else { return false }
    var isSecondHalf = false
    for cell in grid.cells(inScreenRow: row) {
      let isContinuation = if case .continuation = cell.content { true } else { false }
      guard isContinuation == isSecondHalf else { return false }
      isSecondHalf = if case .wide = cell.content { true } else { false }
    }
    return !isSecondHalf
  }

  private static let longNamed = try? DemoOffice.renamed { name in
    String((name + "粤北山区特色农产品精深加工与知识产权转化运用示范推广中心联合体有限责任公司").prefix(40))
  }

  /// Names of forty characters; a figure is never cut, and no key is missing on the bar.
  @Test(arguments: sizes) func namesOfFortyCharacters(_ rows: Int, _ columns: Int) throws {
    let office = try #require(Self.longNamed)
    #expect(office.people.applicants.allSatisfy { $0.name.count == 40 })
    let start = try DeskSession(office, rows: rows, columns: columns)
    for script in Self.scripts {
      var session = start
      try session.press(script)
      check(session, script)
      for line in session.screen.split(separator: "\n").dropFirst().dropLast(2) {
        #expect(
          line.firstMatch(of: /[0-9],[0-9]{0,3}~|\.[0-9]?~/) == nil, "\(script): a figure is cut: \(line)")
      }
      let bar = session.keyBar
      for hint in session.model.keyHints(session.state) where !hint.isMinor {
        #expect(bar.contains(hint.key), "\(script): \(hint.key) is missing on the bar")
      }
    }
  }

  /// Chinese, rare characters, those that no library measures, zero width, and what has no fixed width.
  private static let pieces = [
    "清", "远", "龘", "\u{2CB4E}", "\u{36C3}", "\u{31350}", "\u{20000}", "\u{200B}", "\u{FEFF}", "e\u{301}",
    "\u{200D}",
    "“", "”", "…", "①", "─", "●", "Ａ", "（", "·", "ｶﾞ", "가", "\u{1112}\u{1161}", "👨‍👩‍👧", "🇨🇳", "\u{FE0F}", "x", " ",
    "\t", "\u{7}",
    "\u{202E}",
  ]

  /// How many names beside those of a known seed: ZIZHU_SEEDS=20 for more.
  private static let seeds =
    [11]
    + (0..<(ProcessInfo.processInfo.environment["ZIZHU_SEEDS"].flatMap { Int($0) } ?? 1))
    .map { _ in UInt64.random(in: 0 ... .max) }

  @Test("Random names", arguments: seeds)
  func randomNames(_ seed: UInt64) throws {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let office = try DemoOffice.renamed { _ in
      (0..<1 + next(40)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
    }
    for (rows, columns) in Self.sizes {
      let start = try DeskSession(office, rows: rows, columns: columns)
      // What is found by name is not found now; the screens are drawn all the same.
      for script in [
        "", "2", "3", "4", "[4<Down>", "5", "7", "<F5>", "<F4>", "2<F4>", "<Enter>", "<F2>dlsq<Tab>A002<Tab>",
      ] {
        var session = start
        try session.press(script)
        check(session, "seed \(seed), \(script)")
      }
      // Typed into fields too, the caret anywhere in it.
      for form in ["<F3>", "<F2>dlsq<Tab>", "<F7>", "<C-p>", "<F2>dlsq<Tab>A002<Tab><Tab>"] {
        var session = start
        try session.press(form)
        for _ in 0..<12 {
          session.take(.text(Self.pieces[next(Self.pieces.count)]))
          if next(4) == 0 { session.take(.key(.left)) }
          check(session, "seed \(seed), typing after \(form)")
          if let caret = session.grid.caret { #expect(caret.column < columns && caret.row < rows) }
        }
      }
    }
  }
}
