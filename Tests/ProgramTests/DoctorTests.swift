import Foundation
import Testing

/// The look at a computer before the desk is used on it.
@Suite struct DoctorTests {
  @Test func withoutATerminalItLooksAtTheRestAndTellsOfNobody() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let result = try Program.run(
      ["doctor", "--store", scratch.store], behind: ["/usr/bin/env", "LC_ALL=C", "HOME=/home/冯晓岚"])
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map(String.init)
    for what in ["程序", "内核", "语言环境", "终端", "数据库", "写盘", "文件锁", "权限", "空间", "时钟", "打印机"] {
      #expect(rows.contains { $0.contains(" \(what) ") }, "\(what)")
    }
    #expect(result.output.contains("这里不是终端"))
    #expect(result.output.contains("文件夹在"))
    // A test's disk has room for a store.
    #expect(!result.output.contains("还有 0 MB"))
    #expect(!result.output.contains(scratch.store) && !result.output.contains("冯晓岚"))
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.store)
    #expect(left.allSatisfy { !$0.contains("doctor") })
  }

  @Test func aFolderThatTakesNothingIsToldWithWhatToDo() throws {
    let result = try Program.run(["doctor", "--store", "/proc/office"])
    #expect(result.status == 0)
    #expect(result.output.contains("有问题 写盘") && result.output.contains("--store"))
    #expect(result.output.contains("有 1 处会妨碍使用"))
  }

  @Test(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
  func keysThatArriveAreNamedAndOthersToldWithWhatHelps() throws {
    let terminal = try Terminal.shell()
    try terminal.type("'\(Program.path)' doctor --store /tmp")
    try terminal.press("Enter")
    for number in 1...10 {
      try terminal.wait(for: "请按 F\(number)")
      // The seventh never comes.
      try terminal.press(number == 7 ? "Enter" : "F\(number)")
    }
    try terminal.wait(for: "没有到的：F7（没有反应）", "字宽", "资 2")
  }

  /// What each surrounding is told, and what is not tried there.
  @Test(
    .enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"),
    arguments: [
      ("TERM=xterm-256color LC_ALL=C LANG=", ["LC_ALL=C，按 UTF-8 显示", "好     终端", "字宽", "请看   字体"], []),
      ("TERM=xterm LC_ALL= LANG=", ["没有设置，按 UTF-8 显示", "颜色      8 种"], []),
      (
        "TERM=linux LC_ALL=C.UTF-8", ["Linux 控制台没有汉字字形", "字宽", "This console has no Chinese glyphs"],
        ["字体"]
      ),
      (
        "TERM=dumb LC_ALL=C.UTF-8", ["好     语言环境", "有问题 终端", "“dumb”不能移动光标", "有 1 处会妨碍使用"],
        ["字宽", "按键"]
      ),
      ("TERM= LC_ALL=C.UTF-8", ["没有设置 TERM", "有 1 处会妨碍使用"], ["字宽", "按键"]),
      (
        "TERM=xterm LC_ALL=zh_CN.GB18030", ["有问题 语言环境", "set LANG=C.UTF-8"], ["字宽", "按键"]
      ),
    ] as [(String, [String], [String])])
  func eachSurroundingIsToldWhatHelpsThere(
    _ surroundings: String, _ told: [String], _ untold: [String]
  ) throws {
    let terminal = try Terminal.shell()
    try terminal.type("\(surroundings) '\(Program.path)' doctor --no-keys --store /tmp; echo 完$((6 * 7))")
    try terminal.press("Enter")
    try terminal.wait(for: "完42")
    for text in told { try terminal.wait(for: text) }
    for text in untold { #expect(!terminal.screen.contains(text), "\(text)") }
  }

  @Test(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
  func keysThatWereNotTriedAreNotSaidToHaveCome() throws {
    let terminal = try Terminal.shell()
    try terminal.type("'\(Program.path)' doctor --store /tmp")
    try terminal.press("Enter")
    for key in ["F1", "F2", "Escape"] {
      try terminal.wait(for: "请按 F\(["F1": 1, "F2": 2][key] ?? 3)")
      try terminal.press(key)
    }
    try terminal.wait(for: "F1 至 F2 都到了，其余没有试")
  }
}
