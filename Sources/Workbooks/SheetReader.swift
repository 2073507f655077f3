/// Reads the cells of one sheet as they come.
final class SheetReader {
  private var sheet: Worksheet
  private let shared: [String]
  private let styles: [NumberStyle]
  private let number: CellNumber
  private(set) var overrun: WorkbookError.Limit?

  private var row = Worksheet.Row(number: 0, isHidden: false, cells: [])
  private var cell = OpenCell()
  /// How many cells the rows before have, with the empty ones.
  private var cellCount = 0

  /// The cell that is being read.
  private struct OpenCell {
    enum Kind { case number, shared, text, flag }

    var column = 0
    var kind = Kind.number
    var style = NumberStyle.plain
    var value: [UInt8] = []
    var isTaking = false
    /// Inside the readings that stand over Chinese and Japanese characters, which are no part of the text.
    var isPhonetic = false
  }

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
      text: { [self] in if cell.isTaking, !cell.isPhonetic { cell.value.append(contentsOf: $0) } })
    stop = { [unowned walk] in walk.isStopped = true }
    try walk.walk(archive, part)
    if let overrun { throw .tooLarge(overrun) }
    return sheet
  }

  private func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if XMLWalk.is(name, "c") {
      cell.column = attributes.pointer("r").flatMap { CellReference($0) }?.column ?? cell.column
      cell.style = attributes.number("s").flatMap { styles.indices.contains($0) ? styles[$0] : nil } ?? .plain
      cell.value.removeAll(keepingCapacity: true)
      cell.kind =
        attributes.pointer("t").map { type in
          if XMLWalk.is(type, "s") { return .shared }
          if XMLWalk.is(type, "b") { return .flag }
          return XMLWalk.is(type, "n") ? .number : .text
        } ?? .number
      if cell.column >= WorkbookLimits.columns { overrun = .columns }
    } else if XMLWalk.is(name, "v") || XMLWalk.is(name, "t") {
      cell.isTaking = true
    } else if XMLWalk.is(name, "rPh") {
      cell.isPhonetic = true
    } else if XMLWalk.is(name, "row") {
      row = .init(
        number: attributes.number("r") ?? row.number + 1, isHidden: attributes.flag("hidden"), cells: [])
      cell.column = 0
      if row.number > WorkbookLimits.rows || sheet.rows.count >= WorkbookLimits.rows { overrun = .rows }
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
      cell.isTaking = false
    } else if XMLWalk.is(name, "rPh") {
      cell.isPhonetic = false
    } else if XMLWalk.is(name, "c") {
      put()
      cell.column += 1
    } else if XMLWalk.is(name, "row"), !row.cells.isEmpty {
      cellCount += row.cells.count
      if cellCount > WorkbookLimits.cells { overrun = .cells }
      sheet.rows.append(row)
    }
  }

  private func put() {
    guard !cell.value.isEmpty, overrun == nil else { return }
    let raw = String(decoding: cell.value, as: UTF8.self)
    let text =
      switch cell.kind {
      case .shared: Int(raw).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
      case .flag: raw == "1" ? "是" : "否"
      case .text: EscapedText.plain(raw)
      case .number: number.text(raw, cell.style)
      }
    guard !text.isEmpty else { return }
    while row.cells.count < cell.column { row.cells.append("") }
    if row.cells.count == cell.column { row.cells.append(text) } else { row.cells[cell.column] = text }
  }
}
