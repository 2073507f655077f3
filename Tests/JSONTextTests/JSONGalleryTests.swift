import JSONText
import Testing

@Suite("JSON: what is taken and what is not")
struct JSONGalleryTests {
  private func read(_ bytes: [UInt8]) -> Result<JSONTree, JSONError> {
    Result { () throws(JSONError) in
      var reader = JSONReader(bytes)
      let tree = try reader.tree()
      try reader.end()
      return tree
    }
  }

  private func skip(_ bytes: [UInt8]) -> Result<Range<Int>, JSONError> {
    Result { () throws(JSONError) in
      var reader = JSONReader(bytes)
      let range = try reader.skipValue()
      try reader.end()
      return range
    }
  }

  private func mistake(_ text: String) -> JSONError? {
    guard case .failure(let error) = read(Array(text.utf8)) else { return nil }
    // The way that builds no tree finds the same.
    #expect(skip(Array(text.utf8)) == .failure(error))
    return error
  }

  @Test(
    "Texts of RFC 8259",
    arguments: [
      "null", "true", "false", "0", "-0", "12", "-1.5", "1e3", "1E+3", "1.5e-3", "0.0", "\"\"", "\"a\"", "[]",
      "{}",
      "[1,2]", "[[],{}]", "{\"a\":1}", "{\"a\":{\"b\":[null]}}", " \t\r\n[ 1 , 2 ] \n", "{\"\":0}", "\"清远\"",
      "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u6e05\\u8FDC\"", "\"\\ud86d\\udf4e\"", "\"\u{7F}\"",
      "\"\u{FEFF}\"",
      "{\"a\":1,\"a\":2}", "123456789012345678901234567890", "1e999999",
    ])
  func accept(text: String) {
    #expect(mistake(text) == nil)
    #expect((try? read(Array(text.utf8)).get()) != nil)
  }

  @Test(
    "Mistakes, with line and column",
    arguments: [
      ("", JSONError.Reason.unexpectedEnd, 1, 1), ("  \n ", .unexpectedEnd, 2, 2),
      ("[", .unexpectedEnd, 1, 2),
      ("[1", .unexpectedEnd, 1, 3), ("[1,", .unexpectedEnd, 1, 4), ("{", .unexpectedEnd, 1, 2),
      ("{\"a\"", .expected(":"), 1, 5), ("{\"a\":", .unexpectedEnd, 1, 6), ("\"abc", .unexpectedEnd, 1, 5),
      ("tru", .unexpectedEnd, 1, 4), ("nul", .unexpectedEnd, 1, 4),
      ("[1,]", .expected("value"), 1, 4), ("{\"a\":1,}", .expected("value"), 1, 8),
      ("[,1]", .expected("value"), 1, 2),
      ("[1 2]", .expected(", or ]"), 1, 4), ("{\"a\":1 \"b\":2}", .expected(", or }"), 1, 8),
      ("{\"a\" 1}", .expected(":"), 1, 6), ("{a:1}", .expected("key"), 1, 2),
      ("{1:1}", .expected("key"), 1, 2),
      ("{'a':1}", .expected("key"), 1, 2), ("['a']", .expected("value"), 1, 2),
      ("[1}", .expected(", or ]"), 1, 3),
      ("True", .expected("value"), 1, 1), ("nulL", .expected("value"), 1, 1),
      ("NaN", .expected("value"), 1, 1),
      ("Infinity", .expected("value"), 1, 1), ("+1", .expected("value"), 1, 1),
      (".5", .expected("value"), 1, 1),
      ("01", .badNumber, 1, 1), ("-", .badNumber, 1, 1), ("-a", .badNumber, 1, 1), ("1.", .badNumber, 1, 1),
      ("1.e1", .badNumber, 1, 1), ("1e", .badNumber, 1, 1), ("1e+", .badNumber, 1, 1),
      ("[0x1]", .badNumber, 1, 2),
      ("[\n 1.2.3]", .badNumber, 2, 2), ("-Infinity", .badNumber, 1, 1), ("1 2", .trailingText, 1, 3),
      ("{} x", .trailingText, 1, 4), ("[] // note", .trailingText, 1, 4),
      ("/* */ 1", .expected("value"), 1, 1),
      ("\u{FEFF}1", .expected("value"), 1, 1), ("[\u{00A0}1]", .expected("value"), 1, 2),
      ("\"a\nb\"", .controlCharacter, 1, 3), ("\"a\tb\"", .controlCharacter, 1, 3),
      ("\"\u{0}\"", .controlCharacter, 1, 2),
      ("\"\\x\"", .badEscape, 1, 2), ("\"清\\远\"", .badEscape, 1, 3), ("\"\\u12g4\"", .badEscape, 1, 2),
      ("\"\\u123\"", .badEscape, 1, 2), ("\"\\u12", .unexpectedEnd, 1, 6), ("\"\\", .unexpectedEnd, 1, 3),
      ("\"\\ud800\"", .badEscape, 1, 2), ("\"\\udc00\"", .badEscape, 1, 2),
      ("\"\\ud800\\ud800\"", .badEscape, 1, 2),
      ("\"\\ud800x\"", .badEscape, 1, 2), ("\"\\ud800\\n\"", .badEscape, 1, 2),
      ("{\n  \"名称\": \"清远\",\n  \"区\" 1\n}", .expected(":"), 3, 7),
      ("{\r\n\"a\":1,\r\n\"b\":x}", .expected("value"), 3, 5),
    ])
  func reject(text: String, reason: JSONError.Reason, line: Int, column: Int) throws {
    let error = try #require(mistake(text), "\(text.debugDescription) was taken")
    #expect(error.reason == reason)
    #expect(error.location == JSONLocation(line: line, column: column))
    #expect(JSONLocation(offset: error.offset, in: Array(text.utf8)) == error.location)
  }

