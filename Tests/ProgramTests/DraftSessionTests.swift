import Foundation
import Testing

/// What was being typed when the program ended is there at the next start.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct DraftSessionTests {
  private func drafts(_ scratch: Scratch) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: scratch.store + "/drafts")
    return (names ?? []).filter { !$0.hasSuffix(".new") }
  }

  private func text(_ scratch: Scratch) -> String {
    drafts(scratch).compactMap {
      try? String(contentsOfFile: scratch.store + "/drafts/\($0)", encoding: .utf8)
    }
    .joined()
  }

  /// Types into a new applicant and waits until the name is on the disk.
  private func typing(_ scratch: Scratch) throws -> Terminal {
    try scratch.makeStore()
    let desk = try Terminal.desk(scratch.store)
    try desk.wait(for: "还没有申报")
    try desk.press("F3")
    try desk.wait(for: "新申请人")
    try desk.type("连州市试验有限公司")
    try desk.press("Tab")
    try desk.type("1")
    try desk.wait(for: "连州市试验有限公司")
    return desk
  }

  @Test func aKilledDeskLeavesItsDraftAndTheNextOneOffersIt() throws {
    let scratch = try Scratch()
    let desk = try typing(scratch)
    let typed = Date()
    try #require(Terminal.eventually { text(scratch).contains("[\"kind\",\"1\"]") })
    #expect(Date().timeIntervalSince(typed) < 2)
    // Another desk of the same operator is not offered what this one is typing.
    let other = try Terminal.desk(scratch.store)
    try other.wait(for: "还没有申报")
    #expect(!other.screen.contains("没保存的内容"))
    let process = try #require(desk.process)
    kill(process, SIGKILL)
    try desk.waitForEnd()

    let again = try Terminal.desk(scratch.store)
    try again.wait(for: "有没保存的内容：新申请人 连州市试验有限公司", "Enter 接着填写", "Del 丢弃", "Esc 以后再说")
    try again.press("Enter")
    try again.wait(for: "名称 *           连州市试验有限公司", "已取回没有保存的内容")
    try again.press("Tab")
    try again.type("连州市")
    try again.press("F8")
    try again.wait(for: "已保存申请人")
    try #require(Terminal.eventually { drafts(scratch).isEmpty })
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func aDeskThatIsEndedKeepsWhatWasTypedTheMomentBefore(_ signal: Int32)
    throws
  {
    let scratch = try Scratch()
    let desk = try typing(scratch)
    try desk.press("Tab")
    try desk.type("连州")
    try desk.wait(for: "所在地区 *       连州")
    kill(try #require(desk.process), signal)
    try desk.waitForEnd()
    #expect(text(scratch).contains("[\"district\",\"连州\"]"))
  }

  @Test func whatIsGivenUpIsGone() throws {
    let scratch = try Scratch()
    let desk = try typing(scratch)
    try #require(Terminal.eventually { !drafts(scratch).isEmpty })
    try desk.press("F10")
    try desk.wait(for: "内容还没有保存")
    try desk.press("Enter")
    try #require(Terminal.eventually { drafts(scratch).isEmpty })
    try desk.press("F10")
    try desk.wait(for: "要离开吗")
    try desk.press("Enter")
    try desk.waitForEnd()
    let again = try Terminal.desk(scratch.store)
    try again.wait(for: "还没有申报")
    #expect(!again.screen.contains("没保存的内容"))
  }

  /// Where the draft can't be written the clerk hears of it, and goes on.
  @Test func aDraftThatCannotBeWrittenIsSaid() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let desk = try Terminal.desk(scratch.store)
    try desk.wait(for: "还没有申报")
    let drafts = scratch.store + "/drafts"
    try FileManager.default.removeItem(atPath: drafts)
    try "".write(toFile: drafts, atomically: true, encoding: .utf8)
    try desk.press("F3")
    try desk.wait(for: "新申请人")
    try desk.type("连州市试验有限公司")
    try desk.wait(for: "草稿没有写到磁盘上，请尽快保存")
    try desk.press("Tab")
    try desk.wait(for: "1  企业")
  }
}
