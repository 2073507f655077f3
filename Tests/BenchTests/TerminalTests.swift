import Glibc
import Testing

@testable import zizhu_bench

/// Programs that are measured from outside, the shell in the desk's place.
@Suite struct TerminalTests {
  private let shell = Program(path: "/bin/sh")

  @Test func aProgramIsSeenAndTypedToThroughATerminalOfItsOwn() throws {
    let terminal = try PseudoTerminal(.init(columns: 100, rows: 30))
    defer { terminal.close() }
    let process = try RunningProgram(
      shell, ["-c", "stty size; read word; echo \"<$word $TERM>\""], output: .terminal(terminal.path),
      settings: ["TERM": "vt100"])
    terminal.handOver()
    #expect(text(terminal) { $0.contains("100") }.contains("30 100"))
    try terminal.type("typed\r")
    #expect(text(terminal) { $0.contains(">") }.contains("<typed vt100>"))
    try process.finish()
  }

  /// Reads until it is all there, however slow the machine is.
  private func text(_ terminal: PseudoTerminal, until isWhole: (String) -> Bool) -> String {
    var text = ""
    while !isWhole(text), let drawn = terminal.drawn(within: 60, quiet: 0.01) {
      text += String(decoding: drawn.bytes, as: UTF8.self)
    }
    return text
  }

  @Test func theDeskIsNotLeftRunningWhereSomethingElseIsDrawn() throws {
    let error = try #require(throws: BenchFailure.self) {
      try DeskInTerminal.run(shell, ["-c", "echo $$; exec sleep 600"], leaving: true) { _ in }
    }
    let id = error.description.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }.last
    #expect(kill(try #require(id), 0) == -1 && errno == ESRCH)
  }

  @Test func theFirstScreenIsWaitedForWhileTheDeskWorks() throws {
    // Counting takes longer than what passes for quiet.
    let work = "printf 1234; n=0; while [ $n -lt 1000000 ]; do n=$((n + 1)); done; printf 待办; exec sleep 600"
    let bytes = try DeskInTerminal.run(shell, ["-c", work], leaving: false) { $0.firstScreen.bytes }
    #expect(bytes == 10)
  }

  @Test func theDeskIsNotLeftRunningWhereMeasuringFails() throws {
    var id: Int32?
    #expect(throws: BenchFailure.self) {
      try DeskInTerminal.run(shell, ["-c", "echo 待办; exec sleep 600"], leaving: true) { desk in
        id = desk.process.id
        throw BenchFailure("on purpose")
      }
    }
    #expect(kill(try #require(id), 0) == -1 && errno == ESRCH)
  }

  @Test func keysAreMeasuredByWhatIsDrawnForThem() throws {
    // Draws each key in brackets.
    let echo = "stty raw -echo; printf 待办; while key=$(head -c 1); do printf '<%s>' \"$key\"; done"
    let script = KeyScript(name: "", label: "", before: ["a"], keys: ["b", "c"], after: ["d"])
    try DeskInTerminal.run(shell, ["-c", echo], leaving: false) { desk in
      #expect(desk.firstScreen.bytes == 6)
      let keys = try KeyMeasurement(script, on: desk, rounds: 3)
      #expect(keys.bytes == [3, 3, 3, 3, 3, 3] && keys.times.count == 6)
    }
  }

  @Test func somethingIsDrawnForTheKeysOfEveryScriptOnTheDemo() throws {
    let program = try #require(Program.desk(nil))
    let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    try DeskInTerminal.run(program, ["demo", "--data", "/\(project)/data"], leaving: true) { desk in
      try desk.rest()
      for script in KeyScript.all {
        let keys = try KeyMeasurement(script, on: desk, rounds: 1)
        #expect(keys.times.count == script.keys.count, "\(script.label)")
      }
    }
  }

  @Test func aCommandThatFailsIsSaid() throws {
    #expect(try shell.output(of: ["-c", "echo 1; echo 2"]) == "1\n2\n")
    #expect(throws: BenchFailure.self) { try shell.output(of: ["-c", "exit 3"]) }
    #expect(throws: BenchFailure.self) { try shell.run(["-c", "exit 3"]) }
    #expect(throws: BenchFailure.self) { try Program(path: "zizhu-there-is-no-such-program").run([]) }
  }
}
