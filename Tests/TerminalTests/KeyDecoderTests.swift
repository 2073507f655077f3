import Cells
import Testing

@testable import Terminal

struct KeyDecoderTests {
  /// What `bytes` become when they come at once and nothing follows.
  private func decode(_ bytes: String) -> [Event] {
    decode(Array(bytes.utf8))
  }

  private func decode(_ bytes: [UInt8]) -> [Event] {
    var decoder = KeyDecoder()
    return decoder.feed(bytes) + decoder.timeOut()
  }

  static let terminals: [(terminal: String, sequences: [String])] = [
    (
      "PuTTY",
      [
        "[11~", "[12~", "[13~", "[14~", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
      ]
    ),
    (
      "PuTTY as VT100+",
      ["OP", "OQ", "OR", "OS", "OT", "OU", "OV", "OW", "OX", "OY", "OZ", "O["]
    ),
    (
      "xterm and tmux",
      ["OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
    ),
    (
      "Linux console",
      ["[[A", "[[B", "[[C", "[[D", "[[E", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
    ),
    (
      "xterm without modifiers spelled out",
      ["[P", "[Q", "[R", "[S", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
    ),
  ]

  @Test("Function keys of every terminal", arguments: terminals)
  func functionKeys(terminal: String, sequences: [String]) {
    for (index, sequence) in sequences.enumerated() {
      #expect(decode("\u{1B}" + sequence) == [.key(.f(index + 1))], "\(terminal) \(sequence)")
    }
  }

  @Test(
    "Keys that move and edit",
    arguments: [
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right),
      ("\u{1B}OD", .left), ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home),
      ("\u{1B}[7~", .home),
      ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[2~", .insert),
      ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
      ("\u{1B}OM", .enter), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
      ("\u{8}", .backspace), ("\u{13}", .control("s")), ("\u{11}", .control("q")), ("\0", .control(" ")),
      ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\u{1B}5", .alt("5")), ("\u{1B}x", .alt("x")),
      ("\u{1B}中", .alt("中")), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}P", .alt("P")),
      ("\u{1B}\r", .modified(.alt, .enter)), ("\u{1B}\u{7F}", .modified(.alt, .backspace)),
      ("\u{1B}[1;5C", .modified(.control, .right)), ("\u{1B}[1;2P", .modified(.shift, .f(1))),
      ("\u{1B}[15;3~", .modified(.alt, .f(5))), ("\u{1B}O5P", .modified(.control, .f(1))),
      ("\u{1B}[25~", .f(13)), ("\u{1B}[34~", .f(20)), ("\u{1B}[3^", .modified(.control, .delete)),
      ("\u{1B}[a", .modified(.shift, .up)), ("\u{1B}Oa", .modified(.control, .up)),
      ("\u{1B}\u{1B}[A", .modified(.alt, .up)), ("\u{1B}\u{1B}OP", .modified(.alt, .f(1))),
      ("\u{1B}[1;9A", .modified(.alt, .up)), ("\u{1B}[1;6Z", .modified([.control, .shift], .backTab)),
    ] as [(String, Key)])
  func keys(bytes: String, key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  @Test func aLoneEscapeIsKnownByThePause() {
    var decoder = KeyDecoder(escapeDelay: 40)
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.patience == 40)
    #expect(decoder.timeOut() == [.key(.escape)])
    #expect(decoder.patience == nil)
    #expect(decoder.feed(Array("5".utf8)) == [.text("5")])
    #expect(decode("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(decode("\u{1B}\u{1B}\u{1B}") == [.key(.escape), .key(.escape), .key(.escape)])
    #expect(decode("\u{1B}\u{1B}5") == [.key(.escape), .key(.alt("5"))])
  }

  @Test func everySequenceMayComeInPieces() {
    let whole = "黄\u{1B}[15~\u{1B}OM\u{1B}5𬭎\u{1B}[[A\u{1B}[200~一\r二\u{1B}[201~\u{1B}[<0;3;4M"
    let bytes = Array(whole.utf8)
    let expected = decode(bytes)
    #expect(
      expected == [
        .text("黄"), .key(.f(5)), .key(.enter), .key(.alt("5")), .text("𬭎"), .key(.f(1)), .paste("一\n二"),
        .mouse(Mouse(.press, at: Position(row: 3, column: 2))),
      ])
    for cut in bytes.indices {
      var decoder = KeyDecoder()
      #expect(decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) == expected, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed([$0]) } == expected)
  }

  @Test func typedTextIsGatheredUntilAKey() {
    #expect(decode("县知识产权局a1\t二") == [.text("县知识产权局a1"), .key(.tab), .text("二")])
  }

  @Test func theKeypadTypesDigits() {
    #expect(decode("\u{1B}Op\u{1B}Oq\u{1B}Oy\u{1B}On\u{1B}Om") == [.text("019.-")])
  }

  @Test func aPasteIsTextWhateverItHolds() {
    // Terminals that send keys by their codes write ends of lines and tabs so.
    for newline in ["27;5;106~", "27;5;109~", "106;5u", "13u", "10;1u"] {
      #expect(decode("\u{1B}[200~甲\u{1B}[27;5;105~1\u{1B}[\(newline)乙\u{1B}[201~") == [.paste("甲\t1\n乙")])
    }
    #expect(decode("\u{1B}[200~a\tb\r\nc\rd\ne\u{1B}[201~") == [.paste("a\tb\nc\nd\ne")])
    #expect(decode("\u{1B}[200~x\u{1B}[31my\u{1B}OP\u{3}~\u{1B}[201~!") == [.paste("xyOP~"), .text("!")])
    #expect(decode("\u{1B}[200~\u{1B}[200~a\u{1B}[201~") == [.paste("a")])
    #expect(decode(Array("\u{1B}[200~中".utf8) + [0xFF, 0xE4] + Array("b\u{1B}[201~".utf8)) == [.paste("中b")])
    #expect(decode("\u{1B}[200~\u{1B}[201~") == [])
    #expect(decode("\u{1B}[201~") == [])
  }

  @Test func aPasteWithoutEndIsGivenAfterAPause() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~张三".utf8)) == [])
    #expect((decoder.patience ?? 0) >= 1000)
    #expect(decoder.timeOut() == [.paste("张三")])
    #expect(decoder.feed(Array("李".utf8)) == [.text("李")])
  }

