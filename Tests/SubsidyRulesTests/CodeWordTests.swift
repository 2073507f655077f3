import CaseModel
import SubsidyRules
import Testing

/// The codes of interchange.md, there and back, and the small values that go with them.
struct CodeWordTests {
  @Test(arguments: [
    (Reason.missing("fee"), "missing:fee"), (.invalid("applicationNumber"), "invalid:applicationNumber"),
    (.applicantKind, "applicant-kind"), (.notLocal, "not-local"), (.outsideValidity, "outside-validity"),
    (.eventAfterReceived, "event-after-received"), (.numberAfterEvent, "number-after-event"),
    (.patentType, "patent-type"), (.condition("compliant"), "condition:compliant"),
    (.belowThreshold, "below-threshold"), (.shareTooLow, "share-too-low"), (.window, "window"),
    (.duplicate("441881-2019-000001"), "duplicate:441881-2019-000001"),
    (.cap("agency-year"), "cap:agency-year"),
    // An id may have a colon itself, and be empty.
    (.duplicate("a:b"), "duplicate:a:b"), (.missing(""), "missing:"),
  ])
  func `A reason's code is read as that reason`(reason: Reason, code: String) {
    #expect(reason.code == code && Reason(code: code) == reason)
  }

  @Test(arguments: [
    "", "missing", ":fee", "Missing:fee", "not-local:", "NOT-LOCAL", "duplicates:F1", "reading-differs:x",
  ])
  func `Another code is no reason`(code: String) { #expect(Reason(code: code) == nil) }

  @Test(arguments: [
    (Warning.retroactive, "retroactive"), (.readingDiffers("share-base"), "reading-differs:share-base"),
    (.readingDiffers("annuity-window"), "reading-differs:annuity-window"),
  ])
  func `A warning's code is read as that warning`(warning: Warning, code: String) {
    #expect(warning.code == code && Warning(code: code) == warning)
    #expect(Reason(code: code) == nil)
  }

  @Test(arguments: ["", "retro", "reading-differs", "retroactive:", "Retroactive"])
  func `Another code is no warning`(code: String) { #expect(Warning(code: code) == nil) }

  /// interchange.md: who takes a cap's room and a once-only key, and who does not.
  @Test func `Four of seven outcomes are served`() {
    #expect(Outcome.allCases.filter(\.isServed) == [.pay, .reduced, .exhausted, .decided])
    #expect(
      Outcome.allCases.map(\.rawValue) == [
        "pay", "reduced", "exhausted", "refused", "incomplete", "decided", "closed",
      ])
  }

  /// interchange.md, The trace: the table's ops, and another op is not welcome.
  @Test func `A trace has the ops of the table and no other`() {
    #expect(
      Set(Trace.Operation.allCases.map(\.rawValue)) == [
        "input", "fact", "figure", "type", "year", "later", "last-day", "annuity", "add", "subtract", "min",
        "max",
        "share", "times", "steps", "holds", "holds-share", "among", "room", "first", "award",
      ])
  }

  @Test func `A step that is not there is none`() {
    var trace = Trace()
    trace.nodes = [.init(step: 1, article: "18", operation: .input, operands: [], result: nil)]
    #expect(trace[step: 1]?.article == "18" && trace[step: 0] == nil && trace[step: 2] == nil)
  }

  /// offices.md: the first 16 digits of a SHA-256 count; zeros in front among them.
  @Test(arguments: [
    ("0000000000000000", UInt64(0) as UInt64?), ("00000000000000ff", 255), ("ffffffffffffffff", .max),
    ("FFFFFFFFFFFFFFFF", nil), ("ffffffffffffffff0", nil), ("fffffffffffffff", nil),
    ("000000000000000g", nil),
    ("+00000000000000f", nil), ("", nil), ("００００００００", nil),
  ])
  func `The digits of a lot are read as they are written`(digits: String, number: UInt64?) {
    #expect(Lot.number(digits) == number)
    if let number { #expect(Lot.drawn(number).digits == digits) }
  }

  @Test func `A lot that is not drawn has no digits`() {
    #expect(Lot.waiting(cap: "agency-year", year: 2018).digits == nil)
  }

  /// A premium that is awarded nothing is no piece; one fen is.
  @Test func `Where pieces are counted an award above nothing is one`() {
    #expect(Cap.use(of: .zero, inPieces: true) == .zero)
    #expect(Cap.use(of: Money(fen: 1), inPieces: true) == Money(yuan: 1))
    #expect(Cap.use(of: Money(yuan: 3_000), inPieces: true) == Money(yuan: 1))
    #expect(Cap.use(of: Money(yuan: 3_000), inPieces: false) == Money(yuan: 3_000))
  }

  /// What others use elsewhere narrows the room, as far as there is any; it makes no overrun here.
  @Test(
    arguments: [
      (49_000, 500, 500, 0), (49_000, 1_000, 0, 0), (49_000, 2_000, 0, 0), (50_000, 10, 0, 0),
      (51_000, 10, 0, 1_000),
      (0, 0, 50_000, 0),
    ] as [(Int64, Int64, Int64, Int64)])
  func `Room beside what others use`(own: Int64, others: Int64, left: Int64, over: Int64) {
    let row = CapRow(
      group: .init(cap: "agency-year", holder: "G1", year: 2019), limit: Money(yuan: 50_000),
      used: MoneyTotal(Money(yuan: own))
    ).besides(MoneyTotal(Money(yuan: others)))
    #expect(row.remaining == Money(yuan: left) && row.over == MoneyTotal(Money(yuan: over)))
  }

  @Test func `Of what is used an office sees its own part, and the rest as others'`() {
    let all = CapRow(
      group: .init(cap: "agency-year", holder: "G1", year: 2019), limit: Money(yuan: 50_000),
      used: MoneyTotal(Money(yuan: 50_500)))
    let own = all.used(MoneyTotal(Money(yuan: 20_000)))
    #expect(own.used == MoneyTotal(Money(yuan: 20_000)) && own.elsewhere == MoneyTotal(Money(yuan: 30_500)))
    #expect(own.over == all.over && own.remaining == .zero)
  }
}
