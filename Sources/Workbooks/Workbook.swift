/// A workbook as Excel and WPS write it (`.xlsx`, `.xlsm`; ECMA-376): which sheets it has, and their cells as shown.
///
/// Formulas give the value that was kept with them; macros are not looked at.
public struct Workbook {
  /// The names of the sheets that hold cells, in their order; hidden ones are left out.
  public private(set) var sheets: [String] = []

  private let archive: Archive
  private var parts: [String: Archive.Part] = [:]
  private var number = CellNumber()
  private var styles: [NumberStyle] = []
  private var shared: [String] = []

  /// Whether bytes begin like an archive, as workbooks and OpenDocument files do.
  public static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Reads what all sheets have in common; the cells are read when a sheet is asked for.
  public init(_ bytes: [UInt8]) throws(WorkbookError) {
    archive = try Archive(bytes)
    guard let book = try Self.book(archive) else {
      throw archive.part("content.xml") != nil ? .openDocument : .noWorkbook
    }
    let folder = book.name.split(separator: "/").dropLast().joined(separator: "/")
    let file = book.name.split(separator: "/").last ?? ""
    let relations = try Self.relations(archive, "\(folder)/_rels/\(file).rels", in: folder)
    try readSheets(book, relations)
    if let part = archive.part("\(folder)/styles.xml") { styles = try Self.styles(archive, part) }
    if let part = archive.part("\(folder)/sharedStrings.xml") {
      shared = try Self.sharedTexts(archive, part)
    }
  }

  /// The cells of a sheet.
  public func sheet(_ name: String) throws(WorkbookError) -> Worksheet {
    guard let part = parts[name] else { throw .unknownSheet(name) }
    return try SheetReader(name, shared: shared, styles: styles, number: number).read(archive, part)
  }

  // MARK: - Parts

  /// The part that names the sheets.
  private static func book(_ archive: Archive) throws(WorkbookError) -> Archive.Part? {
    if let usual = archive.part("xl/workbook.xml") { return usual }
    let targets = try relations(archive, "_rels/.rels", in: "")
    return targets.values.first { $0.hasSuffix("workbook.xml") }.flatMap { archive.part($0) }
  }

  /// What the relations of a part point at, by their id.
  private static func relations(
    _ archive: Archive, _ name: String, in folder: String
  ) throws(WorkbookError) -> [String: String] {
    guard let part = archive.part(name) else { return [:] }
    var relations: [String: String] = [:]
    try XMLWalk(
      part.name,
      begin: { name, attributes in
        guard XMLWalk.is(name, "Relationship"), let id = attributes["Id"], let target = attributes["Target"]
        else { return }
        relations[id] =
          target.hasPrefix("/") ? String(target.dropFirst()) : folder.isEmpty ? target : "\(folder)/\(target)"
      }
    ).walk(archive, part)
    return relations
  }

  private mutating func readSheets(
    _ book: Archive.Part, _ relations: [String: String]
  ) throws(WorkbookError) {
    var found: [(name: String, id: String, isHidden: Bool)] = []
    var isFrom1904 = false
    try XMLWalk(
      book.name,
      begin: { name, attributes in
        if XMLWalk.is(name, "workbookPr") { isFrom1904 = attributes.flag("date1904") }
        guard XMLWalk.is(name, "sheet") else { return }
        found.append(
          (
            attributes["name"] ?? "", attributes["id"] ?? "",
            attributes["state"].map { $0 != "visible" } ?? false
          ))
      }
    ).walk(archive, book)
    guard found.count <= WorkbookLimits.sheets else { throw .tooLarge(.sheets) }
    number.isFrom1904 = isFrom1904
    for sheet in found {
      // A sheet of charts alone has no cells.
      guard let part = relations[sheet.id].flatMap({ archive.part($0) }), part.name.contains("worksheets")
      else {
        continue
      }
      parts[sheet.name] = part
      if !sheet.isHidden { sheets.append(sheet.name) }
    }
  }

  private static func styles(
    _ archive: Archive, _ part: Archive.Part
  ) throws(WorkbookError) -> [NumberStyle] {
    var codes: [Int: NumberStyle] = [:]
    var styles: [NumberStyle] = []
    var isInCells = false
    try XMLWalk(
      part.name,
      begin: { name, attributes in
        if XMLWalk.is(name, "numFmt"), let id = attributes.number("numFmtId") {
          codes[id] = NumberStyle(code: attributes["formatCode"] ?? "")
        } else if XMLWalk.is(name, "cellXfs") {
          isInCells = true
        } else if isInCells, XMLWalk.is(name, "xf") {
          let id = attributes.number("numFmtId") ?? 0
          styles.append(codes[id] ?? NumberStyle(id: id))
        }
      },
      end: { if XMLWalk.is($0, "cellXfs") { isInCells = false } }
    ).walk(archive, part)
    return styles
  }

  private static func sharedTexts(
    _ archive: Archive, _ part: Archive.Part
  ) throws(WorkbookError) -> [String] {
    var texts: [String] = []
    var text: [UInt8] = []
    var (isTaking, isPhonetic) = (false, false)
    try XMLWalk(
      part.name,
      begin: { name, _ in
        if XMLWalk.is(name, "si") { text.removeAll(keepingCapacity: true) }
        if XMLWalk.is(name, "t") { isTaking = true }
        if XMLWalk.is(name, "rPh") { isPhonetic = true }
      },
      end: { name in
        if XMLWalk.is(name, "si") { texts.append(EscapedText.plain(String(decoding: text, as: UTF8.self))) }
        if XMLWalk.is(name, "t") { isTaking = false }
        if XMLWalk.is(name, "rPh") { isPhonetic = false }
      },
      text: { if isTaking, !isPhonetic { text.append(contentsOf: $0) } }
    ).walk(archive, part)
    return texts
  }
}
