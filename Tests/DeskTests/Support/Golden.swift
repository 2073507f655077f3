import Cells
import FoundationEssentials
import Testing

@testable import Desk

/// Screens as text that somebody has looked at, in `Goldens`, and what holds on each of them.
enum Golden {
  struct Size: CustomTestStringConvertible, Sendable {
    let columns: Int
    let rows: Int
    var testDescription: String { "\(columns)x\(rows)" }
  }

  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 110, rows: 30), Size(columns: 60, rows: 16),
    Size(columns: 160, rows: 45),
  ]

  /// Compares a screen with the text under that name.
  ///
  /// With ZIZHU_RECORD set in the environment the text is written, for somebody to look at in the difference.
  static func check(
    _ session: DeskSession, _ name: String, _ size: Size, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let screen = session.screen + "\n"
    checkPromises(session, screen, sourceLocation)
    let file = DemoOffice.tests.appending(path: "Goldens/\(name).\(size.testDescription).txt")
    if ProcessInfo.processInfo.environment["ZIZHU_RECORD"] != nil {
      try Data(screen.utf8).write(to: file)
      return
    }
    let known = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard known != screen else { return }
    let pairs = zip(
      known.split(separator: "\n", omittingEmptySubsequences: false),
      screen.split(separator: "\n", omittingEmptySubsequences: false))
    let differing = pairs.enumerated().filter { $0.element.0 != $0.element.1 }
      .map { "\($0.offset): \($0.element.0)\n now: \($0.element.1)" }
    Issue.record(
      "\(file.lastPathComponent) differs:\n\(differing.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }

  /// What holds on every screen: each row as wide as the terminal, no key left off the bar.
  private static func checkPromises(
    _ session: DeskSession, _ screen: String, _ location: SourceLocation
  ) {
    let grid = session.grid
    for row in 0..<grid.screenRows {
      let text = grid.plainText(ofScreenRow: row)
      #expect(Text.columns(of: text) == grid.screenColumns, "row \(row)", sourceLocation: location)
    }
    let bar = screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().last ?? ""
    // On a narrow screen the minor ones may be left out; help tells them.
    for hint in session.model.keyHints(session.state) where !hint.isMinor || grid.screenColumns >= 160 {
      let isThere = bar.contains(hint.key) && bar.contains(hint.label)
      #expect(isThere, "\(hint.key) \(hint.label) is missing on the bar", sourceLocation: location)
    }
  }
}
