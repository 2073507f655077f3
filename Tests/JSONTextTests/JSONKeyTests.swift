import JSONText
import Testing

@Suite("JSON: keys told by their bytes, members read over")
struct JSONKeyTests {
  private func keys(_ text: String) throws -> (reader: JSONReader, keys: [JSONKey]) {
    var reader = JSONReader(Array(text.utf8))
    var keys: [JSONKey] = []
    try reader.beginObject()
    while let key = try reader.nextKeyPlace() {
      keys.append(key)
      try reader.skipValue()
    }
    return (reader, keys)
  }

  @Test("A key is found among words however it is written")
  func words() throws {
    let (reader, keys) = try keys(#"{"id":1, "\u0069d":2, "区":3, "idea":4, "i":5, "":6}"#)
    let words = JSONWords(["item", "id", "区"])
    #expect(keys.map { reader.number(of: $0, among: words) } == [1, 1, 2, nil, nil, nil])
    #expect(keys.map { reader.text(of: $0) } == ["id", "id", "区", "idea", "i", ""])
    #expect(keys.map(\.offset) == [1, 9, 22, 31, 41, 48])
  }

  @Test("A member is found however its key is written")
  func memberByKey() throws {
    let members = try JSONMembers(Array(#"{"idea":4,"\u0069d":2,"区":3}"#.utf8))
    #expect(try members.value("id") == 2 && members.value("idea") == 4 && members.value("区") == 3)
    #expect(!members.has("i") && !members.has("ide") && !members.has(""))
  }

  @Test("Keys are the same where their texts are")
  func same() throws {
    let (reader, keys) = try keys(#"{"a":1,"\u0061":2,"é":3,"e\u0301":4,"b":5}"#)
    #expect(reader.key(keys[0], is: keys[1]) && reader.key(keys[2], is: keys[3]))
    #expect(!reader.key(keys[0], is: keys[4]) && !reader.key(keys[0], is: keys[2]))
  }

  @Test("Members are read over and made into values later")
  func members() throws {
    let text = #" {"id": "F1", "list": [1, {"x": "y"}], "n": -2, "no": null, "id": true}"#
    var reader = JSONReader(Array(text.utf8))
    let members = try reader.members()
    try reader.end()
    #expect(members.map(\.kind) == [.string, .array, .number, .null, .bool])
    #expect(members.map { reader.text(of: $0.key) } == ["id", "list", "n", "no", "id"])
    #expect(reader.text(in: members[1].place) == #"[1, {"x": "y"}]"#)
    func string(_ member: JSONMember) throws(JSONError) -> String {
      var reader = reader.at(member.place.lowerBound)
      return try reader.string()
    }
    #expect(try string(members[0]) == "F1")
    var number = reader.at(members[2].place.lowerBound)
    #expect(try number.integer() == -2)
    // What is wrong with a member is told where it stands in the whole text.
    let error = #expect(throws: JSONError.self) { try string(members[2]) }
    #expect(error?.location == JSONLocation(line: 1, column: 45))
  }

  @Test("A string ends, or is refused, wherever it does so")
  func ends() throws {
    for count in 0..<20 {
      let plain = String(repeating: "a", count: count)
      for (text, value) in [(plain, plain), (plain + "é", plain + "é"), (plain + #"\n"#, plain + "\n")] {
        var reader = JSONReader(Array("\"\(text)bcdefghij\" ".utf8))
        #expect(try reader.string() == value + "bcdefghij", "\(count)")
        try reader.end()
      }
      let refused: [([UInt8], JSONError.Reason, Int)] = [
        ([0x1F, 0x22], .controlCharacter, count + 1), ([0xFF, 0x22], .badUTF8, 1),
        ([], .unexpectedEnd, count + 1),
      ]
      for (bytes, reason, offset) in refused {
        var reader = JSONReader(Array("\"\(plain)".utf8) + bytes)
        let error = #expect(throws: JSONError.self) { try reader.string() }
        #expect(error?.reason == reason && error?.offset == offset, "\(count)")
      }
    }
  }

  @Test("A part that the bytes do not have is not read")
  func beyond() {
    var reader = JSONReader(Array("\"ab".utf8), in: 0..<100)
    let error = #expect(throws: JSONError.self) { try reader.string() }
    #expect(error?.reason == .unexpectedEnd && error?.offset == 3)
  }

  @Test("Texts that repeat are the texts that they are")
  func repeated() throws {
    // The second and the third differ where their sums do not look.
    let texts = [
      "short", "aaaaaaaaaaaaaaaa", "abaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "清远市知识产权局", "",
      String(repeating: "x", count: 64), String(repeating: "x", count: 65), "a\\u0062aaaaaaaaaaaaaa",
    ]
    var reader = JSONReader(Array("[\"\(texts.joined(separator: "\",\""))\"]".utf8))
    var known = RepeatedTexts()
    var read: [String] = []
    try reader.beginArray()
    while try reader.nextElement() { read.append(try reader.string(&known)) }
    #expect(read == texts.dropLast() + ["abaaaaaaaaaaaaaa"])
  }
}
