import CaseModel
import Casework
import SubsidyRules
import Testing

/// What becomes of each row of an old ledger: taken, known, paid before, or why not; and whose it is. Article 18: 1 000 for
/// a utility model, once in the whole city.
struct OldLedgerPlanTests {
  private static let code = "91441802MAFARM019H"
  private static let otherCode = "91441881MA4QYTE1X7"
  private static let person = "441802199003070013"

  private func party(
    _ name: String = "清远市丙陶瓷有限公司", _ kind: ApplicantKind? = .enterprise, code: String? = nil,
    district: String? = "441881", parent: String? = nil
  ) -> OldLedgerRow.Party {
    .init(name: name, kind: kind, code: code, district: district, parent: parent)
  }

  private func row(
    _ line: Int = 2, _ serial: UInt64 = 1, _ party: OldLedgerRow.Party, received: String = "2019-06-03",
    id: String = "",
    stage: Stage = .paid, decided: Int64? = 1_000, reclaimed: Int64? = nil
  ) throws -> OldLedgerRow {
    var filing = try TestFilings.utilityGrant(
      id, TestFilings.application(2018, 2, serial), received: received)
    (filing.applicant, filing.stage) = ("", stage)
    filing.decided = decided.map { Money(yuan: $0) }
    filing.reclaimed = reclaimed.map { Money(yuan: $0) }
    return OldLedgerRow(line: line, party: party, filing: filing)
  }

  private func plan(_ rows: [OldLedgerRow], _ office: TestOffice, repeats: Bool = false) -> OldLedgerPlan {
    office.state.plan(oldLedger: rows, repeats: repeats, today: office.today)
  }

  private func faults(_ row: OldLedgerRow, _ office: TestOffice? = nil) throws -> [OldLedgerFault] {
    let plan = plan([row], try office ?? TestOffice())
    if case .unfit(let faults)? = plan.rows.first?.verdict { return faults }
    return []
  }

  private func take(_ rows: [OldLedgerRow], _ office: inout TestOffice, repeats: Bool = false) throws
    -> OldLedgerPlan
  {
    let plan = plan(rows, office, repeats: repeats)
    try office.act(.takeOldLedger(rows, repeats: repeats, seen: plan), by: "周主管")
    return plan
  }

  // MARK: - What a row says

  /// interchange.md: `decided` is what was approved, `reclaimed` what came back of it, never more.
  @Test(
    arguments: [
      (Stage.paid, 1_000, nil, []), (.approved, 1_000, nil, []), (.reclaimed, 1_000, 1_000, []),
      (.received, nil, nil, []),
      (.accepted, nil, nil, []), (.rejected, nil, nil, []), (.withdrawn, nil, nil, []),
      (.paid, nil, nil, [.amountMissing(.paid)]), (.approved, nil, nil, [.amountMissing(.approved)]),
      (.received, 1_000, nil, [.stageUnknown]), (.accepted, 1_000, nil, [.amountBeforeApproval(.accepted)]),
      (.correction, 1_000, nil, [.amountBeforeApproval(.correction)]),
      (.reclaimed, 1_000, 1_001, [.reclaimedAboveAmount]), (.received, nil, 5, [.reclaimedWithoutAmount]),
      (.reclaimed, nil, 5, [.amountMissing(.reclaimed), .reclaimedWithoutAmount]),
    ] as [(Stage, Int64?, Int64?, [OldLedgerFault])])
  func `Stage and sums fit one another`(
    stage: Stage, decided: Int64?, reclaimed: Int64?, expected: [OldLedgerFault]
  ) throws {
    #expect(try faults(row(2, 1, party(), stage: stage, decided: decided, reclaimed: reclaimed)) == expected)
  }

  @Test func `A day that has not come is named, today is not`() throws {
    let tomorrow = try #require(CivilDate("2019-06-11"))
    #expect(try faults(row(2, 1, party(), received: "2019-06-11")) == [.receivedInFuture(tomorrow)])
    #expect(try faults(row(2, 1, party(), received: "2019-06-10")) == [])
  }

  @Test func `What is wrong is told at once, of the sums and of the applicant`() throws {
    #expect(
      try faults(row(2, 1, party(district: nil), received: "2019-06-11", stage: .paid, decided: nil)) == [
        .receivedInFuture(try #require(CivilDate("2019-06-11"))), .amountMissing(.paid), .districtUnknown,
      ])
    #expect(try faults(row(2, 1, party("某厂", nil, district: nil))) == [.kindUnknown, .districtUnknown])
  }

