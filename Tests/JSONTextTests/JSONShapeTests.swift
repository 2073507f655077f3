import JSONText
import Testing

@Suite("Shapes: one row of a member reads and writes it")
struct JSONShapeTests {
  enum Way: String, CaseIterable, JSONValue {
    case post, inPerson = "in-person"
  }

  struct Place: JSONShaped, Equatable {
    var street: String
    var number: Int

    static let shape = JSONShape<Place>(
      Place.init(street:number:), .needed("street", \.street), .needed("number", \.number))
  }

  struct Letter: JSONShaped, Equatable {
    var to: String
    var way: Way
    var copies = 1
    var note = ""
    var pages: Int?
    var place: Place
    var lines: [String] = []

    static let shape = JSONShape<Letter>(
      Letter.init(to:way:copies:note:pages:place:lines:), .needed("to", \.to), .needed("way", \.way),
      .spared("copies", 1, \.copies), .assumed("note", "", \.note), .optional("pages", \.pages),
      .among(\.place), .spared("lines", [], \.lines))
  }

  private static let short = Letter(to: "甲", way: .post, place: Place(street: "北江路", number: 7))
  private static let long = Letter(
    to: "乙", way: .inPerson, copies: 3, note: "急", pages: 12, place: Place(street: "中山路", number: 1),
    lines: ["一", "二"])

  static let written: [(Letter, String)] = [
    (short, #"{"to":"甲","way":"post","note":"","street":"北江路","number":7}"#),
    (
      long,
      #"{"to":"乙","way":"in-person","copies":3,"note":"急","pages":12,"street":"中山路","number":1,"lines":["一","二"]}"#
    ),
  ]

  @Test("What is written is read again, in the order of the rows", arguments: written)
  func bothWays(letter: Letter, text: String) throws {
    var writer = JSONWriter()
    letter.write(into: &writer)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    #expect(try Letter(json: Array(text.utf8)) == letter)
  }

  @Test("Members come in any order, and those of a later program are left alone")
  func otherOrder() throws {
    let text = #"{ "number": 7, "later": {"a": [1]}, "street": "北江路", "way": "post", "to": "甲" }"#
    #expect(try Letter(json: Array(text.utf8)) == Self.short)
  }

  static let mistakes: [(String, Int, JSONError.Reason)] = [
    (#"{"way":"post","street":"s","number":7}"#, 0, .missingKey("to")),
    (#"{"to":7,"way":"post","street":"s","number":7}"#, 6, .wrongType(expected: .string, found: .number)),
    (#"{"to":"a","way":"past","street":"s","number":7}"#, 16, .expected("post")),
    (#"{"to":"a","way":"post","street":"s","number":1.5}"#, 45, .notWhole),
    (
      #"{"to":"a","way":"post","street":"s","number":7,"pages":null}"#, 55,
      .wrongType(expected: .number, found: .null)
    ),
    (#"{"to":"a","to":"b","way":"post","street":"s","number":7}"#, 10, .repeatedKey("to")),
    (#"{"to":"a","later":1,"later":2,"way":"post","street":"s","number":7}"#, 20, .repeatedKey("later")),
    (#"{"to":"a","way":"post","street":"s","number":7} x"#, 48, .trailingText),
    (#"["to"]"#, 0, .wrongType(expected: .object, found: .array)),
    (
      #"{"to":"a","way":"post","street":"s","number":7,"lines":["a",2]}"#, 60,
      .wrongType(expected: .string, found: .number)
    ),
  ]

  @Test("A mistake is told with its place", arguments: mistakes)
  func mistake(text: String, offset: Int, reason: JSONError.Reason) {
    let error = #expect(throws: JSONError.self) { try Letter(json: Array(text.utf8)) }
    #expect(error?.reason == reason)
    #expect(error?.offset == offset)
  }

  @Test("Members without a value are not written, and an object's names stand in their order")
  func members() {
    var writer = JSONWriter()
    let (nothing, empty): (Int?, [String]) = (nil, [])
    writer.object {
      $0.members(["a": "x", "b": nothing, "c": empty.ifAny, "d": empty, "e": ["z": 2, "y": 1], "f": true])
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":"x","d":[],"e":{"y":1,"z":2},"f":true}"#)
  }

  @Test("A record gives what stands under a key, or what is meant without it")
  func record() throws {
    let record = try JSONMembers(Array(#"{"a":"x","list":[{"n":1},{"n":2}],"on":true}"#.utf8))
    #expect(try record.value("a") == "x")
    #expect(try record.value("b", or: "y") == "y")
    #expect(try record.optional("b") == String?.none)
    #expect(try record.flag("on"))
    #expect(try !record.flag("off"))
    #expect(try record.list("list") { (one) throws(JSONError) in try one.value("n") as Int } == [1, 2])
    #expect(try record.expected("z", "on").offset == 39)
  }
}
