import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// What each of the city's words does to filings and sums. Figures from 清府办〔2018〕27号, article 2: 500 yuan for each
/// invention granted, 50 000 yuan a year for an agency with its branches.
@Suite struct CityEffectTests {
  private static let codes = ["441881", "441882"]

  private func inTown(joins: Bool = true, _ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: Self.codes, joins: joins)) }
  }

  private func award(_ town: Town) -> MoneyTotal { town.city.state.sums.byYear[2019]?.award ?? .zero }

  /// An invented unit's code: the first with right check digits from a stem on.
  private func code(_ stem: String) throws -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    for inner in alphabet {
      for outer in alphabet {
        if case .code = CreditCode.read("\(stem)\(inner)\(outer)") { return "\(stem)\(inner)\(outer)" }
      }
    }
    throw Offices.Missing()
  }

  private func unit(
    _ id: String, _ name: String, _ kind: ApplicantKind, code: String?, parent: String? = nil
  ) -> Applicant {
    Applicant(
      id: id, name: name, kind: kind, district: "441802", parent: parent, code: code, phone: "13807630001",
      account: "44001234567890")
  }

  private func handedUp(_ patents: Range<Int>, of applicant: Applicant, at code: String, _ town: Town) throws
    -> [String]
  {
    let ids = try town.review(code, patents, of: applicant)
    try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
    return ids
  }

  /// Two records of one name without codes are under one cap either way; linked, they are one person.
  @Test func linkedRecordsAreOnePerson() throws {
    try inTown { town in
      var ids: [String] = []
      for (place, code) in Self.codes.enumerated() {
        var agency = Town.agency(code)
        agency.code = nil
        ids += try handedUp(place * 10..<place * 10 + 1, of: agency, at: code, town)
        try town.gather(town.bundle(code))
      }
      #expect(town.city.state.people.applicants.count == 2)
      let conflict = try #require(town.open(.person).first)
      #expect(conflict.parties.map(\.id) == ["441881-A00001", "441882-A00001"])
      try town.rule(conflict, .link)
      #expect(town.open(.person).isEmpty)
      #expect(town.city.state.people.applicants.map(\.id) == ["441881-A00001"])
      #expect(ids.map { town.city.state.file($0)?.filing.applicant } == ["441881-A00001", "441881-A00001"])
      #expect(award(town) == MoneyTotal(Money(yuan: 1_000)))
    }
  }

  /// A branch that each of two offices knows under another head: it is of the first one's family until the city has said
  /// whose it is. 60 claims of 500 of a head and 60 of the branch are 50 000 under one cap, 60 000 under two.
  @Test func theCitySaysWhoseABranchIs() throws {
    try inTown { town in
      let branchCode = try code("91441802MA5X0201")
      let heads = [
        unit("441881-H", "清远市北江专利代理事务所", .agency, code: try code("91441802MA5X0202")),
        unit("441882-H", "连州市连江专利代理事务所", .agency, code: try code("91441802MA5X0203")),
      ]
      for (place, code) in Self.codes.enumerated() {
        let county = try town.county(code)
        _ = try county.save(.enterApplicant(heads[place]), by: town.head(code))
        let branch = unit(
          "\(code)-B", "北江事务所清城分所", .agencyBranch, code: branchCode, parent: heads[place].id)
        _ = try county.save(.enterApplicant(branch), by: town.head(code))
        // The first office has the head's own claims, the second the branch's.
        _ = try handedUp(place * 100..<place * 100 + 60, of: place == 0 ? heads[0] : branch, at: code, town)
        try town.gather(town.bundle(code))
      }
      #expect(award(town) == MoneyTotal(Money(yuan: 50_000)))
      let conflict = try #require(town.open(.person).first)
      #expect(conflict.isOfHeads && conflict.parties.map(\.id) == ["441881-B", "441882-B"])
      let writer = try town.county("441882").journal.identity.writer
      try town.rule(conflict, .head(OfficeRecord(writer: writer, id: "441882-H")))
      #expect(town.open(.person).isEmpty)
      #expect(award(town) == MoneyTotal(Money(yuan: 60_000)))
      #expect(town.city.state.applicant("441881-B")?.parent == "441882-H")
      // Said otherwise later, the later word holds.
      let first = try town.county("441881").journal.identity.writer
      let again = try #require(town.city.joint?.conflicts.first { $0.kind == .person })
      try town.rule(again, .head(OfficeRecord(writer: first, id: "441881-H")))
      #expect(award(town) == MoneyTotal(Money(yuan: 50_000)))
    }
  }

  /// Each of two units is the other's branch, as two offices have it: one family, until the city has said who heads it.
  @Test func aCircleIsOneFamily() throws {
    try inTown { town in
      let (first, second) = (try code("91441802MA5X0204"), try code("91441802MA5X0205"))
      for (place, office) in Self.codes.enumerated() {
        let county = try town.county(office)
        // Whoever is the head at one office is the branch at the other.
        var (head, branch) = (
          unit("\(office)-X", "北江专利代理事务所", .agency, code: first),
          unit("\(office)-Y", "连江专利代理事务所", .agency, code: second)
        )
        if place == 1 { swap(&head, &branch) }
        _ = try county.save(.enterApplicant(head), by: town.head(office))
        branch.parent = head.id
        _ = try county.save(.enterApplicant(branch), by: town.head(office))
        _ = try handedUp(place * 100..<place * 100 + 60, of: branch, at: office, town)
        try town.gather(town.bundle(office))
      }
      // 120 claims of 500 of the two, under one cap.
      #expect(award(town) == MoneyTotal(Money(yuan: 50_000)))
      let conflicts = town.open(.person)
      #expect(conflicts.count == 2 && conflicts.allSatisfy(\.isOfHeads))
      // The city says that X stands alone at the top: Y is its branch, and the circle is open.
      let writer = try town.county("441881").journal.identity.writer
      let ofX = try #require(conflicts.first { $0.parties.contains { $0.id == "441881-X" } })
      try town.rule(ofX, .head(OfficeRecord(writer: writer, id: "441881-X")))
      #expect(town.open(.person).isEmpty)
      #expect(town.city.state.applicant("441881-X")?.parent == nil)
      #expect(town.city.state.applicant("441881-Y")?.parent == "441881-X")
      #expect(award(town) == MoneyTotal(Money(yuan: 50_000)))
    }
  }

  /// What the city had taken over under an office's numbers counts nothing beside the office's own, unless the city says
  /// that these are other filings: four paid at 500 and four more.
  @Test func copiesThatAreNoneCount() throws {
    try inTown(joins: false) { town in
      try town.copy("441881")
      #expect(award(town) == MoneyTotal(Money(yuan: 2_000)) && town.city.state.files.count == 4)
      let conflict = try #require(town.open(.sameNumber).first)
      #expect(conflict.isOfCopies && conflict.parties.count == 4)
      try town.rule(conflict, .distinct)
      #expect(town.city.joint?.noted.copies.isEmpty == true)
      #expect(award(town) == MoneyTotal(Money(yuan: 4_000)) && town.city.state.files.count == 8)
      // Now they are two filings each under one number.
      #expect(town.open(.sameNumber).count == 4)
      // What was said of the copies is not forgotten: both stand there.
      let ruled = try #require(town.city.joint?.conflicts.first { $0.isOfCopies })
      #expect(
        ruled.id == conflict.id && ruled.parties == conflict.parties && ruled.ruling?.verdict == .distinct)
      try town.rule(ruled, .void)
      #expect(award(town) == MoneyTotal(Money(yuan: 2_000)) && town.city.state.files.count == 4)
    }
  }

  /// One number that two offices gave: neither is committed before the city has seen it, then both are.
  @Test func oneNumberStopsBothUntilItIsSeen() throws {
    try inTown { town in
      for (place, code) in Self.codes.enumerated() {
        let county = try town.county(code)
        _ = try county.save(.enterApplicant(Town.agency(code)), by: town.head(code))
        var filing = Offices.grant(place, of: Town.agency(code).id)
        filing.id = "441881-2019-000077"
        _ = try county.save(.receiveFiling(filing), by: town.head(code))
        try town.take([.accept, .review, .handUp], [filing.id], at: county, by: town.head(code))
        try town.gather(town.bundle(code))
      }
      let conflict = try #require(town.open(.sameNumber).first)
      #expect(conflict.filings.count == 2 && conflict.filings[0] == "441881-2019-000077")
      for id in conflict.filings {
        #expect(town.city.state.joint.inConflict[id] == [.sameNumber])
        #expect(throws: OfficeError.self) { try town.take([.commit], [id], at: town.city, by: town.mayor) }
      }
      try town.rule(conflict, .noted)
      try town.take([.commit], conflict.filings, at: town.city, by: town.mayor)
      #expect(award(town) == MoneyTotal(Money(yuan: 1_000)))
    }
  }

  /// What its county took back behind the city's decision is neither published nor paid before the city has said which
  /// holds.
  @Test func whatWasTakenBackIsNotPublished() throws {
    try inTown { town in
      let county = try town.county("441881")
      let ids = try handedUp(0..<1, of: Town.agency("441881"), at: "441881", town)
      try town.gather(town.bundle("441881"))
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      var request = StepRequest(.withdraw, [county.state.row(ids[0])])
      request.paper = "撤回申请书"
      _ = try county.save(.step(request), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let conflict = try #require(town.open(.void).first)
      #expect(throws: OfficeError.self) { try town.take([.publish], ids, at: town.city, by: town.mayor) }
      try town.rule(conflict, .confirm)
      try town.take([.publish, .pay], ids, at: town.city, by: town.mayor)
      #expect(town.city.state.file(ids[0])?.balance.kept == Money(yuan: 500))
    }
  }

  /// A filing that was touched behind the decision is refused by the city's own step: it gets nothing, and its county
  /// learns so.
  @Test func whatWasTouchedMayBeRejected() throws {
    try inTown { town in
      let county = try town.county("441881")
      let ids = try handedUp(0..<2, of: Town.agency("441881"), at: "441881", town)
      try town.gather(town.bundle("441881"))
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      var agency = Town.agency("441881")
      agency.account = "44009876543210"
      _ = try county.save(.changeApplicant(agency), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      #expect(town.open(.moved).map(\.filings) == ids.map { [$0] })
      var request = StepRequest(.reject, [town.city.state.row(ids[0])])
      request.note = "账户不是申请人的"
      _ = try town.city.save(.step(request), by: town.mayor)
      #expect(town.city.state.file(ids[0])?.standing == .rejected)
      #expect(award(town) == MoneyTotal(Money(yuan: 500)))
      try town.take(reply: "441881")
      #expect(county.own.file(ids[0])?.standing == .rejected)
      #expect(county.own.file(ids[1])?.filing.decided == Money(yuan: 500))
    }
  }
}
