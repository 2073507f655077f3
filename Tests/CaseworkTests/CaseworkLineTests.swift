import CaseModel
import Casework
import Interchange
import Testing

/// Casework in the journal's public form: what is written is read, what is wrong is named with its place.
struct CaseworkLineTests {
  private func read(_ changes: String) throws(TransactionError) -> [Change] {
    let text = Array(#"{"by":"李经办","at":"2019-06-10T02:00:00Z","policy":"p","changes":[\#(changes)]}"#.utf8)
    return try TransactionLine.read(text, in: 0..<text.count).changes
  }

  private static let day = CivilDate("2019-06-10") ?? .first
  private static let yuan = Money(yuan: 300)

  /// Every form that a step's own part can take.
  private static let details: [(Step, StepTaken.Detail)] = [
    (.accept, .none),
    (
      .review,
      .figures([.init("approvedAmount", .text("1.00")), .init("n", .count(3)), .init("f", .flag(true))])
    ),
    (
      .correct,
      .notice(
        CorrectionNotice(
          due: day,
          points: [
            .missingInput("a"), .invalidInput("b"), .remark("缺\n“页”"), .paper("p", .missing),
            .paper("p", .original),
            .paper("p", .copies(have: 1, need: 2)), .paper("p", .failing("户名不符")),
          ], late: [.paper("p", .missing)]))
    ),
    (.approve, .approval(Approval(amount: yuan, overtakes: ["F1", "F2"]))),
    (
      .pay,
      .payment(
        Payment(
          amount: yuan, payee: .init(name: "甲", bank: "乙", account: "1236001321"),
          setOff: .init(filing: "F9", amount: yuan)))
    ),
    (.bounce, .bounced(yuan, due: day)), (.reclaim, .recovery(Recovery(amount: yuan, setOffAgainst: "F3"))),
    (.reclaim, .recovery(Recovery(amount: yuan))), (.revise, .whole(yuan)), (.undo, .undone(.bounce)),
  ]

  @Test(arguments: details.indices)
  func `Each form of a step is read as it was written`(index: Int) throws {
    let (step, detail) = Self.details[index]
    for taken in [
      StepTaken(step, day: Self.day, detail: detail),
      StepTaken(
        step, day: Self.day, note: "说明", grounds: ["audit", "other"], paper: "文号", isAlone: true,
        detail: detail),
    ] {
      let made = Transaction(
        by: "李经办", at: "2019-06-10T02:00:00Z", policy: "p", changes: [.stepped(filing: "F1", taken)])
      let line = TransactionLine.write(made)
      #expect(!line.contains(UInt8(ascii: "\n")))
      #expect(try TransactionLine.read(line, in: 0..<line.count) == made)
    }
  }

  @Test
  func `The other changes are read as they were written`() throws {
    let key = PINKey(salt: [0, 127, 255], key: [16, 1], rounds: 32768, blockSize: 8, parallelism: 3)
    let changes: [Change] = [
      .papersTicked(
        filing: "F1",
        [
          PaperTick(paper: "a", copies: 2, hasOriginal: true, pages: 5),
          PaperTick(paper: "b", verdict: .missing),
          PaperTick(paper: "c", verdict: .failing("缺章")),
        ]),
      .factsChanged(filing: "F1", FactsAtReceipt(kind: .agencyBranch, district: "441881", family: "G1")),
      .operatorRetired(name: "甲", note: "调离"), .pinSet(key), .pinCleared(name: "甲", note: "忘记"),
      .aloneAllowed(true, note: "一人"), .aloneAllowed(false, note: "两人"),
      .newsEntered(
        News(
          id: "N1", kind: .patentInvalid, number: "201810000001.2", day: Self.day, paper: "决定", note: "全部无效",
          applicants: ["E1"])),
    ]
    let made = Transaction(by: "赵主管", at: "2019-06-10T02:00:00Z", policy: "p", changes: changes)
    let line = TransactionLine.write(made)
    #expect(try TransactionLine.read(line, in: 0..<line.count) == made)
    // No PIN, only what scrypt made of it.
    #expect(String(decoding: line, as: UTF8.self).contains(#""salt":"007fff","key":"1001""#))
  }

  @Test(arguments: [
    #"{"change":"step","id":"F1","step":"acept","day":"2019-06-10"}"#,
    #"{"change":"step","id":"F1","step":"accept","day":"2019-06-31"}"#,
    #"{"change":"step","id":"F1","step":"accept"}"#, #"{"change":"step","step":"accept","day":"2019-06-10"}"#,
    #"{"change":"step","id":"F1","step":"approve","day":"2019-06-10","approval":{"amount":"1e3"}}"#,
    #"{"change":"step","id":"F1","step":"approve","day":"2019-06-10","approval":{}}"#,
    #"{"change":"step","id":"F1","step":"reclaim","day":"2019-06-10","recovery":3}"#,
    #"{"change":"step","id":"F1","step":"correct","day":"2019-06-10","notice":{"due":"x","points":[]}}"#,
    #"{"change":"papers","id":"F1","papers":[{"paper":"a","copies":1.5,"pages":1,"verdict":"in-order"}]}"#,
    #"{"change":"papers","id":"F1","papers":[{"paper":"a","copies":1,"pages":1,"verdict":"fine"}]}"#,
    #"{"change":"pin-set","salt":"0g","key":"00","n":2,"r":1,"p":1}"#,
    #"{"change":"pin-set","salt":"000","key":"00","n":2,"r":1,"p":1}"#,
    #"{"change":"news","id":"N1","kind":"rumour","number":"1","day":"2019-06-10","paper":"x"}"#,
    #"{"change":"facts-changed","id":"F1"}"#,
  ])
  func `A change that says nothing that can be is an error`(text: String) {
    #expect(throws: TransactionError.self) { try read(text) }
  }

  @Test
  func `A key of a later version is left alone`() throws {
    let changes = try read(#"{"change":"step","id":"F1","step":"accept","day":"2019-06-10","mood":["good"]}"#)
    #expect(changes == [.stepped(filing: "F1", StepTaken(.accept, day: Self.day))])
  }

  @Test
  func `A journal from before casework opens, and goes on`() throws {
    let number = try TestFilings.application(2018, 2, 1)
    let lines = [
      #"{"by":"赵主管","at":"2019-06-01T01:00:00Z","policy":"founding","changes":[{"change":"founded","office":"英德市知识产权局","district":"441881","policy":"qingyuan-2018-27"},{"change":"operator-added","name":"赵主管","role":"supervisor"}]}"#,
      #"{"by":"赵主管","at":"2019-06-02T01:00:00Z","policy":"founding","changes":[{"change":"applicant-entered","applicant":{"id":"E1","name":"碧落","kind":"enterprise","district":"441881"}}]}"#,
      #"{"by":"赵主管","at":"2019-06-03T01:00:00Z","policy":"founding","changes":[{"change":"filing-received","filing":{"id":"F1","item":"utility-grant","applicant":"E1","received":"2019-06-03","status":"received","inputs":{"applicationNumber":"\#(number)","grantedOn":"2019-05-10"}},"facts":{"kind":"enterprise","district":"441881","family":"E1"}},{"change":"filing-taken-over","filing":{"id":"F0","item":"utility-grant","applicant":"E1","received":"2019-01-03","status":"reclaimed","inputs":{},"decided":"1000.00","reclaimed":"200.00"},"facts":{"kind":"enterprise","district":"441881","family":"E1"}}]}"#,
    ]
    var state = OfficeState(policy: try TestOffice.policy(), hash: "founding")
    state.replay(
      try lines.map { line in
        let bytes = Array(line.utf8)
        return try TransactionLine.read(bytes, in: 0..<bytes.count)
      })
    #expect(state.file("F1")?.standing == .received)
    let old = try #require(state.file("F0"))
    #expect(old.standing == .reclaimed)
    #expect(old.balance.kept == Money(yuan: 800))
    let accept = Command.step(StepRequest(.accept, [state.row("F1")]))
    let moment = Moment(at: "2019-06-10T02:00:00Z", today: Self.day)
    #expect(try state.changes(for: accept, by: "赵主管", at: moment).get().count == 1)
  }
}
