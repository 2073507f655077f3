import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// What a city's verdict holds against: what counties do behind it, copies, people of one name, restores. Figures from
/// 清府办〔2018〕27号, article 2: 500 yuan for each invention granted.
@Suite struct CityVerdictTests {
  private func inTown(_ codes: [String], joins: Bool = true, _ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: codes, joins: joins)) }
  }

  private func award(_ office: OpenOffice) -> MoneyTotal? { office.state.sums.byYear[2019]?.award }

  /// What was given back is committed no more, so that there is nothing to confirm.
  @Test func whatWasGivenBackIsNotConfirmed() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1], "441881")
      var agency = Town.agency("441881")
      agency.account = "44009999999999"
      _ = try town.county("441881").save(.changeApplicant(agency), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let conflict = try #require(town.open(.moved).first)
      try town.take([.sendBack], ids, at: town.city, by: town.mayor)
      #expect(throws: OfficeError.self) { try town.rule(conflict, .confirm) }
    }
  }

  /// Where an office writes no more, what it has left open is the city's, from the counter to the decision.
  @Test func whatARetiredOfficeLeftOpenIsTheCitys() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      let reviewed = try town.review("441881", 0..<2, of: Town.agency("441881"))
      _ = try county.save(
        .receiveFilings([Offices.grant(7, of: Town.agency("441881").id)]), by: town.head("441881"))
      let received = try #require(county.own.files.last).filing.id
      try town.gather(town.bundle("441881"))
      #expect(throws: OfficeError.self) { try town.take([.handUp], reviewed, at: town.city, by: town.mayor) }
      _ = try town.city.save(.offices(.retire(office: "441881", note: "撤并")), by: town.mayor)
      try town.take([.handUp, .commit], [reviewed[0]], at: town.city, by: town.mayor)
      // items.md, shared caps: by day of receipt, then by number. The second came before the third and is still open, so
      // that the third is approved before it only with a reason; once it is withdrawn nobody stands before.
      var request = StepRequest(.withdraw, [town.city.state.row(reviewed[1])])
      request.paper = "撤回申请书"
      _ = try town.city.save(.step(request), by: town.mayor)
      try town.take([.accept, .review, .handUp, .commit], [received], at: town.city, by: town.mayor)
      // Two inventions at 500 (art. 2), the third withdrawn.
      #expect(award(town.city) == MoneyTotal(Money(yuan: 1000)))
      #expect(town.city.state.file(reviewed[1])?.standing == .withdrawn)
    }
  }

  /// A changed account stops publication too, and a later step of the city's does not wipe that out.
  @Test func aTouchedFilingIsNotPublished() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1], "441881")
      var agency = Town.agency("441881")
      agency.account = "44009876543210"
      _ = try town.county("441881").save(.changeApplicant(agency), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      #expect(throws: OfficeError.self) { try town.take([.publish], ids, at: town.city, by: town.mayor) }
      try town.rule(#require(town.open(.moved).first), .confirm)
      try town.take([.publish], ids, at: town.city, by: town.mayor)
      // Touched once more, behind the publication.
      agency.account = "44001112223334"
      _ = try town.county("441881").save(.changeApplicant(agency), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      #expect(throws: OfficeError.self) { try town.take([.pay], ids, at: town.city, by: town.mayor) }
      // Given back, the office works on it, and nothing of the award stays.
      try town.take([.sendBack], ids, at: town.city, by: town.mayor)
      #expect(town.city.state.file(ids[0])?.standing == .sentBack)
      #expect(town.city.state.file(ids[0])?.filing.decided == nil)
      try town.take(reply: "441881")
      #expect(try town.county("441881").own.file(ids[0])?.standing == .sentBack)
    }
  }

  /// What a reply has told is not undone.
  @Test func aVerdictThatWasRepliedIsNotUndone() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1, 2], "441881")
      try town.take([.undo], [ids[0]], at: town.city, by: town.mayor)
      #expect(town.city.state.file(ids[0])?.standing == .handedUp)
      _ = try town.city.reply(to: "441881", by: town.mayor)
      #expect(throws: OfficeError.self) { try town.take([.undo], [ids[1]], at: town.city, by: town.mayor) }
    }
  }

  /// What a county says of two records of its own holds in the city, until the city says otherwise.
  @Test func aCountysMergeHoldsUntilTheCityRules() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      let head = town.head("441881")
      // 50 000 a year for an agency (article 2): the second record has 101 grants of which 99 have room beside one.
      let first = Applicant(id: "G1", name: "北江事务所", kind: .agency, district: "441881", account: "1")
      let second = Applicant(id: "G2", name: "北江所（旧名）", kind: .agency, district: "441881", account: "2")
      let ids = try town.review("441881", 1...1, of: first) + town.review("441881", 2...102, of: second)
      let word = PersonWord(.link, ["G1", "G2"], note: "执照")
      let seen = county.own.consequences(of: word)
      #expect(seen.difference == MoneyTotal(fen: -50_000))
      _ = try county.save(.tellPersons(word, seen: seen), by: head)
      try town.take([.handUp], ids, at: county, by: head)
      try town.gather(town.bundle("441881"))
      #expect(award(town.city) == MoneyTotal(Money(yuan: 50_000)))
      #expect(town.city.state.people.applicants.count == 1)
      let parties = ["G1", "G2"].map { OfficeRecord(writer: county.journal.identity.writer, id: $0) }
      let apart = Ruling(
        conflict: Ruling.amongPersons(parties), verdict: .distinct, parties: parties, note: "两家")
      _ = try town.city.save(.offices(.rule(apart)), by: town.mayor)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 50_500)))
      #expect(town.city.state.people.applicants.count == 2)
      // A city says it by verdicts alone.
      let own = PersonWord(.link, town.city.own.people.applicants.map(\.id) + ["G1", "G2"], note: "x")
      #expect(throws: OfficeError.self) {
        _ = try town.city.save(.tellPersons(own, seen: town.city.own.consequences(of: own)), by: town.mayor)
      }
    }
  }

  /// Two agencies of one name without codes are one unit until the city tells them apart; then each has its own cap.
  @Test func peopleToldApartShareNothing() throws {
    try inTown(["441881", "441882"]) { town in
      for (place, code) in ["441881", "441882"].enumerated() {
        var agency = Town.agency(code)
        agency.code = nil
        let ids = try town.review(code, place * 100..<place * 100 + 60, of: agency)
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      // 120 claims of 500 under one cap of 50 000, or 60 of 500 under each of two.
      #expect(award(town.city) == MoneyTotal(Money(yuan: 50_000)))
      try town.rule(#require(town.open(.person).first), .distinct)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 60_000)))
    }
  }

  /// Two that stay one person by way of a third are not said to be two: the third is named.
  @Test func whoIsLinkedThroughAThirdIsNotToldApart() throws {
    try inTown(["441881", "441882"]) { town in
      func enter(_ id: String, at code: String) throws -> OfficeRecord {
        let person = Applicant(id: id, name: "连江" + id, kind: .individual, district: code)
        _ = try town.county(code).save(.enterApplicant(person), by: town.head(code))
        return OfficeRecord(writer: try town.county(code).journal.identity.writer, id: id)
      }
      let (a, b) = try (enter("P1", at: "441881"), enter("P2", at: "441881"))
      let c = try enter("P3", at: "441882")
      for code in ["441881", "441882"] { try town.gather(town.bundle(code)) }
      func say(_ verdict: Ruling.Verdict, _ parties: OfficeRecord...) throws {
        _ = try town.city.save(
          .offices(
            .rule(
              Ruling(
                conflict: Ruling.amongPersons(parties), verdict: verdict, parties: parties.sorted(),
                note: "身份证"))), by: town.mayor)
      }
      try say(.link, a, c)
      try say(.link, b, c)
      #expect(town.city.state.people.applicants.count == 1)
      let error = #expect(throws: OfficeError.self) { try say(.distinct, a, b) }
      guard case .refused(.offices(.linkedThrough(["P1", "P2"], others: ["P3"])))? = error else {
        Issue.record("the third is not named")
        return
      }
      try say(.distinct, b, c)
      #expect(town.city.state.people.applicants.count == 2)
      try say(.distinct, a, b)
      #expect(town.city.state.people.applicants.count == 2)
    }
  }

  /// A batch has the filings that were put into it, though copies before them are left out.
  @Test func batchesKeepTheirFilingsBesideCopies() throws {
    try inTown(["441881"], joins: false) { town in
      let county = try town.county("441881")
      let ids = try town.review("441881", 0..<4, of: Town.agency("441881"))
      try town.take([.approve, .publish], ids, at: county, by: town.head("441881"))
      try town.take([.batch], Array(ids[2...]), at: county, by: town.head("441881"))
      _ = try town.city.save(
        .importCases(
          applicants: county.state.people.applicants, filings: Array(county.state.statedFilings()[..<2])),
        by: town.mayor)
      let agency = Town.agency("441800")
      var other = agency
      (other.code, other.name) = (nil, "清远市连江专利代理事务所")
      _ = try town.city.save(.enterApplicant(other), by: town.mayor)
      let saved = try town.city.save(
        .receiveFilings((50..<53).map { Offices.grant($0, of: agency.id) }), by: town.mayor)
      let own = saved?.changes.compactMap(\.record) ?? []
      try town.take([.accept, .review, .approve, .publish, .batch], own, at: town.city, by: town.mayor)
      try town.join("441881")
      try town.gather(town.bundle("441881"))
      let state = town.city.state
      #expect(town.city.joint?.noted.copies.count == 2 && state.files.count == 7)
      #expect(
        state.books.batches.map { batch in batch.numbers.map { state.files.id(of: $0) } } == [
          own, Array(ids[2...]),
        ])
    }
  }

  /// What the city had imported of a county's old work counts once, when the county joins.
  @Test func aCopyInTheCitysOwnJournalCountsNothing() throws {
    try inTown(["441881"], joins: false) { town in
      let county = try town.county("441881")
      let ids = try town.review("441881", 0..<4, of: Town.agency("441881"))
      try town.take([.approve, .publish, .pay], ids, at: county, by: town.head("441881"))
      _ = try town.city.save(
        .importCases(applicants: county.state.people.applicants, filings: county.state.statedFilings()),
        by: town.mayor)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 2000)))
      try town.join("441881")
      try town.gather(town.bundle("441881"))
      #expect(award(town.city) == MoneyTotal(Money(yuan: 2000)))
      #expect(town.city.state.files.count == 4)
      let conflict = try #require(town.open(.sameNumber).first)
      #expect(conflict.verdicts.first == "void" && conflict.parties.count == 4)
      try town.rule(conflict, .void)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 2000)))
      #expect(town.city.joint?.conflicts.filter { $0.ruling == nil }.map(\.kind) == [])
    }
  }

  /// A backup carries no signature: it is not taken in the name of an office that has joined.
  @Test func noUnsignedFileOfAnOfficeThatSigns() throws {
    try inTown(["441881", "441882"], joins: false) { town in
      try town.join("441881")
      for code in ["441881", "441882"] {
        _ = try town.review(code, [code == "441881" ? 0 : 1], of: Town.agency(code))
        _ = try town.county(code).journal.backup(to: town.folder + "/\(code).backup")
      }
      let plan = try town.city.rehearse(
        ["441881", "441882"].map { .backup(path: town.folder + "/\($0).backup", heads: []) })
      #expect(plan.refused.map(\.file) == [town.folder + "/441881.backup"])
      _ = try town.city.gather(plan, by: town.mayor)
      #expect(town.city.state.files.count == 1)
      // Whoever came with a backup joins later, and goes on signed.
      try town.join("441882")
      _ = try town.review("441882", [2], of: Town.agency("441882"))
      try town.gather(town.bundle("441882"))
      #expect(town.city.state.files.count == 2)
      let again = try town.city.rehearse([.backup(path: town.folder + "/441882.backup", heads: [])])
      #expect(again.refused.count == 1)
    }
  }

  /// A city that was restored counts its saves on from an earlier number: its new verdicts reach the county all the same.
  @Test func verdictsOfARestoredCityAreTaken() throws {
    try inTown(["441881"]) { town in
      let ids = try town.review("441881", 0..<4, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let backup = town.folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      try town.take([.commit], Array(ids[..<2]), at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      let restored = town.folder + "/restored"
      _ = try Journal.restore(backup, to: restored, replaying: { _ in })
      let city = try Offices.open(restored, clock: Town.clock)
      try town.giveKeys(of: town.city, to: city)
      try town.take([.commit], ids, at: city, by: town.mayor)
      let county = try town.county("441881")
      let reply = try city.reply(to: "441881", by: town.mayor)
      _ = try county.take(county.reply(reply.bytes), by: town.head("441881"))
      #expect(ids.map { county.own.file($0)?.standing } == Array(repeating: .approved, count: 4))
    }
  }

  /// What was committed and sent back is handed up again on a new basis, and committed again.
  @Test func whatWasCommittedAndSentBackIsCommittedAgain() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1], "441881")
      try town.take([.sendBack], ids, at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      let county = try town.county("441881")
      #expect(county.state.file(ids[0])?.standing == .sentBack)
      try town.take([.review, .handUp], ids, at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      #expect(town.city.state.file(ids[0])?.standing == .handedUp)
      #expect(town.city.joint?.conflicts.contains { $0.kind == .moved && $0.ruling == nil } == false)
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      #expect(award(town.city) == MoneyTotal(Money(yuan: 500)))
    }
  }

  /// A verdict counts only while the line that it rests on stands in the office's journal.
  @Test func aVerdictWithoutItsBasisHasNoEffect() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1], "441881")
      var parts = town.city.parts
      func joint() -> JointOffice {
        JointOffice(city: town.city.own, writer: town.city.journal.identity.writer, others: parts)
      }
      #expect(joint().state.file(ids[0])?.standing == .approved && joint().suspended.isEmpty)
      parts[0].holds = { _ in false }
      #expect(joint().state.file(ids[0])?.standing == .handedUp)
      #expect(joint().suspended.map(\.filing.id) == ids)
    }
  }

  /// Article 2: a patent that is declared invalid earns nothing. The city puts right what it has paid of a county's
  /// filing; the county undoes nothing of what the city has decided.
  @Test func badNewsOfAnotherOfficesFilingIsTheCitysToFollow() throws {
    try inTown(["441881"]) { town in
      let ids = try town.committed([1, 2], "441881")
      try town.take([.publish, .pay], [ids[0]], at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      func news(_ id: String, at office: OpenOffice) throws -> News {
        let file = try #require(office.state.file(id))
        let number = try #require(office.state.applicationNumber(of: file.filing))
        return News(kind: .patentInvalid, number: "\(number)", day: Offices.day("2019-06-03"), paper: "无效决定")
      }
      let paid = try news(ids[0], at: town.city)
      _ = try town.city.save(
        .enterNews(paid, seen: town.city.state.consequences(of: paid)), by: town.mayor)
      #expect(town.city.own.books.news.count == 1)
      #expect(town.city.own.offices.steps.last?.step.step == .revise)
      let county = try town.county("441881")
      let approved = try news(ids[1], at: county)
      let seen = county.state.consequences(of: approved)
      #expect(seen.rows.map(\.action) == [.hold])
      _ = try county.save(.enterNews(approved, seen: seen), by: town.head("441881"))
      #expect(county.state.file(ids[1])?.standing == .approved)
      try town.gather(town.bundle("441881"))
      #expect(town.city.state.file(ids[1])?.standing == .approved)
    }
  }
}
