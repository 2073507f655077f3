import Glibc

/// The desk in a terminal of its own, measured from outside: from a key that is written to the last byte drawn for it.
struct DeskInTerminal {
  /// What came of a key, or of the start.
  struct Drawing {
    /// To the last byte, in seconds.
    var seconds: Double
    var bytes: Int
  }

  /// Seconds without a byte after which a key's drawing is over.
  static let quiet = 0.03
  /// The same at the start, where the terminal is prepared before there is something to draw.
  private static let quietAtStart = 0.3
  /// Seconds that a key may go without any drawing, as one does that changes nothing.
  private static let keyPatience = 2.0
  /// Seconds after which the desk is taken to hang: all of a large store is folded where it has no snapshot, and again
  /// beside the desk.
  private static let patience = 900.0

  /// Hundredths of a second on a processor within a second or two: looking for what others have saved takes less.
  private static let ticksAtRest = 1

  let firstScreen: Drawing
  let process: RunningProgram
  private let terminal: PseudoTerminal

  /// Starts the desk, does the work once it has drawn its first screen, and ends it whatever happens.
  ///
  /// - Parameter leaving: Whether it is left as people leave it, which takes its time, or killed.
  static func run<Value>(
    _ program: Program, _ arguments: [String], _ size: PseudoTerminal.Size = .init(), leaving: Bool,
    _ work: (DeskInTerminal) throws -> Value
  ) throws -> Value {
    let terminal = try PseudoTerminal(size)
    defer { terminal.close() }
    let start = Stopwatch.now()
    let started = Result {
      try RunningProgram(
        program, arguments, output: .terminal(terminal.path),
        settings: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "", "COLUMNS": "", "LINES": ""])
    }
    terminal.handOver()
    let process = try started.get()
    do {
      let desk = try DeskInTerminal(terminal, process, since: start)
      let value = try work(desk)
      if leaving { desk.leave() } else { process.kill() }
      return value
    } catch {
      process.kill()
      throw error
    }
  }

  private init(_ terminal: PseudoTerminal, _ process: RunningProgram, since start: Double) throws {
    self.terminal = terminal
    self.process = process
    guard var drawn = terminal.drawn(within: Self.patience, quiet: Self.quietAtStart) else {
      throw BenchFailure("the desk draws nothing")
    }
    // With a large store the desk works on, with the terminal prepared and nothing drawn yet.
    var ticks = -1 - Self.ticksAtRest
    while !Self.isFirstScreen(drawn.bytes), let now = process.ticks, now - ticks > Self.ticksAtRest {
      ticks = now
      guard let more = terminal.drawn(within: 2, quiet: Self.quietAtStart) else { continue }
      drawn = PseudoTerminal.Drawn(at: more.at, bytes: drawn.bytes + more.bytes)
    }
    guard Self.isFirstScreen(drawn.bytes) else {
      // What it said instead, as on a terminal too small, or where it asks who works.
      throw BenchFailure(
        "the desk does not show its first screen (--as and --pin-fd sign in):\n" + Self.plain(drawn.bytes))
    }
    firstScreen = Drawing(seconds: drawn.at - start, bytes: drawn.bytes.count)
  }

  private static func isFirstScreen(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains("待办")
  }

  /// What would prepare this program's own terminal for the desk is no part of a sentence.
  private static func plain(_ bytes: [UInt8]) -> String {
    String(
      String(decoding: bytes, as: UTF8.self).map { character in
        character.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : character
      })
  }

  /// Presses a key; nil where nothing was drawn for it.
  func press(_ key: String) throws -> Drawing? {
    let start = Stopwatch.now()
    try terminal.type(key)
    let drawn = terminal.drawn(within: Self.keyPatience, quiet: Self.quiet)
    return drawn.map { Drawing(seconds: $0.at - start, bytes: $0.bytes.count) }
  }

  /// Waits until what goes on beside the desk, as the check of the journal and the day's backup, is over.
  func rest() throws {
    let deadline = Stopwatch.now() + Self.patience
    var before = -1
    while let ticks = process.ticks, Stopwatch.now() < deadline {
      if before >= 0, ticks - before <= Self.ticksAtRest { return }
      before = ticks
      _ = terminal.drawn(within: 1, quiet: 1)
    }
    throw BenchFailure("the desk does not come to rest")
  }

  /// Leaves it, giving up what was typed.
  private func leave() {
    for key in [Keyboard.control("q"), Keyboard.enter, Keyboard.control("q"), Keyboard.enter] {
      guard (try? press(key)) != nil else { break }
    }
    process.stop()
  }
}
