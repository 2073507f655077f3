import CaseModel
import Casework
import SubsidyRules
import Testing

/// Who may do what that is no step (casework.md, Stages): a clerk receives and enters; a supervisor chooses readings,
/// adopts policies, manages operators, seals.
struct CommandRightsTests {
  /// A command by its name, so that a failing row says which.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var command: @Sendable (TestOffice) throws -> Casework.Command

    init(_ name: String, _ command: @escaping @Sendable (TestOffice) throws -> Casework.Command) {
      testDescription = name
      self.command = command
    }
  }

  private static let key = PINKey(salt: [1], key: [2], rounds: 2, blockSize: 1, parallelism: 1)

  private static func applicant(_ id: String = "E2") -> Applicant {
    Applicant(id: id, name: "英德市浈阳陶瓷厂", kind: .enterprise, district: "441881")
  }

  private static func training(_ id: String = "") -> RegisterEntry {
    RegisterEntry(
      id: id, kind: "training", district: "441881",
      values: [
        .init("heldOn", .text("2019-06-03")), .init("topic", .text("检索")), .init("place", .text("英德")),
        .init("people", .count(30)), .init("hours", .count(4)),
      ])
  }

  private static func period(_ office: TestOffice) -> OfficePeriod {
    OfficePeriod(kind: .publicity, count: 7, from: office.today, note: "局务会")
  }

  /// One filing F1 received, an applicant E1 and a record of the register.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    try office.act(.enterRecords([Self.training("441881-R00009")]), by: "李经办")
    return office
  }

  static let everybody: [Row] = [
    Row("enter an applicant") { _ in .enterApplicant(applicant()) },
    Row("change an applicant") { office in
      var changed = try #require(office.state.applicant("E1"))
      changed.phone = "0763-2"
      return .changeApplicant(changed)
    },
    Row("receive a filing") { _ in
      .receiveFiling(try TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2)))
    },
    Row("receive a list") { _ in
      .receiveFilings([try TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2))])
    },
    Row("change a filing") { office in
      var changed = try office.file("F1").filing
      changed.inputs[1].value = .text("2019-05-11")
      return .changeFiling(changed)
    },
    Row("tick papers") { office in
      .tickPapers(
        filing: "F1", [PaperTick(paper: "identity", copies: 1)], seen: try #require(office.state.seen("F1")))
    },
    Row("take in a file of what is received") { _ in
      .importCases(
        applicants: [applicant()],
        filings: [try TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2))])
    },
    Row("enter a record") { _ in .enterRecords([training()]) },
    Row("change a record") { _ in
      var changed = training("441881-R00009")
      changed.values[3].value = .count(31)
      return .changeRecord(changed)
    },
    Row("strike a record") { _ in .strikeRecord("441881-R00009", note: "录重") },
    Row("set one's own PIN") { _ in .setPIN(key, replacing: nil) },
    Row("note missed PINs") { _ in .notePINsMissed(2) },
  ]

  static let supervisors: [Row] = [
    Row("add a name") { _ in .addOperator(Operator(name: "新经办", role: .clerk, login: nil)) },
    Row("retire a name") { _ in .retireOperator("吴经办", note: "调离") },
    Row("clear a PIN") { _ in .clearPIN("吴经办", note: "遗忘") },
    Row("allow one alone") { _ in .allowAlone(true, note: "只有一人") },
    Row("choose a reading") { _ in .chooseReading(reading: "share-base", option: "increment", note: "市局口径") },
    Row("adopt a policy") { _ in .adoptPolicy(hash: "founding", note: "施行") },
    Row("withdraw a policy") { _ in .withdrawPolicy(id: "qingyuan-2018-27", note: "废止") },
    Row("set a period") { office in .setPeriods([period(office)]) },
    Row("seal a year") { office in .sealYear(2019, note: "", seen: office.state.yearSums(of: 2019)) },
    Row("open a sealed year") { _ in .unsealYear(2018, note: "审计") },
  ]

  @Test(arguments: everybody) func `What every role may do`(row: Row) throws {
    let office = try office()
    for name in ["李经办", "钱复核", "赵主管"] {
      #expect(office.refusal(of: try row.command(office), by: name) == nil, "\(name)")
    }
  }

  @Test(arguments: supervisors) func `What a supervisor alone may do`(row: Row) throws {
    let office = try office()
    let command = try row.command(office)
    for name in ["李经办", "吴经办", "钱复核", "孙复核"] {
      #expect(office.refusal(of: command, by: name) == .roleTooLow(needed: .supervisor), "\(name)")
    }
    // A supervisor may; what then stands in the way is another thing.
    if case .roleTooLow? = office.refusal(of: command, by: "赵主管") {
      Issue.record("not even a supervisor may")
    }
  }

  @Test(arguments: everybody + supervisors)
  func `Nobody does anything who is unknown or has left`(row: Row) throws {
    var office = try office()
    let command = try row.command(office)
    #expect(office.refusal(of: command, by: "没有的") == .unknownOperator("没有的"))
    #expect(office.refusal(of: command, by: "") == .unknownOperator(""))
    try office.act(.retireOperator("周主管", note: "调离"), by: "赵主管")
    #expect(office.refusal(of: command, by: "周主管") == .operatorRetired("周主管"))
  }

  /// interchange.md: a file with a decided amount or a status past received is a take-over, a supervisor's.
  @Test(arguments: [
    (Stage.received, nil as Int64?, false), (.accepted, nil, true), (.correction, nil, true),
    (.withdrawn, nil, true),
    (.rejected, nil, true), (.paid, 1_000, true), (.received, 1_000, true),
  ])
  func `What has come further than receipt is a supervisor's to take over`(
    stage: Stage, yuan: Int64?, isSupervisors: Bool
  ) throws {
    let office = try TestOffice()
    var filing = try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))
    (filing.stage, filing.decided) = (stage, yuan.map { Money(yuan: $0) })
    let command = Command.importCases(applicants: [], filings: [filing])
    for name in ["李经办", "孙复核"] {
      #expect(office.refusal(of: command, by: name) == (isSupervisors ? .takeOverNeedsSupervisor("F1") : nil))
    }
    #expect(office.refusal(of: command, by: "赵主管") == nil)
  }

  @Test func `A file's readings are chosen by a supervisor or not at all`() throws {
    let office = try TestOffice()
    func command(_ readings: [String: String]) -> Casework.Command {
      .importCases(applicants: [Self.applicant()], filings: [], readings: readings)
    }
    #expect(
      office.refusal(of: command(["share-base": "increment"]), by: "孙复核") == .roleTooLow(needed: .supervisor))
    #expect(office.refusal(of: command(["share-base": "increment"]), by: "赵主管") == nil)
    for wrong in [["share-base": "incremental"], ["share": "increment"]] {
      let name = try #require(wrong.first.map { "\($0.key)=\($0.value)" })
      #expect(office.refusal(of: command(wrong), by: "赵主管") == .unknownReading(name))
    }
  }
}
