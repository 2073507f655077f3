import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Papers

@Suite("Reports of a year, figures by hand")
struct YearReportTests {
  private func table(_ name: String, _ year: Int) throws -> ReportTable {
    try #require(YearReport.named(name)).table(
      of: try PrintOffice.state(), year: year, today: try PrintOffice.day("2019-08-20"))
  }

  // 第2条: 49 900.00 decided and paid, 200.00 asked for of the 100.00 that are left.
  @Test("caps") func caps() throws {
    let table = try table("caps", 2019)
    #expect(
      table.text == """
        2019 年度限额
        限额              编号  享受者                         上限       申请  拟资助  已审定     已拨付  已追回       已用  余额  超出  使用率
        代理机构年度限额  G1    清远市北江专利代理事务所  50,000.00  50,100.00  100.00    0.00  49,900.00    0.00  50,000.00  0.00  0.00  100.0% ████████████████████
        申请：限额之前的应资助额；拟资助：尚未审定；已审定：尚未拨付。
        已用 = 拟资助 + 已审定 + 已拨付 - 已追回；余额 = 上限 - 已用。逐件次序见报表 cap-order。

        """)
    let row = try #require(table.rows.first)
    #expect(row.filings == ["F1", "F2"])
    let behind = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.key, row.filings(behind: $0)) })
    #expect(behind["requested"] == ["F1", "F2"])
    #expect(behind["recommended"] == ["F2"])
    #expect(behind["paid"] == ["F1"])
    #expect(behind["returned"] == [])
  }

  // 第7条: 80 000.00 paid, 50 000.00 after an audit; nothing has come back. What an old office took back in F7 has no steps.
  @Test("Recoveries") func recoveries() throws {
    let table = try table("recoveries", 2019)
    #expect(
      table.rows.map { $0.cells.map(\.shown) } == [
        [
          "F9", "1", "英德市红茶机械有限公司", "2019-08-08", "审计或检查决定", "30,000.00", "0.00", "0.00",
          "30,000.00", "", "",
        ]
      ])
    #expect(table.rows[0].filings == ["F9"])
  }

  @Test(
    "What is decided is not compared with other readings, and the report says so", arguments: [2019, 2025])
  func decidedReadings(_ year: Int) throws {
    let decided = try PrintOffice.state().files.rows.count { $0.outcome == .decided && $0.year == year }
    let notes = try table("readings", year).notes
    #expect((decided > 0) == (year == 2019))
    #expect(
      notes
        == (decided == 0
          ? [] : ["已审定的 \(decided) 件照核定额不变，不在以上对照之内；要按未审定重算，请用 zizhu policy readings --decided。"]))
  }

  @Test("The proof of order: what is decided goes first") func capOrder() throws {
    #expect(
      try table("cap-order", 2019).rows.map { $0.cells.dropFirst(3).map(\.shown) } == [
        ["F1", "清远市北江专利代理事务所", "2019-03-01", "1", "50,000.00", "49,900.00", "100.00", "已审定", ""],
        ["F2", "清远市北江专利代理事务所英德分所", "2019-04-02", "2", "100.00", "100.00", "0.00", "未审定", ""],
      ])
  }

  @Test("Whoever was put before others is marked with the reason") func putForward() throws {
    var state = try PrintOffice.state()
    var filing = try #require(state.file("F2")?.filing)
    filing.overrides = [.init(Filing.receipt, reason: "窗口漏录")]
    state.fold(
      Transaction(by: "李静", at: "2019-08-05T01:00:00Z", policy: "", changes: [.filingChanged(filing)]))
    #expect(YearReport.capOrder(state, of: 2019).rows.compactMap(\.cells.last?.shown) == ["", "窗口漏录"])
  }

  // 49 900.00 + 100.00; 4 250.00; 1 000.00; 300.00; the one that lacks its day counts where it was received.
  @Test("totals") func totals() throws {
    #expect(
      try table("totals", 2019).text == """
        2019 年度资助合计
        条款    项目          件数     资助额  占比
        第2条   代理授权         2  50,000.00   90.0% ██████████████████░░
        第5条   灭零代理费       1   4,250.00    7.7% █░░░░░░░░░░░░░░░░░░░
        第18条  实用新型授权     2   1,000.00    1.8% █░░░░░░░░░░░░░░░░░░░
        第18条  外观设计授权     1     300.00    0.5% █░░░░░░░░░░░░░░░░░░░
                合计             6  55,550.00

        """)
  }

  // G1 and P1 are of 441802: 49 900.00 + 1 000.00; G2 and E1 of 441881: 100.00 + 4 250.00 + 300.00 + 0.00.
  @Test("By county") func districts() throws {
    #expect(
      try table("districts", 2019).text == """
        2019 年度资助合计（按县区）
        县区    件数     资助额  占比
        清城区     2  50,900.00   91.6% ██████████████████░░
        英德市     4   4,650.00    8.4% █░░░░░░░░░░░░░░░░░░░
        合计       6  55,550.00

        """)
  }

  // Granted on 12 February; granted on 3 and filed on 12 May; granted on 30 July; received on 1 August.
  @Test("By month, measured by the largest") func months() throws {
    #expect(
      try table("months", 2019).text == """
        2019 年度资助合计（按月）
        月份     件数     资助额  与最多的月份比
        2019-02     2  50,000.00  100.0% ████████████████████
        2019-05     2   5,250.00   10.5% ██░░░░░░░░░░░░░░░░░░
        2019-07     1     300.00    0.6% █░░░░░░░░░░░░░░░░░░░
        2019-08     1       0.00    0.0% ░░░░░░░░░░░░░░░░░░░░
        合计        6  55,550.00

        """)
  }

  @Test("By applicant, the dearest first") func applicants() throws {
    let table = try table("applicants", 2019)
    #expect(
      table.rows.map { [$0.cells[0], $0.cells[2], $0.cells[8], $0.cells[9]].map(\.shown) } == [
        ["G1", "1", "49,900.00", " 89.8% █████████████████░░░"],
        ["E1", "3", "4,550.00", "  8.2% █░░░░░░░░░░░░░░░░░░░"],
        ["P1", "1", "1,000.00", "  1.8% █░░░░░░░░░░░░░░░░░░░"],
        ["G2", "1", "100.00", "  0.2% █░░░░░░░░░░░░░░░░░░░"],
        ["", "6", "55,550.00", ""],
      ])
    #expect(table.rows[1].filings == ["F4", "F5", "F8"])
  }

  // 第19条: of 60 000.00 in 441802 1 000.00 are approved and 49 900.00 paid; 441881 has entered no budget.
  @Test("The fund by county") func fund() throws {
    var state = try PrintOffice.state()
    func budget(_ id: String, _ year: Int, _ yuan: String) -> Change {
      .recordEntered(
        RegisterEntry(
          id: id, kind: "fund-budget", district: "441802",
          values: [.init("year", .count(year)), .init("amount", .text(yuan))]))
    }
    state.fold(
      Transaction(
        by: "李静", at: "2019-08-03T01:00:00Z", policy: "",
        changes: [
          budget("R1", 2019, "60000"), budget("R2", 2018, "1"), budget("R3", 2019, "7000"),
          .recordStruck(id: "R3", note: "重复"),
        ]))
    let table = try #require(YearReport.named("fund")).table(
      of: state, year: 2019, today: try PrintOffice.day("2019-08-20"))
    #expect(
      table.text == """
        2019 年度专项资金
        县区         预算    已审定  公示待拨     已拨付  已追回       使用      余额    待审  审后余额  当年支出  支出后余额  使用率
        清城区  60,000.00  1,000.00      0.00  49,900.00    0.00  50,900.00  9,100.00    0.00  9,100.00      0.00   60,000.00   84.8% ████████████████░░░░
        英德市                 0.00  4,250.00     300.00    0.00   4,550.00            100.00              300.00
        合计    60,000.00  1,000.00  4,250.00  50,200.00    0.00  55,450.00  4,550.00  100.00  4,450.00    300.00   59,700.00   92.4% ██████████████████░░
        使用 = 已审定 + 公示待拨 + 已拨付 - 已追回；待审：尚未审定的申报按现在的核算要用的。金额计入资助所属的年度；当年支出按拨付日期（逐月见报表 spending）。
        预算登记在工作台账：zizhu register add fund-budget（第19条 专项资金预算）。

        """)
    let waiting = try #require(table.columns.first { $0.key == "waiting" })
    #expect(table.rows.map { $0.filings(behind: waiting) } == [[], ["F2"], ["F2"]])
    let used = try #require(table.columns.first { $0.key == "used" })
    #expect(table.rows[1].filings(behind: used) == ["F4", "F8"])
  }

  // F5 was sent back for correction on 2 August; F2, F3 and F4 were taken over where they stand.
  @Test("How long they wait") func ages() throws {
    let table = try #require(YearReport.named("ages"))
      .table(of: PrintOffice.state(), year: 2019, today: PrintOffice.day("2019-08-20"))
    #expect(
      table.rows.map { $0.cells.dropLast().map(\.shown) } == [
        ["补正", "1", "0.00", "18", "18", "19", "19", "F5"],
        ["初审", "1", "100.00", "140", "140", "140", "140", "F2"],
        ["审定", "1", "1,000.00", "106", "106", "106", "106", "F3"],
        ["公示", "1", "4,250.00", "47", "47", "47", "47", "F4"],
      ])
    #expect(table.rows.map(\.filings) == [["F5"], ["F2"], ["F3"], ["F4"]])
  }

  /// F7 and F9 are decided under one key, 80 000 元 twice; nothing else fails to tie.
  @Test("What ties is not listed") func tieOut() throws {
    let found = try table("tieout", 2019).text
    #expect(
      found == """
        对不上的账
        事项              所在      应为       实为        差额
        同一依据重复核定  F7 与 F9  0.00  80,000.00  +80,000.00

        """)
  }

  @Test("Every report has a name of its own and every format", arguments: YearReport.all.map(\.name))
  func formats(name: String) throws {
    let table = try table(name, 2019)
    #expect(YearReport.all.count { $0.name == name } == 1)
    #expect(Set(table.columns.map(\.key)).count == table.columns.count)
    for row in table.rows { #expect(row.cells.count == table.columns.count) }
    #expect(table.text.hasPrefix(table.title + "\n"))
    let html = try table.html(office: "清远市知识产权局", templates: PrintOffice.templates())
    for note in table.notes { #expect(html.contains(note.replacing("\"", with: "&quot;"))) }
    #expect(String(decoding: table.csv, as: UTF8.self).split(separator: "\r\n").count == table.rows.count + 1)
  }

  @Test("As JSON, sums of rows apart") func json() throws {
    #expect(
      String(decoding: try table("totals", 2018).json(name: "totals", year: 2018), as: UTF8.self) == """
        {
          "report": "totals",
          "title": "2018 年度资助合计",
          "year": 2018,
          "rows": [
            {
              "article": "第7条",
              "item": "优势示范企业",
              "count": 2,
              "requested": "160000.00",
              "recommended": "0.00",
              "committed": "0.00",
              "paid": "160000.00",
              "returned": "30000.00",
              "award": "130000.00",
              "share": "100.0%"
            },
            {
              "article": "第18条",
              "item": "实用新型授权",
              "count": 2,
              "requested": "0.00",
              "recommended": "0.00",
              "committed": "0.00",
              "paid": "0.00",
              "returned": "0.00",
              "award": "0.00",
              "share": "0.0%"
            }
          ],
          "totals": [
            {
              "article": null,
              "item": "合计",
              "count": 4,
              "requested": "160000.00",
              "recommended": "0.00",
              "committed": "0.00",
              "paid": "160000.00",
              "returned": "30000.00",
              "award": "130000.00",
              "share": null
            }
          ]
        }

        """)
  }
}