  @Test(
    "Bytes that are no UTF-8 are skipped",
    arguments: [
      ([0x61, 0xFF, 0x62], "ab"), ([0xE4, 0xB8, 0x61], "a"), ([0x80, 0x61], "a"), ([0xC0, 0xAF, 0x61], "a"),
      ([0xED, 0xA0, 0x80, 0x61], "a"), ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"),
      ([0xE4, 0xE4, 0xB8, 0xAD], "中"),
      ([0xE0, 0x80, 0x80, 0x61], "a"), ([0x61, 0xE4, 0xB8], "a"), ([0xC2, 0x9B, 0x61], "a"),
    ] as [([UInt8], String)])
  func invalidUTF8(bytes: [UInt8], text: String) {
    #expect(decode(bytes) == [.text(text)])
  }

  @Test(
    "Sequences that mean nothing here are swallowed whole",
    arguments: [
      "\u{1B}[?1;2c", "\u{1B}[24;80;1x", "\u{1B}[I", "\u{1B}[>0;276;0c", "\u{1B}[99~", "\u{1B}[1;2;3$y",
      "\u{1B}[E",
      "\u{1B}[[Z", "\u{1B}Oz", "\u{1B}[27;5;9~", "\u{1B}[97;5u", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}",
      "\u{1B}]52;c;YQ==\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[M !!",
      "\u{1B}[<35;3;4M",
      "\u{1B}[<0;3M", "\u{1B}[99999999999999999999999999~",
      "\u{1B}[" + String(repeating: "1;", count: 500) + "~",
    ])
  func swallowed(sequence: String) {
    #expect(decode(sequence + "好") == [.text("好")])
  }

  @Test func abortedSequencesDoNotEatTheNextKey() {
    #expect(decode("\u{1B}[12\u{1B}[A") == [.key(.up)])
    #expect(decode("\u{1B}[12\r") == [.key(.enter)])
    #expect(decode("\u{1B}O\u{1B}[A") == [.key(.up)])
    #expect(decode("\u{1B}]0;title\u{1B}[A") == [.key(.up)])
    #expect(decode("\u{1B}[1好") == [.text("好")])
    #expect(decode("\u{1B}[1") == [])
    #expect(decode("\u{1B}]11;rgb") == [])
  }

  @Test func mouseReports() {
    #expect(
      decode("\u{1B}[<0;1;1M\u{1B}[<0;80;24m\u{1B}[<64;5;6M\u{1B}[<65;5;6M") == [
        .mouse(Mouse(.press, at: Position(row: 0, column: 0))),
        .mouse(Mouse(.release, at: Position(row: 23, column: 79))),
        .mouse(Mouse(.wheelUp, at: Position(row: 5, column: 4))),
        .mouse(Mouse(.wheelDown, at: Position(row: 5, column: 4))),
      ])
  }

  @Test("Any bytes end in a resting decoder", arguments: [UInt64(3), .random(in: 0 ... .max)])
  func anyBytes(seed: UInt64) {
    var state = seed
    var decoder = KeyDecoder()
    let common = Array("\u{1B}\u{1B}[O0159;~<MPA]\\\u{7}".utf8)
    for round in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = state >> 33 & 1 == 0 ? UInt8(state >> 40 & 0xFF) : common[Int(state >> 40) % common.count]
      for event in decoder.feed([byte]) {
        if case .text(let text) = event {
          #expect(
            !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "seed \(seed) \(round)")
        }
      }
      if round % 97 == 0 {
        _ = decoder.timeOut()
        #expect(decoder.patience == nil, "seed \(seed), round \(round)")
      }
    }
  }
}
