import JSONText
import Testing

@Suite("JSON: any bytes at all")
struct JSONFuzzTests {
  private static let seeds = [
    #"{"format":"zizhu-cases/1","filings":[{"id":"F1","n":-1.5e3,"ok":true,"none":null,"t":"清\u8fdc\ud86d\udf4e\n"}]}"#,
    #"[[[[[]]]],{"":{"":[]}},"\"\\",0,-0,1E+9,false]"#,
    "\"\u{2CB4E}\u{31350}\u{7F}\"",
  ].map { Array($0.utf8) }

  /// Any byte text is read or refused, never a trap; the two ways of reading agree; a mistake lies inside the text.
  private func check(_ bytes: [UInt8], _ note: String) {
    let tree = Result { () throws(JSONError) in
      var reader = JSONReader(bytes)
      let tree = try reader.tree()
      try reader.end()
      return tree
    }
    let skipped = Result { () throws(JSONError) in
      var reader = JSONReader(bytes)
      try reader.skipValue()
      try reader.end()
    }
    switch (tree, skipped) {
    case (.success, .success): break
    case (.failure(let one), .failure(let other)):
      if one != other || !(0...bytes.count).contains(one.offset) {
        Issue.record("\(one) and \(other), \(note): \(bytes)")
      }
    default: Issue.record("one way takes it, the other does not, \(note): \(bytes)")
    }
  }

  @Test("Mutated texts, the seed in the message")
  func mutations() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("JSON fuzz seed \(seed)")
    var generator = Steps(seed: seed)
    let marks = Array("{}[]\",:\\u0129eE+-.tfn \n".utf8) + [0x00, 0x7F, 0x80, 0xC0, 0xE6, 0xED, 0xF0, 0xFF]
    for _ in 0..<60_000 {
      var bytes = Self.seeds[generator.next(Self.seeds.count)]
      for _ in 0...generator.next(6) {
        let place = generator.next(bytes.count + 1)
        switch generator.next(5) {
        case 0: bytes.insert(marks[generator.next(marks.count)], at: place)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8(generator.next(256))
        case 3 where place < bytes.count: bytes[place] = marks[generator.next(marks.count)]
        default: bytes.removeLast(min(generator.next(12), bytes.count))
        }
      }
      check(bytes, "seed \(seed)")
    }
  }

  @Test("Every text cut short at every byte")
  func cuts() {
    for bytes in Self.seeds {
      for count in bytes.indices { check(Array(bytes[..<count]), "cut at \(count)") }
      check(bytes, "whole")
    }
  }

  @Test("Every pair of bytes")
  func pairs() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { check([first, second], "pair") }
    }
  }
}

/// A small generator that gives the same numbers for the same seed.
struct Steps {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }
}
