import CaseModel
import Casework
import Interchange
import JSONText
import Testing
import Wording

@Suite("Journal payloads: written and read again")
struct TransactionLineTests {
  private static let agency = Applicant(
    id: "A001", name: "清远市甲专利代理有限公司", kind: .agency, district: "441802", code: "91441802MA4UQ1L83C",
    contact: "李\"老师\"\n", phone: "0763-3300000", bank: "清远农商行", account: "6222000011112222")
  private static let branch = Applicant(
    id: "A002", name: "\u{2CB4E}记专利代理英德分所", kind: .agencyBranch, district: "441881", parent: "A001")
  private static let furtherFacts = FactsAtReceipt(
    kind: .agencyBranch, district: "441881", family: "A001", further: ["A002", "A003"])
  private static let facts = FactsAtReceipt(kind: .agencyBranch, district: "441881", family: "A001")

  private static func filing(_ id: String) -> Filing? {
    guard let received = CivilDate("2019-04-01") else { return nil }
    return Filing(
      id: id, item: "agency-grant", applicant: "A002", received: received, stage: .correction,
      inputs: [
        .init("applicationNumber", .text("201620000008.2")), .init("grantedOn", .null),
        .init("localAddress", .flag(true)), .init("count", .count(-3)),
        .init("odd", .other("[1,{\"a\":\"b c\"}]")),
      ],
      overrides: [.init("applicationNumber", reason: "原件如此"), .init("grantedOn", reason: "")])
  }

  private static func changes() throws -> [Change] {
    let plain = try #require(filing("441881-2019-000001"))
    var decided = try #require(filing("441881-2018-000007"))
    decided.stage = .reclaimed
    decided.decided = Money(fen: 33_333_34)
    decided.reclaimed = Money(fen: 1)
    return [
      .founded(.init(name: "英德市知识产权局", district: "441881", policy: "qingyuan-2018-27")),
      .founded(
        .init(name: "英德市知识产权局", district: "441881", policy: "qingyuan-2018-27", isTrial: true)),
      .operatorAdded(.init(name: "李经办", role: .clerk, login: nil)),
      .operatorAdded(.init(name: "王主管", role: .supervisor, login: "wang")),
      .operatorAdded(.init(name: "陈复核", role: .reviewer, login: "")),
      .applicantEntered(agency), .applicantEntered(branch), .applicantChanged(branch),
      .applicantChanged(branch, parent: .always), .applicantChanged(branch, parent: .day(day)),
      .filingTakenOver(decided, furtherFacts),
      .filingReceived(plain, facts), .filingChanged(plain), .filingTakenOver(decided, facts),
      .readingChosen(reading: "share-base", option: "increment", note: "市局口径"),
      .policyAdopted(id: "qingyuan-2021-3", hash: String(repeating: "a0", count: 32), note: "新办法施行"),
      .policyJoined(id: "qingyuan-2021-3", hash: String(repeating: "b1", count: 32), note: "与旧办法并用"),
      .policyWithdrawn(id: "qingyuan-2021-3", note: "误采用"),
      .papersTicked(
        filing: "F1",
        [
          PaperTick(paper: "identity", copies: 2, hasOriginal: true, pages: 3),
          PaperTick(paper: "invoice", verdict: .missing),
          PaperTick(paper: "contract", verdict: .failing("未盖章")),
        ]),
      .factsChanged(filing: "F1", facts), .operatorRetired(name: "李经办", note: "调离"),
      .pinSet(PINKey(salt: [0, 255], key: [1, 2, 3], rounds: 16_384, blockSize: 8, parallelism: 1)),
      .pinCleared(name: "李经办", note: "遗忘"), .pinCleared(name: "李经办", note: "", code: code),
      .operatorAdded(.init(name: "孙复核", role: .reviewer, login: nil, code: code)),
      .codeMissed(name: "李经办"), .pinsMissed(3), .aloneAllowed(true, note: "只有一人"),
      .newsEntered(
        News(
          id: "N1", kind: .abnormalApplication, number: "201810000001", day: day, paper: "国知发〔2019〕2号",
          note: "第三批", applicants: ["A001"])),
      .snapshotAnchored(head: "0/1/2/3", sum: "0f"), .recordEntered(record), .recordChanged(record),
      .recordStruck(id: "441881-R00001", note: "录重"),
      .yearSealed(YearSeal(year: 2019, head: "0f1e/1/42/ab", sums: sums, note: "年结")), .yearSealed(citySeal),
      .yearUnsealed(year: 2019, note: "审计决定"),
      .personsTold(PersonWord(.link, ["A001", "A002"], note: "营业执照")),
      .personsTold(PersonWord(.distinct, ["A001", "A002", "A003"], note: "两家")),
      .personsTold(PersonWord(.withdraw, ["A001", "A002"], note: "误认")),
      .periodSet(OfficePeriod(kind: .account, count: 15, unit: .days, from: day, note: "局务会")),
    ] + steps.map { .stepped(filing: "F1", $0) } + OfficesChanges.all.map { .offices($0) }
  }