  @Test(
    "Bytes that are no UTF-8",
    arguments: [
      [0x80], [0xFF], [0xC0, 0x80], [0xE6, 0xB8], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80],
    ] as [[UInt8]])
  func badUTF8(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    for text in [
      [quote] + bytes + [quote], [quote, UInt8(ascii: "\\"), UInt8(ascii: "n")] + bytes + [quote],
    ] {
      guard case .failure(let error) = read(text) else {
        Issue.record("\(text) was taken")
        continue
      }
      #expect(error.reason == .badUTF8)
      #expect(error.location.line == 1)
    }
  }

  @Test("Brackets inside one another up to the limit, no further")
  func depth() {
    let limit = JSONReader.depthLimit
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let fits =
        String(repeating: open, count: limit) + (open == "[" ? "" : "0")
        + String(repeating: close, count: limit)
      #expect(mistake(fits) == nil)
      let tooDeep = String(repeating: open, count: limit + 1)
      #expect(mistake(tooDeep)?.reason == .tooDeep)
      #expect(mistake(tooDeep)?.location.column == limit * open.count + 1)
    }
    #expect(mistake(String(repeating: "[", count: 100_000))?.reason == .tooDeep)
    // Side by side is not inside.
    #expect(mistake("[" + Array(repeating: "[]", count: 1000).joined(separator: ",") + "]") == nil)
  }

  @Test("Strings say what they said")
  func strings() {
    func string(_ text: String) -> String? {
      if case .success(let tree) = read(Array(text.utf8)), case .string(let string) = tree.value {
        string
      } else {
        nil
      }
    }
    #expect(string("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") == "\"\\/\u{8}\u{C}\n\r\t")
    #expect(string("\"\\u6e05\\u8FDC\"") == "清远")
    #expect(string("\"\\ud86d\\udf4e甲\"") == "\u{2B74E}甲")
    #expect(string("\"\\u0000\"") == "\u{0}")
    #expect(string("\"e\u{301}\"").map { Array($0.unicodeScalars).count } == 2)
    #expect(string("\"\u{2CB4E}\u{31350}\"") == "\u{2CB4E}\u{31350}")
  }
}
