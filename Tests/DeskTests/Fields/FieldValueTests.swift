import CaseModel
import Testing

@testable import Desk

@Suite struct FieldValueTests {
  private let today = CivilDate(year: 2020, month: 3, day: 27) ?? .first

  private func field(_ kind: Field.Kind, _ text: String) -> Field {
    Field(id: "x", label: "栏", kind: kind, text: text)
  }

  private let levels = Field.Kind.choice([
    .init(id: "local", label: "地方标准"), .init(id: "industry", label: "行业标准"),
    .init(id: "international", label: "国际标准"),
  ])

  @Test func anEmptyFieldSaysNothing() {
    for kind in [.text, .date, .money, .count, .year, .flag, .applicationNumber, levels] as [Field.Kind] {
      var empty = field(kind, "")
      #expect(empty.raw(today: today) == nil)
      #expect(empty.reading(today: today) == nil)
      #expect(empty.problem(today: today) == nil)
      empty.settle(today: today)
      #expect(empty.editor.text.isEmpty)
    }
  }

  @Test(arguments: ["20190301", "2019.3.1", "2019年3月1日", "２０１９－３－１"])
  func aDayIsReadInEveryDress(_ text: String) {
    var day = field(.date, text)
    #expect(day.raw(today: today) == .text("2019-03-01"))
    #expect(day.reading(today: today) == "2019-03-01")
    #expect(day.problem(today: today) == nil)
    day.settle(today: today)
    #expect(day.editor.text == "2019-03-01")
  }

  @Test func todayIsTheDayOfTheDesk() {
    #expect(field(.date, "今天").raw(today: today) == .text("2020-03-27"))
  }

  /// What can't be read is kept as typed, with what is wrong beside it.
  @Test func nothingTypedIsLost() {
    for (kind, text) in [
      (.date, "2019-02-30"), (.money, "三千多"), (.count, "1.5"), (.flag, "也许"), (levels, "省标"),
      (.applicationNumber, "申请中"),
    ] as [(Field.Kind, String)] {
      var wrong = field(kind, text)
      #expect(wrong.raw(today: today) == .text(text))
      #expect(wrong.problem(today: today) != nil)
      wrong.settle(today: today)
      #expect(wrong.editor.text == text)
    }
    #expect(field(.date, "2019-02-30").problem(today: today) == "没有 2019 年 2 月 30 日这一天")
  }

  /// What stamped papers say in words can be typed as it stands.
  @Test func numbersInWordsCanBeTyped() {
    for (kind, text, kept) in [
      (.date, "二〇一九年三月一日", .text("2019-03-01")), (.date, "2019/3/1 0:00", .text("2019-03-01")),
      (.money, "叁仟元整", .text("3000.00")), (.money, "人民币壹亿零壹万元整", .text("100010000.00")),
      (.money, "3千元", .text("3000.00")), (.count, "十二", .count(12)),
    ] as [(Field.Kind, String, RawInput)] {
      let typed = field(kind, text)
      #expect(typed.refusal(of: text) == nil && typed.problem(today: today) == nil, "\(text)")
      #expect(typed.raw(today: today) == kept)
    }
  }

  @Test func anAmountShowsItsWords() {
    var amount = field(.money, "３,０００.5")
    #expect(amount.raw(today: today) == .text("3000.50"))
    #expect(amount.reading(today: today) == "叁仟元零伍角整")
    amount.settle(today: today)
    #expect(amount.editor.text == "3000.50")
  }

  @Test func countsAndYearsAreNumbers() {
    #expect(field(.count, "1,200件").raw(today: today) == .count(1200))
    #expect(field(.year, "2019年").raw(today: today) == .count(2019))
    var typed = field(.count, "０１２")
    typed.settle(today: today)
    #expect(typed.editor.text == "12")
  }