  private static let code = PINKey(salt: [7, 0], key: [9], rounds: 1024, blockSize: 8, parallelism: 1)

  private static let record = RegisterEntry(
    id: "441881-R00001", kind: "science-fund", district: "441881",
    values: [
      .init("year", .count(2019)), .init("unit", .text("英德市甲厂")), .init("onPatents", .flag(true)),
      .init("spent", .null),
    ])

  private static let sums = YearSums(lines: [
    .init(
      item: "agency-grant", filings: 3, requested: MoneyTotal(fen: 12_345), committed: .zero,
      // More than a single sum can be.
      paid: MoneyTotal(fen: 123_456_789_012_345_678), returned: MoneyTotal(fen: 5))
  ])

  private static let day = CivilDate("2019-04-01") ?? .first

  /// Every kind of doubt.
  private static let doubts: [PatentDoubt] = [
    .filedYear(day, year: 2017), .aboveTariff(paid: Money(yuan: 1_300), annuity: 6, fee: Money(yuan: 1_200)),
    .otherDay(input: "grantedOn", day, known: day, by: "F2"),
    .notOwner(on: day, owner: "某公司", by: "R1"), .otherClaimant(name: "某厂", filing: "F3"),
    .otherAgency("某所", by: "R2"), .notInForce(state: "ceased", seen: day, by: "R3"),
    .aboveFees(sum: MoneyTotal(fen: 123_456_789_012_345_678_901), fees: Money(yuan: 560)),
    .banned(until: day, reason: "提供虚假材料", record: "R4", taken: nil),
    .banned(until: day, reason: "非正常申请", record: "R4", taken: "已提出复议"),
    .listed(input: "filingsThisYear", typed: 40, listed: 39), .unlisted,
  ]

  /// One step with each kind of detail.
  private static var steps: [StepTaken] {
    [
      StepTaken(.accept, day: day, note: "齐全", grounds: ["not-local"], paper: "收件回执"),
      StepTaken(
        .review, day: day,
        detail: .figures([.init("approvedAmount", .text("60000.00")), .init("basis", .text("合同"))])),
      StepTaken(
        .approve, day: day, isAlone: true,
        detail: .approval(Approval(amount: Money(yuan: 500), overtakes: ["F0"], doubts: doubts))),
      StepTaken(
        .pay, day: day,
        detail: .payment(
          Payment(
            amount: Money(yuan: 500), payee: .init(name: "甲", bank: "乙", account: "0"),
            setOff: .init(filing: "F0", amount: Money(yuan: 100))))),
      StepTaken(.bounce, day: day, detail: .bounced(Money(yuan: 500), due: day)),
      StepTaken(
        .reclaim, day: day, detail: .recovery(Recovery(amount: Money(yuan: 1), setOffAgainst: "F2"))),
      StepTaken(.revise, day: day, detail: .whole(Money(yuan: 400))),
      StepTaken(.undo, day: day, detail: .undone(.accept)),
      StepTaken(
        .batch, day: day, note: "同意抵扣",
        detail: .batched(
          BatchEntry(
            batch: "441881-P2019-001",
            payment: Payment(
              amount: Money(yuan: 500), payee: .init(name: "甲", bank: "乙", account: "0"),
              setOff: .init(filing: "F0", amount: Money(yuan: 100)))))),
      StepTaken(.publish, day: day, due: day),
      StepTaken(
        .serve, day: day, paper: "英知不〔2019〕3号",
        detail: .service(Service(of: .reject, number: "英知不〔2019〕3号", way: .notice)), due: day),
    ]
  }

  /// Of a city, which says how far each office's journal belongs to it.
  private static var citySeal: YearSeal {
    var seal = YearSeal(year: 2018, head: "0f1e/1/42/ab", sums: YearSums(lines: []))
    seal.heads = ["0f1e": LineName(epoch: 1, sequence: 812, link: "c0")]
    return seal
  }

  private func read(_ bytes: [UInt8]) throws(TransactionError) -> Transaction {
    try TransactionLine.read(bytes, in: 0..<bytes.count)
  }

