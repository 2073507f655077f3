import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// What a city tells its offices beside verdicts: holidays, bad news, who is who; and what it says of codes that it does not
/// know. Figures from 清府办〔2018〕27号: articles 2 (500 yuan for each invention granted) and 18.
@Suite struct CityTellingTests {
  private func inTown(_ codes: [String], joins: Bool = true, _ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: codes, joins: joins)) }
  }

  // MARK: - Holidays

  /// 2019 as its notices state it where these tests look (国办发明电〔2018〕15号), and 2020 with New Year's Day alone.
  private static let holidays = WorkCalendar([
    2019: .init(off: [Offices.day("2019-06-07")], work: []),
    2020: .init(off: [Offices.day("2020-01-01")], work: []),
  ])

  /// The county knows no holidays of its own: its periods in working days run by the city's once they were told.
  @Test func periodsRunByTheCitysHolidays() throws {
    try inTown(["441881"]) { town in
      town.city.calendar = Self.holidays
      let county = try town.county("441881")
      let agency = Town.agency("441881")
      _ = try county.save(.enterApplicant(agency), by: town.head("441881"))
      let saved = try county.save(.receiveFiling(Offices.grant(1, of: agency.id)), by: town.head("441881"))
      let id = try #require(saved?.changes.first?.record)
      func correct() throws {
        var request = StepRequest(.correct, [county.state.row(id)])
        (request.note, request.due) = ("缺章", .workingDays(10))
        _ = try county.save(.step(request), by: town.head("441881"))
      }
      #expect(throws: OfficeError.self, "nobody has said which days of 2019 are worked") { try correct() }
      try town.take(reply: "441881")
      try correct()
      // Ten working days from Friday 2019-12-20 with 1 January off: Monday 6 January 2020.
      #expect(county.own.file(id)?.notice?.due == Offices.day("2020-01-06"))
      let again = try Offices.open(town.folder + "/441881", clock: Town.clock)
      #expect(again.state.workingDays == Self.holidays && again.state.given.calendar.isEmpty)
      // What is known is not told again; what the city has put right is.
      let told = try county.reply(town.city.reply(to: "441881", by: town.mayor).bytes)
      #expect(try !county.changes(taking: told, by: town.head("441881")).contains(where: Self.isOfHolidays))
      town.city.calendar = Self.holidays.taking(
        WorkCalendar([2020: .init(off: [], work: [Offices.day("2020-01-19")])]))
      let better = try county.reply(town.city.reply(to: "441881", by: town.mayor).bytes)
      let changes = try county.changes(taking: better, by: town.head("441881"))
      #expect(changes.filter(Self.isOfHolidays).count == 1)
    }
  }

  private static func isOfHolidays(_ change: Change) -> Bool {
    if case .offices(.holidaysTold) = change { true } else { false }
  }

  /// Whoever joins has the city's holidays with the enrolment.
  @Test func theEnrolmentBringsHolidays() throws {
    try inTown(["441881"], joins: false) { town in
      town.city.calendar = Self.holidays
      try town.join("441881")
      #expect(try town.county("441881").own.workingDays == Self.holidays)
      #expect(try town.county("441881").journal.identity.version == StoreIdentity.currentVersion)
    }
  }

  // MARK: - Bad news

  private func enter(
    _ number: Int, at office: OpenOffice, by who: SignedIn, applicants: [String] = []
  ) throws -> NewsConsequences {
    let news = News(
      kind: .abnormalApplication, number: try patent(number), day: Offices.day("2019-12-02"),
      paper: "国知发〔2019〕9号", applicants: applicants)
    let seen = office.state.consequences(of: news)
    _ = try office.save(.enterNews(news, seen: seen), by: who)
    return seen
  }

  private func patent(_ number: Int) throws -> String {
    guard case .text(let text)? = Offices.grant(number).input("applicationNumber") else {
      throw Offices.Missing()
    }
    return text
  }

  /// What the city enters reaches the county whose filing rests on it, and no other; there it stops the filing, is put
  /// right by the county itself, and is told once.
  @Test func newsTravelsToTheOfficeThatItReaches() throws {
    try inTown(["441881", "441882"]) { town in
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      _ = try town.review("441882", 10..<12, of: Town.agency("441882"))
      for code in ["441881", "441882"] { try town.gather(town.bundle(code)) }
      _ = try enter(0, at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      try town.take(reply: "441882")
      #expect(try town.county("441882").own.books.news.isEmpty)
      let county = try town.county("441881")
      let told = try #require(county.own.books.news.first)
      #expect(told.origin == .init(office: "441800", id: "N1", isCity: true) && told.by == "钱主管")
      #expect(county.own.newsToEnter == [told])
      #expect(
        refusal { try town.take([.handUp], [ids[0]], at: county, by: town.head("441881")) }
          == .step(.badNews("441800-N1")))
      try town.take([.handUp], [ids[1]], at: county, by: town.head("441881"))
      let again = try Offices.open(town.folder + "/441881", clock: Town.clock)
      #expect(again.state.books.news == county.own.books.news)
      // Told again is nothing new.
      try town.gather(town.bundle("441881"))
      #expect(town.city.joint?.untoldNews(of: county.journal.identity.writer) == [])
      try town.take(reply: "441881")
      #expect(county.own.books.news.count == 1)
      // The county acts on it under a number of its own.
      let seen = try enter(0, at: county, by: town.head("441881"))
      #expect(seen.rows.map(\.filing) == [ids[0]] && seen.rows.first?.action == .reject)
      #expect(county.own.file(ids[0])?.standing == .rejected)
      #expect(county.own.newsToEnter.isEmpty && county.own.lastOwnNews?.id == "N1")
      #expect(
        refusal { _ = try enter(0, at: county, by: town.head("441881")) } == .newsKnown("N1"))
      // At the city each stands once, as its office has it.
      try town.gather(town.bundle("441881"))
      #expect(town.city.state.books.news.map(\.id) == ["N1", "441881-N1"])
      #expect(town.city.state.file(ids[0])?.standing == .rejected)
    }
  }

  /// What one county enters reaches the other by way of the city, which may enter the same for itself, with its own number.
  @Test func anotherOfficesNewsTravelsToo() throws {
    try inTown(["441881", "441882"]) { town in
      let agency = Town.agency("441881")
      _ = try town.county("441881").save(.enterApplicant(agency), by: town.head("441881"))
      _ = try enter(10, at: town.county("441881"), by: town.head("441881"), applicants: [agency.id])
      let ids = try town.review("441882", [10], of: Town.agency("441882"))
      try town.take([.handUp], ids, at: town.county("441882"), by: town.head("441882"))
      for code in ["441881", "441882"] { try town.gather(town.bundle(code)) }
      #expect(
        refusal { try town.take([.commit], ids, at: town.city, by: town.mayor) }
          == .step(.badNews("441881-N1")))
      try town.take(reply: "441882")
      let told = try #require(town.county("441882").own.books.news.first)
      #expect(told.origin == .init(office: "441881", id: "N1") && told.applicants.isEmpty)
      // The city's own word on it, and its own number in what is told of it.
      let seen = try enter(10, at: town.city, by: town.mayor)
      #expect(seen.rows.map(\.filing) == ids)
      #expect(town.city.state.lastOwnNews?.id == "N1")
      #expect(town.city.state.books.news.last?.id == "441881-N1")
    }
  }

  /// A county's own words on its records and the city's stand in what it reads before it takes a reply.
  @Test func everythingThatTakingChangesIsKnownBefore() throws {
    try inTown(["441881"]) { town in
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      try town.gather(town.bundle("441881"))
      town.city.calendar = Self.holidays
      _ = try enter(0, at: town.city, by: town.mayor)
      let county = try town.county("441881")
      let arrived = try county.reply(town.city.reply(to: "441881", by: town.mayor).bytes)
      let changes = try county.changes(taking: arrived, by: town.head("441881"))
      let saved = try #require(try county.take(arrived, by: town.head("441881")))
      #expect(saved.changes == changes && changes.count == 3)
    }
  }

  // MARK: - Unknown codes

  /// A county worked with another policy file, in which a district has a code that the city's does not have: its filings
  /// count as from elsewhere (0.00) until the city says which district it is (article 18: 1 000.00 a utility model).
  @Test func anUnknownCodeIsMapped() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, joins: false)
      let other = String(decoding: try Offices.policy(), as: UTF8.self)
        .replacing("\"441826\"", with: "\"441224\"")
      let county = try Town.make(
        folder + "/k", "连山局", "441825", "主管", Town.clock, policy: Array(other.utf8))
      let who = SignedIn(name: "主管")
      var factory = Offices.agency
      (factory.kind, factory.district) = (.enterprise, "441224")
      _ = try county.save(.enterApplicant(factory), by: who)
      let saved = try county.save(.receiveFiling(Offices.ownGrant(1)), by: who)
      let id = try #require(saved?.changes.first?.record)
      #expect(county.own.file(id)?.decision.award == Money(yuan: 1000))
      let path = folder + "/k.backup"
      _ = try county.journal.backup(to: path)
      let head = county.journal.head
      _ = try town.city.gather(
        town.city.rehearse([.backup(path: path, heads: [head])]), by: town.mayor)
      let file = { town.city.state.file(id) }
      #expect(file()?.decision.award == .zero && file()?.received.district == "441224")
      let conflict = try #require(town.city.state.joint.conflicts.first { $0.kind == .unknownCode })
      #expect(conflict.code == "441224" && conflict.verdicts == ["map", "noted"])
      #expect(
        town.city.joint?.choices(on: conflict) == [.verdict(.map("441825")), .verdict(.noted)])
      func rule(_ verdict: Ruling.Verdict) throws {
        _ = try town.city.save(
          .offices(.rule(Ruling(conflict: conflict.id, verdict: verdict, parties: [], note: "连南"))),
          by: town.mayor)
      }
      #expect(refusal { try rule(.map("441999")) } == .offices(.unknownDistrict("441999")))
      try rule(.map("441826"))
      #expect(file()?.decision.award == Money(yuan: 1000) && file()?.received.district == "441826")
      #expect(town.city.state.people.applicants.map(\.district) == ["441826"])
      #expect(
        town.city.state.joint.conflicts.first { $0.kind == .unknownCode }?.ruling?.verdict == .map("441826"))
      let again = try Offices.open(folder + "/city", clock: Town.clock)
      #expect(again.state.file(id)?.received.district == "441826")
      // The last word holds.
      try rule(.noted)
      #expect(file()?.decision.award == .zero)
    }
  }

  // MARK: - Batches

  /// Two machines of one district gave one number before the second had a letter: at the city each batch is its own.
  @Test func batchesOfOneNumberStandApart() throws {
    try inTown(["441881"], joins: false) { town in
      let second = try Town.make(town.folder + "/b", "县局B", "441881", "主管B", Town.clock)
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take(
        [.approve, .publish, .batch], ids, at: town.county("441881"), by: town.head("441881"))
      let who = SignedIn(name: "主管B")
      var factory = Offices.agency
      (factory.id, factory.kind, factory.code, factory.bank) = ("E9", .enterprise, nil, "清远农商行")
      _ = try second.save(.enterApplicant(factory), by: who)
      let saved = try second.save(
        .receiveFilings(
          (5..<8).map { number in
            var filing = Offices.ownGrant(number)
            filing.applicant = factory.id
            return filing
          }), by: who)
      let others = saved?.changes.compactMap(\.record) ?? []
      try town.take([.accept, .review, .approve, .publish, .batch], others, at: second, by: who)
      try town.join("441881")
      let enrolment = try town.city.enrol(name: "县局B", district: "441881", letter: "B", by: town.mayor)
      let answer = try second.join(OpenOffice.offer(enrolment.bytes), by: who)
      _ = try town.city.admit(answer.bytes, fingerprint: answer.fingerprint, by: town.mayor)
      try town.gather(town.bundle("441881"), second.bundle(all: false, isPlain: false, by: who).bytes)
      let state = town.city.state
      let number = "441881-P2019-001"
      #expect(state.books.batches.map(\.id) == [number, number + "@B"])
      #expect(state.books.batches.map(\.number) == [number, number])
      #expect(state.books.batches.map(\.office) == ["441881", "441881B"])
      #expect(state.books.batches.map { state.rows(of: $0).count } == [2, 3])
      let sums = state.books.batches.map {
        state.rows(of: $0).reduce(into: MoneyTotal.zero) { $0 += $1.payment.amount }
      }
      #expect(sums == [MoneyTotal(Money(yuan: 1000)), MoneyTotal(Money(yuan: 3000))])
      // Each filing waits in its own.
      let last = try #require(state.books.batches.last.flatMap { state.rows(of: $0).first?.filing })
      #expect(state.file(last).flatMap(state.openBatch)?.id == number + "@B")
    }
  }
}
