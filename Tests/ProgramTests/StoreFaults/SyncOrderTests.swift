import Foundation
import Testing

/// The system's own record of what the program did: what it calls saved was on the disk before it said so.
@Suite(.enabled(if: Tool.strace != nil, "strace is not here or may not trace"))
struct SyncOrderTests {
  private func trace(_ log: String, _ more: [String] = []) throws -> [String] {
    let calls = "trace=openat,pwrite64,fdatasync,fsync,ftruncate,write,close,memfd_create,dup3"
    return [try #require(Tool.strace), "-f", "-s", "100000", "-e", calls, "-o", log] + more
  }

  @Test func aFilingIsOnTheDiskBeforeItsNumberIsWritten() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    for number in 1...3 {
      let log = scratch.path + "/log-\(number)"
      let filed = try Program.run(
        ["file", "--store", scratch.store], input: Filings.grant(number), behind: try trace(log))
      #expect(filed.status == 0, "\(filed.errors)")
      #expect(try SystemCalls(log).promisesKept(saying: "441881-2019-") == [true])
    }
  }

  @Test func makingAndImportingAreOnTheDiskBeforeTheySaySo() throws {
    let scratch = try Scratch()
    let log = scratch.path + "/log"
    let made = try Program.run(
      [
        "init", scratch.store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "李经办", "--trial",
      ],
      behind: try trace(log))
    #expect(made.status == 0)
    let calls = try SystemCalls(log).calls
    let said = try #require(
      calls.firstIndex { $0.name == "write" && $0.arguments.contains(SystemCalls.octal("已建立试用数据库")) })
    // The folder, the journal's folder and the store's own file are all synced by then, and nothing after.
    let syncs = calls.indices.filter { ["fsync", "fdatasync"].contains(calls[$0].name) }
    #expect(syncs.count >= 8 && syncs.allSatisfy { $0 < said && calls[$0].result.hasPrefix("0") })
    let office = try scratch.file("office.json", Filings.office)
    let imported = try Program.run(["import", office, "--store", scratch.store], behind: try trace(log))
    #expect(imported.status == 0)
    #expect(try SystemCalls(log).promisesKept(saying: "已读入申请人") == [true])
  }

  /// A session at the desk: each of three saves.
  @Test(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
  func theDeskSaysSavedAfterTheSync() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let log = scratch.path + "/log"
    let words = try trace(log).map { "'\($0)'" }.joined(separator: " ")
    let desk = try Terminal("\(words) '\(Program.path)' --store '\(scratch.store)' --today 2020-03-27")
    try desk.wait(for: "1 待办")
    for number in 1...3 {
      try desk.press("F3")
      try desk.wait(for: "新申请人")
      try desk.type("英德市试验陶瓷\(number)厂")
      try desk.press("Tab")
      try desk.type("1")
      try desk.press("Tab")
      try desk.type("英德市")
      try desk.press("Tab")
      try desk.press("F8")
      try desk.wait(for: "已保存申请人 441881-A0000\(number)")
    }
    try desk.press("F10")
    try desk.wait(for: "要离开吗")
    try desk.press("Enter")
    try desk.waitForEnd()
    #expect(try SystemCalls(log).promisesKept(saying: "已保存") == [true, true, true])
  }

  // MARK: - Calls that fail

  private func file(_ scratch: Scratch, _ number: Int, failing fault: String) throws -> Launch.Result {
    let log = scratch.path + "/log"
    return try Program.run(
      ["file", "--store", scratch.store], input: Filings.grant(number),
      behind: try trace(log, ["-e", "inject=" + fault]))
  }

  /// The first sync is that of opening, the second that of the line.
  @Test(arguments: [
    "fdatasync:error=EIO:when=2", "pwrite64:error=EIO:when=1", "pwrite64:error=ENOSPC:when=1",
    "fdatasync:error=EIO:when=1",
  ])
  func aSaveThatFailsSaysSoAndTheNextOneStands(_ fault: String) throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let before = try Filings.ids(in: scratch.store)
    let failed = try file(scratch, 1, failing: fault)
    #expect(failed.status == 74 && failed.output.isEmpty, "\(failed)")
    #expect(failed.errors.contains("没有保存"), "\(failed.errors)")
    #expect(!fault.contains("ENOSPC") || failed.errors.contains("磁盘已满"))
    #expect(try Filings.ids(in: scratch.store) == before)
    let next = try Program.run(["file", "--store", scratch.store], input: Filings.grant(2))
    #expect(next.status == 0 && next.output.hasPrefix("441881-2019-000091 "))
    #expect(try Program.run(["verify", "--store", scratch.store]).status == 0)
  }

  @Test(arguments: ["pwrite64", "fdatasync", "openat", "fsync"])
  func aCallThatASignalInterruptedIsMadeAgain(_ call: String) throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    for when in 1...3 {
      let filed = try file(
        scratch, when, failing: "\(call):error=EINTR:when=\(call == "openat" ? 20 + when : when)")
      #expect(filed.status == 0, "\(call) \(when): \(filed.errors)")
    }
    #expect(try Filings.ids(in: scratch.store).count == 93)
  }
}
