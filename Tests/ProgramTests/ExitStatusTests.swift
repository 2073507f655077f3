import Foundation
import Testing

/// What scripts can count on: the exit status and one sentence for each thing that goes wrong.
@Suite struct ExitStatusTests {
  private let filing = """
    {"item": "utility-grant", "applicant": "P1", "received": "2019-04-01",
     "inputs": {"applicationNumber": "201820123456.0", "grantedOn": "2019-01-15"}}
    """
  private let office = """
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
     "applicants": [{"id": "P1", "name": "冯晓岚", "kind": "individual", "district": "441802"}], "filings": []}
    """

  private func expect(
    _ status: Int32, _ arguments: [String], input: String = "", says words: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try Program.run(arguments, input: input)
    #expect(result.status == status, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(
      words.isEmpty || result.errors.contains(words), "\(result.errors)", sourceLocation: sourceLocation)
    if status != 0 { #expect(result.output.isEmpty, sourceLocation: sourceLocation) }
  }

  @Test func aStoreIsMadeFilledAndCopied() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let file = try scratch.file("office.json", office)
    try expect(0, ["import", file, "--store", scratch.store])
    let filed = try Program.run(["file", "--store", scratch.store, "-"], input: filing)
    #expect(filed.status == 0 && filed.output.hasPrefix("441881-2019-000001 "))
    // Article 18: 1 000 for a utility model.
    let shown = try Program.run(["show", "441881-2019-000001", "--store", scratch.store])
    #expect(shown.output.contains("全额资助") && shown.output.contains("1,000.00"))

    let export = try Program.run(["export", "--store", scratch.store])
    let copy = try Scratch()
    try copy.makeStore()
    try expect(0, ["import", try copy.file("export.json", export.output), "--store", copy.store])
    #expect(try Program.run(["export", "--store", copy.store]).output == export.output)
    for report in ["caps", "totals"] {
      try expect(0, ["report", report, "--store", scratch.store, "--year", "2019"])
    }
  }

  @Test func wrongUsageIs64() throws {
    let scratch = try Scratch()
    try expect(64, ["--nonsense"])
    try expect(64, ["init", scratch.store, "--office", "甲", "--district", "440106"], says: "440106")
    try scratch.makeStore()
    try expect(64, ["export", "--store", scratch.store, "--today", "明天"], says: "明天")
    try expect(64, ["report", "nonsense", "--store", scratch.store])
    // A desk without a terminal.
    try expect(64, ["--store", scratch.store], says: "这里不是终端")
    #expect(try Program.run(["--store", scratch.store]).errors.split(separator: "\n").count == 1)
  }

  /// File, line and column are named, and nothing of it is read in.
  @Test func badInputIs65AndNothingIsReadIn() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let before = try Program.run(["export", "--store", scratch.store]).output
    let twice = office.replacingOccurrences(of: "\"filings\": []", with: "\"filings\": [],\n \"filings\": []")
    for (name, text, place) in [
      ("cut.json", String(office.dropLast(3)), "cut.json:2:"), ("twice.json", twice, "twice.json:3:2"),
      ("kind.json", office.replacingOccurrences(of: "individual", with: "someone"), "kind.json:2:"),
      ("empty.json", "", "empty.json:1:1"), ("latin.json", "\u{FEFF}甲", "latin.json:1:"),
    ] {
      let file = try scratch.file(name, text)
      try expect(65, ["import", file, "--store", scratch.store], says: place)
      try expect(65, ["assess", file], says: place)
    }
    try expect(65, ["file", "--store", scratch.store, "-"], input: "{", says: "标准输入:1:")
    try expect(65, ["file", "--store", scratch.store, "-"], input: filing, says: "P1")
    #expect(try Program.run(["export", "--store", scratch.store]).output == before)
  }

  @Test func aChangedJournalIs65WithItsPlace() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    try expect(0, ["import", try scratch.file("office.json", office), "--store", scratch.store])
    let names = try #require(FileManager.default.enumerator(atPath: scratch.store + "/journal"))
    var changed: [String] = []
    for case let name as String in names {
      let path = scratch.store + "/journal/" + name
      guard let text = try? String(contentsOfFile: path, encoding: .utf8), text.contains("冯晓岚") else {
        continue
      }
      let forged = text.replacingOccurrences(of: "冯晓岚", with: "冯晓风")
      try forged.write(toFile: path, atomically: false, encoding: .utf8)
      changed.append(name)
    }
    #expect(changed.count == 1)
    let verified = try Program.run(["verify", "--store", scratch.store])
    #expect(verified.status == 65)
    #expect(verified.errors.hasPrefix("损坏："), "\(verified.errors)")
    #expect(verified.errors.contains("\(changed[0]) 第 3 行，第 2 条记录）"), "\(verified.errors)")
  }

  @Test func whatIsNotThereIs66() throws {
    let scratch = try Scratch()
    try expect(66, ["export", "--store", scratch.store], says: "没有资助数据库")
    try expect(66, ["--store", scratch.store], says: "没有资助数据库")
    try expect(66, ["assess", scratch.path + "/none.json"], says: "没有这个文件")
    try scratch.makeStore()
    // What was asked for may be a phone or an identity number: it is not said again.
    try expect(66, ["show", "X1", "--store", scratch.store], says: "没有这个编号的申报或申请人")
    try expect(66, ["import", scratch.path + "/none.json", "--store", scratch.store], says: "没有这个文件")
  }

  @Test func whatMayNotBeOverwrittenIs73() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let arguments = ["init", scratch.store, "--office", "甲局", "--district", "441881"]
    try expect(73, arguments, says: "已有内容")
  }

  @Test func whoMayNotIs77() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    try expect(
      77, ["file", "--store", scratch.store, "--as", "无名氏", "-"], input: filing, says: "无名氏")
  }
}
