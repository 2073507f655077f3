import CaseModel
import Casework
import Papers
import SubsidyRules
import Testing

@testable import Desk

/// A supervisor's year: who is near a cap, what is left of the fund, what waits longest, and the filings behind figures.
@Suite struct SupervisorScreenTests {
  /// F7 narrows each list of figures down to what is typed, by name, pinyin or initials, and Esc shows all again.
  @Test(
    arguments: [
      ("[4<F7>没有的人<Enter>", "0/0", "没有找到"), ("[4<F7>北江<Enter>", "1/2", "清远市北江专利代理事务所"),
      ("[4<Right><F7>连州<Enter>", "1/1", "连州市"), ("[4<Right><Right><F7>初审<Enter>", "1/1", "初审"),
      ("5<F7>专利保险<Enter>", "1/1", "第12条 专利保险"), ("5<Right><F7>高新<Enter>", "1/1", "清远高新区"),
      ("7<F7>质押<Enter>", "1/1", "第13条"), ("7<F7>没有的词<Enter>", "0/0", "没有找到"),
    ])
  func figuresAreSearched(script: String, count: String, shows: String) throws {
    var desk = try DeskSession.demo(script)
    #expect(desk.screen.contains(count) && desk.screen.contains(shows), "\(desk.screen)")
    #expect(desk.line(1).contains("查找 "))
    try desk.press("<Esc>")
    #expect(!desk.line(1).contains("查找 ") && !desk.screen.contains(" 0/0"))
  }

  /// A sum of what is found is not called the year's.
  @Test(arguments: ["5<F7>专利保险<Enter>", "[4<Right><F7>连州<Enter>"])
  func aSumOfWhatIsFoundSaysSo(script: String) throws {
    var desk = try DeskSession.demo(script)
    #expect(desk.screen.contains("所列合计"), "\(desk.screen)")
    try desk.press("<Esc>")
    #expect(!desk.screen.contains("所列合计") && desk.screen.contains("合计"))
  }

  /// What is acted on is the row that is seen: behind the found cap stand its own filings.
  @Test func theFoundCapIsTheOneThatOpens() throws {
    let desk = try DeskSession.demo("[4<F7>北江<Enter><Enter>")
    #expect(desk.title.hasPrefix(" 3 申报") && desk.line(1).contains("北江"), "\(desk.screen)")
    // The first screen shows every cap of the year, whatever the other is narrowed down to.
    #expect(try DeskSession.demo("[4<F7>北江<Enter>1").screen.contains("广东龙埔岭半导体"))
  }

  private func ids(_ desk: DeskSession) -> Set<String> {
    Set(desk.model.lists.filings.map { desk.state.files.id(of: $0) })
  }

