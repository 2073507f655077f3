import Cells
import Testing

@testable import Terminal

/// The numbers of xterm's control sequences (ctlseqs, "PC-Style Function Keys" and "VT220-Style Function Keys"), of the Linux
/// console and of the numeric keypad.
@Suite struct KeyCodesTests {
  /// 1 + Shift 1, Alt 2, Ctrl 4, Meta 8; Meta counts as Alt.
  @Test(
    arguments: [
      (2, Key.Modifiers.shift), (3, .alt), (4, [.shift, .alt]), (5, .control), (6, [.shift, .control]),
      (7, [.alt, .control]),
      (8, [.shift, .alt, .control]), (9, .alt), (10, [.shift, .alt]), (11, .alt), (12, [.shift, .alt]),
      (13, [.control, .alt]),
      (14, [.shift, .control, .alt]), (15, [.control, .alt]), (16, [.shift, .control, .alt]), (1, []),
      (0, []), (17, []), (-3, []), (100_000, []),
    ] as [(Int, Key.Modifiers)])
  func modifiers(number: Int, keys: Key.Modifiers) { #expect(KeyCodes.modifiers(number) == keys) }

  /// VT220 leaves 16, 22, 27 and 30 out.
  @Test func numbersOfFunctionKeys() {
    let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
    for (place, number) in numbers.enumerated() {
      #expect(KeyCodes.key(ofNumber: number) == .f(place + 1), "\(number)")
    }
    for number in [0, 9, 10, 16, 22, 27, 30, 35, 200, 201] {
      #expect(KeyCodes.key(ofNumber: number) == nil, "\(number)")
    }
  }

  @Test func controlCharactersAreLettersWithCtrl() {
    let own: [UInt8: Key] = [
      0x00: .control(" "), 0x08: .backspace, 0x09: .tab, 0x0A: .enter, 0x0D: .enter, 0x7F: .backspace,
    ]
    for (byte, key) in own { #expect(KeyCodes.key(ofControl: byte) == key) }
    for (place, letter) in "abcdefghijklmnopqrstuvwxyz".enumerated() where own[UInt8(place + 1)] == nil {
      #expect(KeyCodes.key(ofControl: UInt8(place + 1)) == .control(letter))
    }
    #expect(
      [0x1C, 0x1D, 0x1E, 0x1F].map { KeyCodes.key(ofControl: $0) } == [
        .control("\\"), .control("]"), .control("^"), .control("_"),
      ])
    // Esc is no key by itself, and a letter is no control character.
    #expect(KeyCodes.key(ofControl: 0x1B) == nil && KeyCodes.key(ofControl: 0x41) == nil)
  }

  @Test func theKeypadTypesWhatStandsOnIt() {
    let typed = "jklmnopqrstuvwxy".utf8.compactMap { KeyCodes.keypadCharacter($0) }.joined()
    #expect(typed == "*+,-./0123456789")
    #expect(
      KeyCodes.keypadCharacter(UInt8(ascii: "i")) == nil && KeyCodes.keypadCharacter(UInt8(ascii: "z")) == nil
    )
  }

  @Test func theLinuxConsoleHasFiveOfItsOwn() {
    #expect("ABCDE".utf8.map { KeyCodes.key(ofLinuxConsole: $0) } == (1...5).map { .f($0) })
    #expect(
      KeyCodes.key(ofLinuxConsole: UInt8(ascii: "F")) == nil
        && KeyCodes.key(ofLinuxConsole: UInt8(ascii: "@")) == nil)
  }

  /// A paste keeps its text, line ends and tabs; what is no whole sequence loses its Esc alone.
  @Test(
    arguments: [
      ("甲\u{1B}[27;5;106~乙", "甲\n乙"), ("甲\u{1B}[13u乙", "甲\r乙"), ("甲\u{1B}[9u乙", "甲\t乙"),
      ("甲\u{1B}[27;5;105~乙", "甲\t乙"),
      ("甲\u{1B}[27;5;97~乙", "甲乙"), ("甲\u{1B}[97u乙", "甲乙"), ("甲\u{1B}[31m乙", "甲乙"), ("甲\u{1B}[200~乙", "甲乙"),
      ("甲\u{1B}[A乙", "甲乙"),
      ("甲\u{1B}[27;5~乙", "甲乙"), ("甲\u{1B}[u乙", "甲乙"), ("甲\u{1B}[99999999999999999999u乙", "甲乙"), ("甲乙", "甲乙"),
      ("", ""),
    ])
  func pasted(sent: String, plain: String) {
    #expect(PastedKeys.plain(Array(sent.utf8)) == Array(plain.utf8))
  }

  @Test func halfASequenceInAPasteIsLeftOut() {
    for sent in ["甲\u{1B}[", "甲\u{1B}[27;5"] {
      #expect(String(decoding: PastedKeys.plain(Array(sent.utf8)), as: UTF8.self).hasPrefix("甲"))
    }
    #expect(PastedKeys.plain(Array("甲\u{1B}Oa".utf8)) == Array("甲\u{1B}Oa".utf8))
  }

  /// Buttons that nothing here means, reports of movement, and places at the edge (ctlseqs, "Extended coordinates").
  @Test(
    arguments: [
      ("<0;1;1M", Mouse(.press, at: Position(row: 0, column: 0))),
      ("<0;300;100m", Mouse(.release, at: Position(row: 99, column: 299))),
      ("<64;2;3M", Mouse(.wheelUp, at: Position(row: 2, column: 1))),
      ("<65;2;3M", Mouse(.wheelDown, at: Position(row: 2, column: 1))),
      ("<0;0;0M", Mouse(.press, at: Position(row: 0, column: 0))), ("<1;2;3M", nil), ("<2;2;3M", nil),
      ("<32;2;3M", nil), ("<66;2;3M", nil),
      ("<64;2;3m", nil), ("<0;2M", nil), ("<0;2;3;4M", nil),
      ("<;;M", Mouse(.press, at: Position(row: 0, column: 0))), ("<0;-2;3M", nil),
    ] as [(String, Mouse?)])
  func mouse(report: String, meaning: Mouse?) {
    let sequence = ControlSequence(body: Array(report.utf8.dropLast()), final: report.utf8.last ?? 0)
    #expect(sequence.meaning == (meaning.map { .mouse($0) } ?? .nothing))
  }
}