  /// Article 6 goes by the calendar year: one of two figures would be judged as the year 19, and nothing be paid.
  @Test func aYearHasFourFigures() {
    for text in ["19", "219", "20190", "0", "2,01"] {
      #expect(field(.year, text).problem(today: today) != nil, "\(text)")
    }
    for text in ["2019", "２０１９", "2019年", "二〇一九年"] {
      #expect(field(.year, text).problem(today: today) == nil, "\(text)")
    }
    #expect(field(.year, "19").problem(today: today) == "年份请写四位，如 2019")
    #expect(
      field(.year, "").help.last?.contains("四位") == true
        && field(.count, "").help.last?.contains("千分位") == true)
    #expect(field(.count, "19").problem(today: today) == nil)
  }

  @Test func answersAreYesOrNo() {
    for text in ["是", "y", "1", "√"] { #expect(field(.flag, text).raw(today: today) == .flag(true)) }
    for text in ["否", "N", "0", "×"] { #expect(field(.flag, text).raw(today: today) == .flag(false)) }
    var typed = field(.flag, "y")
    typed.settle(today: today)
    #expect(typed.editor.text == "是")
    #expect(field(.flag, "也许").problem(today: today) == "请填“是”或“否”")
  }

  /// 行 is read xing and hang; letters mean one choice or none.
  @Test func lettersSpellAChoice() {
    let readings: [Unicode.Scalar: [String]] = [
      "地": ["di", "de"], "方": ["fang"], "行": ["xing", "hang"], "业": ["ye"], "国": ["guo"], "际": ["ji"],
      "标": ["biao"], "准": ["zhun"],
    ]
    func choice(_ typed: String) -> String? {
      var field = field(levels, typed)
      field.spell { readings[$0] ?? [] }
      return field.choice?.label
    }
    for letters in ["hy", "xy", "hybz", "hangye", "HYB", "hangyb", "ybz"] {
      #expect(choice(letters) == "行业标准", "\(letters)")
    }
    #expect(choice("gj") == "国际标准" && choice("df") == "地方标准")
    for letters in ["bz", "biaozhun", "hx", "q", "hyq"] { #expect(choice(letters) == nil, "\(letters)") }
  }

  @Test func aFieldRefusesWhatCanNotStandInIt() {
    let fit: [(Field.Kind, [String], [String])] = [
      (.date, ["20190301", "2019年3月1日", "今天", "2019.3.1", "２０１９"], ["甲", "x", "😀"]),
      (.money, ["3,000.50", "1.5万", "３０００元"], ["约", "a"]), (.count, ["1,200", "１２"], ["王", "a"]),
      (.year, ["2019年"], ["去"]), (.applicationNumber, ["ZL 2018 2 0123456.X", "ＺＬ"], ["号", "😀"]),
      (.text, ["甲", "😀", "a"], []),
    ]
    for (kind, taken, refused) in fit {
      for text in taken { #expect(field(kind, "").refusal(of: text) == nil, "\(kind) \(text)") }
      for text in refused { #expect(field(kind, "").refusal(of: text) != nil, "\(kind) \(text)") }
    }
  }

  @Test func aChoiceIsMeantByNumberNameOrCode() {
    for text in ["2", "行业标准", "行业", "industry", "INDUSTRY", " 2 "] {
      #expect(field(levels, text).raw(today: today) == .text("industry"), "\(text)")
    }
    // Two names hold it: 地方标准 and 行业标准 and 国际标准 all end so.
    #expect(
      field(levels, "标准").problem(today: today) == "有 3 项相符（地方标准、行业标准、国际标准），请再输几个字")
    for text in ["标准", "0", "4", "99999999999999999999"] {
      #expect(field(levels, text).choice == nil, "\(text)")
      #expect(field(levels, text).problem(today: today) != nil)
    }
    #expect(field(levels, "4").problem(today: today) == "请填编号 1 到 3、名称或拼音首字母")
    var typed = field(levels, "3")
    typed.settle(today: today)
    #expect(typed.editor.text == "国际标准")
    #expect(typed.raw(today: today) == .text("international"))
  }

  /// An application number is kept as the paper has it; what it is read as stands beside it.
  @Test func aNumberKeepsItsDress() {
    var number = field(.applicationNumber, "ZL 2018 2 0123456.0")
    #expect(number.reading(today: today) == "实用新型 201820123456.0")
    number.settle(today: today)
    #expect(number.editor.text == "ZL 2018 2 0123456.0")
    #expect(number.raw(today: today) == .text("ZL 2018 2 0123456.0"))
    #expect(field(.applicationNumber, "201820123456.1").problem(today: today) == "校验位不符，应为 0，请核对")
  }

  @Test func blanksAloneAreNoText() {
    #expect(field(.text, "  ").problem(today: today) == "只有空格，请填写内容")
    #expect(field(.text, " 甲 ").problem(today: today) == nil)
    #expect(field(.text, "甲").reading(today: today) == nil)
  }
}
