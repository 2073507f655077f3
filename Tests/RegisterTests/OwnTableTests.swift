import CaseModel
import Casework
import Interchange
import Papers
import SubsidyRules
import Testing
import Wording

@Suite("The office's own tables come back as the same office")
struct OwnTableTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// Units, a branch before its head office, persons, an agency from elsewhere; amounts decided, paid and partly
  /// reclaimed; a number whose check digit was overridden; two items that ask for other things under one name.
  private func office() throws -> RegisterOffice {
    var office = try RegisterOffice()
    func grant(_ id: String, _ applicant: String, _ number: String, decided: Int? = nil) throws -> Filing {
      Filing(
        id: id, item: "utility-grant", applicant: applicant, received: try day("2019-06-10"),
        stage: decided == nil ? .accepted : .paid,
        inputs: [.init("applicationNumber", .text(number)), .init("grantedOn", .text("2019-05-10"))],
        decided: decided.map { Money(yuan: Int64($0)) })
    }
    var back = try grant("441881-2019-000003", "P1", "201820100003.6", decided: 1000)
    back.stage = .reclaimed
    back.decided = Money("600.00")
    back.reclaimed = Money("400.00")
    var wrongCheck = try grant("441881-2019-000004", "P2", "201820100004.8")
    wrongCheck.overrides = [.init("applicationNumber", reason: "证书原件如此")]
    func agency(_ id: String, _ applicant: String, _ number: String) throws -> Filing {
      var filing = try grant(id, applicant, number)
      filing.item = "agency-grant"
      filing.inputs += [.init("localAddress", .flag(true)), .init("compliant", .flag(false))]
      return filing
    }
    try office.act(
      .importCases(
        applicants: [
          Applicant(id: "B1", name: "北江英德分所", kind: .agencyBranch, district: "441881", parent: "H1"),
          Applicant(
            id: "H1", name: "北江专利代理事务所", kind: .agency, district: "440106", code: "91441802MAFARM019H"),
          Applicant(
            id: "E1", name: "英德市样例茶业有限公司", kind: .enterprise, district: "441881", code: "91441881MA4QYTE1X7"),
          Applicant(
            id: "P1", name: "冯晓岚", kind: .individual, district: "441881", code: "441802199003070013"),
          Applicant(
            id: "P2", name: "冯晓岚", kind: .individual, district: "441881", code: "44188120010101012X"),
        ],
        filings: [
          agency("441881-2019-000001", "B1", "201820100001.7"),
          agency("441881-2019-000002", "H1", "201820100002.1"), back, wrongCheck,
          grant("441881-2019-000005", "E1", "201820100005.5", decided: 1000),
          Filing(
            id: "441881-2019-000006", item: "exam-fee", applicant: "P2", received: day("2019-06-11"),
            inputs: [
              .init("basis", .text("study")), .init("passedOn", .text("2019-01-15")),
              .init("fee", .text("175.50")),
            ]),
          Filing(
            id: "441881-2019-000007", item: "ip-management", applicant: "E1", received: day("2019-06-12"),
            inputs: [
              .init("certificateNumber", .text("165IP194382R0M")), .init("certifiedOn", .text("2019-01-15")),
              .init("validPatents", .count(17)), .init("filingsThisYear", .count(26)),
              .init("approvedAmount", .text("90000")), .init("basis", .text("认证合同")),
            ]),
        ]))
    return office
  }

  private func taken(_ bytes: [UInt8], into office: inout RegisterOffice) throws -> [OldLedgerOutcome] {
    let sheet = try OldLedgerSheet(bytes, policy: office.state.policy)
    let intake = OldLedgerIntake(sheet, policy: office.state.policy, today: office.today)
    let plan = office.state.plan(oldLedger: intake.rows, repeats: false, today: office.today)
    let outcomes = intake.outcomes(plan)
    if !plan.filings.isEmpty { try office.act(.takeOldLedger(intake.rows, repeats: false, seen: plan)) }
    return outcomes
  }

  @Test(
    "What was approved, what came back, heads and branches, reasons: each as it was",
    arguments: FieldWay.tables)
  func same(_ way: FieldWay) throws {
    let office = try office()
    func bytes(_ state: OfficeState) throws -> [UInt8] {
      let table = FilingTable.table(of: state)
      return way == .csv ? table.csv : try table.workbook(office: "")
    }
    var again = try RegisterOffice()
    let written = try bytes(office.state)
    let outcomes = try taken(written, into: &again)
    #expect(outcomes.filter { $0.kind != .noFiling }.map(\.kind) == Array(repeating: .taken, count: 7))
    #expect(again.state.files.count == 7)
    for file in office.state.files {
      let there = try #require(again.state.file(file.filing.id))
      #expect(there.filing.decided == file.filing.decided && there.filing.reclaimed == file.filing.reclaimed)
      #expect(there.standing == file.standing && there.filing.applicant == file.filing.applicant)
      #expect(there.received == file.received && there.filing.overrides == file.filing.overrides)
      #expect(there.decision.award == file.decision.award && there.decision.reasons == file.decision.reasons)
      for input in file.filing.inputs {
        let rule = try #require(office.state.policy.item(file.filing.item)?.input(input.name))
        #expect(
          rule.value(of: there.filing.input(input.name)).value == rule.value(of: input.value).value,
          "\(file.filing.id) \(input.name)")
      }
    }
    // 600.00 were approved and 400.00 came back: 200.00 is neither.
    #expect(again.state.file("441881-2019-000003")?.filing.decided == Money("600.00"))
    // Two persons of one name stay two; their numbers are not in such a table.
    #expect(again.state.applicant("P1")?.name == "冯晓岚" && again.state.applicant("P2")?.code == nil)
    // Once more, into either, nothing is new.
    for var there in [again, office] {
      let kinds = Set(try taken(written, into: &there).map(\.kind)).subtracting([.noFiling])
      #expect(kinds == [.known])
    }
  }

  @Test("A hidden number without the table's own says nobody", arguments: FieldWay.tables)
  func masked(_ way: FieldWay) throws {
    let cells = FieldReader.grant(code: "4418**********0013")
    let taken = try FieldReader().ledger(FieldReader.rows(cells), way)
    #expect(taken.kinds == [.wrong] && taken.reasons[0].contains("遮去了中间几位，认不出是谁"))
    let numbered = try FieldReader().ledger(FieldReader.rows(cells + [("申请人编号", "441800-A00007")]), way)
    #expect(numbered.kinds == [.taken] && numbered.reasons[0].contains("没有读入"))
    #expect(numbered.plan.applicants.map(\.id) == ["441800-A00007"])
    #expect(numbered.plan.applicants.map(\.code) == [nil])
  }

  @Test(
    "What another county paid is a repetition with both numbers, never one that is there",
    arguments: FieldWay.tables)
  func otherCounty(_ way: FieldWay) throws {
    var reader = try FieldReader()
    let first = FieldReader.rows(FieldReader.grant() + [("编号", "441881-2019-000001")])
    var office = reader.office
    _ = try taken(FieldReader.bytes(first, way), into: &office)
    reader = FieldReader(office: office)
    #expect(try reader.ledger(first, way).kinds == [.known])
    #expect(try reader.ledger(FieldReader.rows(FieldReader.grant()), way).kinds == [.known])
    let other = FieldReader.rows(FieldReader.grant() + [("编号", "441882-2019-000009")])
    let said = try reader.ledger(other, way)
    #expect(said.kinds == [.repeated])
    #expect(said.reasons == ["与库中 441881-2019-000001 是同一件，本行编号 441882-2019-000009"])
  }

  @Test("A row that is not taken keeps its number in the result")
  func keptNumber() throws {
    let rows = FieldReader.rows(FieldReader.grant("申请中") + [("编号", "441881-2019-000009")])
    let taken = try FieldReader().ledger(rows, .csv)
    #expect(taken.kinds == [.wrong])
    var result = OldLedgerResult(taken.sheet)
    result.add(taken.sheet.records[0], .init(result: "有误", reason: "试"))
    #expect(result.rows[0].last == "441881-2019-000009")
  }
}
