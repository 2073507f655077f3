import JSONText
import Testing

@Suite("JSON: writing")
struct JSONWriterTests {
  private func sample(_ layout: JSONWriter.Layout) -> String {
    var writer = JSONWriter(layout: layout)
    writer.object {
      $0.member("id", "F1")
      $0.member("count", 3)
      $0.member("ok", true)
      $0.key("none")
      $0.null()
      $0.key("empty")
      $0.array { _ in }
      $0.key("list")
      $0.array {
        $0.element()
        $0.integer(-1)
        $0.element()
        $0.object { $0.member("清", "远") }
      }
      $0.key("raw")
      $0.raw("1.50")
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("On one line")
  func compact() {
    #expect(
      sample(.compact)
        == #"{"id":"F1","count":3,"ok":true,"none":null,"empty":[],"list":[-1,{"清":"远"}],"raw":1.50}"#)
  }

  @Test("Indented by two")
  func indented() {
    #expect(
      sample(.indented) == """
        {
          "id": "F1",
          "count": 3,
          "ok": true,
          "none": null,
          "empty": [],
          "list": [
            -1,
            {
              "清": "远"
            }
          ],
          "raw": 1.50
        }
        """)
  }

  @Test("Lists of one kind in one call, in either layout")
  func lists() {
    func text(_ layout: JSONWriter.Layout) -> String {
      var writer = JSONWriter(layout: layout)
      writer.object { writer in
        writer.object("head") { $0.member("n", 1) }
        writer.texts("names", ["甲", "乙"])
        writer.objects("rows", 1...2) { $0.member("row", $1) }
        writer.array("none", of: [Int]()) { $0.integer($1) }
        writer.key("bare")
        writer.array(of: [3, 4]) { $0.integer($1) }
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    #expect(
      text(.compact)
        == #"{"head":{"n":1},"names":["甲","乙"],"rows":[{"row":1},{"row":2}],"none":[],"bare":[3,4]}"#)
    #expect(text(.indented).contains("  \"rows\": [\n    {\n      \"row\": 1\n    },\n    {\n"))
  }

  @Test("Only quotes, backslashes and control characters are escaped")
  func escapes() {
    var writer = JSONWriter()
    writer.string("\"\\/\n\r\t\u{0}\u{1F}\u{7F}清\u{2CB4E}\u{2028}")
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "\"\\\"\\\\/\\n\\r\\t\\u0000\\u001f\\u007f清\u{2CB4E}\u{2028}\"")
  }

  @Test("Every scalar comes back as it went in")
  func scalars() throws {
    var text = ""
    for value in UInt32(0)...0x3_2000 where value < 0x300 || value.isMultiple(of: 61) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    var writer = JSONWriter()
    writer.string(text)
    var reader = JSONReader(writer.bytes)
    let back = try reader.string()
    try reader.end()
    #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    "Random trees come back as they went in, in both layouts",
    arguments: [JSONWriter.Layout.compact, .indented])
  func roundTrip(layout: JSONWriter.Layout) throws {
    var generator = Steps(seed: 27)
    for _ in 0..<2000 {
      let shape = Shape.random(&generator, depth: 5)
      var writer = JSONWriter(layout: layout)
      shape.write(to: &writer)
      var reader = JSONReader(writer.bytes)
      let tree = try reader.tree()
      try reader.end()
      #expect(Shape(tree) == shape)
    }
  }

  @Test("Parts that were written elsewhere stand as if they had been written here")
  func parts() {
    func text(_ layout: JSONWriter.Layout) -> String {
      var writer = JSONWriter(layout: layout)
      writer.object { writer in
        writer.key("list")
        writer.array { writer in
          var parts = [writer.part(), writer.part(), writer.part()]
          for number in 1...2 {
            parts[0].element()
            parts[0].integer(number)
          }
          parts[2].element()
          parts[2].object { $0.member("id", "F3") }
          for part in parts { writer.take(part) }
        }
        writer.member("last", true)
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    #expect(text(.compact) == #"{"list":[1,2,{"id":"F3"}],"last":true}"#)
    #expect(
      text(.indented) == """
        {
          "list": [
            1,
            2,
            {
              "id": "F3"
            }
          ],
          "last": true
        }
        """)
  }
}

/// A JSON value without places, so that what was written can be compared with what is read.
private indirect enum Shape: Equatable {
  case null, bool(Bool), number(String), string(String), array([Shape]), object([[String: Shape]])

  init(_ tree: JSONTree) {
    switch tree.value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let text): self = .number(text)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map(Shape.init))
    case .object(let members): self = .object(members.map { [$0.key: Shape($0.value)] })
    }
  }

  static func random(_ generator: inout Steps, depth: Int) -> Shape {
    let texts = ["", "a", "清远", "\"", "\\u0041", "\n", "\u{2CB4E}", "e\u{301}", "\u{0}"]
    switch generator.next(depth > 0 ? 6 : 4) {
    case 0: return .null
    case 1: return .bool(generator.next(2) == 0)
    case 2: return .number(["0", "-1", "12.50", "1e9", "9223372036854775808"][generator.next(5)])
    case 3: return .string(texts[generator.next(texts.count)])
    case 4: return .array((0..<generator.next(4)).map { _ in random(&generator, depth: depth - 1) })
    default:
      return .object(
        (0..<generator.next(4)).map { _ in
          [texts[generator.next(texts.count)]: random(&generator, depth: depth - 1)]
        })
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .number(let text): writer.raw(text)
    case .string(let text): writer.string(text)
    case .array(let elements):
      writer.array {
        for element in elements {
          $0.element()
          element.write(to: &$0)
        }
      }
    case .object(let members):
      writer.object {
        for (key, value) in members.flatMap({ $0 }) {
          $0.key(key)
          value.write(to: &$0)
        }
      }
    }
  }
}
