import Foundation
import Testing

/// Every file of a store, changed in every way, then every command that something goes out by, or the desk: refused
/// with a name, or without effect, never acted on.
///
/// Each run tries every change with one of the commands, and every eighth at the desk; `ZIZHU_TAMPERS=all` tries
/// all of them.
struct TamperTableTests {
  /// The words of each command; `out` is a path that is free.
  private static func commands(out: String) -> [[String]] {
    [
      ["print", "payment", "--year", "2019"], ["print", "receipt", "F1"], ["export"],
      ["export", "--format", "csv"], ["step", "approve", "F1"], ["step", "pay", "F2"],
      ["seal", "2018", "--confirm"], ["backup", out], ["verify"],
    ]
  }

  @Test
  func `No command acts on a store whose files were changed`() throws {
    let store = try TamperedStore()
    let out = store.tried + "-out.backup"
    let commands = Self.commands(out: out)
    func run(_ words: [String], _ change: TamperedStore.Change?) throws -> Launch.Result {
      if FileManager.default.fileExists(atPath: out) { try FileManager.default.removeItem(atPath: out) }
      return try store.run(words, on: change)
    }
    let right = try commands.map { try run($0, nil) }
    for (words, result) in zip(commands, right) { try #require(result.status == 0, "\(words): \(result)") }
    let head = try #require(right[8].output.split(separator: " ").last.map(String.init))
      .trimmingCharacters(in: .whitespacesAndNewlines)

    var (refused, harmless) = (0, 0)
    for (number, change) in store.changes.enumerated() {
      let words =
        change.isCut
        ? [["verify", "--head", head]]
        : TamperedStore.isAllWanted ? commands : [commands[number % commands.count]]
      for words in words {
        let found = try run(words, change)
        let what: Comment =
          "\(change.description), \(words): \(found.status) \(found.errors) \(found.output.prefix(300))"
        #expect(found.status >= 0 && found.status != 70 && found.status < 128, what)
        if found.status == 0 {
          harmless += 1
          #expect(found.output == right[commands.firstIndex(of: words) ?? 8].output, what)
        } else {
          refused += 1
          #expect(found.errors.contains(change.name) || found.errors.contains("损坏"), what)
          #expect(found.output.isEmpty || words[0] == "seal", what)
          #expect(!FileManager.default.fileExists(atPath: out), what)
        }
      }
    }
    #expect(store.changes.count >= 80, "\(store.changes.count)")
    print("tampers: \(store.changes.count), refused \(refused), without effect \(harmless)")
  }

  /// What a desk shows first, or says where it does not open, and what it says when somebody approves the filing that
  /// is chosen then.
  private func approve(_ store: TamperedStore, _ change: TamperedStore.Change?) throws -> (
    first: String, then: String
  ) {
    try store.lay(change)
    let desk = try Terminal.desk(store.tried, columns: 160, today: nil)
    try #require(Terminal.eventually { desk.hasEnded || desk.screen.contains(" 1 待办") }, "\(desk.screen)")
    let first = desk.screenAndBefore
    guard !desk.hasEnded else { return (first, "") }
    // A desk that may only look has nothing that could be approved, and says so at each key.
    let isOpen = !first.contains("只读")
    try desk.press("F5", "F8")
    if isOpen { _ = Terminal.eventually { desk.screen.contains("已审定") || desk.screen.contains("损坏") } }
    let then = desk.screen
    kill(try #require(desk.process), SIGKILL)
    try desk.waitForEnd()
    return (first, then)
  }

  @Test(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
  func `No desk acts on a store whose files were changed`() throws {
    let store = try TamperedStore()
    let right = try approve(store, nil).then
    let told = try #require(right.split(separator: "\n").last { $0.contains("已审定") }, "\(right)")
    var (refused, harmless) = (0, 0)
    for (number, change) in store.changes.enumerated() where !change.isCut {
      guard TamperedStore.isAllWanted || number.isMultiple(of: 8) else { continue }
      try store.lay(change)
      let before = try store.journal()
      let (first, then) = try approve(store, change)
      let what: Comment = "\(change.description):\n\(first)\n\(then)"
      if then.contains("已审定") {
        harmless += 1
        #expect(then.contains(told), what)
        let verified = try Program.run(["verify", "--store", store.tried])
        #expect(verified.status == 0 && verified.output.hasPrefix("完好"), "\(change.description): \(verified)")
      } else {
        refused += 1
        #expect([first, then].contains { $0.contains(change.name) || $0.contains("损坏") }, what)
        #expect(try store.journal() == before, what)
      }
    }
    print("tampers at the desk: refused \(refused), without effect \(harmless)")
  }
}
