import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Wording

/// Sums in columns, pieces, names that are two characters, and lists that are cut.
@Suite("Figures, short names and long lists")
struct SmallWordingTests {
  @Test(
    "A sum keeps its digits in a narrow column, and loses its commas first",
    arguments: [
      (123_456_789, 12, "1,234,567.89"), (123_456_789, 11, "1234567.89"), (123_456_789, 5, "1234567.89"),
      (100_000, 8, "1,000.00"),
      (100_000, 7, "1000.00"), (99_999, 1, "999.99"), (-100_000, 8, "-1000.00"), (-100_000, 9, "-1,000.00"),
      (0, 4, "0.00"),
    ] as [(Int64, Int, String)])
  func columns(fen: Int64, width: Int, text: String) {
    #expect(MoneyWording.grouped(MoneyTotal(fen: Int128(fen)), in: width) == text)
  }

  @Test("As a policy states its figures, and in running text")
  func short() {
    #expect(
      MoneyWording.short(Money(yuan: 50_000)) == "50,000" && MoneyWording.short(Money(fen: 5_050)) == "50.50")
    #expect(MoneyWording.short(Money(fen: 0)) == "0" && MoneyWording.short(Money(fen: 1)) == "0.01")
    #expect(MoneyWording.yuan(Money(yuan: 1_100)) == "1,100.00 元")
  }

  @Test("A limit in pieces counts pieces, one of money yuan")
  func pieces() {
    let three = MoneyTotal(Cap.onePiece) + MoneyTotal(Cap.onePiece) + MoneyTotal(Cap.onePiece)
    #expect(
      CapWording.figure(three, isInPieces: true) == "3 件"
        && CapWording.named(three, isInPieces: true) == "3 件")
    #expect(CapWording.pieces(.zero) == 0 && CapWording.figure(MoneyTotal.zero, isInPieces: true) == "0 件")
    #expect(CapWording.named(MoneyTotal(fen: 120_000), isInPieces: false) == "1,200.00 元")
  }

  @Test(
    "What somebody wrote, without the stops and blanks at its end",
    arguments: [
      ("已复核。", "已复核"), ("已复核。。", "已复核"), ("已复核；  ", "已复核"), ("已复核\n", "已复核"), ("第3.5条.", "第3.5条"), ("。", ""),
      ("", ""),
      ("是，", "是"), ("为何？", "为何？"), ("好！", "好！"), ("a,", "a"), ("甲。乙", "甲。乙"),
    ])
  func stops(text: String, said: String) { #expect(text.withoutStop == said) }

  @Test("A step on the key bar has two characters; what it is called in full is told apart from every other")
  func steps() {
    for step in Step.allCases { #expect(StepLabels.brief(step).count == 2, "\(step)") }
    #expect(Set(Step.allCases.map { StepLabels.label($0) }).count == Step.allCases.count)
    #expect(Set(Ground.allCases.map { StepLabels.ground($0.rawValue) }).count == Ground.allCases.count)
    // A decision's own code stands as it is.
    #expect(StepLabels.ground("outside-validity") == "outside-validity")
  }

  @Test("A standing is told in a column of eight columns", arguments: Standing.allCases)
  func standings(standing: Standing) {
    #expect(
      (2...4).contains(StepLabels.brief(standing).count)
        && !StepLabels.label(standing).contains { $0.isASCII })
  }

  private func moved(_ count: Int) -> [LiveDecision.Moved] {
    (1...count).map { .init(filing: "F\($0)", before: Money(yuan: 500), after: Money(yuan: 100)) }
  }

  @Test("Who loses by a receipt before theirs: eight are named, then their number")
  func turns() {
    let one = TurnWording.sentence(moved(1))
    #expect(one.contains("F1 由 500.00 元 变为 100.00 元") && one.contains("请写明提前理由") && !one.contains("等 "))
    #expect(
      TurnWording.sentence(moved(8)).contains("F8") && !TurnWording.sentence(moved(8)).contains("等 8 件"))
    let nine = TurnWording.sentence(moved(9))
    #expect(nine.contains("F8") && !nine.contains("F9") && nine.contains("等 9 件"))
    #expect(TurnWording.stepSentence(moved(1)).contains("请先修改申报"))
  }

  @Test("A year that can't be sealed names three of what is open; one that can't be closed five")
  func seals() {
    func ids(_ count: Int) -> [String] { (1...count).map { "F\($0)" } }
    let three = SealWording.sentence(.undecided(2019, filings: ids(3)))
    #expect(three.contains("3 件") && three.contains("F1、F2、F3。") && three.contains("请先审定、不予资助或撤回"))
    let four = SealWording.sentence(.undecided(2019, filings: ids(4)))
    #expect(four.contains("4 件") && four.contains("F3 等") && !four.contains("F4"))
    #expect(
      CloseWording.open(ids(5), isCity: true).contains("F5。")
        && CloseWording.open(ids(6), isCity: false).contains("F5 等"))
    #expect(
      CloseWording.open(ids(6), isCity: false).contains("没有上报")
        && !CloseWording.open(ids(6), isCity: true).contains("上报"))
    let sealed = [true, false].map { CloseWording.sealed(2019, "0a1b", isCity: $0) }
    #expect(sealed.allSatisfy { $0.contains("0a1b") && $0.contains("zizhu print year-seal --year 2019") })
  }

  @Test("What has still to come back, filing by filing with its sum")
  func owed() {
    let open = [("F1", 300), ("F2", 1_200)].map { Payment.SetOff(filing: $0, amount: Money(yuan: Int64($1))) }
    #expect(OwedWording.outstanding(open) == "待追回 1,500.00 元（F1 300.00 元、F2 1,200.00 元）")
    #expect(OwedWording.sentence(open)?.contains("主管可写明理由，从拨付中抵扣") == true)
    #expect(OwedWording.outstanding([]) == nil && OwedWording.sentence([]) == nil)
  }

  private let kind = RecordKind(
    id: "training", article: "3", label: "培训",
    fields: [
      .init(rule: InputRule(id: "heldOn", label: "日期", kind: .date)),
      .init(rule: InputRule(id: "topic", label: "主题", kind: .text)),
      .init(
        rule: InputRule(id: "people", label: "人数", unit: "人", kind: .count(InputRule.countRange)),
        isSummed: true),
      .init(
        rule: InputRule(id: "cost", label: "经费", unit: "元", kind: .money), isOptional: true, isSummed: true),
    ], day: 0)

  /// Article 3: date, topic, place, people trained, hours.
  @Test("A record of the register in one line: what it states, and without its day")
  func records() {
    let entry = RegisterEntry(
      kind: "training", district: "441802",
      values: [
        .init("heldOn", .text("2019-03-01")), .init("topic", .text("专利撰写")), .init("people", .count(30)),
        .init("cost", .text("1200")),
      ])
    #expect(RegisterWording.summary(entry, kind) == "日期 2019-03-01，主题 专利撰写，人数 30，经费 1,200.00")
    #expect(RegisterWording.brief(entry, kind) == "主题 专利撰写，人数 30，经费 1,200.00")
    #expect(RegisterWording.day(of: entry, kind) == "2019-03-01")
    let bare = RegisterEntry(kind: "training", district: "441802", values: [.init("topic", .text("专利撰写"))])
    #expect(RegisterWording.summary(bare, kind) == "主题 专利撰写" && RegisterWording.day(of: bare, kind).isEmpty)
    #expect(
      RegisterWording.summary(entry, nil) == "heldOn topic people cost"
        && RegisterWording.brief(bare, nil) == "topic")
  }
}
