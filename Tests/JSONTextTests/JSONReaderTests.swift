import JSONText
import Testing

@Suite("JSON: walking and trees")
struct JSONReaderTests {
  @Test("A text is walked value by value")
  func walk() throws {
    var reader = JSONReader(
      Array(#" {"id": "F1", "count": 3, "ok": true, "none": null, "list": [1, 2.50]} "#.utf8))
    var seen: [String] = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "id": seen.append(try reader.string())
      case "count": seen.append(String(try reader.integer()))
      case "ok": seen.append(String(try reader.bool()))
      case "none":
        try reader.null()
        seen.append("null")
      default:
        try reader.beginArray()
        while try reader.nextElement() { seen.append(try reader.number()) }
      }
    }
    try reader.end()
    #expect(seen == ["F1", "3", "true", "null", "1", "2.50"])
  }

  @Test("A value of another type is told with both types")
  func types() {
    func reason(_ text: String, _ read: (inout JSONReader) throws(JSONError) -> Void) -> JSONError.Reason? {
      var reader = JSONReader(Array(text.utf8))
      do throws(JSONError) {
        try read(&reader)
        return nil
      } catch { return error.reason }
    }
    #expect(
      reason("1") { reader throws(JSONError) in _ = try reader.string() }
        == .wrongType(expected: .string, found: .number))
    #expect(
      reason("\"1\"") { reader throws(JSONError) in _ = try reader.integer() }
        == .wrongType(expected: .number, found: .string))
    #expect(
      reason("[]") { reader throws(JSONError) in try reader.beginObject() }
        == .wrongType(expected: .object, found: .array))
    #expect(
      reason("null") { reader throws(JSONError) in _ = try reader.bool() }
        == .wrongType(expected: .bool, found: .null))
    for text in ["1.5", "1e3", "99999999999999999999", "-9223372036854775809", "1.0"] {
      #expect(reason(text) { reader throws(JSONError) in _ = try reader.integer() } == .notWhole, "\(text)")
    }
    #expect(reason("-9223372036854775808") { reader throws(JSONError) in _ = try reader.integer() } == nil)
  }

  @Test("Part of the bytes is read with places counted from its start")
  func range() throws {
    let text = Array("{\"a\":1}\n{\"b\":x}\n".utf8)
    var first = JSONReader(text, in: 0..<7)
    #expect(first.text(in: try first.skipValue()) == "{\"a\":1}")
    try first.end()
    var second = JSONReader(text, in: 8..<15)
    let error = #expect(throws: JSONError.self) { try second.skipValue() }
    #expect(error?.location == JSONLocation(line: 1, column: 6))
  }

  @Test("Every key and value of a tree knows its place")
  func places() throws {
    let text = "{\n  \"名\": [1, {\"b\" : true}],\n  \"c\":null , \"c\":\"x\"\n}"
    let bytes = Array(text.utf8)
    var reader = JSONReader(bytes)
    let tree = try reader.tree()
    func place(_ offset: Int) -> String { JSONLocation(offset: offset, in: bytes).description }

    guard case .object(let members) = tree.value, case .array(let elements) = members[0].value.value,
      case .object(let inner) = elements[1].value
    else {
      Issue.record("another shape")
      return
    }
    #expect(place(tree.offset) == "1:1")
    #expect(members.map(\.key) == ["名", "c", "c"])
    #expect(members.map { place($0.keyOffset) } == ["2:3", "3:3", "3:14"])
    #expect(members.map { place($0.value.offset) } == ["2:8", "3:7", "3:18"])
    #expect(elements.map { place($0.offset) } == ["2:9", "2:12"])
    #expect(place(inner[0].keyOffset) == "2:13" && place(inner[0].value.offset) == "2:19")
    #expect(members[1].value.value == .null)
    #expect(members[2].value.value == .string("x"))
  }

  @Test("Columns count characters as a person does, past the end too")
  func locations() {
    let bytes = Array("清远\n\u{2CB4E}a".utf8)
    #expect(JSONLocation(offset: 0, in: bytes).description == "1:1")
    #expect(JSONLocation(offset: 3, in: bytes).description == "1:2")
    #expect(JSONLocation(offset: 7, in: bytes).description == "2:1")
    #expect(JSONLocation(offset: 11, in: bytes).description == "2:2")
    #expect(JSONLocation(offset: 99, in: bytes).description == "2:3")
    #expect(JSONLocation(offset: -5, in: bytes).description == "1:1")
  }

  @Test("The nearest known word")
  func nearest() {
    let known = ["received", "applicant", "inputs"]
    #expect(nearestWord(to: "recieved", among: known) == "received")
    #expect(nearestWord(to: "Applicants", among: known) == "applicant")
    #expect(nearestWord(to: "zzz", among: known) == nil)
    #expect(nearestWord(to: "", among: known) == nil)
    #expect(nearestWord(to: "inputs", among: []) == nil)
  }
}
