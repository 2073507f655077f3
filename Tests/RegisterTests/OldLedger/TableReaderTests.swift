import Interchange
import Seeded
import Testing

@Suite("Separated values, RFC 4180 and what offices make of it")
struct TableReaderTests {
  private func records(_ text: String) -> [TableRow] {
    var reader = TableReader(Array(text.utf8))
    var records: [TableRow] = []
    while let record = reader.next() { records.append(record) }
    return records
  }

  private func cells(_ text: String) -> [[String]] { records(text).map(\.cells) }

  @Test("The seven rules of RFC 4180")
  func rules() {
    #expect(cells("aaa,bbb\r\nccc,ddd\r\n") == [["aaa", "bbb"], ["ccc", "ddd"]])
    #expect(cells("aaa,bbb\r\nccc,ddd") == [["aaa", "bbb"], ["ccc", "ddd"]])
    #expect(cells("a, b ,") == [["a", " b ", ""]])
    #expect(cells("\"aaa\",\"b\r\nbb\",\"c,c\"\r\nz,y,x") == [["aaa", "b\r\nbb", "c,c"], ["z", "y", "x"]])
    #expect(cells("\"a\"\"b\",\"\"\"\",\"\"") == [["a\"b", "\"", ""]])
  }

  @Test("Lines end as any machine ends them, and are counted as an editor counts them")
  func lines() {
    #expect(cells("a,1\nb,2\rc,3\r\n\r\nd,4") == [["a", "1"], ["b", "2"], ["c", "3"], ["d", "4"]])
    #expect(records("a\n\"b\nb\"\n\nc\r\nd").map(\.line) == [1, 2, 5, 6])
  }

  @Test("The separator is the one that parts most: comma, tab or semicolon", arguments: [",", "\t", ";"])
  func separators(_ separator: String) {
    let text = "申请人\(separator)申请号\(separator)金额\n\"甲,;\t乙\"\(separator)1\(separator)2\n"
    #expect(cells(text) == [["申请人", "申请号", "金额"], ["甲,;\t乙", "1", "2"]])
  }

  @Test("A mark inside a bare cell, or behind a closed one, is a character like others")
  func strayMarks() {
    #expect(cells("5\" 管,\"甲\"乙,\"丙\" ,丁") == [["5\" 管", "甲乙", "丙 ", "丁"]])
  }

  @Test("A mark that nothing closes spoils its own line alone")
  func openQuote() {
    let text = "甲,1\n\"乙,2\n\"丙\n丙\",3\n\"丁\",4\n\"戊,5\n己,6"
    let read = records(text)
    #expect(
      read.map(\.cells) == [
        ["甲", "1"], ["\"乙", "2"], ["丙\n丙", "3"], ["丁", "4"], ["\"戊", "5"], ["己", "6"],
      ])
    #expect(read.map(\.hasOpenQuote) == [false, true, false, false, true, false])
    #expect(read.map(\.line) == [1, 2, 3, 5, 6, 7])
  }

  @Test("A cell longer than a spreadsheet's was never closed")
  func longCell() {
    let text = "\"甲\n" + String(repeating: "乙\n", count: 40_000) + "\"\n"
    #expect(records(text).first?.hasOpenQuote == true)
  }

  @Test("Whatever the bytes, every one is read and reading ends", arguments: 0..<200)
  func anyBytes(_ seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x61, 0x09, 0x3B]
    let bytes = (0..<200).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)] }
    var reader = TableReader(bytes, separator: 0x2C)
    var last = 0
    while let record = reader.next() {
      #expect(reader.offset > last && !record.cells.isEmpty)
      last = reader.offset
    }
    #expect(reader.offset == bytes.count)
  }
}

@Suite("How the bytes of a table stand for text")
struct TableEncodingTests {
  private static let text = "申请人,﨎,𠀀,㐀,€\n"

  @Test("UTF-8 with and without a byte order mark, UTF-16, GB18030 with four-byte characters")
  func encodings() throws {
    let utf8 = Array(Self.text.utf8)
    for (bytes, encoding) in [
      (utf8, TableEncoding.utf8), ([0xEF, 0xBB, 0xBF] + utf8, .utf8),
      (try ChineseText.bytes(Self.text, in: "GB18030"), .gb18030),
      ([0xFF, 0xFE] + (try ChineseText.bytes(Self.text, in: "UTF-16LE")), .utf16),
      ([0xFE, 0xFF] + (try ChineseText.bytes(Self.text, in: "UTF-16BE")), .utf16),
    ] {
      let decoded = try #require(DecodedTable(bytes))
      #expect(decoded.utf8 == utf8 && decoded.encoding == encoding && decoded.unreadable == 0)
    }
  }

  @Test("A broken byte costs its own place and not the file's encoding")
  func brokenBytes() throws {
    let long = String(repeating: "清远市专利资助台账", count: 20)
    let utf8 = try #require(DecodedTable(Array(long.utf8) + [0xFF] + Array(long.utf8)))
    #expect(utf8.encoding == .utf8 && utf8.unreadable == 1)
    #expect(String(decoding: utf8.utf8, as: UTF8.self) == long + "\u{FFFD}" + long)
    let chinese = try ChineseText.bytes(long, in: "GB18030")
    let gb = try #require(DecodedTable(chinese + [0xFF] + chinese))
    #expect(gb.encoding == .gb18030 && gb.unreadable == 1)
    #expect(String(decoding: gb.utf8, as: UTF8.self) == long + "\u{FFFD}" + long)
    // A file cut off inside a character.
    #expect(try #require(DecodedTable(Array(chinese.dropLast()))).unreadable == 1)
  }
}
