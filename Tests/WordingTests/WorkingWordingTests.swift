import CaseModel
import SubsidyRules
import Testing
import Wording

@Suite("The working in sentences")
struct WorkingWordingTests {
  @Test("A grant of a utility model that the cap of its agency cuts")
  func capped() throws {
    var steps = TraceSteps("2")
    let patent = try #require(ApplicationNumber(digits: 201_620_000_008, count: 12))
    let number = steps.add(.input, [.name("applicationNumber")], .patent(patent))
    let granted = try steps.date("grantedOn", "2019-01-15")
    let compliant = steps.add(.input, [.name("compliant")], .flag(true))
    let kind = steps.add(.fact, [.name("kind")], .text("agency-branch"))
    let district = steps.add(.fact, [.name("district")], .text("GXQ"))
    let a = steps.add(.among, [kind, .texts(["agency", "agency-branch"])], .flag(true))
    let b = steps.add(.among, [district, .texts(["441802", "GXQ"])], .flag(true))
    let from = try #require(CivilDate("2018-01-01"))
    steps.add(.holds, [granted, .name(">="), .value(.date(from))], .flag(true), article: "closing")
    let filed = steps.add(.year, [number], .number(2016))
    let event = steps.add(.year, [granted], .number(2019))
    steps.add(.holds, [filed, .name("<="), event], .flag(true))
    steps.add(.holds, [compliant, .name("="), .value(.flag(true))], .flag(true))
    let type = steps.add(.type, [number], .text("utility"))
    steps.add(.among, [type, .texts(["utility"])], .flag(true))
    let gross = steps.add(.figure, [.name("utility")], .money(Money(yuan: 200)))
    let limit = steps.add(.figure, [.name("limit")], .money(Money(yuan: 50_000)))
    let room = steps.add(
      .room,
      [
        .name("agency-year"), .name("G1"), .value(.number(2019)), limit,
        .served([.init(filing: "F1", amount: Money(yuan: 49_900))]),
      ], .money(Money(yuan: 100)))
    let least = steps.add(.min, [gross, room], .money(Money(yuan: 100)))
    steps.add(.first, [.name("key"), .none], .flag(true))
    steps.add(.award, [least, .steps([6, 7])], .money(Money(yuan: 100)))
    _ = (a, b)

    let lines = WorkingWording.lines(steps.trace, item: Samples.grant, policy: try Samples.policy())
    #expect(
      lines.map(\.cited) == [
        "第2条 专利申请号 \(patent)",
        "第2条 授权公告日 2019-01-15",
        "第2条 符合局令第75号 是",
        "第2条 申请人类型 代理分支机构，属于 专利代理机构、代理分支机构：符合",
        "第2条 所在地 清远高新区，属于本市：符合",
        "有效期条款 授权公告日 2019-01-15，不早于 2018-01-01：符合",
        "第2条 申请年份 2016 年，不晚于 授权公告日年份 2019 年：符合",
        "第2条 符合局令第75号 是：符合",
        "第2条 专利类型 实用新型，属于 实用新型：符合",
        "第2条 代理机构年度限额 2019年 50,000.00，已用 49,900.00（1 件），余 100.00",
        "第2条 标准 200.00、余额 100.00 取最小 = 100.00",
        "第2条 未重复申报：符合",
        "第2条 资助额 100.00 元",
      ])
    #expect(lines.map(\.holds) == [nil, nil, nil, true, true, true, true, true, true, nil, nil, true, nil])
    for line in lines { #expect(isPlain(line.cited)) }

    let cut = ReasonWording.sentence(
      .cap("agency-year"), item: Samples.grant, policy: try Samples.policy(), trace: steps.trace)
    #expect(cut == "第2条 2019 年代理机构年度限额只剩 100.00 元，本件应得 200.00 元，核减为 100.00 元。请告知申请人。")
  }

  @Test("A share of a premium, and a difference")
  func shares() throws {
    var steps = TraceSteps("12")
    let paid = steps.add(.input, [.name("premiumPaid")], .money(Money(yuan: 20_000)))
    let rate = steps.add(.figure, [.name("rate")], .percentage(try #require(Percentage("30%"))))
    steps.add(.share, [paid, rate], .money(Money(yuan: 6_000)))
    let now = steps.count("filingsThisYear", 429)
    let before = steps.count("filingsLastYear", 400)
    steps.add(.subtract, [now, before], .number(29), name: "increase")
    let lines = WorkingWording.lines(steps.trace, item: Samples.growth, policy: try Samples.policy())
    #expect(lines.contains { $0.text == "premiumPaid 20,000.00 x 30% = 6,000.00" })
    #expect(lines.last?.text == "申请量增量 = 当年专利申请 429 件 - 上年专利申请 400 件 = 29 件")
  }

  @Test("Traces of filings that were not judged")
  func unjudged() throws {
    var steps = TraceSteps("2")
    steps.add(.input, [.name("grantedOn")], nil)
    steps.add(.holds, [.value(.number(1)), .name("="), .value(.number(0))], .flag(false))
    let status = steps.add(.fact, [.name("status")], .text("withdrawn"))
    steps.add(.holds, [status, .name("!="), .value(.text("withdrawn"))], .flag(false))
    let lines = WorkingWording.lines(steps.trace, item: Samples.grant, policy: try Samples.policy())
    #expect(
      lines.map(\.text) == ["授权公告日 缺少或无法识别", "应填的都有并能识别（缺 1 项）：不符合", "状态 撤回，本件已结案：不符合"])
  }
}

/// Whether every character has one width on every terminal.
func isPlain(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0x20...0x7E, 0x3001...0x3011, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
    default: false
    }
  }
}
