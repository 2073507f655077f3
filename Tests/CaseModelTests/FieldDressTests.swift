import CaseModel
import Testing

@Suite("What papers and programs write")
struct FieldDressTests {
  private let today = CivilDate(year: 2020, month: 3, day: 27)

  @Test(
    "Sums in words",
    arguments: [
      ("叁仟元整", "3000.00"), ("3千元", "3000.00"), ("1.5万", "15000.00"), ("壹万陆仟肆佰零玖元零贰分", "16409.02"),
      ("壹拾万柒仟元零伍角叁分", "107000.53"), ("壹仟肆佰零玖元伍角整", "1409.50"), ("人民币伍分", "0.05"), ("壹拾元整", "10.00"),
      ("壹亿零壹万元整", "100010000.00"), ("三千", "3000.00"), ("两百五十元", "250.00"),
    ])
  func sums(_ text: String, _ right: String) throws {
    #expect(try Money.typed(text).get() == Money(right))
  }

  @Test("What could be two sums is none", arguments: ["一万五", "一百五", "元", "万", "千元", "叁仟元伍", "伍角叁元"])
  func unclearSums(_ text: String) {
    #expect(throws: Money.TypingIssue.self) { try Money.typed(text).get() }
  }

  @Test("Days in words and with what programs add")
  func days() throws {
    let today = try #require(today)
    let day = CivilDate(year: 2019, month: 3, day: 1)
    for text in [
      "二〇一九年三月一日", "2019/3/1 0:00", "2019/3/1 0:00:00", "2019-03-01T08:30:00Z", "20190301.0",
      "2019年3月1日（星期五）",
      "2019/3/1周五", "2019\u{200B}0301",
    ] { #expect(try CivilDate.typed(text, today: today).get() == day, "\(text)") }
    #expect(
      try CivilDate.typed("二〇一九年十二月二十一日", today: today).get() == CivilDate(year: 2019, month: 12, day: 21))
    #expect(CivilDate.typed("43525.93", today: today) == .failure(.serial(try #require(day))))
  }

  @Test("Counts in words", arguments: [("十二", 12), ("第三年", 3), ("一百零五件", 105), ("二十", 20), ("3", 3)])
  func counts(_ text: String, _ right: Int) throws {
    #expect(try Count.typed(text).get() == right)
  }

  @Test("Names in any dress are one name")
  func names() {
    let name = TextFolding.search("阿·布(广东)-一有限公司A1")
    for other in [
      "阿•布（广东）—一有限公司Ａ１", "阿・布〔广东〕–一 有限公司a1", "阿‧布【广东】‐一有限公司A①", "阿．布[广东]－一有限\u{200B}公司A1\u{FE0F}",
    ] { #expect(TextFolding.search(other) == name, "\(other)") }
    #expect(TextFolding.search("⼀") == "一" && TextFolding.search("甲") != TextFolding.search("乙"))
  }

  @Test("An old number that lost its zero")
  func lostZero() {
    #expect(ApplicationNumber.withLostZero("3223456.2")?.description == "03223456.2")
    #expect(ApplicationNumber.withLostZero("3223456.3") == nil)
    #expect(ApplicationNumber.withLostZero("03223456.2") == nil)
  }
}
