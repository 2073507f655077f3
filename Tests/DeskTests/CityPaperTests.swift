import CaseModel
import Casework
import Papers
import SubsidyRules
import Testing

@testable import Desk

/// Papers between the demo city and its counties, as text and as pages.
@Suite struct CityPaperTests {
  private static func state(_ code: String) throws -> OfficeState {
    try #require(try CityOffices.played.get().states[code])
  }

  private static func text(
    _ paper: PrintedPaper, _ ids: [String], at code: String, year: Int = 2020,
    _ evidence: OfficeState.BetweenOffices = .init()
  ) throws -> String {
    let today = try CityOffices.played.get().today
    let printout = try state(code).printout(paper, between: ids, year: year, today: today, evidence)
    let html = try printout.html(DemoOffice.templates())
    // A trial's papers say so.
    #expect(html.contains("<h1>") && html.contains("试用"))
    return try printout.text(DemoOffice.templates())
  }

  private static func refusal(_ paper: PrintedPaper, _ ids: [String], at code: String, year: Int = 2020)
    throws
    -> PrintRefusal?
  {
    let state = try state(code)
    let today = try CityOffices.played.get().today
    do throws(PrintRefusal) {
      _ = try state.printout(paper, between: ids, year: year, today: today)
      return nil
    } catch {
      return error
    }
  }

  /// From 10 February to 1 April 2020 it is 51 days, February having 29.
  @Test func whoHasBeenSilentIsReminded() throws {
    let text = try Self.text(.reminder, ["441826"], at: DeskSession.city).filter { !$0.isWhitespace }
    #expect(text.contains("连南瑶族自治县知识产权局（441826）"))
    #expect(text.contains("2020年2月10日（第1号）"))
    #expect(text.contains("这一条记于2020年2月10日，至今51天"))
    #expect(text.contains("2020年4月1日"))
  }

  @Test func whatIsMissingIsNamed() throws {
    let text = try Self.text(.reminder, ["441882"], at: DeskSession.city).filter { !$0.isWhitespace }
    #expect(text.contains("本局还没有收到过你局的报送件"))
    let last = try #require(
      Self.state(DeskSession.city).joint.waitingFiles.compactMap(\.reason.lastMissing).first)
    #expect(text.contains("前面缺第1至\(last)条记录"))
  }

  /// The city's copy says what the county's cover said when it was taken in.
  @Test func theCoverIsTheSameAtBothEnds() throws {
    let city = try Self.text(.handover, ["441881"], at: DeskSession.city)
    let gathered = try #require(try Self.state(DeskSession.city).offices.office("441881")?.gathered)
    let own = try Self.text(.handover, [], at: "441881", .init(head: gathered.head.link))
    let filings = gathered.cover.reduce(0) { $0 + $1.filings }
    #expect(filings == 83)
    for text in [city, own] {
      #expect(text.contains("共83件"))
      #expect(text.contains("第2号"))
      #expect(text.contains("英德市知识产权局（441881）"))
      #expect(text.filter { !$0.isWhitespace }.contains(gathered.head.link))
    }
    #expect(city.contains("收下：") && !city.contains("写出："))
    #expect(own.contains("写出：") && !own.contains("收下："))
  }

  @Test func aConflictIsComparedOnPaper() throws {
    let offices = try CityOffices.played.get()
    let sheet = try #require(offices.sheets.values.first { $0.conflict.kind == .sameKey })
    let text = try Self.text(
      .conflict, [sheet.conflict.id], at: DeskSession.city, .init(conflicts: [sheet]))
    for side in sheet.sides { #expect(text.contains(side.name) && text.contains(side.record.id)) }
    #expect(text.contains("* 局"))
    #expect(text.contains("为先"))
    let overrun = try #require(offices.sheets.values.first { $0.conflict.kind == .overrun })
    let order = try Self.text(
      .conflict, [overrun.conflict.id], at: DeskSession.city, .init(conflicts: [overrun]))
    #expect(order.contains("300.00") && order.contains("上限 50,000.00 元"))
    #expect(order.contains("超出"))
  }

  /// What is neither handed up nor decided nor closed stands on the sheet: the year is not closed over it.
  @Test func theCloseSheetCountsWhatIsOpen() throws {
    let text = try Self.text(.yearClose, [], at: DeskSession.county, year: 2019, .init(head: "w/1/9/ab"))
    #expect(text.contains("2019年度专利资助结账表"))
    #expect(text.contains("w/1/9/ab"))
    #expect(text.contains("件没有上报、审定或结案"))
  }

  /// The city accepts a close by the head that its seal names, whatever the office has written since.
  @Test func theCloseSheetOfAClosedYearNamesTheSealsHead() throws {
    let offices = try CityOffices.played.get()
    var county = try Self.state(DeskSession.county)
    let seal = YearSeal(year: 2019, head: "w/1/7/cd", sums: county.yearSums(of: 2019))
    county.fold(
      Transaction(
        by: "周主管", at: "2020-04-01T01:00:00Z", policy: county.policyHash, changes: [.yearSealed(seal)]))
    let sheet = try county.printout(
      .yearClose, between: [], year: 2019, today: offices.today, .init(head: "w/1/9/ab"))
    let text = try sheet.text(DemoOffice.templates())
    #expect(text.contains("w/1/7/cd") && !text.contains("w/1/9/ab"))
  }

  /// Articles in the order of the policy, whatever their items are called.
  @Test func theCoverGoesByArticles() throws {
    let text = try Self.text(.handover, ["441881"], at: DeskSession.city)
    let articles = text.matches(of: /第([0-9]+)条/).compactMap { Int($0.1) }
    #expect(articles.count > 3 && articles == articles.sorted(), "\(articles)")
  }

  @Test func whatIsNotThereIsRefused() throws {
    #expect(try Self.refusal(.reminder, [], at: DeskSession.city) == .noOfficeChosen)
    #expect(try Self.refusal(.reminder, ["999999"], at: DeskSession.city) == .unknownOffice("999999"))
    #expect(try Self.refusal(.handover, ["441882"], at: DeskSession.city) == .nothingGathered("441882"))
    #expect(try Self.refusal(.conflict, ["K5-0"], at: DeskSession.city) == .unknownConflict("K5-0"))
    #expect(try Self.refusal(.conflict, [], at: DeskSession.city) == .noConflictChosen)
    #expect(try Self.refusal(.yearClose, [], at: DeskSession.city) == .noCity)
    #expect(try Self.refusal(.yearClose, [], at: DeskSession.county, year: 1999) == .nothingInYear(1999))
    #expect(try Self.refusal(.reminder, ["441881"], at: DeskSession.county) == .onlyAtCity)
  }
}
