import Foundation
import Testing

/// Terminals that are too small, foreign or gone: one plain sentence each, and the terminal as it was.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct SurroundingsTests {
  /// A shell beside a store, and what `stty -g` says before anything ran.
  private func shell(
    _ scratch: Scratch, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> Terminal {
    try scratch.makeStore()
    let shell = try Terminal.shell(columns: columns, rows: rows, environment: environment)
    try shell.type("stty -g > \(scratch.path)/before; echo MODES $(wc -l < \(scratch.path)/before)")
    try shell.press("Enter")
    try shell.wait(for: "MODES 1")
    return shell
  }

  private func start(_ shell: Terminal, _ scratch: Scratch) throws {
    try shell.type("'\(Program.path)' --store \(scratch.store) --today 2020-03-27; echo STATUS $?")
    try shell.press("Enter")
  }

  /// The shell's modes are what they were, and it takes commands again.
  private func expectSane(
    _ shell: Terminal, _ scratch: Scratch, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try shell.type("stty -g > \(scratch.path)/after; echo AGAIN $(wc -l < \(scratch.path)/after)")
    try shell.press("Enter")
    try shell.wait(for: "AGAIN 1", sourceLocation: sourceLocation)
    let modes = try ["before", "after"].map {
      try String(contentsOfFile: scratch.path + "/" + $0, encoding: .utf8)
    }
    #expect(modes[0] == modes[1], sourceLocation: sourceLocation)
  }

  @Test func leavingPutsTheTerminalBack() throws {
    let scratch = try Scratch()
    let shell = try shell(scratch)
    try start(shell, scratch)
    try shell.wait(for: "1 待办", "还没有申报")
    try shell.press("F10")
    try shell.wait(for: "要离开吗")
    try shell.press("Enter")
    // The shell's own lines are back, the desk's are gone.
    try shell.wait(for: "STATUS 0", "MODES 1")
    #expect(!shell.screen.contains("还没有申报"))
    try expectSane(shell, scratch)
  }

  @Test(arguments: [("TERM", 0), ("HUP", 0), ("SEGV", 139)])
  func aSignalPutsTheTerminalBack(_ signal: String, _ status: Int) throws {
    let scratch = try Scratch()
    let shell = try shell(scratch)
    try shell.type(
      "sh -c 'echo $$ > \(scratch.path)/pid; exec \"\(Program.path)\" --store \(scratch.store)'; echo STATUS $?"
    )
    try shell.press("Enter")
    try shell.wait(for: "1 待办", "还没有申报")
    let pid = try String(contentsOfFile: scratch.path + "/pid", encoding: .utf8).filter(\.isNumber)
    _ = try Launch.run(["/bin/kill", "-" + signal, pid], environment: [:])
    try shell.wait(for: "STATUS \(status)")
    try expectSane(shell, scratch)
    #expect(!shell.screen.contains("还没有申报"))
  }

  @Test func aTerminalTooSmallSaysSoAndLosesNothing() throws {
    let scratch = try Scratch()
    let shell = try shell(scratch, columns: 59, rows: 15)
    try start(shell, scratch)
    try shell.wait(for: "窗口太小（至少 60 列 16 行），请放大；内容都在。")
    try shell.resize(columns: 80, rows: 24)
    try shell.wait(for: "还没有申报", "F1")
    try shell.press("F3")
    try shell.wait(for: "新申请人")
    try shell.type("连州市试验有限公司")
    try shell.wait(for: "连州市试验有限公司")
    try shell.resize(columns: 59, rows: 15)
    try shell.wait(for: "窗口太小")
    try shell.resize(columns: 110, rows: 30)
    try shell.wait(for: "连州市试验有限公司", "F8 保存")
    // The question shows however small the window is.
    try shell.resize(columns: 59, rows: 15)
    try shell.wait(for: "窗口太小")
    try shell.press("F10")
    try shell.wait(for: "内容还没有保存")
    try shell.press("Enter", "F10")
    try shell.wait(for: "要离开吗")
    try shell.press("Enter")
    try shell.wait(for: "STATUS 0")
    try expectSane(shell, scratch)
  }

  @Test(arguments: ["zh_CN.GBK", "en_US.ISO-8859-1"])
  func aLocaleThatIsNotUTF8IsRefused(_ locale: String) throws {
    let scratch = try Scratch()
    let shell = try shell(scratch)
    try shell.type("export LC_ALL=\(locale)")
    try shell.press("Enter")
    try start(shell, scratch)
    try shell.wait(for: "系统语言环境不是 UTF-8", "STATUS 64")
    try expectSane(shell, scratch)
  }

  @Test(arguments: ["C", "POSIX", "", "zh_CN.UTF-8"]) func aLocaleThatSaysNothingIsTakenForUTF8(
    _ locale: String
  ) throws {
    let scratch = try Scratch()
    let shell = try shell(scratch)
    try shell.type("export LC_ALL=\(locale) LANG=")
    try shell.press("Enter")
    try start(shell, scratch)
    try shell.wait(for: "1 待办", "还没有申报")
  }

  /// Nobody can read Chinese there: the first screen says so in ASCII, and so does every other, in the demo too.
  @Test func theLinuxConsoleIsToldInASCII() throws {
    for desk in ["--store $STORE", "demo"] {
      let scratch = try Scratch()
      let shell = try shell(scratch)
      try shell.type("STORE=\(scratch.store) TERM=linux sh -c '\"\(Program.path)\" \(desk)'")
      try shell.press("Enter")
      try shell.wait(for: "1 待办", "This console has no Chinese glyphs")
      try shell.press("4")
      try shell.wait(for: "4 限额", "This console has no Chinese glyphs")
    }
  }

  @Test(arguments: [
    ("dumb", "终端类型“dumb”不能移动光标"), ("nonsense", "不认识终端类型“nonsense”"), ("", "没有说明终端类型"),
  ])
  func aTerminalThatCannotShowADeskIsRefused(_ name: String, _ sentence: String) throws {
    let scratch = try Scratch()
    let shell = try shell(scratch)
    try shell.type("export TERM=\(name.isEmpty ? "''" : name)")
    try shell.press("Enter")
    try start(shell, scratch)
    try shell.wait(for: sentence, "STATUS 64")
    try expectSane(shell, scratch)
  }

  @Test func standardInputOrOutputElsewhereIsNoTerminal() throws {
    let scratch = try Scratch()
    let shell = try shell(scratch)
    for (number, redirection) in ["< /dev/null", "> \(scratch.path)/out"].enumerated() {
      try shell.type("'\(Program.path)' --store \(scratch.store) \(redirection); echo \(number) STATUS $?")
      try shell.press("Enter")
      try shell.wait(for: "\(number) STATUS 64")
    }
    #expect(shell.screen.components(separatedBy: "这里不是终端，打不开工作台").count == 3)
    try expectSane(shell, scratch)
  }

  /// A paste of several columns comes as one, fills fields, and saves nothing.
  @Test func aPasteFillsFieldsAndSavesNothing() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let desk = try Terminal.desk(scratch.store)
    try desk.wait(for: "还没有申报")
    try desk.press("F3")
    try desk.wait(for: "新申请人")
    try desk.paste("连州市试验有限公司\t企业\t连州市\n\n")
    try desk.wait(for: "名称 *           连州市试验有限公司", "类型 *           企业", "所在地区 *       连州市")
    #expect(try Program.run(["export", "--store", scratch.store]).output.contains("连州市试验") == false)
  }
}
