import Foundation
import Testing

/// A clerk's desk and a reviewer's on one store, each in a terminal of its own.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct TwoTerminalsTests {
  /// Enters the grant of a utility model up to the point of saving.
  private func fill(_ desk: Terminal, patent: String) throws {
    try desk.press("F2")
    try desk.wait(for: "新申报")
    try desk.type("syxxsq")
    try desk.wait(for: "实用新型授权")
    try desk.press("Tab")
    try desk.type("E1")
    try desk.press("Tab", "Tab")
    try desk.type(patent)
    try desk.press("Tab")
    try desk.type("20191015")
    try desk.wait(for: "全额资助")
  }

  @Test func eachSeesTheOthersSavesAndNobodySavesOntoThem() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let clerk = try Terminal.desk(scratch.store)
    let reviewer = try Terminal.desk(scratch.store)
    for desk in [clerk, reviewer] { try desk.wait(for: "1 待办", "资助合计 45,000.00") }

    try fill(clerk, patent: "201920000018.X")
    try clerk.press("F8")
    try clerk.wait(for: "已保存 441881-2020-000001")
    // List and totals move at the other desk by themselves.
    try reviewer.wait(for: "441881-2020-000001", "资助合计 46,000.00")

    // Both enter the same patent; the reviewer's desk stands still while the clerk saves.
    try fill(reviewer, patent: "201820123456.0")
    try fill(clerk, patent: "201820123456.0")
    let process = try #require(reviewer.process)
    kill(process, SIGSTOP)
    try clerk.press("F8")
    try clerk.wait(for: "已保存 441881-2020-000002")
    try reviewer.press("F8")
    kill(process, SIGCONT)
    try reviewer.wait(for: "没有保存", "新申报", "201820123456.0")
    #expect(try Filings.ids(in: scratch.store).count == 92)
    // The draft is still there, and says what it comes to now.
    try reviewer.wait(for: "441881-2020-000002")
    #expect(try Program.run(["verify", "--store", scratch.store]).status == 0)
  }
}
