/// Workbooks made in a test: an archive of parts that are not packed, so that each can be changed before it is read.
struct MadeWorkbook {
  var parts: [(name: String, text: [UInt8])]

  /// A workbook of one sheet whose cells are texts.
  init(_ rows: [[String]], sheet: String = "表一") {
    let cells = rows.enumerated().map { place, row in
      let cells = row.enumerated().filter { !$1.isEmpty }.map { column, text in
        #"<c r="\#(Self.letters(column))\#(place + 1)" t="inlineStr"><is><t xml:space="preserve">\#(Self.escaped(text))</t></is></c>"#
      }
      return #"<row r="\#(place + 1)">\#(cells.joined())</row>"#
    }
    self.init(sheet: sheet, data: cells.joined())
  }

  /// A workbook of one sheet with what stands in its `sheetData`, and styles 0 plain, 1 a day, 2 a percentage.
  init(sheet: String = "表一", data: String, shared: [String] = []) {
    let strings = shared.map { "<si><t>\(Self.escaped($0))</t></si>" }.joined()
    let texts = [
      (
        "xl/workbook.xml",
        #"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="\#(sheet)" sheetId="1" r:id="r1"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#
      ),
      (
        "xl/styles.xml",
        #"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>"#
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(data)</sheetData></worksheet>"),
    ]
    parts = texts.map { (name: $0.0, text: Array($0.1.utf8)) }
  }

  /// The same with another text in a part, which is added where there is none of that name.
  func with(_ name: String, _ text: String) -> MadeWorkbook {
    var book = self
    book.parts.removeAll { $0.name == name }
    book.parts.append((name: name, text: Array(text.utf8)))
    return book
  }

  /// The same without a part.
  func without(_ name: String) -> MadeWorkbook {
    var book = self
    book.parts.removeAll { $0.name == name }
    return book
  }

  /// The archive (PKWARE APPNOTE 4.3, stored).
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let place = bytes.count
      let facts =
        Self.two(20) + Self.two(0x800) + Self.two(0) + Self.four(0) + Self.four(Self.sum(part.text))
        + Self.four(part.text.count) + Self.four(part.text.count) + Self.two(name.count) + Self.two(0)
      bytes += [0x50, 0x4B, 0x03, 0x04] + facts + name + part.text
      directory +=
        [0x50, 0x4B, 0x01, 0x02] + Self.two(20) + facts + Self.two(0) + Self.two(0) + Self.two(0)
        + Self.four(0)
        + Self.four(place) + name
    }
    let end =
      [0x50, 0x4B, 0x05, 0x06] + Self.four(0) + Self.two(parts.count) + Self.two(parts.count)
      + Self.four(directory.count) + Self.four(bytes.count) + Self.two(0)
    return bytes + directory + end
  }

  private static func two(_ number: Int) -> [UInt8] { (0..<2).map { UInt8(number >> ($0 * 8) & 0xFF) } }
  private static func four(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } }

  /// CRC-32 of ISO 3309.
  private static func sum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = sums[Int(sum & 0xFF) ^ Int(byte)] ^ sum >> 8 }
    return Int(~sum)
  }

  private static let sums: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
