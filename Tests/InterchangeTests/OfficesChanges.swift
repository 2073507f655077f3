import CaseModel
import Casework

/// One of each thing that happens between offices.
enum OfficesChanges {
  private static let day = CivilDate("2019-04-01") ?? .first
  private static let office = EnrolledOffice(
    name: "英德市知识产权局", district: "441881", letter: "B", enrolment: String(repeating: "0e", count: 16))
  private static let writer = OfficeWriter(
    store: String(repeating: "0a", count: 16), writer: String(repeating: "0b", count: 16),
    signing: "ed25519:AA==", opening: "x25519:AA==", isTrial: true)
  private static let record = LineName(epoch: 2, sequence: 41, link: String(repeating: "c0", count: 32))
  private static let filing = OfficeFiling(writer: writer.writer, id: "441881B-2019-000001")
  private static let party = OfficeRecord(writer: writer.writer, id: "441881B-A00001")

  private static func step(_ taken: StepTaken) -> CityStep {
    CityStep(
      filing: filing,
      basis: Basis(filing: record, applicant: record, rules: String(repeating: "1", count: 64)),
      step: taken)
  }

  private static var brought: CityStep {
    var step = step(StepTaken(.sendBack, day: day, note: "请核对"))
    (step.by, step.at, step.day, step.sequence) = ("钱主管", "2019-04-01T01:30:00Z", day, 7)
    return step
  }

  private static func ruling(_ verdict: Ruling.Verdict) -> OfficesChange {
    .ruled(Ruling(conflict: "K5-0a1b2c3d4e5f", verdict: verdict, parties: [party], note: "先收"))
  }

  /// From a city that was restored.
  private static var later: CityStep {
    var step = brought
    step.epoch = 2
    return step
  }

  /// 2019: the first of May off for four days, 28 April and 5 May worked (国办发明电〔2019〕3号).
  private static let holidays = WorkCalendar([
    2019: .init(
      off: Set(["2019-05-01", "2019-05-02", "2019-05-03", "2019-05-04"].compactMap { CivilDate($0) }),
      work: Set(["2019-04-28", "2019-05-05"].compactMap { CivilDate($0) })), 2018: .init(off: [], work: []),
  ])

  private static func told(_ office: String, _ isCity: Bool, _ applicants: [String]) -> News {
    News(
      id: "N2", kind: .patentInvalid, number: "201810000001", day: day, paper: "决定书", note: "全部无效",
      applicants: applicants
    ).told(
      from: .init(office: office, id: "N2", isCity: isCity), by: "钱主管", at: "2019-04-01T01:30:00Z")
  }
  private static let news = told("441800", true, ["441881B-A00001"])
  private static let othersNews = told("441882", false, [])

  /// Two names of two offices that are one person.
  private static var operators: OfficesChange {
    let parties = [writer.writer, writer.store].map { OfficeRecord(writer: $0, id: "张三") }.sorted()
    return .ruled(
      Ruling(
        conflict: Ruling.amongOperators(parties), verdict: .link, parties: parties, note: "同一身份证"))
  }

  static var all: [OfficesChange] {
    [
      .enrolled(office),
      .enrolled(EnrolledOffice(name: "甲", district: "441881", letter: nil, enrolment: "")),
      .admitted(office: "441881B", writer), .retired(office: "441881B", note: "停用"),
      .joined(CityLink(name: "清远市知识产权局", city: writer, office: office)), .bundled(number: 3),
      .gathered([
        GatheredHead(
          writer: writer.writer, head: record, segment: 2, size: 4096, bundle: 3, file: "0f",
          cover: [CoverLine(item: "agency-grant", filings: 2, award: Money(yuan: 1000))]),
        GatheredHead(
          writer: writer.store, head: record, segment: 1, size: 99, bundle: nil, file: "", cover: []),
      ]),
      .parted([
        PartedHistory(
          writer: writer.writer, after: record, known: "c0c0c0c0c0c0", other: "5a4b3c2d1e0f", bundle: 3,
          file: "0f"),
        PartedHistory(
          writer: writer.store, after: nil, known: "", other: "5a4b3c2d1e0f", bundle: nil, file: "1f"),
      ]),
      ruling(.link), ruling(.distinct), ruling(.confirm), ruling(.noted), ruling(.keep(filing)),
      ruling(.head(party)), ruling(.forkKeep("c0c0c0c0c0c0")), ruling(.void), ruling(.map("441802")),
      .holidaysTold(holidays), .newsTold([news, othersNews]),
      .stepped(
        step(
          StepTaken(
            .commit, day: day, detail: .approval(Approval(amount: Money(yuan: 500), overtakes: ["F0"]))))),
      .recalled([brought, later]), .replied(office: "441881B", number: 2),
      .recovered(office: "441881B", record), operators,
      .closeAccepted(office: "441881B", YearClose(year: 2019, seal: 812)),
      .closeReturned(office: "441881B", YearClose(year: 2019, seal: 812, note: "漏报一件")),
      .taken(
        TakenReply(
          number: 3, writer: writer.writer, head: record, acknowledged: record, steps: [later],
          reopened: [YearClose(year: 2019, seal: 812, note: "漏报一件")], file: "0f")),
      .taken(
        TakenReply(
          number: 2, writer: writer.writer, head: record, acknowledged: record, steps: [brought], file: "0f")),
      .taken(
        TakenReply(number: 1, writer: writer.writer, head: record, acknowledged: nil, steps: [], file: "")),
    ]
  }
}