  // MARK: - Whose it is

  private func office() throws -> TestOffice {
    var office = try TestOffice()
    for applicant in [
      Applicant(id: "E2", name: "清远（英德）乙有限公司", kind: .enterprise, district: "441802", code: Self.code),
      Applicant(id: "P1", name: "冯晓岚", kind: .individual, district: "441881", code: Self.person),
    ] { try office.act(.enterApplicant(applicant), by: "李经办") }
    return office
  }

  @Test(arguments: [
    ("清远（英德）乙有限公司", code as String?), ("清远(英德)乙有限公司", "91441802mafarm019h"), ("清远【英德】乙 有限公司", nil),
    ("清远（英德）乙有限公司", ""),
  ])
  func `Who is registered is known by name and code in any dress`(name: String, code: String?) throws {
    var office = try office()
    let plan = try take([row(2, 1, party(name, nil, code: code, district: nil))], &office)
    #expect(plan.rows.map(\.verdict) == [.taken("441881-2019-000001")] && plan.applicants.isEmpty)
    #expect(try office.file("441881-2019-000001").filing.applicant == "E2")
  }

  @Test func `A code of another, a name with another code, another kind`() throws {
    let office = try office()
    #expect(
      try faults(row(2, 1, party("清远市丁有限公司", code: Self.code)), office)
        == [.codeOfOther(applicant: "E2", name: "清远（英德）乙有限公司")])
    #expect(
      try faults(row(2, 1, party("清远（英德）乙有限公司", code: Self.otherCode)), office)
        == [.nameWithOtherCode(applicant: "E2")])
    #expect(
      try faults(row(2, 1, party("清远（英德）乙有限公司", .institution)), office)
        == [.kindDiffers(registered: .enterprise)])
  }

  @Test func `A person is known by the code alone`() throws {
    let office = try office()
    #expect(try faults(row(2, 1, party("冯晓岚", .individual)), office) == [.personNeedsCode])
    // Also where nobody says that it is a person.
    #expect(try faults(row(2, 1, party("冯晓岚", nil)), office) == [.personNeedsCode])
    #expect(try faults(row(2, 1, party("冯晓岚", .individual, code: Self.person)), office) == [])
    var masked = party("冯晓岚", .individual)
    masked.maskedCode = "4418**********0013"
    #expect(try faults(row(2, 1, masked), office) == [.codeMasked])
    // A number of the table's own says who it is, where the ends agree.
    masked.id = "P1"
    #expect(try faults(row(2, 1, masked), office) == [])
    // Another of the same name.
    let plan = plan([try row(2, 1, party("冯晓岚", .individual, code: "44188120010101012X"))], office)
    #expect(plan.applicants.map(\.code) == ["44188120010101012X"])
  }

  /// identifiers.md: an equal name joins units of one kind alone, and no individual with them.
  @Test func `A trader who is called like a registered person is another, and known by name as units are`()
    throws
  {
    var office = try office()
    let trader = party("冯晓岚", .soleTrader)
    let first = try take([row(2, 1, trader)], &office)
    #expect(first.applicants.map(\.kind) == [.soleTrader])
    let again = try take([row(3, 2, party("冯晓岚", .soleTrader, code: "92441803MAG0NG777M"))], &office)
    #expect(again.applicants.isEmpty && again.filings.map(\.applicant) == first.applicants.map(\.id))
    #expect(try faults(row(4, 3, party("冯晓岚", .individual)), office) == [.personNeedsCode])
  }

  @Test func `Two registered units of one name are asked about`() throws {
    var office = try office()
    var second = try #require(office.state.applicant("E2"))
    (second.id, second.code, second.note) = ("E3", Self.otherCode, "同名的另一家")
    try office.act(.enterApplicant(second), by: "李经办")
    #expect(
      try faults(row(2, 1, party("清远（英德）乙有限公司")), office) == [.severalOfName(applicants: ["E2", "E3"])])
    #expect(try faults(row(2, 1, party("清远（英德）乙有限公司", code: Self.otherCode)), office) == [])
  }

  @Test func `Whoever comes new comes once, a branch with its head office from the same table`() throws {
    var office = try office()
    let agency = party("广州某代理有限公司", .agency, district: "440106")
    let branch = party("某代理英德分所", .agencyBranch, parent: "广州某代理 有限公司")
    let rows = try [
      row(2, 1, branch), row(3, 2, branch), row(4, 3, agency), row(5, 4, party("某厂", parent: "没有的总部")),
    ]
    let plan = try take(rows, &office)
    #expect(plan.applicants.map(\.name) == ["广州某代理有限公司", "某代理英德分所"])
    #expect(Set(plan.applicants.map(\.id)).count == 2)
    #expect(plan.applicants[1].parent == plan.applicants[0].id && plan.filings.count == 3)
    #expect(plan.rows[3].verdict == .unfit([.unknownParent("没有的总部")]))
    #expect(plan.rows[0].remarks == [.newApplicant(plan.applicants[1].id)] && plan.rows[1].remarks == [])
    #expect(plan.decided == MoneyTotal(Money(yuan: 3_000)))
  }

  @Test func `Another district than registered is remarked, and the registered one stays`() throws {
    var office = try office()
    let plan = try take([row(2, 1, party("清远（英德）乙有限公司", district: "441881"))], &office)
    #expect(plan.rows[0].remarks == [.districtRegistered("441802")])
    #expect(office.state.applicant("E2")?.district == "441802")
  }

  // MARK: - What is there already

  @Test func `The same table again is known, row by row`() throws {
    var office = try office()
    let rows = try [row(2, 1, party()), row(3, 2, party(), id: "旧2019-7")]
    let first = try take(rows, &office)
    #expect(first.rows.map(\.verdict) == [.taken("441881-2019-000001"), .taken("旧2019-7")])
    let again = plan(rows, office)
    #expect(again.rows.map(\.verdict) == [.known("441881-2019-000001"), .known("旧2019-7")])
    #expect(again.filings.isEmpty && again.applicants.isEmpty && again.decided == .zero)
  }

  /// A row that bears a number of its own and says something else than what is there is told, with what differs.
  @Test func `A number that is there with another content`() throws {
    var office = try office()
    _ = try take([row(2, 1, party(), id: "旧7")], &office)
    #expect(try faults(row(2, 2, party(), id: "旧7"), office) == [.receiptTaken(["applicationNumber"])])
    #expect(
      try faults(row(2, 1, party("清远（英德）乙有限公司"), received: "2019-06-04", id: "旧7", decided: 900), office)
        == [.receiptTaken(["applicant", "received", "decided"])])
    // Money that came back since, which the store does not know of: it would be lost without a word.
    #expect(
      try faults(row(2, 1, party(), id: "旧7", stage: .reclaimed, reclaimed: 300), office)
        == [.receiptTaken(["reclaimed"])])
  }

  /// Approved when the table was taken in, and paid by the old office since: it would be paid a second time here.
  @Test func `A payment that the store does not know of is told`() throws {
    var office = try office()
    _ = try take([row(2, 1, party(), id: "旧7", stage: .approved)], &office)
    #expect(try faults(row(2, 1, party(), id: "旧7", stage: .paid), office) == [.receiptTaken(["status"])])
    #expect(
      try faults(row(2, 1, party(), id: "旧7", stage: .reclaimed, reclaimed: 5), office)
        == [.receiptTaken(["reclaimed", "status"])])
    // What the store has come to since is its own to know: published, paid, and back from the bank.
    let old = [try row(2, 1, party(), id: "旧7", stage: .approved)]
    let paid = [try row(2, 1, party(), id: "旧7", stage: .paid)]
    var applicant = try #require(office.state.applicant(office.file("旧7").filing.applicant))
    (applicant.bank, applicant.account) = ("英德农商行", "1236009321")
    try office.act(.changeApplicant(applicant), by: "吴经办")
    for (step, name) in [(Step.publish, "孙复核"), (.pay, "赵主管"), (.bounce, "赵主管")] {
      try office.step(step, "旧7", by: name) { $0.note = "账户冻结" }
      #expect(plan(old, office).rows.map(\.verdict) == [.known("旧7")])
      if step != .publish { #expect(plan(paid, office).rows.map(\.verdict) == [.known("旧7")]) }
    }
  }

  /// The same where no number tells that it is the same, and where the payment stands in the table itself.
  @Test func `A payment behind a row or a filing without a number is told`() throws {
    var office = try office()
    let open = try row(2, 1, party(), stage: .approved)
    let (paid, again) = (try row(3, 1, party(), stage: .paid), try row(3, 1, party(), stage: .approved))
    #expect(
      plan([open, paid], office).rows.map(\.verdict).last == .unfit([.paidBehindRow(2)]))
    #expect(plan([open, again], office).rows.map(\.verdict).last == .repeated(line: 2))
    #expect(
      try plan(
        [row(2, 1, party(), id: "旧7", stage: .approved), row(3, 1, party(), id: "旧7", stage: .paid)], office
      )
      .rows.map(\.verdict) == [.taken("旧7"), .unfit([.receiptTaken(["status"])])])
    _ = try take([open], &office)
    let id = try #require(office.state.files.indices.last.map { office.state.files.id(of: $0) })
    #expect(plan([open], office).rows.map(\.verdict) == [.known(id)])
    #expect(plan([paid], office).rows.map(\.verdict) == [.unfit([.paidSince(id)])])
  }

  /// One of them would be lost: a number is one filing's.
  @Test func `A number that two rows of the table bear`() throws {
    var office = try office()
    let rows = try [
      row(2, 1, party(), id: "旧7"), row(3, 2, party(), id: "旧7"), row(4, 1, party(), id: "旧7"),
      row(5, 3, party(), id: "旧8"),
    ]
    for repeats in [false, true] {
      let plan = plan(rows, office, repeats: repeats)
      #expect(
        plan.rows.map(\.verdict) == [
          .taken("旧7"), .unfit([.receiptTaken(["applicationNumber"])]), .repeated(line: 2), .taken("旧8"),
        ])
      #expect(plan.decided == MoneyTotal(Money(yuan: 2_000)))
    }
    _ = try take(rows, &office)
    #expect(office.state.files.count == 2)
  }

  /// E1 of the office is registered without a code.
  @Test func `A code that two names of the table bear is asked about`() throws {
    let office = try office()
    let rows = try [
      row(2, 1, party("英德市碧落陶瓷有限公司", code: Self.otherCode)),
      row(3, 2, party("英德市碧落陶瓷有限公司", code: Self.otherCode)),
      row(4, 3, party("某厂", code: Self.otherCode)),
    ]
    let plan = plan(rows, office)
    #expect(
      plan.rows[2].verdict == .unfit([.codeOfOther(applicant: "E1", name: "英德市碧落陶瓷有限公司")]))
    #expect(plan.filings.map(\.applicant) == ["E1", "E1"] && plan.applicants.isEmpty)
  }

  /// What came back here since the table was written is the store's to know.
  @Test func `A recovery that was made here does not make the old table wrong`() throws {
    var office = try office()
    let rows = [try row(2, 1, party(), id: "旧7")]
    _ = try take(rows, &office)
    try office.step(.reclaim, "旧7", by: "赵主管") {
      $0.amount = Money(yuan: 300)
      $0.note = "多付"
    }
    #expect(plan(rows, office).rows.map(\.verdict) == [.known("旧7")])
  }

  @Test func `One patent twice: in the table, in the store, and where repeats are let in`() throws {
    var office = try office()
    let rows = try [row(2, 1, party()), row(3, 1, party("清远（英德）乙有限公司")), row(4, 1, party())]
    let plan = plan(rows, office)
    #expect(
      plan.rows.map(\.verdict) == [.taken("441881-2019-000001"), .repeated(line: 2), .repeated(line: 2)])
    _ = try take([rows[0]], &office)
    let other = [try row(5, 1, party("清远（英德）乙有限公司"), received: "2019-06-05")]
    #expect(self.plan(other, office).rows.map(\.verdict) == [.duplicate(filing: "441881-2019-000001")])
    let letIn = self.plan(other, office, repeats: true)
    #expect(letIn.rows.map(\.verdict) == [.taken("441881-2019-000002")])
  }

  @Test func `A plan that is no longer what was seen is not carried out`() throws {
    var office = try office()
    let rows = [try row(2, 1, party())]
    let seen = plan(rows, office)
    try office.act(
      .enterApplicant(Applicant(id: "", name: "插队有限公司", kind: .enterprise, district: "441881")), by: "李经办")
    #expect(office.refusal(of: .takeOldLedger(rows, repeats: false, seen: seen), by: "周主管") == .ledgerMoved)
    #expect(
      office.refusal(of: .takeOldLedger(rows, repeats: false, seen: plan(rows, office)), by: "李经办")
        == .takeOverNeedsSupervisor("441881-2019-000001"))
  }
}
