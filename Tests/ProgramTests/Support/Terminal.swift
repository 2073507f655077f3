import Foundation
import Testing

/// A terminal of tmux with something running in it.
///
/// Everything is waited for with a deadline; nothing counts on how fast the machine is.
final class Terminal {
  /// What is waited for at most, on a machine that builds beside.
  static let patience: TimeInterval = 30

  private let socket = "zizhu-test-" + UUID().uuidString
  private let tmux: String

  /// Runs a command line in a shell's place, in a terminal of that size; the screen stays when it has ended.
  init(_ command: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
    tmux = try #require(Tool.tmux)
    var variables = [
      "LANG": "C.UTF-8", "LC_ALL": "", "ZIZHU_DATA": Program.data, "TERM": "screen-256color",
      // The runtime's own report of a crash waits for a key.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let assignments = variables.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }
    _ = try run(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "exec sh"],
      before: ["-f", "/dev/null"])
    _ = try run(["set-option", "-g", "remain-on-exit", "on"])
    _ = try run(["set-option", "-g", "status", "off"])
    _ = try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    _ = try run(["respawn-pane", "-k", "env \(assignments.joined(separator: " ")) \(command)"])
  }

  deinit { _ = try? run(["kill-server"]) }

  /// The program on a store, in the terminal itself, so that its process is the terminal's.
  static func desk(
    _ store: String, columns: Int = 80, rows: Int = 24, today: String? = "2020-03-27"
  ) throws -> Terminal {
    let day = today.map { " --today \($0)" } ?? ""
    return try Terminal("'\(Program.path)' --store '\(store)'\(day)", columns: columns, rows: rows)
  }

  /// A shell that shows `READY` where it waits for a command.
  static func shell(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws -> Terminal
  {
    var environment = environment
    environment["PS1"] = "READY "
    let terminal = try Terminal("sh", columns: columns, rows: rows, environment: environment)
    try terminal.wait(for: "READY")
    return terminal
  }

  private func run(_ arguments: [String], before: [String] = []) throws -> String {
    try Launch.run(
      [tmux, "-u", "-L", socket] + before + arguments,
      environment: ["LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm-256color"]
    ).output
  }

  // MARK: - Hands

  /// Types text as an input method sends it.
  func type(_ text: String) throws { _ = try run(["send-keys", "-l", "--", text]) }

  /// Pastes text in brackets, as terminals do.
  func paste(_ text: String) throws {
    _ = try run(["set-buffer", "--", text])
    _ = try run(["paste-buffer", "-p", "-r"])
  }

  /// Presses keys by tmux's names: F2, Tab, Enter, Escape, C-s, PPage.
  func press(_ keys: String...) throws { for key in keys { _ = try run(["send-keys", key]) } }

  func resize(columns: Int, rows: Int) throws {
    _ = try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The process that runs in the terminal.
  var process: pid_t? {
    (try? run(["list-panes", "-F", "#{pane_pid}"])).flatMap { pid_t($0.filter(\.isNumber)) }
  }

  /// Whether what ran in the terminal has ended.
  var hasEnded: Bool { (try? run(["list-panes", "-F", "#{pane_dead}"]))?.hasPrefix("1") ?? true }

  // MARK: - Eyes

  var screen: String { (try? run(["capture-pane", "-p"])) ?? "" }

  /// The screen, and what has gone out above it; a line that was too long for it in one.
  var screenAndBefore: String { (try? run(["capture-pane", "-p", "-J", "-S", "-"])) ?? "" }

  /// Waits until the screen shows all of these.
  func wait(for texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    var seen = ""
    let isThere = Self.eventually {
      seen = screen
      return texts.allSatisfy(seen.contains)
    }
    let missing = texts.filter { !seen.contains($0) }
    try #require(isThere, "\(missing) did not show:\n\(seen)", sourceLocation: sourceLocation)
  }

  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try #require(Self.eventually { hasEnded }, "still running:\n\(screen)", sourceLocation: sourceLocation)
  }

  /// Looks again and again until something holds; false where it does not in time.
  static func eventually(_ holds: () -> Bool) -> Bool {
    let deadline = Date(timeIntervalSinceNow: patience)
    while true {
      if holds() { return true }
      if Date() > deadline { return false }
      usleep(50_000)
    }
  }
}
