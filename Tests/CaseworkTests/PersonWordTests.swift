import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// Records of applicants that a supervisor says are one, or not (audit A2, B14): identifiers.md, Names. Figures by hand.
struct PersonWordTests {
  /// E2 is E1 under the name it had before, entered by 吴经办: only a person can know it.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(
          id: "E2", name: "英德市旧名陶瓷厂", kind: .enterprise, district: "441881", bank: "英德农商行",
          account: "1236001322")), by: "吴经办")
    return office
  }

  /// 灭零 (article 5): the agency's fee up to 5 000 for an invention, once for an enterprise.
  private func first(_ id: String, _ serial: UInt64, of applicant: String, fee: String) throws -> Filing {
    Filing(
      id: id, item: "first-filing", applicant: applicant, received: try #require(CivilDate("2019-06-10")),
      inputs: [
        .init("applicationNumber", .text(try TestFilings.application(2019, 1, serial).description)),
        .init("filedOn", .text("2019-05-10")), .init("agencyFee", .text(fee)),
        .init("priorFilings", .count(0)),
      ])
  }

  /// 专利保险 (article 12): 30 % of the premium, up to 10 000 a year for a unit.
  private func insurance(_ id: String, of applicant: String, premium: String) throws -> Filing {
    Filing(
      id: id, item: "insurance", applicant: applicant, received: try #require(CivilDate("2019-06-10")),
      inputs: [
        .init("policyNumber", .text("PICC-" + id)), .init("invoiceNumber", .text("44-" + id)),
        .init("premiumPaid", .text(premium)), .init("paidOn", .text("2019-05-20")),
      ])
  }

  private func tell(
    _ verdict: PersonWord.Verdict, _ ids: [String], in office: TestOffice
  ) -> Casework.Command {
    let word = PersonWord(verdict, ids, note: "营业执照")
    return .tellPersons(word, seen: office.state.consequences(of: word))
  }

  private func award(_ id: String, _ office: TestOffice) throws -> String {
    try office.file(id).decision.award.description
  }

  @Test
  func `What a merge moves is listed first, and a merge gives one key and one cap to both records`() throws {
    var office = try office()
    try office.bring(first("F1", 1, of: "E1", fee: "4800.00"), to: .approved)
    try office.bring(insurance("F2", of: "E1", premium: "30000.00"), to: .approved)
    try office.act(.receiveFiling(first("F3", 2, of: "E2", fee: "2000.00")), by: "吴经办")
    try office.act(.receiveFiling(insurance("F4", of: "E2", premium: "20000.00")), by: "吴经办")
    #expect(
      try ["F1", "F2", "F3", "F4"].map { try award($0, office) } == [
        "4800.00", "9000.00", "2000.00", "6000.00",
      ])

    let word = PersonWord(.link, ["E2", "E1"], note: "营业执照")
    let moved = office.state.consequences(of: word)
    // Article 5 pays an enterprise once: 2 000 fall away. Article 12: 10 000 - 9 000 leave 1 000 of 6 000.
    #expect(moved.rows.map(\.filing) == ["F3", "F4"])
    #expect(moved.rows.map(\.difference.description) == ["-2000.00", "-5000.00"])
    #expect(
      moved.caps.map { "\($0.group.holder) \($0.usedBefore) \($0.usedAfter)" } == [
        "E1 9000.00 10000.00", "E2 6000.00 0.00",
      ])
    #expect(
      moved.records.map { "\($0.applicant) \($0.filings) \($0.award)" } == ["E1 2 13800.00", "E2 2 8000.00"])
    let lines = PersonWording.lines(moved, office.state)
    #expect(lines.contains { $0.hasPrefix("F3  灭零代理费  英德市旧名陶瓷厂  2,000.00 -> 0.00") })
    #expect(lines.last == "金额变动 2 件，差额 -7,000.00 元。已核定的金额不变。")
    // Looking moves nothing.
    #expect(try award("F4", office) == "6000.00")

    #expect(
      office.refusal(of: .tellPersons(word, seen: moved), by: "孙复核") == .roleTooLow(needed: .supervisor))
    try office.act(.tellPersons(word, seen: moved), by: "赵主管")
    #expect(
      try ["F1", "F2", "F3", "F4"].map { try award($0, office) } == ["4800.00", "9000.00", "0.00", "1000.00"])
    #expect(try office.file("F3").decision.reasons == [.duplicate("F1")])
    #expect(office.state.unit(of: "E2").map(\.id) == ["E1"])
    let shown = PersonWording.lines(of: try #require(office.state.applicant("E2")), office.state)
    #expect(shown[0] == "与 E1 英德市碧落陶瓷有限公司 合并计算限额和一次性资助")
    #expect(shown[1].contains("赵主管") && shown[1].contains("营业执照"))
    // Opened anew from its journal it is the same.
    let again = try office.reopened()
    #expect(again.differing(from: office.state) == [])
    #expect(again.file("F4")?.decision.award.description == "1000.00")
  }

  @Test
  func `A merge is taken back by a supervisor who entered neither record, and everything is as before`()
    throws
  {
    var office = try office()
    try office.act(.receiveFiling(first("F1", 1, of: "E1", fee: "4800.00")), by: "李经办")
    try office.act(.receiveFiling(first("F2", 2, of: "E2", fee: "2000.00")), by: "吴经办")
    #expect(
      office.refusal(of: tell(.withdraw, ["E1", "E2"], in: office), by: "赵主管") == .person(.nothingSaid))
    try office.act(tell(.link, ["E1", "E2"], in: office), by: "赵主管")
    #expect(try award("F2", office) == "0.00")
    // 周主管 gives a record its name of today: what then parts it from another takes another pair of eyes.
    var renamed = try #require(office.state.applicant("E2"))
    renamed.name = "英德市新名陶瓷厂"
    try office.act(.changeApplicant(renamed), by: "周主管")
    let refusal = office.refusal(of: tell(.withdraw, ["E1", "E2"], in: office), by: "周主管")
    guard case .person(.ownRecord("E2", at: _, mayAct: let others))? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(others == ["赵主管"])
    #expect(try office.sentence(refusal).contains("可由赵主管办理"))
    let word = PersonWord(.withdraw, ["E1", "E2"], note: "误认")
    let moved = office.state.consequences(of: word)
    #expect(moved.rows.map { "\($0.filing) \($0.before) \($0.after)" } == ["F2 0.00 2000.00"])
    try office.act(.tellPersons(word, seen: moved), by: "赵主管")
    #expect(try award("F2", office) == "2000.00")
    #expect(office.state.unit(of: "E2").isEmpty && office.state.words(on: "E2").isEmpty)
    // Every word stays in the journal.
    #expect(office.state.people.words.map(\.verdict) == [.link, .withdraw])
    #expect(try office.reopened().differing(from: office.state) == [])
  }

  @Test
  func `Two decided filings of one once-only key stand in the list before, and in the tie-out after`() throws
  {
    var office = try office()
    try office.bring(first("F1", 1, of: "E1", fee: "4800.00"), to: .approved)
    try office.bring(first("F2", 2, of: "E2", fee: "2000.00"), to: .approved)
    let word = PersonWord(.link, ["E1", "E2"], note: "营业执照")
    let moved = office.state.consequences(of: word)
    #expect(moved.rows.isEmpty)
    #expect(moved.twice.map { "\($0.first) \($0.other) \($0.award)" } == ["F1 F2 2000.00"])
    #expect(PersonWording.lines(moved, office.state).contains("重复：F2 与 F1 按一次性资助只能核定一件，多付 2,000.00 元"))
    try office.act(.tellPersons(word, seen: moved), by: "赵主管")
    #expect(office.state.tieOut().contains { $0.kind == .decidedTwice(first: "F1", other: "F2") })
    // What is decided keeps its amount.
    #expect(try award("F2", office) == "2000.00")
  }

  @Test
  func `Units of one name are two where a supervisor says so, and one again when that is taken back`() throws
  {
    var office = try TestOffice()
    var twin = Applicant(id: "E2", name: "英德市碧落陶瓷有限公司", kind: .enterprise, district: "441881")
    twin.note = "名称相同，注册号不同"
    try office.act(.enterApplicant(twin), by: "赵主管")
    try office.act(.receiveFiling(first("F1", 1, of: "E1", fee: "4800.00")), by: "李经办")
    try office.act(.receiveFiling(first("F2", 2, of: "E2", fee: "2000.00")), by: "吴经办")
    #expect(try award("F2", office) == "0.00")
    // 赵主管 entered one of them.
    let refusal = office.refusal(of: tell(.distinct, ["E1", "E2"], in: office), by: "赵主管")
    guard case .person(.ownRecord("E2", at: _, mayAct: _))? = refusal else {
      Issue.record("no refusal")
      return
    }
    try office.act(tell(.distinct, ["E1", "E2"], in: office), by: "周主管")
    #expect(try award("F2", office) == "2000.00")
    // A change of the record finds the units anew, and they stay apart.
    var changed = try #require(office.state.applicant("E2"))
    changed.code = "91441881MA4QYTE1X7"
    try office.act(.changeApplicant(changed), by: "李经办")
    #expect(try award("F2", office) == "2000.00")
    changed.code = nil
    try office.act(.changeApplicant(changed), by: "李经办")
    #expect(try award("F2", office) == "2000.00")
    try office.act(tell(.withdraw, ["E1", "E2"], in: office), by: "赵主管")
    #expect(try award("F2", office) == "0.00")
  }

  @Test
  func `Individuals are joined by a word alone, for article 4 pays a person once`() throws {
    var office = try TestOffice()
    for id in ["P1", "P2"] {
      let person = Applicant(id: id, name: "陈大文", kind: .individual, district: "441881")
      try office.act(.enterApplicant(person), by: "李经办")
    }
    for (number, id) in ["P1", "P2"].enumerated() {
      let filing = Filing(
        id: "F\(number)", item: "exam-fee", applicant: id, received: try #require(CivilDate("2019-06-10")),
        inputs: [
          .init("basis", .text("household")), .init("passedOn", .text("2019-03-01")),
          .init("fee", .text("400.00")),
        ])
      try office.act(.receiveFiling(filing), by: "李经办")
    }
    #expect(try ["F0", "F1"].map { try award($0, office) } == ["400.00", "400.00"])
    try office.act(tell(.link, ["P1", "P2"], in: office), by: "周主管")
    #expect(try ["F0", "F1"].map { try award($0, office) } == ["400.00", "0.00"])
  }

  @Test
  func `Kinds, heads, circles of words and one record alone are refused in words`() throws {
    var office = try office()
    for id in ["E3", "E4"] {
      try office.act(
        .enterApplicant(Applicant(id: id, name: "英德市\(id)厂", kind: .enterprise, district: "441881")),
        by: "李经办")
    }
    var branch = Applicant(id: "G2", name: "北江英德分所", kind: .agencyBranch, district: "441881", parent: "G1")
    try office.act(.enterApplicant(branch), by: "李经办")
    (branch.id, branch.parent, branch.name) = ("G3", nil, "北江代理英德办事处")
    try office.act(.enterApplicant(branch), by: "李经办")
    func refusal(_ verdict: PersonWord.Verdict, _ ids: [String]) -> Refusal? {
      office.refusal(of: tell(verdict, ids, in: office), by: "赵主管")
    }
    #expect(refusal(.link, ["E1", "E1"]) == .person(.needsTwo))
    #expect(refusal(.link, ["E1", "E9"]) == .unknownApplicant("E9"))
    #expect(refusal(.link, ["E1", "G1"]) == .person(.kindsDiffer))
    #expect(refusal(.link, ["G2", "G3"]) == .person(.headsDiffer))
    let silent = PersonWord(.link, ["E1", "E2"], note: " ")
    #expect(
      office.refusal(of: .tellPersons(silent, seen: office.state.consequences(of: silent)), by: "赵主管")
        == .noteMissing)
    let seen = office.state.consequences(of: PersonWord(.link, ["E1", "E3"], note: "x"))
    #expect(
      office.refusal(of: .tellPersons(PersonWord(.link, ["E1", "E2"], note: "x"), seen: seen), by: "赵主管")
        == .newsMoved)
    try office.act(tell(.link, ["E1", "E2"], in: office), by: "赵主管")
    try office.act(tell(.link, ["E2", "E3"], in: office), by: "赵主管")
    // Through E2 they are one.
    #expect(refusal(.distinct, ["E1", "E3"]) == .person(.contradicts("E1", "E3")))
    try office.act(tell(.distinct, ["E1", "E4"], in: office), by: "赵主管")
    #expect(refusal(.link, ["E3", "E4"]) == .person(.contradicts("E1", "E4")))
    // The same again is nothing.
    let before = office.saves.count
    try office.act(tell(.link, ["E2", "E1"], in: office), by: "赵主管")
    #expect(office.saves.count == before)
  }

  @Test
  func `A whole state stated as an interchange file decides the same elsewhere`() throws {
    var office = try office()
    try office.bring(first("F1", 1, of: "E1", fee: "4800.00"), to: .approved)
    try office.act(.receiveFiling(first("F2", 2, of: "E2", fee: "2000.00")), by: "吴经办")
    try office.act(.receiveFiling(insurance("F3", of: "E2", premium: "20000.00")), by: "吴经办")
    try office.act(tell(.link, ["E1", "E2"], in: office), by: "赵主管")
    let (applicants, filings) = (office.state.statedApplicants(), office.state.statedFilings())
    #expect(applicants.map(\.id) == ["E1", "G1"])
    #expect(filings.map(\.applicant) == ["E1", "E1", "E1"])
    var other = try TestOffice()
    try other.act(.importCases(applicants: [], filings: filings), by: "赵主管")
    #expect(try ["F1", "F2", "F3"].map { try award($0, other) } == ["4800.00", "0.00", "6000.00"])
  }

  /// The walk of an auditor: two records, a merge, the second claim refused, the rest paid within the cap, and nothing
  /// left that does not tie.
  @Test
  func `A merge is walked to the treasury and a tie-out without a row`() throws {
    var office = try office()
    try office.bring(first("F1", 1, of: "E1", fee: "4800.00"), to: .paid)
    try office.bring(insurance("F2", of: "E1", premium: "30000.00"), to: .paid)
    try office.act(.receiveFiling(first("F3", 2, of: "E2", fee: "2000.00")), by: "吴经办")
    try office.act(tell(.link, ["E1", "E2"], in: office), by: "周主管")
    try office.bring(insurance("F4", of: "E2", premium: "20000.00"), to: .paid)
    try office.step(.reject, "F3", by: "钱复核")
    #expect(try office.file("F3").steps.last?.step.grounds == ["duplicate:F1"])
    // 4 800 + 9 000 + 1 000, the cap of article 12 full.
    #expect(office.state.sums.byYear[2019]?.award.description == "14800.00")
    #expect(office.state.caps(of: 2019).map { "\($0.group.holder) \($0.used)" } == ["E1 10000.00"])
    #expect(office.state.tieOut().isEmpty)
    // The account that is paid is the one that the record has.
    guard case .payment(let payment)? = try office.file("F4").steps.last?.step.detail else {
      Issue.record("no payment")
      return
    }
    #expect(payment.payee.account == "1236001322" && payment.amount == Money(yuan: 1000))
  }

  @Test
  func `Two records that are one and come under two heads stand in the tie-out`() throws {
    var office = try TestOffice()
    for id in ["B1", "B2"] {
      let branch = Applicant(
        id: id, name: "北江\(id)分所", kind: .agencyBranch, district: "441881", parent: "G1")
      try office.act(.enterApplicant(branch), by: "李经办")
    }
    try office.act(tell(.link, ["B1", "B2"], in: office), by: "赵主管")
    #expect(office.state.tieOut().isEmpty)
    var left = try #require(office.state.applicant("B2"))
    left.parent = nil
    try office.act(.changeApplicant(left, since: .day(office.today)), by: "李经办")
    #expect(office.state.tieOut().map(\.kind) == [.partedUnit(applicant: "B1", other: "B2")])
  }
}
