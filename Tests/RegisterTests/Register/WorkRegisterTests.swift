import CaseModel
import Casework
import Interchange
import JSONText
import SubsidyRules
import Testing

@Suite("The work register")
struct WorkRegisterTests {
  private func demo() throws -> [RegisterEntry] {
    try RegisterFile.read(try TestData.bytes("demo/qingyuan-register.jsonl"))
  }

  private func training(
    _ id: String = "", on day: String = "2019-05-20", in district: String = "441881", people: Int = 86
  ) -> RegisterEntry {
    RegisterEntry(
      id: id, kind: "training", district: district,
      values: [
        .init("heldOn", .text(day)), .init("topic", .text("专利检索")), .init("place", .text("英德")),
        .init("people", .count(people)), .init("hours", .count(8)),
      ])
  }

  private func enforcement(_ dates: [(String, String)], case number: String = "清知法纠字〔2019〕1号")
    -> RegisterEntry
  {
    RegisterEntry(
      kind: "enforcement", district: "441881",
      values: [
        .init("case", .text(number)), .init("parties", .text("甲厂诉乙店")), .init("nature", .text("dispute")),
      ] + dates.map { .init($0.0, .text($0.1)) })
  }

  @Test("The demo has some of every kind; each is entered, found, counted, written out, and read again")
  func everyKind() throws {
    var office = try RegisterOffice()
    let entries = try demo()
    try office.act(.enterRecords(entries), by: "李经办")
    let state = office.state
    #expect(Set(entries.map(\.kind)) == Set(state.policy.register.map(\.id)))
    for kind in state.policy.register {
      let records = state.records(RegisterFilter(kind: kind.id))
      #expect(!records.isEmpty && records.allSatisfy { $0.entry.year(in: kind) != nil })
      let years = Set(records.compactMap { state.year(of: $0.entry) })
      let counted = years.flatMap { state.registerCounts(of: $0) }.filter { $0.kind == kind.id }
      #expect(counted.map(\.count).reduce(0, +) == records.count)
      #expect(try RegisterFile.read(RegisterFile.write(records, of: state)) == records.map(\.entry))
    }
    #expect(try office.reopened().books.register == state.books.register)
  }

