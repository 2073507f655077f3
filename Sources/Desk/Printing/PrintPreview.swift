import Cells
import Papers

/// A paper or report as text, to be read before it is printed.
struct PrintPreview: Layer {
  let document: PrintedDocument
  private let lines: [String]
  /// How many lines in front are to be looked at and are on no paper.
  private let remarks: Int
  /// Columns of the widest line, and of the pane.
  private let widest: Int
  private var columns = 0
  /// Columns that lie left of the pane, for a table wider than the screen.
  private var left = 0
  private var pane = LinesPane()

  init(_ document: PrintedDocument, text: String, _ desk: Surroundings) {
    self.document = document
    var remarks: [String] = []
    if case .paper(let printout) = document.content {
      remarks = printout.remarks.flatMap {
        DecisionLines.wrapped("请核对：" + $0, desk.columns, .warning).map(\.text)
      }
    }
    if !remarks.isEmpty { remarks += ["（以上各行不印在文书上）", ""] }
    self.remarks = remarks.count
    let printed = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      // From one sheet to the next the printer turns the page.
      line.first == "\u{0C}"
        ? ["", "- - - - - - 换页 - - - - - -", "", String(line.dropFirst())] : [String(line)]
    }
    lines = remarks + printed
    widest = lines.map { Text.columns(of: $0) }.max() ?? 0
    renew(desk)
  }

  var heading: String { document.title }
  var canSave: Bool { true }
  var keyHints: [KeyHint] {
    var hints = [KeyHint(.f(8), "存成文件")]
    if pane.reach > 0 {
      hints += [KeyHint(.upDown, "翻行", isMinor: true), KeyHint(.pageDown, "翻页", isMinor: true)]
    }
    return hints + (widest > columns ? [KeyHint(.leftRight, "左右看")] : [])
  }

  mutating func renew(_ desk: Surroundings) {
    columns = desk.columns
    left = max(0, min(left, widest - columns))
    pane.show(
      lines.enumerated().map { number, line in
        .init(text: Self.dropping(left, of: line), style: number < remarks ? .warning : .normal)
      }, rows: desk.rows)
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    switch key {
    case .left: left -= 20
    case .right: left += 20
    default:
      return pane.press(key, byLine: true) ? .stays() : .passes
    }
    renew(desk)
    return .stays()
  }

  /// Saving opens the form that asks in which form and where.
  mutating func save(_ desk: Surroundings) -> Answer { .opens(PrintFile(document, desk)) }

  func draw(into grid: inout Grid, _ desk: Surroundings) { pane.draw(into: &grid) }

  /// The text from a column on; half a character is a blank.
  private static func dropping(_ columns: Int, of line: String) -> String {
    var rest = Substring(line)
    var dropped = 0
    while dropped < columns, let first = rest.first {
      dropped += Text.columns(of: String(first))
      rest.removeFirst()
    }
    return String(repeating: " ", count: max(0, dropped - columns)) + rest
  }
}
