import Testing

@testable import Cells

struct EventNotationTests {
  @Test func readsASession() throws {
    let session = """
      <F2>张三 李<Tab>3000<Enter>
      <C-s><A-5><S-F3><C-Left><S-Tab><lt><Paste "a\\tb\\n\\u{1b}">
      <Resize 24 80><Press 3 10><Tick><EndOfInput>
      """
    #expect(
      try Event.parse(session) == [
        .key(.f(2)), .text("张三 李"), .key(.tab), .text("3000"), .key(.enter), .key(.control("s")),
        .key(.alt("5")),
        .key(.modified(.shift, .f(3))), .key(.modified(.control, .left)), .key(.backTab), .text("<"),
        .paste("a\tb\n\u{1B}"), .resize(rows: 24, columns: 80),
        .mouse(Mouse(.press, at: Position(row: 3, column: 10))), .tick, .endOfInput,
      ])
  }

  static let keys: [Key] =
    Key.names.map(\.key) + (1...20).map { Key.f($0) }
    + [
      .control("s"), .control(" "), .control(">"), .control("-"), .control("<"), .alt("5"), .alt(">"),
      .alt("中"),
      .alt("\""), .modified(.alt, .control("c")), .modified([.alt, .shift], .up),
      .modified([.control, .alt, .shift], .f(12)), .modified(.alt, .backTab), .modified(.control, .tab),
      .modified(.alt, .enter), .modified(.control, .delete),
    ]

  @Test("Every key survives its notation", arguments: keys)
  func keyRoundTrip(key: Key) throws {
    #expect(try Event.parse(Event.key(key).notation) == [.key(key)])
  }

  @Test(
    "Every event survives its notation",
    arguments: [
      .text("张三<李>四\"\\"), .text("a\nb"), .text(""), .text("> -"), .paste(""), .paste("一\t2\r\n\"<\\>\u{7F}"),
      .resize(rows: 16, columns: 60), .resume, .terminate, .endOfInput, .tick,
      .mouse(Mouse(.wheelUp, at: Position(row: 0, column: 79))),
      .mouse(Mouse(.release, at: Position(row: 1, column: 2))),
      .mouse(Mouse(.wheelDown, at: Position(row: 0, column: 0))),
    ] as [Event])
  func eventRoundTrip(event: Event) throws {
    #expect(try Event.parse(event.notation) == [event])
  }

  @Test func aSessionSurvives() throws {
    let events: [Event] = [.text("黄"), .key(.enter), .text("志"), .paste("x"), .text("龙")]
    #expect(try Event.parse(events.map(\.notation).joined()) == events)
  }

  @Test(
    "What cannot be read is said with its place",
    arguments: [
      ("ab<F2", SessionSyntaxError(reason: .unclosed, offset: 2)),
      ("<Nope>", SessionSyntaxError(reason: .unknownName("Nope"), offset: 0)),
      ("<F0>", SessionSyntaxError(reason: .unknownName("F0"), offset: 0)),
      ("<F99>", SessionSyntaxError(reason: .unknownName("F99"), offset: 0)),
      ("<>", SessionSyntaxError(reason: .unknownName(""), offset: 0)),
      ("a<Paste \"x>", SessionSyntaxError(reason: .unclosed, offset: 1)),
      ("<Paste \"\\u", SessionSyntaxError(reason: .unclosed, offset: 0)),
      ("<Paste \"\\q\">", SessionSyntaxError(reason: .unclosed, offset: 0)),
      ("<Resize 1>", SessionSyntaxError(reason: .unknownName("Resize 1"), offset: 0)),
    ])
  func errors(session: String, error: SessionSyntaxError) {
    #expect(throws: error) { try Event.parse(session) }
  }

  @Test func aKeyHasOneSpellingForItsModifiers() {
    #expect(Key.tab.with(.shift) == .backTab)
    #expect(Key.up.with([]) == .up)
    #expect(Key.up.with(.shift).with(.alt) == .modified([.shift, .alt], .up))
  }
}
