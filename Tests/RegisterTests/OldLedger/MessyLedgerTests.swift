import CaseModel
import Casework
import Interchange
import Papers
import SubsidyRules
import Testing
import Wording

@Suite("An office's old ledger of 500 rows, with every defect known")
struct MessyLedgerTests {
  enum Writing: String, CaseIterable, Sendable { case utf8, utf8Marked, gb18030 }

  /// The file in an encoding; a byte that is in none of them where the ledger asks for one.
  private func bytes(_ ledger: MessyLedger, _ writing: Writing) throws -> [UInt8] {
    let text = MessyLedger.title + MessyLedger.headings + ledger.text
    let pieces = try text.split(separator: "\u{1A}", omittingEmptySubsequences: false).map { piece in
      writing == .gb18030 ? try ChineseText.bytes(String(piece), in: "GB18030") : Array(piece.utf8)
    }
    return (writing == .utf8Marked ? [0xEF, 0xBB, 0xBF] : []) + pieces.joined(separator: [0xFF])
  }

  private func mapping() throws -> OldLedgerMapping {
    let policy = try RegisterOffice.policy()
    var mapping = OldLedgerMapping()
    // The ledger has no column for them: one county's enterprises.
    mapping.fix(try #require(OldLedgerMapping.column(named: "所属县区", of: policy)), "英德市")
    mapping.fix(try #require(OldLedgerMapping.column(named: "申请人类型", of: policy)), "企业")
    return mapping
  }

  private func intake(_ bytes: [UInt8], _ office: RegisterOffice) throws -> OldLedgerIntake {
    let sheet = try OldLedgerSheet(bytes, policy: office.state.policy, mapping: mapping())
    return OldLedgerIntake(sheet, policy: office.state.policy, today: office.today)
  }

  private func plan(_ intake: OldLedgerIntake, _ office: RegisterOffice) -> OldLedgerPlan {
    office.state.plan(oldLedger: intake.rows, repeats: false, today: office.today)
  }

  @Test(
    "Each bad row is explained, each good one right, and a second time changes nothing",
    arguments: Writing.allCases)
  func taken(_ writing: Writing) throws {
    let ledger = try MessyLedger()
    #expect(ledger.expected.count == 500)
    var office = try RegisterOffice()
    let bytes = try bytes(ledger, writing)
    let intake = try intake(bytes, office)
    #expect(intake.sheet.encoding == (writing == .gb18030 ? .gb18030 : .utf8))
    #expect(intake.sheet.headingLine == 2)
    #expect(intake.sheet.records.count == 500)
    let plan = plan(intake, office)
    let outcomes = intake.outcomes(plan)
    try check(outcomes, against: ledger, office)

    try office.act(.takeOldLedger(intake.rows, repeats: false, seen: plan))
    try check(office.state, holds: outcomes, of: ledger)
    #expect(office.state.people.applicants.count == Cast.names.count)

    // The same file again: nothing goes in, and every row that went in is known under its number.
    let before = office.saves.count
    let again = self.plan(intake, office)
    #expect(again.filings.isEmpty && again.applicants.isEmpty)
    try office.act(.takeOldLedger(intake.rows, repeats: false, seen: again))
    #expect(office.saves.count == before)
    for (first, second) in zip(outcomes, intake.outcomes(again)) where first.kind == .taken {
      #expect(second.kind == .known)
      guard case .planned(let a, _) = first, case .taken(let taken) = a.verdict,
        case .planned(let b, _) = second, case .known(let known) = b.verdict
      else { continue }
      #expect(taken == known)
    }
  }

  private func check(
    _ outcomes: [OldLedgerOutcome], against ledger: MessyLedger, _ office: RegisterOffice
  ) throws {
    let words = OldLedgerWording(office.state)
    for (place, (outcome, expected)) in zip(outcomes, ledger.expected).enumerated() {
      let answer = words.answer(outcome, isTaken: true)
      switch expected {
      case .good: #expect(outcome.kind == .taken, "row \(place + 1): \(answer.reason)")
      case .bad(let reason):
        #expect(
          answer.result == "有误" && answer.reason.contains(reason),
          "row \(place + 1): \(answer), not \(reason)")
      case .repeated: #expect(answer.result == "重复", "row \(place + 1): \(answer)")
      case .sum: #expect(outcome.kind == .noFiling, "row \(place + 1)")
      }
    }
  }

  private func check(
    _ state: OfficeState, holds outcomes: [OldLedgerOutcome], of ledger: MessyLedger
  ) throws {
    var good = 0
    for (outcome, expected) in zip(outcomes, ledger.expected) {
      guard case .good(let truth) = expected else { continue }
      good += 1
      guard case .planned(let row, _) = outcome, case .taken(let id) = row.verdict else { continue }
      let file = try #require(state.file(id))
      let applicant = try #require(state.applicant(file.filing.applicant))
      #expect(TextFolding.search(applicant.name) == TextFolding.search(truth.name))
      #expect(file.filing.item == truth.item && file.filing.received == truth.received)
      #expect(file.filing.input("applicationNumber") == .text(truth.number))
      #expect(file.filing.input("grantedOn") == .text(truth.granted.description))
      #expect(file.filing.decided == truth.decided && file.filing.stage == .paid && file.isTakenOver)
      #expect(file.decision.award == truth.decided)
    }
    #expect(good == 380 && state.files.count == good)
  }

  @Test("The result file, corrected or not, can be taken in again")
  func resultFile() throws {
    var office = try RegisterOffice()
    let intake = try intake(try bytes(MessyLedger(), .gb18030), office)
    let plan = plan(intake, office)
    let outcomes = intake.outcomes(plan)
    try office.act(.takeOldLedger(intake.rows, repeats: false, seen: plan))
    var result = OldLedgerResult(intake.sheet)
    let words = OldLedgerWording(office.state)
    for (record, outcome) in zip(intake.sheet.records, outcomes) {
      result.add(record, words.answer(outcome, isTaken: true))
    }
    let (columns, rows) = (result.columns, result.rows)
    let table = LongTable(
      title: "", columns: columns.map { .init("", $0.heading) }, count: rows.count
    ) { number in ReportTable.Row(rows[number].map { .text($0) }) }
    let again = try self.intake(table.csv, office)
    #expect(again.sheet.records.count == 500)
    #expect(again.sheet.columns.suffix(3).map(\.heading) == ["结果", "理由", "编号"])
    let kinds = again.outcomes(self.plan(again, office)).map(\.kind)
    for (kind, outcome) in zip(kinds, outcomes) where outcome.kind == .taken { #expect(kind == .known) }
    #expect(!kinds.contains(.taken))
  }

  @Test("A ledger without a day of receipt is not guessed at; the clerk can say it")
  func missingColumn() throws {
    let office = try RegisterOffice()
    let text = "申请人,项目,专利号,授权日\n清远市甲陶瓷有限公司,实用新型,ZL201820123456.0,2019.3.1\n"
    let sheet = try OldLedgerSheet(Array(text.utf8), policy: office.state.policy, mapping: mapping())
    #expect(sheet.lacking == [.received])
    var said = try mapping()
    said.fix(.received, "2019年12月31日")
    let full = try OldLedgerSheet(Array(text.utf8), policy: office.state.policy, mapping: said)
    #expect(full.lacking.isEmpty)
    let intake = OldLedgerIntake(full, policy: office.state.policy, today: office.today)
    #expect(intake.rows.map(\.filing.received.description) == ["2019-12-31"])
  }

  @Test("What somebody has looked at goes in, or nothing")
  func overtaken() throws {
    var office = try RegisterOffice()
    let intake = try intake(try bytes(MessyLedger(), .utf8), office)
    let seen = plan(intake, office)
    try office.act(
      .enterApplicant(Applicant(id: "", name: "英德市另一家有限公司", kind: .enterprise, district: "441881")), by: "李经办"
    )
    #expect(office.refusal(of: .takeOldLedger(intake.rows, repeats: false, seen: seen)) == .ledgerMoved)
  }

  @Test("Amounts that another office decided are a supervisor's to take over")
  func takeOver() throws {
    let office = try RegisterOffice()
    let intake = try intake(try bytes(MessyLedger(), .utf8), office)
    let refusal = office.refusal(
      of: .takeOldLedger(intake.rows, repeats: false, seen: plan(intake, office)), by: "李经办")
    guard case .takeOverNeedsSupervisor = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }
}