  @Test("Every kind of change says what it said")
  func roundTrip() throws {
    for change in try Self.changes() {
      let saved = Transaction(
        by: "李经办", at: "2019-04-01T01:30:00Z", policy: String(repeating: "0f", count: 32), changes: [change])
      let bytes = TransactionLine.write(saved)
      #expect(try read(bytes) == saved)
      // A payload is one line: the journal parts its records by line breaks.
      #expect(!bytes.contains(0x0A))
    }
    let all = Transaction(by: "", at: "", policy: "", changes: try Self.changes())
    #expect(try read(TransactionLine.write(all)) == all)
    let none = Transaction(by: "王主管", at: "2019-04-01T01:30:00Z", policy: "", changes: [])
    #expect(try read(TransactionLine.write(none)) == none)
  }

  /// Whoever adds a kind of change adds it to the round trip, or this no longer compiles.
  @Test("No kind of change is left out of the round trip")
  func everyKind() throws {
    func number(_ change: Change) -> Int {
      switch change {
      case .founded: 0
      case .operatorAdded: 1
      case .applicantEntered: 2
      case .applicantChanged: 3
      case .filingReceived: 4
      case .filingChanged: 5
      case .filingTakenOver: 6
      case .readingChosen: 7
      case .policyAdopted: 8
      case .papersTicked: 9
      case .factsChanged: 10
      case .operatorRetired: 11
      case .pinSet: 12
      case .pinCleared: 13
      case .aloneAllowed: 14
      case .newsEntered: 15
      case .stepped: 16
      case .recordEntered: 17
      case .recordChanged: 18
      case .recordStruck: 19
      case .yearSealed: 20
      case .yearUnsealed: 21
      case .codeMissed: 22
      case .pinsMissed: 23
      case .snapshotAnchored: 24
      case .policyJoined: 25
      case .policyWithdrawn: 26
      case .periodSet: 27
      case .offices: 28
      case .personsTold: 29
      }
    }
    #expect(Set(try Self.changes().map(number)) == Set(0...29))
  }

  @Test("A payload is read where it stands among other bytes")
  func inRange() throws {
    let saved = Transaction(by: "李经办", at: "now", policy: "0", changes: try Self.changes())
    let payload = TransactionLine.write(saved)
    let line = Array("{\"sequence\":1,\"payload\":".utf8) + payload + Array("}\n{\"x\":".utf8)
    let start = 24
    #expect(try TransactionLine.read(line, in: start..<start + payload.count) == saved)
    // Its places count from the payload's own beginning.
    let short = #expect(throws: TransactionError.self) {
      try TransactionLine.read(line, in: start..<start + 3)
    }
    #expect(short?.location == JSONLocation(line: 1, column: 4))
  }

  @Test("Many payloads are read in their order, each by itself")
  func many() {
    var payloads = (0..<5000).map { Array(#"{"by":"李经办","at":"\#($0)","policy":"","changes":[]}"#.utf8) }
    payloads[17] = Array(#"{"by":1}"#.utf8)
    payloads[4321] = []
    let read = TransactionLine.read(payloads) { ($0, $0.indices) }
    for (number, result) in read.enumerated() {
      switch result {
      case .success(let saved): #expect(saved.at == String(number))
      case .failure(let error):
        #expect(number == 17 || number == 4321)
        #expect(error.location == JSONLocation(line: 1, column: number == 17 ? 7 : 1))
      }
    }
    #expect(read.count == 5000 && read.count { if case .failure = $0 { true } else { false } } == 2)
  }

  @Test("Keys of a later version are passed over in a save and its changes")
  func laterKeys() throws {
    let text = """
      {"desk":{"id":[1,2]},"by":"李经办","at":"t","policy":"p","changes":[
        {"why":null,"applicant":{"id":"E1","kind":"individual","district":"GXQ"},"change":"applicant-entered","n":1},
        {"change":"reading-chosen","reading":"r","option":"o","note":"","since":"2019","x":[]},
        {"facts":{"kind":"individual","district":"GXQ","family":"E1","more":true},"change":"filing-received",
         "filing":{"id":"F1","item":"exam-fee","applicant":"E1","received":"2019-04-01"}}
      ],"by2":"x"}
      """
    let saved = try read(Array(text.utf8))
    #expect(saved.by == "李经办" && saved.changes.count == 3)
    let person = Applicant(id: "E1", name: "", kind: .individual, district: "GXQ")
    #expect(saved.changes.first == .applicantEntered(person))
  }
}
