import Foundation
import Testing

/// Days by the command line: what a real store takes, what a trial one takes, and that its papers say so.
struct OfficeDayTests {
  private static let filing = #"""
    {"id": "F9", "item": "utility-grant", "applicant": "E1", "received": "2019-06-10",
     "inputs": {"applicationNumber": "201820000001", "grantedOn": "2019-05-10"}}
    """#
  private static let applicant = #"""
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "filings": [], "applicants": [
      {"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881", "account": "1236001321"}]}
    """#

  /// A store of one office with a filing; real, or for trying things out.
  private func store(_ scratch: Scratch, _ options: String...) throws {
    let made = try Program.run(
      ["init", scratch.store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "赵主管"] + options)
    try #require(made.status == 0, "\(made.errors)")
    try succeed(scratch, "import", scratch.file("cases.json", Self.applicant))
    try succeed(scratch, "file", input: Self.filing)
  }

  @discardableResult
  private func succeed(_ scratch: Scratch, _ words: String..., input: String = "") throws -> String {
    let result = try Program.run(words + ["--store", scratch.store], input: input)
    try #require(result.status == 0, "\(words): \(result.errors)")
    return result.output
  }

  @Test
  func `a real store refuses a day that is still to come, with every command`() throws {
    let scratch = try Scratch()
    try store(scratch)
    for words in [
      ["step", "lapse", "F9"], ["step", "accept", "F9"], ["show", "F9"], ["report", "ages"],
      ["print", "receipt", "F9"],
      ["amend", "F9"],
    ] {
      let result = try Program.run(words + ["--store", scratch.store, "--today", "2099-01-01"], input: "{}")
      #expect(result.status == 64, "\(words): \(result.errors)")
      #expect(result.errors.contains("2099-01-01 还没有到"), "\(result.errors)")
    }
    #expect(try succeed(scratch, "show", "F9").contains("阶段 收件"))
  }

  @Test
  func `a day behind is taken by a real store, written down and shown`() throws {
    let scratch = try Scratch()
    try store(scratch)
    try succeed(scratch, "step", "accept", "F9", "--today", "2019-06-12")
    #expect(try succeed(scratch, "show", "F9").contains("受理  2019-06-12（当时把日期设为 2019-06-12）"))
    #expect(try succeed(scratch, "history", "F9").contains("受理（当时把日期设为 2019-06-12）"))
    #expect(!(try succeed(scratch, "print", "receipt", "F9").contains("试用")))
  }

  @Test
  func `a moment and a word for the ids are for a trial alone`() throws {
    let scratch = try Scratch()
    try store(scratch)
    let moment = try Program.run(["show", "F9", "--store", scratch.store, "--today", "2019-06-12T09:30"])
    #expect(moment.status == 64 && moment.errors.contains("只有试用数据库"), "\(moment.errors)")
    let other = try Program.run(
      [
        "init", scratch.path + "/other", "--office", "英德市知识产权局", "--district", "441881", "--operator", "赵主管",
        "--play", "甲",
      ])
    #expect(other.status == 64 && other.errors.contains("请同时写 --trial"), "\(other.errors)")
  }

  @Test
  func `the papers of several filings are looked at in one go`() throws {
    let scratch = try Scratch()
    try store(scratch, "--trial", "--play", "甲", "--today", "2019-06-10T09:00")
    try succeed(
      scratch, "file", input: Self.filing.replacing("F9", with: "F8").replacing("01\"", with: "19\""))
    let told = try succeed(
      scratch, "papers", "F9", "F8", "--all-ok", "--today", "2019-06-10T09:20", "--as", "赵主管")
    #expect(told.contains("F9：\n") && told.contains("F8：\n"))
    #expect(try succeed(scratch, "history", "F8").contains("2019-06-10 09:20  赵主管  核对材料"))
  }

  @Test
  func `a trial store goes ahead of the clock, and each of its papers says what it is`() throws {
    let scratch = try Scratch()
    try store(scratch, "--trial")
    try succeed(scratch, "step", "accept", "F9", "--today", "2099-01-01")
    #expect(try succeed(scratch, "show", "F9").contains("2099-01-01"))
    for format in ["text", "html"] {
      for paper in ["receipt", "approval", "batch"] {
        let printed = try succeed(scratch, "print", paper, "F9", "--format", format)
        #expect(printed.contains("试用，不作凭据"), "\(paper) \(format)")
      }
    }
    // A template that an office wrote itself can't leave it out.
    try FileManager.default.createDirectory(
      atPath: scratch.store + "/templates", withIntermediateDirectories: true)
    _ = try scratch.file("store/templates/receipt.txt", "{{#sheets}}{{filing}}{{/sheets}}")
    #expect(try succeed(scratch, "print", "receipt", "F9").contains("试用，不作凭据"))
    #expect(try succeed(scratch, "print", "batch", "F9", "--format", "csv").contains("试用，不作凭据"))
    #expect(try succeed(scratch, "report", "totals").contains("（试用）"))
  }

  @Test(.enabled(if: MovedClock.isThere))
  func `the day is China's in every zone, and a clock that has moved on lets the day through`() throws {
    let scratch = try Scratch()
    try store(scratch)
    // Whatever the time of day: one of these hours is past midnight in China and before it in UTC.
    for (zone, hours) in [
      ("UTC", 0), ("UTC", 8), ("UTC", 16), ("America/New_York", 4), ("Pacific/Auckland", 12),
    ] {
      var environment = try MovedClock.environment(days: 3, hours: hours)
      environment.merge(["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data, "TZ": zone]) { $1 }
      let noted = try Launch.run(
        [Program.path, "step", "accept", "F9", "--store", scratch.store], environment: environment)
      try #require(noted.status == 0, "\(noted.errors)")
      let last = try #require(try succeed(scratch, "show", "F9").split(separator: "\n").last)
      // The moment's day in China, and the legal day behind the step.
      #expect(
        last.components(separatedBy: String(last.trimmingPrefix("  ").prefix(10))).count == 3, "\(last)")
      _ = try Launch.run(
        [Program.path, "step", "undo", "F9", "--note", "再试", "--store", scratch.store],
        environment: environment)
    }
    var moved = try MovedClock.environment(days: 40)
    moved.merge(["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data]) { $1 }
    let day = ISO8601DateFormatter.string(
      from: Date(timeIntervalSinceNow: 20 * 86_400), timeZone: .gmt, formatOptions: .withFullDate)
    let words = [Program.path, "step", "accept", "F9", "--store", scratch.store, "--today", day]
    #expect(try Launch.run(words, environment: moved).status == 0)
  }
}
