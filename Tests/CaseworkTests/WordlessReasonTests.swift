import CaseModel
import Casework
import SubsidyRules
import Testing

/// Wherever a reason is asked for, signs alone are none: they tell nobody anything.
struct WordlessReasonTests {
  private static let wordless = ["。", "？", "——", "…… ", "1"]

  /// Of one utility model F1 has the 1 000 yuan (article 18); F2 is accepted.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant("F1", 1, "2019-06-05")), by: "李经办")
    try office.act(.receiveFiling(grant("F2", 2, "2019-06-05")), by: "李经办")
    try office.step(.accept, "F2", by: "李经办")
    return office
  }

  private func grant(_ id: String, _ serial: UInt64, _ day: String) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial), received: day)
  }

  @Test(arguments: wordless)
  func `What a filing is taken for against a check`(reason: String) throws {
    let office = try office()
    var early = try grant("F3", 1, "2019-06-01")
    early.overrides = [.init(Filing.receipt, reason: reason)]
    guard case .turnTaken? = office.refusal(of: .receiveFiling(early), by: "李经办") else {
      Issue.record("taken by the form")
      return
    }
    guard
      case .rows(let rows)? = office.refusal(of: .importCases(applicants: [], filings: [early]), by: "李经办"),
      case .turnTaken? = rows.first?.refusal
    else {
      Issue.record("taken by a file")
      return
    }
    // 201820000003.4 fails its check digit.
    var wrong = try grant("F4", 3, "2019-06-06")
    wrong = wrong.with([.init("applicationNumber", .text("201820000003.4"))])
    wrong.overrides = [.init("applicationNumber", reason: reason)]
    #expect(office.refusal(of: .receiveFiling(wrong), by: "李经办") == .noteMissing)
    #expect(
      office.refusal(of: .importCases(applicants: [], filings: [wrong]), by: "李经办")
        == .rows([RefusedRow(filing: "F4", refusal: .noteMissing, place: .filing(1))]))
    wrong.overrides = [.init("applicationNumber", reason: "证书如此")]
    #expect(office.refusal(of: .receiveFiling(wrong), by: "李经办") == nil)
    var changed = try office.file("F1").filing
    changed.overrides = [.init("applicationNumber", reason: reason)]
    #expect(office.refusal(of: .changeFiling(changed), by: "李经办") == .noteMissing)
    let failing = PaperTick(paper: "certificate", verdict: .failing(reason))
    let seen = try #require(office.state.seen("F1"))
    #expect(office.refusal(of: .tickPapers(filing: "F1", [failing], seen: seen), by: "李经办") == .noteMissing)
  }

  @Test(arguments: wordless)
  func `What a step is taken for`(note: String) throws {
    var office = try office()
    #expect(office.refusal(of: .undo, "F2", by: "李经办") { $0.note = note } == .noteMissing)
    #expect(office.refusal(of: .correct, "F1", by: "李经办") { $0.note = note } == .step(.nothingToCorrect))
    #expect(office.refusal(of: .reject, "F1", by: "钱复核") { $0.note = note } == .step(.groundMissing(.reject)))
    // Words do.
    #expect(
      office.refusal(of: .reject, "F1", by: "钱复核") { $0.note = "材料不实" } != .step(.groundMissing(.reject)))
    #expect(
      office.refusal(of: .withdraw, "F1", by: "钱复核") {
        $0.grounds = [Ground.enteredInError.rawValue]
        $0.note = note
      } == .noteMissing)
    try office.step(.review, "F2", by: "钱复核")
    try office.step(.approve, "F2", by: "孙复核")
    try office.step(.publish, "F2", by: "孙复核")
    #expect(office.refusal(of: .object, "F2", by: "李经办") { $0.note = note } == .noteMissing)
  }

  @Test(arguments: wordless)
  func `What a supervisor says`(note: String) throws {
    var office = try office()
    #expect(office.refusal(of: .allowAlone(true, note: note), by: "赵主管") == .noteMissing)
    #expect(
      office.refusal(
        of: .chooseReading(reading: "share-base", option: "increment", note: note), by: "赵主管") == .noteMissing
    )
    #expect(
      office.refusal(
        of: .setPeriods([.init(kind: .publicity, count: 7, from: office.today, note: note)]),
        by: "赵主管") == .noteMissing)
    try office.act(
      .enterApplicant(
        Applicant(id: "E2", name: "英德市乙陶瓷有限公司", kind: .enterprise, district: "441881")), by: "李经办")
    let word = PersonWord(.link, ["E1", "E2"], note: note)
    #expect(
      office.refusal(of: .tellPersons(word, seen: office.state.consequences(of: word)), by: "赵主管")
        == .noteMissing)
    let again = Applicant(
      id: "E3", name: "英德市乙陶瓷有限公司", kind: .enterprise, district: "441881", note: note)
    #expect(office.refusal(of: .enterApplicant(again), by: "李经办") == .nameTaken(by: ["E2"]))
  }
}
