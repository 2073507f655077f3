import Foundation
import Testing

/// `zizhu import` of an interchange file whose records don't all fit, or that was decided under other readings.
struct CaseImportCommandTests {
  private let store: CaseworkStore

  init() throws { store = try CaseworkStore() }

  private func cases(_ applicants: String, _ filings: String, readings: String = "{}") throws -> String {
    try store.file(
      "cases-\(UUID().uuidString).json",
      """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "readings": \(readings),
       "applicants": [\(applicants)],
       "filings": [\(filings)]}
      """)
  }

  private static let good = #"{"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881"}"#
  private static let bad = #"{"id": "E2", "name": "英德市第二陶瓷厂", "kind": "factory", "district": "441881"}"#

  @Test func badRecordsAreNamedAndTheRestComesIn() throws {
    let file = try cases(
      Self.good + ",\n" + Self.bad,
      [
        CaseworkStore.grant("F1", of: "E1", 1), CaseworkStore.grant("F2", of: "E2", 2),
        CaseworkStore.grant("F3", of: "E1", 3, #", "status": "done""#),
      ].joined(separator: ",\n"))
    try store.refuse("李经办", "import", file, status: 65, ["没有读入任何内容"])
    let said = try store.succeed("李经办", "import", file, "--skip-bad")
    for text in [
      "已读入申请人 1 个、申报 1 件", "跳过申请人 1 个、申报 2 件", "申请人 E2：没有申请人类型“factory”", "申报 F2：申请人“E2”没有读入",
      "申报 F3：没有状态“done”",
    ] { #expect(said.contains(text), "\(said)") }
    // What is there already is named again, and nothing is lost.
    let again = try store.succeed("李经办", "import", file, "--skip-bad")
    #expect(again.contains("1 个申请人库里已有") && again.contains("申报编号“F1”已经有了"), "\(again)")
    try store.refuse(
      "李经办", "import", try store.file("half.json", "{\"format\": \"zizhu-cases/1\","), "--skip-bad",
      status: 65, ["没有读入任何内容"])
  }

  @Test func whatIsDoubtfulIsToldBeforeItComesIn() throws {
    let person =
      #"{"id": "P1", "name": "张样例甲", "kind": "individual", "district": "441881", "#
      + #""code": "441881199003073000", "account": "6228480012345670000"}"#
    let file = try cases(Self.good + "," + person, CaseworkStore.grant("F1", of: "E1", 1))
    for way in [["--dry-run"], ["--yes"]] {
      let said = try store.run("李经办", ["import", file] + way).output
      for text in ["申请人 P1：身份证号像是被表格软件截断", "银行账号像是被表格软件截断", "银行卡号校验位不符"] {
        #expect(said.contains(text), "\(said)")
      }
      #expect(!said.contains("441881199003073000") && !said.contains("6228480012345670000"))
      #expect(said.contains(way[0] == "--yes" ? "已读入申请人 2 个" : "可读入申请人 2 个、申报 1 件，什么也没有读入"))
    }
    // Both are in now, under the name that owns the code.
    let other =
      #"{"id": "P2", "name": "李样例乙", "kind": "individual", "district": "441881", "code": "441881199003073000"}"#
    try store.refuse(
      "李经办", "import", try cases(other, ""), status: 65, ["这个代码已属于申请人 P1（张样例甲）"])
  }

  /// One invention is granted once (article 18): whoever is received first has the 1 000.
  @Test func whatComesBeforeOthersSaysWhy() throws {
    let first = CaseworkStore.grant("F1", of: "E1", 1)
    _ = try store.succeed("李经办", "import", try cases(Self.good, first))
    let other = #"{"id": "E2", "name": "英德市第二陶瓷厂", "kind": "enterprise", "district": "441881"}"#
    let day = try #require(first.firstRange(of: "2019-06-10"))
    let early = first.replacingCharacters(in: day, with: "2019-06-01")
      .replacingOccurrences(of: "\"F1\"", with: "\"F2\"").replacingOccurrences(of: "\"E1\"", with: "\"E2\"")
    let file = try cases(other, early)
    let why = "F2：这个收件日期排到了已收件的申报之前：F1 由 1,000.00 元 变为 0.00 元。"
    try store.refuse("李经办", "import", file, status: 65, [why, "--early-reason"])
    let seen = try store.run("李经办", ["import", file, "--dry-run"])
    #expect(seen.output.contains(why), "\(seen.output)")
    _ = try store.succeed("李经办", "import", file, "--early-reason", "邮戳为 6 月 1 日")
    #expect(try store.succeed(nil, "show", "F2").contains("收件日期提前理由：邮戳为 6 月 1 日。"))
    try store.refuse(
      "李经办", "amend", "F2", try store.file("none.json", #"{"overrides": {"received": null}}"#), status: 65,
      ["F1 由 1,000.00 元 变为 0.00 元"])
  }

  @Test func readingsChangeOnlyWhereThatIsAsked() throws {
    // Filed and granted in December 2016: the third annuity runs from December 2018 on, so that by annuities it is
    // paid for, 900 yuan; by calendar years 2018 was the last.
    let filing = #"""
      {"id": "F1", "item": "annual-fee", "applicant": "E1", "received": "2019-06-10",
       "inputs": {"applicationNumber": "201610601862.9", "filedOn": "2016-12-01", "grantedOn": "2016-12-20",
                  "annuity": 3, "amountPaid": "900", "paidOn": "2019-01-10"}}
      """#
    let file = try cases(Self.good, filing, readings: #"{"annuity-window": "calendar"}"#)
    let said = try store.succeed(nil, "import", file)
    #expect(said.contains("口径 annuity-window=calendar 与本局不同，没有改") && said.contains("--readings"), "\(said)")
    #expect(said.contains("改了会变的有 1 件") && said.contains("900.00 → 0.00"), "\(said)")
    #expect(!(try store.succeed(nil, "export")).contains("calendar"))
    let more = try cases(
      Self.good, CaseworkStore.grant("F2", of: "E1", 2), readings: #"{"annuity-window": "calendar"}"#)
    // A clerk may not choose readings, a supervisor may.
    try store.refuse("李经办", "import", more, "--readings", status: 77, [])
    let changed = try store.succeed(nil, "import", more, "--readings")
    #expect(changed.contains("已改用文件的口径") && changed.contains("因此改变的有 1 件，共 -900.00 元"), "\(changed)")
    #expect((try store.succeed(nil, "export")).contains("calendar"))
  }
}
