import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// Lists that prove the counts of growth (articles 2 and 6).
extension PatentBookTests {
  /// 申请增量 (article 6) of 2018: so many applications of each year, `inventions` of this year's.
  private func list(
    _ count: Int, inventions: Int, year: UInt64, from serial: UInt64, agency: String? = nil
  ) throws -> [RegisterEntry] {
    try (0..<count).map { place in
      let number = try TestFilings.application(year, place < inventions ? 1 : 2, serial + UInt64(place))
      return RegisterEntry(
        kind: OfficeKinds.application, district: "441881",
        values: [
          .init("applicationNumber", .text(number.description)), .init("filedOn", .text("\(year)-06-15")),
          .init("applicant", .text(agency == nil ? "英德市碧落陶瓷有限公司" : "某厂")),
        ] + (agency.map { [.init("agency", .text($0))] } ?? []))
    }
  }

  @Test
  func `Counts prove themselves by the lists, abnormal ones left out, and bad news finds them`() throws {
    var office = try TestOffice()
    let growth = try TestFilings.filingGrowth("F1", now: 40, before: 9, inventions: 10, inventionsBefore: 2)
    try office.act(.receiveFiling(growth), by: "李经办")
    // 40 - 9 = 31 more, 10 of 40 inventions: the tier of 30 (article 6).
    #expect(try office.file("F1").decision.award == Money(yuan: 20_000))
    #expect(PatentWording.remarks(office.state.background(of: growth)) == ["申请量为填报数，没有申请清单可核对。"])
    try office.act(
      .enterRecords(
        list(40, inventions: 10, year: 2018, from: 100) + list(10, inventions: 2, year: 2017, from: 100)),
      by: "李经办")
    #expect(warnings(growth, office) == ["上年申请量填报 9 件，申请清单为 10 件，请核对。"])
    #expect(
      PatentWording.remarks(office.state.background(of: growth)) == [
        "申请清单：2018 年 40 件（发明 10 件），上年 10 件（发明 2 件）。"
      ])
    // One of this year is found abnormal: it is in nobody's filing, and the list knows whose it is.
    let number = try TestFilings.application(2018, 1, 100)
    let news = News(
      kind: .abnormalApplication, number: number.description, day: try #require(CivilDate("2019-06-09")),
      paper: "通报")
    let seen = office.state.consequences(of: news)
    #expect(seen.rows.map(\.filing) == ["F1"])
    // 39 - 9 = 30 and 9 of 39 inventions: still the tier of 30.
    #expect(seen.rows.first?.after == Money(yuan: 20_000))
    try office.act(.enterNews(news, seen: seen), by: "钱复核")
    let now = try office.file("F1").filing
    #expect(now.input("filingsThisYear") == .count(39) && now.input("inventionsThisYear") == .count(9))
    let counts = try #require(office.state.listedCounts(of: now))
    #expect(
      [counts.filings, counts.inventions, counts.filingsBefore, counts.abnormal.count] == [39, 9, 10, 1])
    #expect(warnings(now, office) == ["上年申请量填报 9 件，申请清单为 10 件，请核对。"])
  }

  @Test
  func `An agency's count takes its branches', and a number stands in the lists once`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(id: "G2", name: "北江英德分所", kind: .agencyBranch, district: "441881", parent: "G1")), by: "李经办"
    )
    let own = try list(3, inventions: 1, year: 2018, from: 10, agency: "清远市北江专利代理事务所")
    try office.act(
      .enterRecords(own + list(2, inventions: 0, year: 2018, from: 50, agency: "北江英德分所")), by: "李经办")
    var growth = try TestFilings.filingGrowth("F1", now: 5, before: 0, inventions: 1)
    (growth.item, growth.applicant) = ("agency-growth", "G1")
    let counts = try #require(office.state.listedCounts(of: growth))
    #expect(counts.filings == 5 && counts.inventions == 1 && counts.filingsBefore == 0)
    // In another dress it is the same number.
    var again = own[0]
    again.values[0].value = .text("ZL" + (try TestFilings.application(2018, 1, 10).description))
    #expect(
      office.refusal(of: .enterRecords([again]), by: "李经办") == .register(.repeated(id: "441881-R00001")))
    #expect(
      office.refusal(of: .enterRecords([again, again]), by: "李经办")
        == .register(.repeated(id: "441881-R00001")))
  }

  @Test
  func `A table of 国家知识产权局 is read as a list, by its own headings, below a title`() throws {
    let kind = try #require(OfficeKinds.all.first { $0.id == OfficeKinds.application })
    let numbers = try (1...2).map { try TestFilings.application(2018, 2, UInt64($0)).description }
    let text = """
      英德市2018年专利申请清单,,,,
      序号,申请号,申请日,申请人名称,备注
      1,\(numbers[0]),2018.3.5,英德市碧落陶瓷有限公司,
      2,ZL\(numbers[1]),2018-12-30,英德市碧落陶瓷有限公司,急
      合计,2,,,
      """
    let today = try #require(CivilDate("2019-06-10"))
    let table = try RegisterTable(Array(text.utf8), kind: kind, district: "441881", today: today)
    #expect(table.entries.map { $0["filedOn"] } == [.text("2018-03-05"), .text("2018-12-30")])
    #expect(table.lines == [3, 4] && table.leftOut == ["序号", "备注"])
    func mistake(_ text: String) -> RegisterTable.Mistake? {
      do throws(RegisterTable.Mistake) {
        _ = try RegisterTable(Array(text.utf8), kind: kind, district: "441881", today: today)
        return nil
      } catch { return error }
    }
    #expect(mistake("申请号,申请人\n\(numbers[0]),甲\n") == .columnsMissing(["申请日"]))
    #expect(mistake("申请号,申请日,申请人\n\(numbers[0]),2018-03-05,\n") == .blank(line: 2, label: "申请人"))
    guard case .cell(line: 2, label: "申请日", _)? = mistake("申请号,申请日,申请人\n\(numbers[0]),2018-13-05,甲\n") else {
      Issue.record("no mistake")
      return
    }
  }
}
