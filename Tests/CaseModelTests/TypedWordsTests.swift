import CaseModel
import Testing

/// Numbers in words and in the dress of an input method, as they stand on receipts and in old ledgers.
struct TypedWordsTests {
  private let today: CivilDate

  init() throws { today = try #require(CivilDate("2020-03-01")) }

  /// The pairs of identifiers.md, 人民币大写, read back.
  @Test(arguments: [
    ("伍分", 5), ("伍角整", 50), ("壹拾元整", 1_000), ("壹拾元零伍分", 1_005), ("壹佰零壹元整", 10_100),
    ("壹仟零壹拾元整", 101_000), ("陆仟零柒元壹角肆分", 600_714), ("壹仟陆佰捌拾元零叁角贰分", 168_032),
    ("壹万零壹元整", 1_000_100), ("壹拾万零伍佰元整", 10_050_000), ("贰拾肆万零玖佰陆拾捌元整", 24_096_800),
    ("壹佰万壹仟元整", 100_100_000), ("壹仟万零壹元整", 1_000_000_100), ("零元整", 0),
    // Without 整, with 圆 and 正, in small figures, in traditional ones, and after 人民币 with a mark.
    ("贰佰圆正", 20_000), ("二百元五角", 20_050), ("貳萬伍仟元", 2_500_000), ("人民币 叁仟元整", 300_000), ("十元", 1_000),
    ("两万", 2_000_000), ("一亿", 10_000_000_000), ("三千块", 300_000), ("五毛", 50),
  ])
  func `A sum in words`(text: String, fen: Int64) { #expect(Money.typed(text) == .success(Money(fen: fen))) }

  @Test(arguments: [
    "三千五", "一万三千二", "十十元", "百元", "零百元", "壹元壹元", "伍分伍角", "五分一", "万万元", "一千万万元", "两亿亿",
    "一二三四五六七八九〇一二三元",
  ])
  func `Words that could be two sums, or none, are not guessed at`(text: String) {
    #expect(Money.typed(text) == .failure(.unreadable), "\(text)")
  }

  /// Twelve digits of yuan are the most (interchange.md).
  @Test func `The largest sum in words, and one yuan more`() {
    let nines = "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元"
    #expect(Money.typed(nines + "玖角玖分") == .success(.largest))
    #expect(Money.typed("壹万亿元") == .failure(.tooLarge))
  }

  @Test(arguments: [
    ("1.5千", 150_000), ("3仟元", 300_000), ("2.50萬", 2_500_000), ("RMB 100", 10_000), ("CNY100.5", 10_050),
    ("￥1,000.00元", 100_000), ("0.01万", 10_000), ("0.000001万", 1), ("000000000000000001", 100),
    ("1.10000", 110),
    ("12块", 1_200), ("5元正", 500),
  ])
  func `A sum with a unit is exact to the fen`(text: String, fen: Int64) {
    #expect(Money.typed(text) == .success(Money(fen: fen)))
  }

  @Test(arguments: [
    ("0.0000001万", Money.TypingIssue.tooFine), ("0.000001千", .tooFine), ("1.001", .tooFine),
    ("99999999.99999999万", .tooFine),
    ("100000000万", .tooLarge), ("9999999999千", .tooLarge), ("负5元", .negative), ("-0.01", .negative),
    ("1，00，000", .badGrouping),
    ("人民币", .unreadable), ("整", .unreadable), ("¥¥5", .unreadable), ("5万元元", .unreadable),
    ("5%", .unreadable),
  ])
  func `A sum that is none says why`(text: String, issue: Money.TypingIssue) {
    #expect(Money.typed(text) == .failure(issue))
  }

  @Test(arguments: [
    ("二〇二〇年二月二十九日", "2020-02-29"), ("二零二零年十月十日", "2020-10-10"), ("2020年十二月卅一日", nil as String?),
    ("2020年2月29日 星期六", "2020-02-29"), ("2020-02-29（周六）", "2020-02-29"),
    ("2020-02-29 23:59:59.999", "2020-02-29"),
    ("2020/2/29T08:00:00+08:00", "2020-02-29"), ("２０２０－０２－２９", "2020-02-29"), ("2020.02.29", "2020-02-29"),
    ("20200229", "2020-02-29"), ("前天", "2020-02-28"), ("昨天", "2020-02-29"), ("2020-2-9", "2020-02-09"),
    ("2020年2月29", "2020-02-29"), ("2020-02-29 周", nil), ("2020-02-29 上午", nil), ("明天", nil),
    ("29/2/2020", nil),
  ])
  func `A day in words, with its weekday or its hour`(text: String, day: String?) {
    #expect((try? CivilDate.typed(text, today: today).get())?.description == day)
  }

  /// A spreadsheet counts days from 30 December 1899: 43890 is 29 February 2020, 43891 the next.
  @Test(arguments: [
    ("43890", "2020-02-29"), ("43891", "2020-03-01"), ("43891.5", "2020-03-01"), ("30000", "1982-02-18"),
  ])
  func `A spreadsheet's number of a day is told as what it is`(text: String, day: String) throws {
    #expect(CivilDate.typed(text, today: today) == .failure(.serial(try #require(CivilDate(day)))))
  }

  @Test(arguments: ["29999", "60000", "4389", "438900"])
  func `Any other number of that length is no day`(text: String) {
    guard case .failure(let issue) = CivilDate.typed(text, today: today) else {
      Issue.record("\(text) was read")
      return
    }
    if case .serial = issue { Issue.record("\(text) is taken for a day") }
  }

  @Test(arguments: [
    ("202002", CivilDate.TypingIssue.dayMissing), ("200229", .shortYear), ("20.2.29", .shortYear),
    ("2020-2", .dayMissing), ("20200230", .noSuchDay(year: 2020, month: 2, day: 30)),
    ("二〇二〇年二月三十日", .noSuchDay(year: 2020, month: 2, day: 30)), ("2020年2月", .dayMissing), (" ", .empty),
    ("2019-02-29", .noSuchDay(year: 2019, month: 2, day: 29)), ("2020-002-29", .unreadable),
  ])
  func `A day that is none says why`(text: String, issue: CivilDate.TypingIssue) {
    #expect(CivilDate.typed(text, today: today) == .failure(issue))
  }

  @Test(arguments: [
    ("二十一件", 21), ("一百二十", 120), ("两千", 2_000), ("一千零一", 1_001), ("第十年", 10), ("三年度", 3), ("１，２００", 1_200),
    ("100万", nil as Int?), ("一百万", 1_000_000), ("一百万零一", nil), ("2.50", nil), ("3.000", 3), ("负三", nil),
    ("0x10", nil),
  ])
  func `A count in words stays within a million`(text: String, count: Int?) {
    #expect((try? Count.typed(text).get()) == count)
  }

  @Test func `A count may be let go further where a county has more people`() {
    #expect(Count.typed("4200000", upTo: 100_000_000) == .success(4_200_000))
    #expect(Count.typed("四百二十万", upTo: 100_000_000) == .success(4_200_000))
    #expect(Count.typed("100000001", upTo: 100_000_000) == .failure(.tooLarge))
    // A lower bound than a file's is none.
    #expect(Count.typed("1000000", upTo: 10) == .success(1_000_000))
  }

  @Test(arguments: [
    ("对", true as Bool?), ("TRUE", true), ("✓", true), ("　是 ", true), ("Ｔ", true), ("不", false),
    ("不符合", false),
    ("ｘ", false), ("false", false), ("是否", nil), ("是。", nil), ("10", nil), ("√√", nil),
  ])
  func `Yes and no are whole answers`(text: String, answer: Bool?) {
    #expect((try? YesNo.typed(text).get()) == answer)
  }
}
