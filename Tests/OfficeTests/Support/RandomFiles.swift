import CaseModel
import Seeded
import SubsidyRules

@testable import Casework

/// Filings with every value that a record can hold.
struct RandomFiles {
  private var random: SeededNumbers

  init(seed: Int) { random = SeededNumbers(seed) }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

  mutating func file(_ number: Int) -> FiledFiling {
    let reasons = Array(Self.reasons(number).shuffled(using: &random).prefix(roll(4)))
    let decision = Decision(
      outcome: Outcome.allCases[roll(Outcome.allCases.count)], gross: Money(fen: 1), award: .largest,
      reasons: reasons, warnings: roll(2) == 0 ? [.retroactive, .readingDiffers("share-base")] : [],
      trace: Trace(), event: roll(2) == 0 ? CivilDate(dayNumber: 737_001) : nil)
    return FiledFiling(
      filing(number),
      FactsAtReceipt(
        kind: .agencyBranch, district: "GXQ", family: "A\(number % 7)",
        further: number % 3 == 0 ? ["A1", "B\(number)"] : []),
      decision,
      isTakenOver: roll(2) == 0, standing: Standing.allCases[roll(Standing.allCases.count)],
      history: history(),
      marks: Array(Self.marks.shuffled(using: &random).prefix(roll(6))))
  }

  private mutating func filing(_ number: Int) -> Filing {
    let inputs: [Filing.Input] = [
      .init("applicationNumber", .text(String(repeating: "号", count: roll(40)))),
      .init("filingsThisYear", .count(roll(1_000_000) - 5)), .init("compliant", .flag(roll(2) == 0)),
      .init("localAddress", .null), .init("fee", .other("[1,\(number)]")),
    ]
    return Filing(
      id: "441881-2019-\(number)", item: "item-\(number % 15)", applicant: "A\(number % 300)",
      received: CivilDate(dayNumber: 737_000 + number % 900) ?? .first,
      stage: Stage.allCases[roll(Stage.allCases.count)], inputs: Array(inputs.prefix(roll(6))),
      overrides: roll(2) == 0 ? [.init("fee", reason: "证书如此")] : [],
      decided: roll(2) == 0 ? Money(fen: Int64(roll(9_999_999))) : nil,
      reclaimed: roll(3) == 0 ? .largest : nil)
  }

  private mutating func history() -> [HistoryEntry] {
    (0...roll(6)).map { place in
      HistoryEntry(
        deed: Self.deeds[roll(Self.deeds.count)], by: "经办\(place)",
        at: place == 4 ? "昨天" : "2019-06-0\(place)T08:30:0\(place)Z", sequence: place,
        undoes: place == 5 ? 3 : nil)
    }
  }

  private static func reasons(_ number: Int) -> [Reason] {
    [
      .missing("fee"), .invalid("fee"), .applicantKind, .notLocal, .outsideValidity, .eventAfterReceived,
      .numberAfterEvent, .patentType, .condition("x"), .belowThreshold, .shareTooLow, .window, .neededAward,
      .duplicate("F\(number % 50)"), .cap("agency-year"),
    ]
  }

  // MARK: - Everything that can be done with a filing

  static let deeds: [Deed] =
    [
      .received, .changed(["fee", "received"]), .takenOver(.paid, decided: Money(yuan: 3), reclaimed: nil),
      .factsChanged(FactsAtReceipt(kind: .individual, district: "441802", family: "A1")),
      .papersTicked(ticks),
    ]
    + details.enumerated().map { place, detail in
      let step = Step.allCases[place % Step.allCases.count]
      return .stepped(
        StepTaken(
          step, day: .first, note: "说明", grounds: ["audit"], paper: "第1号", isAlone: place == 3,
          detail: detail,
          due: place.isMultiple(of: 2) ? CivilDate(dayNumber: 737_100 + place) : nil))
    }

  private static let ticks = [
    PaperTick(paper: "p", copies: 2, hasOriginal: true, pages: 9, verdict: .failing("没有盖章")),
    PaperTick(paper: "q", verdict: .missing), PaperTick(paper: "r"),
  ]

  private static let points: [CorrectionPoint] = [
    .missingInput("fee"), .invalidInput("day"), .paper("p", .missing), .paper("p", .copies(have: 1, need: 3)),
    .paper("q", .original), .paper("q", .failing("模糊")), .remark("补签字"),
  ]

  private static let day = CivilDate(dayNumber: 737_100) ?? .first

  /// Every kind of doubt.
  static let doubts: [PatentDoubt] = [
    .filedYear(.first, year: 2017), .aboveTariff(paid: .largest, annuity: 6, fee: Money(yuan: 1_200)),
    .otherDay(input: "grantedOn", .first, known: day, by: "F2"),
    .notOwner(on: .first, owner: "某公司", by: "R1"), .otherClaimant(name: "某厂", filing: "F3"),
    .otherAgency("某所", by: "R2"), .notInForce(state: "ceased", seen: .first, by: "R3"),
    .aboveFees(sum: MoneyTotal(fen: 123_456_789_012_345_678_901), fees: Money(yuan: 560)),
    .banned(until: .first, reason: "提供虚假材料", record: "R4", taken: nil),
    .banned(until: .first, reason: "非正常申请", record: "R4", taken: "已提出复议"),
    .listed(input: "filingsThisYear", typed: 40, listed: 39), .unlisted,
  ]

  private static let payee = Payment.Payee(name: "某公司", bank: "某行", account: "1236001321")

  private static let details: [StepTaken.Detail] = [
    .none, .figures([.init("fee", .text("3.00")), .init("count", .count(-1))]),
    .notice(CorrectionNotice(due: .first, points: points, late: [.remark("印章")])),
    .approval(Approval(amount: .largest, overtakes: ["441881-2019-000001"], doubts: doubts)),
    .payment(Payment(amount: .zero, payee: payee, setOff: .init(filing: "F2", amount: Money(fen: 7)))),
    .payment(Payment(amount: .largest, payee: payee)),
    .batched(
      BatchEntry(
        batch: "441881-P2019-001",
        payment: Payment(amount: Money(yuan: 9), payee: payee, setOff: .init(filing: "F2", amount: .largest)))
    ),
    .bounced(Money(yuan: 5), due: .first),
    .recovery(Recovery(amount: Money(fen: 1), setOffAgainst: "F3")), .recovery(Recovery(amount: .zero)),
    .whole(Money(fen: 99)), .undone(.bounce),
    .service(Service(of: .reject, number: "英知不〔2019〕3号", way: .left)),
  ]

  private static let marks: [Mark] = [
    Mark(.accepted, by: "甲", at: "2019-06-03T08:30:00Z"), Mark(.input("fee"), by: "乙", at: "某日"),
    Mark(.paper("p"), by: "丙", at: "2019-06-03T08:30:00Z"), Mark(.facts, by: "甲", at: ""),
    Mark(.amount, by: "丁", at: "2019-06-03T08:30:00Z"),
  ]
}
