import Cells
import Glibc
import Testing

@testable import Terminal

/// Serial, because a program has one screen at a time.
@Suite(.serialized)
struct ScreenTests {
  private func open(
    _ terminal: PseudoTerminal, _ change: (inout Screen.Options) -> Void = { _ in }
  ) throws(ScreenError) -> Screen {
    var options = Screen.Options()
    options.input = terminal.slave
    options.output = terminal.slave
    options.terminalName = "xterm-256color"
    // What other tests have to say meanwhile must not be lost.
    options.errorLog = nil
    change(&options)
    return try Screen.open(options)
  }

  private func terminal(rows: UInt16 = 6, columns: UInt16 = 20) throws -> PseudoTerminal {
    try #require(PseudoTerminal(rows: rows, columns: columns))
  }

  @Test func theWidthTableAgreesWithTheLibrary() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    // A younger library knows scalars that the table does not; those show as missing and do no harm.
    let isYounger = RowPainter.libraryColumns(of: "\u{31350}") != -1
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let library = RowPainter.libraryColumns(of: scalar)
      let agrees =
        switch CharacterWidth(of: scalar) {
        case .zero: library == 0
        case .one: library == 1
        case .two: library == 2
        case .unmeasurable: library == -1 || isYounger
        case .ambiguous: library == 1 || library == 2
        }
      if !agrees { Issue.record("U+\(String(value, radix: 16)): the library says \(library)") }
    }
  }

  @Test func whatIsDrawnCanBeReadBack() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    #expect(screen.rows == 6 && screen.columns == 20)
    var grid = Grid(rows: 6, columns: 20)
    grid.write("黄志龙", row: 0, column: 1, style: .title)
    grid.write("𬭎㛃\u{31350}“好”e\u{301}", row: 1, column: 0, style: .bad)
    grid.write("中", row: 2, column: 18)
    grid.write("底", row: 5, column: 17)
    screen.draw(grid)
    for row in 0..<6 { #expect(screen.textOnScreen(row: row) == grid.plainText(ofScreenRow: row)) }
    // Over halves of characters, and back.
    for column in 0..<8 {
      grid.write("x", row: 0, column: column)
      screen.draw(grid)
      #expect(screen.textOnScreen(row: 0) == grid.plainText(ofScreenRow: 0))
      grid.write("郑一", row: 0, column: column)
      screen.draw(grid)
      #expect(screen.textOnScreen(row: 0) == grid.plainText(ofScreenRow: 0))
    }
  }

  @Test("Random text stands on the screen as in the grid", arguments: [UInt64(5), .random(in: 0 ... .max)])
  func anyTextCanBeReadBack(seed: UInt64) throws {
    let terminal = try terminal()
    let screen = try open(terminal) { $0.ascii = true }
    defer { screen.close() }
    var state = seed
    func number(_ limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    let starts = [
      0x4E00, 0x3400, 0x2CEB0, 0x31350, 0x20, 0x300, 0x2000, 0x2460, 0x2500, 0x1F300, 0x0, 0xE000,
    ]
    var grid = Grid(rows: 6, columns: 20)
    for round in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<number(12) {
        if let scalar = Unicode.Scalar(UInt32(starts[number(12)] + number(128))) { text.append(scalar) }
      }
      grid.write(String(text), row: number(6), column: number(20))
      screen.draw(grid)
      for row in 0..<6 {
        #expect(
          screen.textOnScreen(row: row) == grid.plainText(ofScreenRow: row), "seed \(seed), round \(round)")
      }
      _ = terminal.sent()
    }
  }

  @Test func linesAreDrawnInAsciiWhereAsked() throws {
    let terminal = try terminal()
    let screen = try open(terminal) { $0.ascii = true }
    defer { screen.close() }
    var grid = Grid(rows: 6, columns: 20)
    for row in [0, 4] { grid.horizontalLine(row: row) }
    for column in [0, 19] { grid.verticalLine(column: column, length: 5) }
    grid.write(" 限额 ", row: 0, column: 2)
    grid.bar(row: 2, column: 3, width: 10, used: 3, waiting: 3, of: 10)
    screen.draw(grid)
    for row in 0..<6 { #expect(screen.textOnScreen(row: row) == grid.plainText(ofScreenRow: row)) }
  }

  @Test func aGridOfAnotherSizeIsCutOrFilledUp() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    var large = Grid(rows: 9, columns: 41)
    for row in 0..<9 { large.write(String(repeating: "中", count: 20), row: row, column: 1) }
    screen.draw(large)
    #expect(screen.textOnScreen(row: 0) == " " + String(repeating: "中", count: 9) + " ")
    screen.draw(Grid(rows: 2, columns: 5))
    for row in 0..<6 { #expect(screen.textOnScreen(row: row) == String(repeating: " ", count: 20)) }
  }

  @Test func rowsThatStayAreNotSentAgain() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    var grid = Grid(rows: 6, columns: 20)
    grid.write("不变", row: 0)
    grid.write("一", row: 3)
    screen.draw(grid)
    _ = terminal.sent()
    screen.draw(grid)
    #expect(terminal.sent() == "")
    grid.write("二", row: 3)
    screen.draw(grid)
    let sent = terminal.sent()
    #expect(sent.contains("二") && !sent.contains("不变"))
    screen.redraw()
    #expect(terminal.sent().contains("不变"))
  }

  @Test func theCursorStandsAtTheCaretOrIsHidden() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    var grid = Grid(rows: 6, columns: 20)
    screen.draw(grid)
    #expect(terminal.sent().contains("\u{1B}[?25l"))
    grid.placeCaret(row: 2, column: 4)
    screen.draw(grid)
    let sent = terminal.sent()
    #expect(sent.contains("\u{1B}[3;5H"))
    #expect(
      sent.contains("\u{1B}[?25h") || sent.contains("\u{1B}[?12;25h")
        || sent.contains("\u{1B}[34h\u{1B}[?25h"))
  }

  @Test func coloursAreLeftOutWhereAsked() throws {
    let terminal = try terminal()
    var grid = Grid(rows: 6, columns: 20)
    grid.write("不符合", row: 0, style: .bad)
    for mono in [false, true] {
      let screen = try open(terminal) { $0.mono = mono }
      _ = terminal.sent()
      screen.draw(grid)
      let sent = terminal.sent()
      // Closed first: what is expected in vain is told on standard error.
      screen.close()
      #expect(sent.contains("38;5;160m") == !mono)
    }
  }

  @Test func theTerminalIsPutBack() throws {
    let terminal = try terminal()
    let before = terminal.modes
    let screen = try open(terminal)
    #expect(terminal.modes != before)
    #expect(terminal.modes[0] & tcflag_t(IXON | IXOFF | ICRNL) == 0)
    #expect(terminal.modes[2] & tcflag_t(ICANON | ISIG | ECHO | IEXTEN) == 0)
    screen.draw(Grid(rows: 6, columns: 20))
    let opening = terminal.sent()
    #expect(opening.contains("\u{1B}[?1049h") && opening.contains("\u{1B}[?2004h"))
    #expect(!opening.contains("\u{1B}[?1000h"))
    screen.close()
    screen.close()
    let closing = terminal.sent()
    #expect(
      closing.contains("\u{1B}[?1049l") && closing.contains("\u{1B}[?2004l")
        && closing.contains("\u{1B}[?25h"))
    #expect(terminal.modes == before)
    #expect(screen.rows == 0)
    screen.draw(Grid(rows: 6, columns: 20))
    #expect(terminal.sent() == "")
  }

  @Test func eventsArrive() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    #expect(screen.nextEvent(timeout: 0) == nil)
    terminal.type("县知识产权局\u{1B}[15~\u{13}")
    #expect(screen.nextEvent(timeout: 2000) == .text("县知识产权局"))
    #expect(screen.nextEvent(timeout: 2000) == .key(.f(5)))
    #expect(screen.nextEvent(timeout: 2000) == .key(.control("s")))
    terminal.type("\u{1B}")
    #expect(screen.nextEvent(timeout: 2000) == .key(.escape))
    terminal.type("\u{1B}[200~a\rb\u{1B}[201~")
    #expect(screen.nextEvent(timeout: 2000) == .paste("a\nb"))
    #expect(screen.nextEvent(timeout: 10) == nil)
  }

  /// Something long looks for Esc meanwhile: what is typed for what comes after it is not lost.
  @Test func whatIsTypedMeanwhileStays() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    terminal.type("理由\u{1B}[15~")
    #expect(!screen.takeEscape() && !screen.takeEscape())
    #expect(screen.nextEvent(timeout: 2000) == .text("理由"))
    #expect(screen.nextEvent(timeout: 2000) == .key(.f(5)))
    terminal.type("1\u{1B}")
    var isStopped = false
    for _ in 0..<200 where !isStopped {
      isStopped = screen.takeEscape()
      usleep(10_000)
    }
    #expect(isStopped && screen.nextEvent(timeout: 10) == nil)
  }

  @Test func signalsBecomeEvents() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    terminal.resize(rows: 10, columns: 30)
    kill(getpid(), SIGWINCH)
    #expect(screen.nextEvent(timeout: 2000) == .resize(rows: 10, columns: 30))
    #expect(screen.rows == 10 && screen.columns == 30)
    kill(getpid(), SIGWINCH)
    #expect(screen.nextEvent(timeout: 10) == nil)
    kill(getpid(), SIGTERM)
    #expect(screen.nextEvent(timeout: 2000) == .terminate)
    kill(getpid(), SIGCONT)
    #expect(screen.nextEvent(timeout: 2000) == .resume)
    kill(getpid(), SIGHUP)
    #expect(screen.nextEvent(timeout: 2000) == .endOfInput)
  }

  @Test func theEndOfInputIsSaidWithoutHaste() throws {
    let terminal = try terminal()
    // Input is the other end of a second terminal, whose window then goes away.
    var (master, slave): (Int32, Int32) = (-1, -1)
    try #require(openpty(&master, &slave, nil, nil, nil) == 0)
    let screen = try open(terminal) { $0.input = slave }
    defer { screen.close() }
    close(master)
    #expect(screen.nextEvent(timeout: 2000) == .endOfInput)
    let start = InputQueue.now()
    #expect(screen.nextEvent(timeout: 60) == .endOfInput)
    #expect(InputQueue.now() - start >= 59)
    close(slave)
  }

  @Test func errorsGoToTheLogWhileTheScreenIsUp() throws {
    let terminal = try terminal()
    var path = Array("/tmp/zizhu-test-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    try #require(file >= 0)
    defer {
      close(file)
      unlink(path)
    }
    let name = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    let screen = try open(terminal) { $0.errorLog = name }
    _ = write(2, "logged\n", 7)
    screen.close()
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(file, &buffer, buffer.count)
    #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "logged\n")
  }

  @Test func refusalsAreTypedAndLeaveNothingBehind() throws {
    let terminal = try terminal()
    let before = terminal.modes
    let null = Glibc.open("/dev/null", O_RDWR)
    defer { close(null) }
    #expect(throws: ScreenError.notATerminal) { try open(terminal) { $0.input = null } }
    #expect(throws: ScreenError.unknownTerminal(name: "no-such")) {
      try open(terminal) { $0.terminalName = "no-such" }
    }
    #expect(throws: ScreenError.plainTerminal(name: "dumb")) {
      try open(terminal) { $0.terminalName = "dumb" }
    }
    #expect(throws: ScreenError.errorLog(code: ENOENT)) {
      try open(terminal) { $0.errorLog = "/nowhere/at/all" }
    }
    #expect(terminal.modes == before)
    let screen = try open(terminal)
    #expect(throws: ScreenError.alreadyOpen) { try open(terminal) }
    screen.close()
    let console = try open(terminal) { $0.terminalName = "linux" }
    #expect(console.isLinuxConsole)
    console.close()
    #expect(terminal.modes == before)
  }

  /// Colours are told from their neighbours by more than colour; on white none of them is yellow or cyan.
  @Test(arguments: [("xterm-256color", true), ("xterm-256color", false), ("xterm", true), ("xterm", false)])
  func coloursCanBeReadOnTheBackground(_ name: String, _ isLight: Bool) throws {
    let terminal = try terminal()
    let screen = try open(terminal) {
      $0.terminalName = name
      $0.isLight = isLight
      $0.mono = false
    }
    defer { screen.close() }
    var grid = Grid(rows: 6, columns: 20)
    grid.write("warning", row: 0, style: .warning)
    grid.write("heading", row: 1, style: .heading)
    screen.draw(grid)
    let sent = terminal.sent()
    // SGR 33 and 36 are yellow and cyan, 35 and 34 magenta and blue, 38;5 one of 256.
    let expected =
      name == "xterm-256color" ? ["38;5;130", "38;5;31"] : isLight ? ["35m", "34m"] : ["33m", "36m"]
    for colour in expected { #expect(sent.contains(colour), "\(colour)") }
    if isLight, name == "xterm" { #expect(!sent.contains("33m") && !sent.contains("36m")) }
  }

  @Test func theMouseIsTakenAndGivenBackAtOnce() throws {
    let terminal = try terminal()
    let screen = try open(terminal)
    defer { screen.close() }
    _ = terminal.sent()
    screen.useMouse(true)
    #expect(terminal.sent() == "\u{1B}[?1000h\u{1B}[?1006h")
    screen.useMouse(false)
    #expect(terminal.sent() == "\u{1B}[?1006l\u{1B}[?1000l")
  }
}

@Suite struct BackgroundTests {
  @Test(arguments: [("15;0", false), ("0;15", true), ("0;default;7", true), ("", false), ("12;8", false)])
  func whatTheTerminalSays(_ colours: String, _ isLight: Bool) {
    #expect(TerminalBackground.isLight(colours) == isLight)
  }
}

extension ScreenTests {
  /// Colours alone are the user's: what is bold or underlined stays, and where colours are not shown nothing changes.
  @Test(arguments: [false, true]) func theUsersColoursChangeNothingElse(isMono: Bool) throws {
    let terminal = try terminal()
    let screen = try open(terminal) { options in
      options.mono = isMono
      options.colours = UserColours("title = white on blue\nselected = black on 208\nbad = 300")
    }
    defer { screen.close() }
    let plain = Looks(mono: isMono, isLight: false)
    let own = Looks(
      mono: isMono, isLight: false,
      colours: UserColours("title = white on blue\nselected = green\nbad = black on red"))
    for style in Style.allCases {
      let isOwn = [.title, .selected, .bad].contains(style) && !isMono
      #expect((own.look(style).pair != plain.look(style).pair) == isOwn)
      // White on blue is what was asked for; reverse would make blue on white of it.
      let kept = plain.look(style).attributes & ~(style == .title && !isMono ? UInt32(1 << 18) : 0)
      #expect(own.look(style).attributes == kept, "\(style)")
    }
  }

  /// As the terminal shows it: the title's letters white, their ground blue, and not the other way round.
  @Test func aTitleOfTheUsersIsNotReversed() throws {
    let terminal = try terminal(rows: 24, columns: 80)
    let screen = try open(terminal) { options in
      options.mono = false
      options.colours = UserColours("title = white on blue")
    }
    defer { screen.close() }
    _ = terminal.sent()
    var grid = Grid(rows: 24, columns: 80)
    grid.write("zizhu", row: 0, style: .title)
    screen.draw(grid)
    let sent = terminal.sent()
    let before = sent.split(separator: "zizhu").first.map(String.init) ?? ""
    let codes = before.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.output.1.split(separator: ";") }
    #expect(codes.contains("37") && codes.contains("44") && !codes.contains("7"), "\(codes)")
  }
}
