import Foundation
import Testing

/// Recording a session and going through it again, with the real program.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct RecordingTests {
  @Test func aRecordedSessionIsReplayedOnTheDemo() throws {
    let scratch = try Scratch()
    let file = scratch.path + "/session"
    let first = try Terminal(
      "'\(Program.path)' demo --record '\(file)'", environment: ["TMPDIR": scratch.path])
    try first.wait(for: "1 待办", "2,730.00")
    try first.press("F3")
    try first.wait(for: "新申请人")
    try first.type("冯小明")
    try first.press("Tab")
    try first.type("7")
    try first.press("Tab")
    try first.type("英德市")
    try first.press("Tab")
    try first.type("441881199003070018")
    try first.press("F8")
    try first.wait(for: "已保存申请人")
    kill(try #require(first.process), SIGKILL)
    try first.waitForEnd()

    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix("zizhu-session 1\nscreen 24 80\ntoday 2020-03-30\n\n"))
    #expect(!text.contains("小明") && !text.contains("19900307"))
    var found = stat()
    #expect(stat(file, &found) == 0 && found.st_mode & 0o777 == 0o600)

    let again = try Terminal(
      "'\(Program.path)' demo --replay '\(file)'", environment: ["TMPDIR": scratch.path])
    try again.wait(for: "已保存申请人", "2 申请人", "英德市")
    #expect(!again.screen.contains("小明"))
  }

  @Test func filesThatCannotBeUsedAreRefusedInPlainWords() throws {
    let scratch = try Scratch()
    let broken = try scratch.file("broken", "zizhu-session 1\nscreen 24 80\ntoday 2020-03-27\n\n0.0 <Nope>\n")
    for (arguments, sentence) in [
      (["--record", broken], "已有这个文件，没有覆盖"), (["--replay", broken], "第 5 行读不懂"),
      (["--replay", scratch.path + "/none"], "none"), (["--replay", Program.data + "/pinyin.tsv"], "不是操作记录"),
    ] {
      let result = try Program.run(["demo"] + arguments)
      #expect(result.status != 0 && result.errors.contains(sentence), "\(result.errors)")
    }
  }
}
