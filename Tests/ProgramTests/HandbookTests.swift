import Foundation
import Testing

/// The handbook: every command in it is tried as it stands there.
@Suite struct HandbookTests {
  private static let page: String = (try? Program.run(["help", "--html"]).output) ?? ""

  private static func texts(_ tag: String) -> [String] {
    let pattern = "<\(tag)>([^<]*)</\(tag.prefix { $0 != " " })>"
    guard let found = try? Regex(pattern) else { return [] }
    return page.matches(of: found).compactMap { $0.output[1].substring }.map {
      String($0).replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
        .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
    }
  }

  private static let commands = texts("code")
  /// What opens the desk, which needs a terminal.
  private static let desks = ["zizhu", "zizhu demo", "zizhu --ascii", "zizhu --mono"]

  @Test func everyCommandIsOne() {
    #expect(Self.commands.count > 25)
    #expect(Self.commands.allSatisfy { $0 == "zizhu" || $0.hasPrefix("zizhu ") || $0.hasPrefix("--") })
    for desk in Self.desks { #expect(Self.commands.contains(desk)) }
  }

  /// The demo's interchange file with all its applicants, the filings that are named, and one in ten of the others:
  /// thirty programs have each to open what they come to.
  private static func fewer(keeping named: [String]) throws -> Data {
    let file = try Data(contentsOf: URL(filePath: Program.data + "/demo/qingyuan-demo.json"))
    var cases = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    let filings = try #require(cases["filings"] as? [[String: Any]])
    cases["filings"] = filings.enumerated().filter { place, filing in
      place.isMultiple(of: 10) || named.contains(filing["id"] as? String ?? "")
    }.map(\.element)
    return try JSONSerialization.data(withJSONObject: cases)
  }

  /// One after another, as they stand, by a supervisor in an office that has filings of the demo.
  @Test func everyCommandDoesWhatItIsThereFor() throws {
    let scratch = try Scratch()
    let home = scratch.path
    let bin = home + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: bin + "/zizhu", withDestinationPath: Program.path)
    func run(_ command: String) throws -> Launch.Result {
      try Launch.run(
        ["/bin/sh", "-c", "cd '\(home)' && \(command)"],
        environment: [
          "LANG": "C.UTF-8", "ZIZHU_DATA": Program.data, "HOME": home, "PATH": bin + ":/usr/bin:/bin",
        ])
    }
    let ledger = """
      申请人,申请人类型,所属县区,项目,专利号,授权日,收件日期,金额,状态
      清远市甲陶瓷有限公司,企业,英德,实用新型,ZL201820123456.0,2019.3.1,2019年7月2日,"1,000元",拨付

      """
    try Data(ledger.utf8).write(to: URL(filePath: home + "/旧台账.csv"))
    let filing = try #require(Self.commands.first { $0.hasPrefix("zizhu show ") }?.split(separator: " ").last)
    let ready = "GXQ-2020-000014 GXQ-2020-000013"
    let demo = home + "/demo.json"
    try Self.fewer(keeping: [String(filing)] + ready.split(separator: " ").map(String.init))
      .write(to: URL(filePath: demo))
    let founding = "--office 清远市知识产权局 --district 441800 --operator 王芳 --trial --today 2020-03-01T09:00"
    let before = [
      "zizhu init .local/share/zizhu-office \(founding)", "zizhu import '\(demo)' --today 2020-03-20T09:00",
      "zizhu step accept \(filing) --today 2020-03-30T09:00",
      // What is approved can be made public, and what is public can be paid.
      "zizhu operator alone on --note 一人办公 --today 2020-03-30T09:01",
      "zizhu step accept \(ready) --today 2020-03-30T09:02",
      "zizhu step review \(ready) --today 2020-03-30T09:03",
      "zizhu step approve \(ready) --today 2020-03-30T09:04",
      "zizhu step publish GXQ-2020-000014 --today 2020-03-30T09:05",
    ]
    for command in before + Self.commands.filter({ $0.hasPrefix("zizhu ") && !Self.desks.contains($0) }) {
      let result = try run(command)
      #expect(result.status == 0, "\(command): \(result.errors.prefix(300))")
    }
  }

  @Test(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
  func whatOpensTheDeskOpensIt() throws {
    let terminal = try Terminal.shell()
    for option in ["--ascii", "--mono"] {
      try terminal.type("'\(Program.path)' demo \(option); echo 离开$((6 * 7))")
      try terminal.press("Enter")
      try terminal.wait(for: "1 待办")
      try terminal.press("C-q", "Enter")
      try terminal.wait(for: "离开42")
    }
  }

  @Test func keysScreensItemsAndPapersStandInIt() throws {
    for text in [
      #"<i class="title">待</i><i class="title">办</i>"#, "2,730.00", "代理人考试报名费", "第18条", "year-correction",
      "列表录入",
      "Ctrl-T", "Alt",
    ] {
      #expect(Self.page.contains(text), "\(text)")
    }
    let dump = try Program.run(["report", "--list"]).output
    let reports = dump.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(reports.count > 10)
    for report in reports { #expect(Self.page.contains(">\(report)</code>"), "\(report)") }
    #expect(!Self.page.contains("{{"))
  }
}