  @Test("A county's year adds up what is to be added up, exactly")
  func sums() throws {
    var office = try RegisterOffice()
    try office.act(
      .enterRecords([training(people: 86), training(on: "2019-11-02", people: 14), training(in: "GXQ")]))
    func budget(_ district: String, _ yuan: String) -> RegisterEntry {
      RegisterEntry(
        kind: "fund-budget", district: district,
        values: [.init("year", .count(2019)), .init("amount", .text(yuan))])
    }
    try office.act(
      .enterRecords([budget("441881", "300000.01"), budget("441882", "0.99"), training(on: "2020-01-02")]))
    let lines = office.state.registerCounts(of: 2019)
    #expect(
      lines.map { "\($0.kind) \($0.district) \($0.count)" } == [
        "training 441881 2", "training GXQ 1", "fund-budget 441881 1", "fund-budget 441882 1",
      ])
    #expect(lines[0].counts == ["people": 100, "hours": 16])
    #expect(lines[2].sums["amount"]?.description == "300000.01")
  }

  @Test("Records are found by what they say, also by pinyin, kind, year and county")
  func found() throws {
    var office = try RegisterOffice()
    try office.act(
      .enterRecords([
        training(), training(on: "2018-12-01", in: "GXQ"), enforcement([("openedOn", "2019-01-10")]),
      ]))
    func ids(_ filter: RegisterFilter) -> [String] { office.state.records(filter).map(\.id) }
    #expect(ids(.init(query: "检索")) == ["441881-R00001", "441881-R00002"])
    #expect(ids(.init(query: "侵权纠纷")) == ["441881-R00003"])
    #expect(ids(.init(query: "R00003")) == ["441881-R00003"])
    #expect(ids(.init(year: 2018)) == ["441881-R00002"])
    #expect(ids(.init(kind: "training", district: "GXQ", query: "清远")) == [])
    #expect(ids(.init(kind: "training", district: "GXQ")) == ["441881-R00002"])
  }

  @Test("A change keeps every hand; what was struck out stays in sight and counts no more")
  func changed() throws {
    var office = try RegisterOffice()
    try office.act(.enterRecords([training()]), by: "李经办")
    let id = "441881-R00001"
    try office.act(.changeRecord(training(id, people: 90), hands: 1), by: "赵主管")
    #expect(office.state.books.register[id]?.hands.map(\.by) == ["李经办", "赵主管"])
    #expect(
      office.refusal(of: .changeRecord(training(id, people: 91), hands: 1))
        == .register(.movedOn(id, by: "赵主管", at: office.moment.at)))
    #expect(office.refusal(of: .strikeRecord(id, note: " ")) == .noteMissing)
    try office.act(.strikeRecord(id, note: "录重"), by: "李经办")
    #expect(office.state.records(.init()).isEmpty && office.state.registerCounts(of: 2019).isEmpty)
    #expect(office.state.records(.init(withStruckOut: true)).map(\.struckOut) == ["录重"])
    #expect(office.refusal(of: .changeRecord(training(id))) == .register(.struckOut(id)))
    #expect(
      try RegisterFile.read(RegisterFile.write(office.state.books.register.records, of: office.state)).isEmpty
    )
    #expect(try office.reopened().books.register == office.state.books.register)
  }

  @Test("A record that is not what its kind asks for is refused, and nothing of the save goes in")
  func refused() throws {
    var office = try RegisterOffice()
    var lacking = training()
    lacking.values.removeAll { $0.name == "place" || $0.name == "hours" }
    var odd = training()
    odd.values.append(.init("price", .count(1)))
    var unreadable = training()
    unreadable.values[3].value = .text("很多")
    let wrong: [(RegisterEntry, RegisterRefusal)] = [
      (RegisterEntry(kind: "parade", district: "441881", values: []), .unknownKind("parade")),
      (training(in: "440100"), .unknownDistrict("440100")), (lacking, .missing(["place", "hours"])),
      (odd, .unknownFields(["price"])), (unreadable, .unreadable(["people"])),
      (training(on: "2020-03-28"), .dayInFuture(CivilDate("2020-03-28") ?? .first)),
    ]
    for (entry, refusal) in wrong {
      #expect(office.refusal(of: .enterRecords([training(), entry])) == .register(refusal))
    }
    try office.act(.enterRecords([training("441881-R00007")]))
    #expect(
      office.refusal(of: .enterRecords([training("441881-R00007")]))
        == .register(.numberTaken("441881-R00007")))
    try office.act(.enterRecords([training()]))
    #expect(office.state.books.register.records.last?.id == "441881-R00008")
  }

  @Test("One budget for a county and year, one record for a case")
  func once() throws {
    var office = try RegisterOffice()
    try office.act(.enterRecords([enforcement([("openedOn", "2019-01-10")])]))
    let again = enforcement([("openedOn", "2019-02-10")], case: " 清知法纠字〔２０１９〕1号 ")
    #expect(office.refusal(of: .enterRecords([again])) == .register(.repeated(id: "441881-R00001")))
    let two = [
      enforcement([("openedOn", "2019-01-10")], case: "2"),
      enforcement([("openedOn", "2019-01-10")], case: "２"),
    ]
    #expect(office.refusal(of: .enterRecords(two)) == .register(.repeated(id: "441881-R00002")))
    try office.act(.strikeRecord("441881-R00001", note: "录重"))
    try office.act(.enterRecords([again]))
  }

  @Test("Enforcement goes by stages: none before the one in front of it, each reached on its day")
  func stages() throws {
    var office = try RegisterOffice()
    let backwards = enforcement([("openedOn", "2019-03-10"), ("closedOn", "2019-03-09")])
    #expect(
      office.refusal(of: .enterRecords([backwards]))
        == .register(.stagesOutOfOrder(first: "立案", second: "结案")))
    let cases = [
      enforcement([("openedOn", "2020-01-27")], case: "a"),
      enforcement([("openedOn", "2019-12-01"), ("heardOn", "2020-03-07")], case: "b"),
      enforcement(
        [("openedOn", "2019-01-10"), ("closedOn", "2019-04-10"), ("policeOn", "2019-04-20")], case: "c"),
    ]
    try office.act(.enterRecords(cases))
    let kind = try #require(office.state.recordKind("enforcement"))
    let reached = cases.map { kind.reached($0) }
    #expect(reached.map { $0.map(\.stage.label) } == [["立案"], ["立案", "审理"], ["立案", "结案", "移送公安"]])
    // December, January, February of a leap year and six days of March: 97.
    #expect(reached.map { $0.first?.day.days(to: $0.last?.day ?? .first) } == [0, 97, 100])
    #expect(reached.map { $0.contains { $0.stage.endsMatter } } == [false, false, true])
  }

  @Test("A file of records with a mistake is refused with its place")
  func mistakes() throws {
    let good = "{\"id\":\"1\",\"kind\":\"training\",\"district\":\"GXQ\",\"values\":{}}\n"
    for (text, line, column) in [
      (good + "\n[]", 3, 1), (good + "{\"id\":\"2\",\"kind\":\"x\",\"values\":{}}", 2, 1),
      ("{\"id\":1}", 1, 7),
      (good + "{\"id\":\"2\",\"kind\":\"x\",\"district\":\"GXQ\",\"values\":[]}", 2, 48),
      (good + "{\"id\":\"2\",\"kind\":\"x\",\"district\":\"GXQ\",\"values\":{\"a\":1,\"a\":2}}", 2, 55),
    ] {
      let error = #expect(throws: JSONError.self) { try RegisterFile.read(Array(text.utf8)) }
      #expect(error?.location == JSONLocation(line: line, column: column), "\(text)")
    }
  }
}
