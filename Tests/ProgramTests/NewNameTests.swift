import Foundation
import Testing

/// One supervisor alone tries to pay, by the built program on a real store: with new names, cleared PINs, days and
/// clocks.
struct NewNameTests {
  /// A real store of 赵主管, who has the login, with filings F1 and F2 of applicants that 周主管 entered.
  private final class RealStore {
    let scratch: Scratch
    var codes: [String: String] = [:]

    init() throws {
      scratch = try Scratch()
      let made = try Program.run(
        ["init", scratch.store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "赵主管"])
      try #require(made.status == 0, "\(made.errors)")
      try add("周主管", "supervisor")
      try add("孙复核", "reviewer")
      let applicants = (1...2).map {
        #"{"id": "E\#($0)", "name": "英德市第\#($0)陶瓷厂", "kind": "enterprise", "district": "441881", "account": "600\#($0)"}"#
      }
      let filings = (1...2).map { CaseworkStore.grant("F\($0)", of: "E\($0)", $0) }
      let cases = try scratch.file(
        "cases.json",
        """
        {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
         "applicants": [\(applicants.joined(separator: ","))], "filings": [\(filings.joined(separator: ","))]}
        """)
      try succeed("周主管", "import", cases)
    }

    /// Adds a name and remembers the code that stands on the last line.
    func add(_ name: String, _ role: String) throws {
      let said = try succeed(nil, "operator", "add", name, "--role", role)
      codes[name] = String(try #require(said.split(separator: "\n").last))
    }

    /// As somebody with a PIN: at the first sign-in the code stands on the line before it.
    func run(
      _ name: String?, _ words: [String], pin: String? = nil, moved: [String: String] = [:]
    ) throws -> Launch.Result {
      let command = [Program.path] + words + ["--store", scratch.store]
      let environment = ["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data].merging(moved) { $1 }
      guard let name else { return try Launch.run(command, environment: environment) }
      let typed = pin ?? ((codes[name].map { $0 + "\n" } ?? "") + "pin-\(name)\n")
      let result = try Launch.run(
        ["/bin/sh", "-c", #"exec "$@" 3<"$0""#, scratch.file("pin", typed)] + command
          + ["--as", name, "--pin-fd", "3"], environment: environment)
      if pin == nil { codes[name] = nil }
      return result
    }

    @discardableResult
    func succeed(_ name: String?, _ words: String..., moved: [String: String] = [:]) throws -> String {
      let result = try run(name, words, moved: moved)
      try #require(result.status == 0, "\(words): \(result.errors)\(result.output)")
      return result.output
    }

    func refuse(
      _ name: String?, _ words: String..., texts: [String], moved: [String: String] = [:],
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let result = try run(name, words, moved: moved)
      #expect(result.status == 77, "\(words): \(result.errors)", sourceLocation: sourceLocation)
      for text in texts {
        #expect(result.errors.contains(text), "\(result.errors)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test
  func `a supervisor's new names neither approve nor pay what the supervisor accepted`() throws {
    let store = try RealStore()
    try store.succeed(nil, "step", "accept", "F1")
    try store.succeed(nil, "step", "review", "F1")
    try store.add("影子", "reviewer")
    let reason = ["赵主管 于", "受理或接收了这一件", "当天 影子 与 赵主管 按一人计"]
    try store.refuse("影子", "step", "approve", "F1", texts: reason)
    try store.refuse("影子", "step", "approve", "F1", "--today", "2026-01-01", texts: ["影子"])
    try store.refuse(nil, "step", "approve", "F1", texts: ["受理或接收了这一件"])
    try store.succeed("孙复核", "step", "approve", "F1")
    try store.succeed(nil, "step", "publish", "F1")
    try store.add("傀主", "supervisor")
    try store.refuse("傀主", "step", "pay", "F1", texts: ["赵主管 于", "当天 傀主 与 赵主管 按一人计"])
    // Two names of one sponsor.
    try store.succeed("影子", "step", "accept", "F2")
    try store.succeed(nil, "step", "review", "F2")
    try store.refuse("傀主", "step", "approve", "F2", texts: ["影子 于", "按一人计"])
    // A colleague's name, taken over by clearing its PIN.
    let said = try store.succeed(nil, "operator", "pin", "--clear", "孙复核")
    store.codes["孙复核"] = String(try #require(said.split(separator: "\n").last))
    try store.refuse("孙复核", "step", "approve", "F2", texts: ["影子 于", "按一人计"])
    #expect(try store.succeed(nil, "verify").contains("完好"))
  }

  @Test(.enabled(if: MovedClock.isThere))
  func `a clock that is moved on a day lets the new name through, and everything shows it`() throws {
    let store = try RealStore()
    try store.succeed(nil, "step", "accept", "F1")
    try store.succeed(nil, "step", "review", "F1")
    try store.add("影子", "reviewer")
    // Back does not help: the last save's day counts. That the first PIN is a save itself hides nothing.
    try store.refuse(
      "影子", "step", "approve", "F1", texts: ["按一人计", "本机时钟走到了上一次保存之前"],
      moved: try MovedClock.environment(days: -3))
    try store.succeed("影子", "step", "approve", "F1", moved: try MovedClock.environment(days: 1, hours: 1))
    #expect(try store.succeed(nil, "show", "F1").contains("影子此前七天内由 赵主管 于"))
    #expect(try store.succeed(nil, "print", "approval", "F1").contains("复核人 影子 此前七天内由 赵主管 于"))
    let listed = try store.succeed(nil, "report", "exceptions", "--year", "2019")
    for text in ["新姓名审定或拨付", "影子", "姓名没有担保人", "赵主管", "时钟倒退"] {
      #expect(listed.contains(text), "\(listed)")
    }
  }

  @Test
  func `the first PIN takes the code, by a descriptor of its own or as the first line`() throws {
    let store = try RealStore()
    try store.add("吴经办", "clerk")
    let code = try #require(store.codes["吴经办"])
    #expect(code.count == 8)
    for typed in ["thief-pin\n", "00000000\nthief-pin\n", "\nthief-pin\n"] {
      let result = try store.run("吴经办", ["step", "accept", "F1"], pin: typed)
      #expect(result.status == 77 && result.errors.contains("一次性码"), "\(result.errors)")
    }
    let file = try store.scratch.file("code", code + "\n")
    let pin = try store.scratch.file("own-pin", "pin-吴经办\n")
    let own = try Launch.run(
      [
        "/bin/sh", "-c", #"exec "$@" 3<"$0" 4<\#(file)"#, pin, Program.path, "step", "accept", "F1",
        "--store",
        store.scratch.store, "--as", "吴经办", "--pin-fd", "3", "--code-fd", "4",
      ], environment: ["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data])
    #expect(own.status == 0, "\(own.errors)")
    // Afterwards one line is enough, and the code is worth nothing.
    store.codes["吴经办"] = nil
    try store.succeed("吴经办", "step", "undo", "F1", "--note", "点错了")
    #expect(try store.run("吴经办", ["show", "F1"], pin: code + "\n").status == 0)
    #expect(try store.run("吴经办", ["step", "accept", "F1"], pin: code + "\n").status == 77)
    let told = try store.run("吴经办", ["step", "accept", "F1"])
    #expect(told.status == 0 && told.errors.contains("输错过 1 次 PIN"), "\(told.errors)")
  }
}
