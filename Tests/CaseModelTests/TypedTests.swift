import CaseModel
import Testing

@Suite("What clerks type")
struct TypedTests {
  private let today: CivilDate

  init() throws { today = try #require(CivilDate("2019-03-01")) }

  @Test(
    "A day in every dress",
    arguments: [
      "20190301", "2019.3.1", "2019-3-1", "2019/3/1", "2019年3月1日", "2019年03月01日", "2019年3月1号", "今天",
      "２０１９０３０１", "２０１９．３．１", "2019。3。1", "2019，3，1", "2019·3·1", "2019 年 3 月 1 日", "2019－03－01",
      "2019—3—1", " 2019-03-01 ", "2019／3／1", "2019年3-1",
    ])
  func day(text: String) { #expect(CivilDate.typed(text, today: today) == .success(today)) }

  @Test("A day in plain figures is what it is in any dress", arguments: [0, 1, 2, 4, 12, 13, 99])
  func plainFigures(month: Int) {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    for day in [0, 1, 9, 28, 29, 30, 31, 32, 99] {
      for year in ["2019", "2020", "0000"] {
        let dressed = CivilDate.typed("\(year)年\(two(month))月\(two(day))日", today: today)
        #expect(CivilDate.typed("\(year)\(two(month))\(two(day))", today: today) == dressed)
        #expect(CivilDate.typed("\(year)-\(two(month))-\(two(day))", today: today) == dressed)
      }
    }
    #expect(CivilDate.typed("20190x01", today: today) == .failure(.unreadable))
    #expect(CivilDate.typed("2019-03x01", today: today) == .failure(.unreadable))
  }

  @Test("Days counted from today")
  func relative() {
    #expect(CivilDate.typed("昨天", today: today).map(\.description) == .success("2019-02-28"))
    #expect(CivilDate.typed("前天", today: today).map(\.description) == .success("2019-02-27"))
  }

  @Test("No day, and why")
  func noDay() {
    func issue(_ text: String) -> CivilDate.TypingIssue? {
      if case .failure(let issue) = CivilDate.typed(text, today: today) { issue } else { nil }
    }
    #expect(issue("") == .empty)
    #expect(issue("　") == .empty)
    #expect(issue("2019.2.29") == .noSuchDay(year: 2019, month: 2, day: 29))
    #expect(issue("20191301") == .noSuchDay(year: 2019, month: 13, day: 1))
    #expect(issue("0000-1-1") == .noSuchDay(year: 0, month: 1, day: 1))
    #expect(issue("2019年3月") == .dayMissing)
    #expect(issue("2019.3") == .dayMissing)
    #expect(issue("201903") == .dayMissing)
    #expect(issue("190301") == .shortYear)
    #expect(issue("19.3.1") == .shortYear)
    for text in [
      "明年", "2019", "2019..1", "2019.3.1.", "2019.3.1.1", "2019x3x1", "1.3.2019", "日", "月", "-", "2019031",
    ] {
      #expect(issue(text) == .unreadable, "\(text)")
    }
  }

  @Test(
    "A sum in every dress",
    arguments: [
      ("3,000", 300_000), ("3000.5", 300_050), ("３０００", 300_000), ("¥3000", 300_000), ("￥3000", 300_000),
      ("3000元", 300_000), ("3000元整", 300_000), ("1.5万", 1_500_000), ("1.5万元", 1_500_000),
      ("3，000", 300_000), ("3000。5", 300_050), ("３，０００．５０", 300_050), ("人民币3000元", 300_000),
      ("0", 0), ("0.00", 0), ("007", 700), ("1,234,567.89", 123_456_789), ("1.234567万", 1_234_567),
      ("3000.500", 300_050), ("3 000", 300_000), ("999999999999.99", 99_999_999_999_999),
    ])
  func sum(text: String, fen: Int64) { #expect(Money.typed(text) == .success(Money(fen: fen))) }

  @Test("No sum, and why")
  func noSum() {
    func issue(_ text: String) -> Money.TypingIssue? {
      if case .failure(let issue) = Money.typed(text) { issue } else { nil }
    }
    #expect(issue("") == .empty)
    #expect(issue(" 　") == .empty)
    #expect(issue("元") == .unreadable)
    #expect(issue("-1") == .negative)
    #expect(issue("－１") == .negative)
    #expect(issue("0.001") == .tooFine)
    #expect(issue("1.2345678万") == .tooFine)
    #expect(issue("1000000000000") == .tooLarge)
    #expect(issue("100000000万") == .tooLarge)
    #expect(issue("3,00") == .badGrouping)
    #expect(issue("3000,5") == .badGrouping)
    #expect(issue("1,2345") == .badGrouping)
    #expect(issue("1234,567") == .badGrouping)
    for text in ["3000.", ".5", "1e3", "1.2.3", "3,,000", ",300", "三千甲", "¥", "万", "-", "1.5万5"] {
      #expect(issue(text) == .unreadable, "\(text)")
    }
    #expect(issue(String(repeating: "9", count: 5000)) == .tooLarge)
  }

  @Test(
    "A count in every dress",
    arguments: [
      ("12", 12), ("１２", 12), ("12件", 12), ("3个", 3), ("第3年", 3), ("1,200", 1200), ("0", 0), ("012", 12),
      ("12.0", 12), ("1000000", 1_000_000), (" 5 项 ", 5),
    ])
  func count(text: String, value: Int) { #expect(Count.typed(text) == .success(value)) }

  @Test("No count, and why")
  func noCount() {
    func issue(_ text: String) -> Count.TypingIssue? {
      if case .failure(let issue) = Count.typed(text) { issue } else { nil }
    }
    #expect(issue("") == .empty)
    #expect(issue("-3") == .negative)
    #expect(issue("1.5") == .notWhole)
    #expect(issue("1000001") == .tooLarge)
    #expect(issue("99999999999999999999999") == .tooLarge)
    #expect(issue("1,00") == .badGrouping)
    for text in ["件", "十 二甲", "1件2", "1/2"] { #expect(issue(text) == .unreadable, "\(text)") }
  }

  @Test("Yes and no")
  func answers() {
    for text in ["是", "有", "Y", "y", "ｙ", "1", "１", "yes", "符合", "√"] {
      #expect(YesNo.typed(text) == .success(true), "\(text)")
    }
    for text in ["否", "无", "n", "Ｎ", "0", "no", "没有", "×", "不是"] {
      #expect(YesNo.typed(text) == .success(false), "\(text)")
    }
    #expect(YesNo.typed(" ") == .failure(.empty))
    #expect(YesNo.typed("也许") == .failure(.unreadable))
    #expect(YesNo.typed("2") == .failure(.unreadable))
  }
}