  @Test func threeQuestionsAreAnsweredInThreeKeysEach() throws {
    // Near a cap: the year before, key 4; the first row has the least left.
    let caps = try DeskSession.demo("[4")
    #expect(
      caps.keysPressed <= 3 && caps.screen.contains("第2条  清远市北江") && caps.line(3).contains("余") == false)
    // What is left of the fund: the sum of all counties.
    let fund = try DeskSession.demo("[4<Right>")
    let whole = FundLine.whole(fund.state.fund(of: 2019))
    let left = try #require(whole.left)
    #expect(fund.keysPressed <= 3 && fund.screen.contains("合计"))
    // 3 224 000 are the budgets of the ten counties.
    #expect(whole.budget == MoneyTotal(Money(fen: 322_400_000)))
    #expect(left == MoneyTotal(Money(fen: 322_400_000)) - whole.used)
    // What waits longest: the current year.
    let waits = try DeskSession.demo("4<Right><Right>")
    #expect(waits.keysPressed <= 3 && waits.screen.contains("最久的一件"))
    let waiting: [Filing] = waits.state.files.rows.indices.map { waits.state.files[$0] }
      .filter { $0.year == 2020 && $0.filing.stage == .accepted }.map(\.filing)
    let oldest = try #require(waiting.min { ($0.received, $0.id) < ($1.received, $1.id) })
    #expect(waits.screen.contains(oldest.id))
  }

  @Test func aCapOpensWhatUsedIt() throws {
    var desk = try DeskSession.demo("[4<Down><Down>")
    let line = desk.model.lists.figures.caps[2]
    try desk.press("<Enter>")
    #expect(desk.title.contains("3 申报"))
    let members = desk.state.ledger.members(of: line.group).map { desk.state.files.id(of: $0) }
    #expect(ids(desk) == Set(members) && !members.isEmpty)
    #expect(desk.screen.contains("第2条"))
    // Backspace widens again.
    try desk.press("<Backspace>")
    #expect(ids(desk).count > members.count)
  }

  @Test func aCountyOfTheFundOpensItsFilings() throws {
    let desk = try DeskSession.demo("[4<Right><Down><Enter>")
    #expect(desk.title.contains("3 申报") && desk.screen.contains("清城区"))
    let county = desk.state.files.rows.indices.map { desk.state.files[$0] }.filter {
      $0.year == 2019 && $0.received.district == "441802"
    }
    // A filing that comes to nothing is behind no figure.
    let counted = county.filter { $0.decision.award > .zero }
    #expect(ids(desk) == Set(counted.map(\.filing.id)) && counted.count < county.count)
  }

  @Test func aStageOpensTheFilingsThatWaitThere() throws {
    let desk = try DeskSession.demo("[4<Right><Right><Down><Enter>")
    let waiting = desk.state.ages(of: 2019, on: DemoOffice.day)[1]
    #expect(ids(desk) == Set(waiting.filings))
  }

  /// Article 19: a county's budget is entered and changed where its money is looked at.
  @Test func aBudgetIsEnteredOnTheFund() throws {
    var desk = try DeskSession(DemoOffice.empty())
    try desk.press("4<Right><F2>英德<Tab><Tab>250,000<F8>")
    #expect(desk.message == "已登记 441800-R00001。")
    #expect(desk.screen.contains("英德市") && desk.screen.contains("250,000.00"))
    #expect(desk.screen.contains("待审的全部照核算拨付后，余 250,000.00 元"))
    try desk.press("<F2>")
    #expect(desk.title.contains("修改台账") && desk.screen.contains("441800-R00001"))
  }

  /// Every report opens as a table; each figure that has filings behind it opens them.
  @Test(arguments: YearReport.all.map(\.name)) func everyReportOpensTheFilingsBehindItsFigures(_ name: String)
    throws
  {
    var desk = try DeskSession.demo("[")
    let report = try #require(YearReport.all.first { $0.name == name })
    let table = report.table(of: desk.state, year: 2019, today: DemoOffice.day)
    let document = PrintedDocument(content: .report(table), title: report.title, fileName: name)
    desk.model.overlay = ReportPage(table, document)
    for row in table.rows.indices.prefix(4) {
      var there = desk
      for column in table.columns.indices {
        let behind = table.rows[row].filings(behind: table.columns[column])
        var opened = there
        try opened.press("<Enter>")
        if behind.isEmpty {
          #expect(opened.message == "这一格背后没有申报。")
        } else {
          #expect(ids(opened) == Set(behind), "\(name) \(row) \(column)")
        }
        try there.press("<Right>")
      }
      try desk.press("<Down>")
    }
  }

  /// The cursor is always in sight, however wide the table.
  @Test(arguments: [(16, 60), (24, 80), (30, 110)]) func theCursorStaysInSight(_ size: (Int, Int)) throws {
    var desk = try DeskSession.demo("[", rows: size.0, columns: size.1)
    for report in YearReport.all {
      let table = report.table(of: desk.state, year: 2019, today: DemoOffice.day)
      guard !table.rows.isEmpty else { continue }
      let document = PrintedDocument(content: .report(table), title: report.title, fileName: report.name)
      desk.model.overlay = ReportPage(table, document)
      for column in table.columns.indices {
        #expect(desk.screen.contains(table.columns[column].heading.prefix(6)), "\(report.name) \(column)")
        try desk.press("<Right>")
      }
      try desk.press("<End>")
      let last = try #require(table.rows.last?.cells.first?.shown)
      #expect(desk.screen.contains(last.prefix(4)), "\(report.name)")
    }
  }

  @Test func anArticleOpensItsFilingsOrRecords() throws {
    // Article 12 pays, article 13 is recorded, article 5 is neither.
    let twelve = try DeskSession.demo("7" + String(repeating: "<Down>", count: 11) + "<Enter>")
    #expect(twelve.title.contains("3 申报") && twelve.screen.contains("第12条"))
    let items = Set(twelve.state.policy.items.filter { $0.article == "12" }.map(\.id))
    #expect(twelve.model.lists.filings.allSatisfy { items.contains(twelve.state.files[$0].filing.item) })
    #expect(!twelve.model.lists.filings.isEmpty)
    let thirteen = try DeskSession.demo("7" + String(repeating: "<Down>", count: 12) + "<Enter>")
    #expect(
      thirteen.title.contains("6 工作台账") && thirteen.screen.contains("质押贷款") && thirteen.screen.contains("2 项")
    )
    // Article 3 has two kinds: the first is chosen among the kinds.
    let three = try DeskSession.demo("7<Down><Down><Right>")
    #expect(three.title.contains("6 工作台账") && three.screen.contains("第3条"))
    let two = try DeskSession.demo("7<Down><Right>")
    #expect(two.message == "这一条没有台账，按 Enter 看申报。")
  }

  /// All 21 articles have filings or records behind them, or the clause that says why there is none.
  @Test func everyArticleHasAWayToWhatStandsBehindIt() throws {
    let state = try DemoOffice.full()
    #expect(state.policy.articles.count == 21)
    for article in state.policy.articles {
      let isPaying = state.policy.items.contains { $0.article == article.number }
      let isRecorded = state.policy.register.contains { $0.article == article.number }
      #expect(isPaying || isRecorded || article.record != nil, "\(article.number)")
    }
  }
}
