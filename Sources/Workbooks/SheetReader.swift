/// Reads the cells of one sheet as they come.
final class SheetReader {
  private var sheet: Worksheet
  private let shared: [String]
  private let styles: [NumberStyle]
  private let number: CellNumber
  private(set) var overrun: WorkbookError.Limit?

  private var row = 0
  private var isHidden = false
  private var cells: [String] = []
  /// How many cells the rows before have, with the empty ones.
  private var cellCount = 0
  private var column = 0
  private var kind = Kind.number
  private var style = NumberStyle.plain
  private var value: [UInt8] = []
  private var isTaking = false
  /// Inside the readings that stand over Chinese and Japanese characters, which are no part of the text.
  private var isPhonetic = false

  private enum Kind { case number, shared, text, flag }

  init(_ name: String, shared: [String], styles: [NumberStyle], number: CellNumber) {
    sheet = Worksheet(name: name)
    self.shared = shared
    self.styles = styles
    self.number = number
  }

  func read(_ archive: Archive, _ part: Archive.Part) throws(WorkbookError) -> Worksheet {
    var stop: () -> Void = {}
    let walk = XMLWalk(
      part.name,
      begin: { [self] name, attributes in
        begin(name, attributes)
        if overrun != nil { stop() }
      },
      end: { [self] name in
        end(name)
        if overrun != nil { stop() }
      },
      text: { [self] in if isTaking, !isPhonetic { value.append(contentsOf: $0) } })
    stop = { [unowned walk] in walk.isStopped = true }
    try walk.walk(archive, part)
    if let overrun { throw .tooLarge(overrun) }
    return sheet
  }

  private func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if XMLWalk.is(name, "c") {
      column = attributes.pointer("r").flatMap { CellReference($0) }?.column ?? column
      style = attributes.number("s").flatMap { styles.indices.contains($0) ? styles[$0] : nil } ?? .plain
      value.removeAll(keepingCapacity: true)
      kind =
        attributes.pointer("t").map { type in
          if XMLWalk.is(type, "s") { return .shared }
          if XMLWalk.is(type, "b") { return .flag }
          return XMLWalk.is(type, "n") ? .number : .text
        } ?? .number
      if column >= WorkbookLimits.columns { overrun = .columns }
    } else if XMLWalk.is(name, "v") || XMLWalk.is(name, "t") {
      isTaking = true
    } else if XMLWalk.is(name, "rPh") {
      isPhonetic = true
    } else if XMLWalk.is(name, "row") {
      row = attributes.number("r") ?? row + 1
      isHidden = attributes.flag("hidden")
      (cells, column) = ([], 0)
      if row > WorkbookLimits.rows || sheet.rows.count >= WorkbookLimits.rows { overrun = .rows }
    } else if XMLWalk.is(name, "mergeCell"), let text = attributes["ref"] {
      let ends = text.split(separator: ":").compactMap { CellReference($0) }
      if ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column {
        sheet.merges.append(
          .init(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column))
      }
    }
  }

  private func end(_ name: UnsafePointer<CChar>) {
    if XMLWalk.is(name, "v") || XMLWalk.is(name, "t") {
      isTaking = false
    } else if XMLWalk.is(name, "rPh") {
      isPhonetic = false
    } else if XMLWalk.is(name, "c") {
      put()
      column += 1
    } else if XMLWalk.is(name, "row"), !cells.isEmpty {
      cellCount += cells.count
      if cellCount > WorkbookLimits.cells { overrun = .cells }
      sheet.rows.append(.init(number: row, isHidden: isHidden, cells: cells))
    }
  }

  private func put() {
    guard !value.isEmpty, overrun == nil else { return }
    let raw = String(decoding: value, as: UTF8.self)
    let text =
      switch kind {
      case .shared: Int(raw).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
      case .flag: raw == "1" ? "是" : "否"
      case .text: EscapedText.plain(raw)
      case .number: number.text(raw, style)
      }
    guard !text.isEmpty else { return }
    while cells.count < column { cells.append("") }
    if cells.count == column { cells.append(text) } else { cells[column] = text }
  }
}
