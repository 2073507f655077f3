import CaseModel
public import Casework
import Cells
import Forms

/// A paper or report as text, to be read before it is printed.
struct PrintPreview: Overlay {
  let document: PrintedDocument
  private let lines: [String]
  private var top = 0
  private var reach = 0
  /// Columns that lie left of the pane, for a table wider than the screen.
  private var left = 0

  init(_ document: PrintedDocument, text: String, _ desk: Surroundings) {
    self.document = document
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      // From one sheet to the next the printer turns the page.
      line.first == "\u{0C}"
        ? ["", "- - - - - - 换页 - - - - - -", "", String(line.dropFirst())] : [String(line)]
    }
    renew(desk)
  }

  var heading: String { document.title }
  var canSave: Bool { true }
  var keyHints: [KeyHint] {
    [KeyHint("F8", "存成文件")]
      + (reach > 0 ? [KeyHint("Up/Down", "翻行", isMinor: true), KeyHint("PgDn", "翻页", isMinor: true)] : [])
      + (isWide ? [KeyHint("Left/Right", "左右看")] : [])
  }
  private var isWide: Bool { widest > columns }
  private var widest: Int { lines.map { Text.columns(of: $0) }.max() ?? 0 }
  private var columns = 0

  mutating func renew(_ desk: Surroundings) {
    columns = desk.columns
    reach = max(0, lines.count - desk.rows)
    top = min(top, reach)
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Pressed {
    switch key {
    case .up: top -= 1
    case .down, .enter: top += 1
    case .pageUp: top -= desk.rows - 1
    case .pageDown: top += desk.rows - 1
    case .home: top = 0
    case .end: top = reach
    case .left: left = max(0, left - 20)
    case .right: left = min(max(0, widest - columns), left + 20)
    default: break
    }
    top = max(0, min(top, reach))
    return .stays()
  }

  /// Saving opens the form that asks in which form and where.
  mutating func save(_ desk: Surroundings) -> Saving { .opens(PrintFile(document)) }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    for (row, line) in lines.dropFirst(top).prefix(pane.rows).enumerated() {
      pane.write(left > 0 ? Self.dropping(left, of: line) : line, row: row, width: pane.columns)
    }
  }

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

/// Asks in which form and under which name a document is to be kept.
struct PrintFile: Overlay {
  let document: PrintedDocument
  var fields: FieldSet

  init(_ document: PrintedDocument) {
    self.document = document
    let choices = document.formats.map { Field.Choice(id: $0.rawValue, label: $0.label) }
    fields = FieldSet([
      Field(id: "format", label: "格式", kind: .choice(choices), text: choices.first?.label ?? ""),
      Field(
        id: "name", label: "文件名", hint: "放在个人文件夹里；也可写完整的路径。已有的文件不会被覆盖。", kind: .text,
        text: document.fileName),
    ])
  }

  var heading: String { "存成文件" }
  var canSave: Bool { true }
  var isListOpen: Bool { fields.list != nil }
  var keyHints: [KeyHint] { fields.list != nil ? fields.keyHints : [KeyHint("F8", "保存")] + fields.keyHints }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Pressed {
    _ = fields.press(key, today: desk.today)
    return .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) { fields.type(text, today: desk.today) }

  mutating func save(_ desk: Surroundings) -> Saving {
    guard let format = fields.field("format")?.choice.flatMap({ PrintedDocument.Format(rawValue: $0.id) })
    else {
      fields.show("format")
      return .refused(Notice(.bad, "没有保存：请选择格式。"))
    }
    let name = fields.text("name")
    guard !TextFolding.isBlank(name) else {
      fields.show("name")
      return .refused(Notice(.bad, "没有保存：请填写文件名。"))
    }
    return .asks(.write(document, format, name: name))
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    if let list = fields.list { return list.draw(into: &pane) }
    pane.write(document.title, row: 0, column: 1, width: pane.columns - 2, style: .strong)
    pane.within(pane.area.splitTop(2).rest) { fields.draw(into: &$0, today: desk.today) }
  }
}

extension Model {
  /// F9: what can be printed of the filings that are meant, or of the year.
  mutating func openPrinting(_ state: OfficeState) {
    overlay = PrintMenu(offered.ids, isMarked: !marks.isEmpty, surroundings(state))
  }

  /// A document has been laid out as text.
  public mutating func printed(_ document: PrintedDocument, text: String, _ state: OfficeState) {
    overlay = PrintPreview(document, text: text, surroundings(state))
  }

  /// A document stands in a file.
  public mutating func written(to path: String) {
    overlay = nil
    message = Notice(.good, "已存成 \(path)。")
  }

  /// A document could not be laid out or written; what was typed stays.
  public mutating func notPrinted(_ sentence: String) { message = Notice(.bad, sentence) }
}
