import CaseModel
import Seeded

/// What goes wrong at a counter: refused, incomplete and overridden claims, money that came back.
extension DemoOffice {
  mutating func addOddities() throws {
    try addRefused()
    try addDuplicates()
    try addIncomplete()
    try addOverridden()
    try addReclaimed()
  }

  private mutating func addRefused() throws {
    let patent = try newPatent(.utility, granted: "2019-09-03", "2019-11-29")
    func grant(_ number: String, _ granted: CivilDate) -> [Filing.Input] {
      [.text("applicationNumber", number), .day("grantedOn", granted)]
    }
    // not-local
    try file(
      "utility-grant", try applicant("广州市沙湾岭"), event: patent.granted, grant(patent.number, patent.granted),
      award: nil, .stage(.accepted))
    let outside = try newPatent(.invention, granted: "2019-08-06", "2019-12-24")
    try file(
      "agency-grant", try applicant("广州粤禾专利商标代理有限公司"), event: outside.granted,
      grant(outside.number, outside.granted) + [.flag("localAddress", true), .flag("compliant", true)],
      award: nil)

    // outside-validity, once refused in writing and once still open
    for (name, stage) in [("曾令禾", Stage.rejected), ("清远市青瓦", .accepted)] {
      let early = try newPatent(.utility, granted: "2017-11-07", "2017-12-26")
      try file(
        "utility-grant", try applicant(name), event: early.granted, grant(early.number, early.granted),
        award: nil,
        .stage(stage),
        received: try calendar.openDay(
          from: DemoCalendar.day(stage == .rejected ? "2018-08-14" : "2020-02-19")))
    }

    // patent-type: a design claimed as a utility model, an invention as a design
    let design = try newPatent(.design, granted: "2019-11-05", "2020-01-31")
    try file(
      "utility-grant", try applicant("连南瑶族自治县三江"), event: design.granted,
      grant(design.number, design.granted),
      award: nil, .stage(.correction))
    let invention = try newPatent(.invention, granted: "2019-11-05", "2020-01-31")
    try file(
      "design-grant", try applicant("罗岚娟"), event: invention.granted,
      grant(invention.number, invention.granted),
      award: nil)

    // condition:localAddress and condition:compliant
    let foreign = try newPatent(.utility, granted: "2018-08-07", "2018-12-18")
    try file(
      "agency-grant", try applicant("佛冈县观音山"), event: foreign.granted,
      grant(foreign.number, foreign.granted) + [.flag("localAddress", false), .flag("compliant", true)],
      award: nil,
      .stage(.rejected))
    let irregular = try newPatent(.utility, granted: "2019-10-08", "2019-12-24")
    try file(
      "agency-grant", try applicant("佛冈县观音山"), event: irregular.granted,
      grant(irregular.number, irregular.granted) + [.flag("localAddress", true), .flag("compliant", false)],
      award: nil)

    // condition:priorFilings and applicant-kind
    try addFirst("清远市玉带", prior: 3)
    try addFirst("阳山县青莲", prior: 0)

    // event-after-received: the certificate bears a day to come
    let late = try DemoCalendar.day("2020-03-31")
    let coming = try numbers.application(DemoCalendar.day("2019-08-14"), .utility, &random)
    try file(
      "utility-grant", try applicant("冯晓岚"), event: late, grant(coming, late), award: nil,
      received: calendar.today)
    // number-after-event
    let newer = try numbers.application(DemoCalendar.day("2020-01-06"), .utility, &random)
    let older = try DemoCalendar.day("2019-12-13")
    try file("utility-grant", try applicant("盘志坚"), event: older, grant(newer, older), award: nil)
    // window: the third annuity after the one of the grant, though paid in the second year after it
    let paid = try DemoCalendar.day("2020-01-10")
    let filed = try DemoCalendar.day("2016-01-20")
    let old = try numbers.application(filed, .invention, &random)
    try file(
      "annual-fee", try applicant("英德市连江"), event: paid,
      [
        .text("applicationNumber", old), .day("filedOn", filed), .text("grantedOn", "2018-01-05"),
        .count("annuity", 5), .text("amountPaid", "1200"), .day("paidOn", paid),
      ],
      award: nil)
  }

  private mutating func addFirst(_ name: String, prior: Int) throws {
    let filed = try DemoCalendar.day("2019-11-26")
    try file(
      "first-filing", try applicant(name), event: filed,
      [
        .text("applicationNumber", try numbers.application(filed, .utility, &random)), .day("filedOn", filed),
        .text("agencyFee", "1800"), .count("priorFilings", prior),
      ],
      award: nil)
  }

  /// The same patent claimed by two applicants, the second time in another dress.
  private mutating func addDuplicates() throws {
    for (first, second) in [("单文岚", "英德市碧落"), ("黄树根", "欧阳静禾")] {
      let patent = try newPatent(.utility, granted: "2018-09-04", "2019-03-26")
      let award = Money(yuan: 1000)
      let inputs: [Filing.Input] = [
        .text("applicationNumber", patent.number), .day("grantedOn", patent.granted),
      ]
      try file(
        "utility-grant", try applicant(first), event: patent.granted, inputs, award: award, .stage(.paid))
      try file(
        "utility-grant", try applicant(second), event: patent.granted,
        [.text("applicationNumber", "ZL" + patent.number), .day("grantedOn", patent.granted)], award: nil,
        .stage(.accepted), received: try calendar.openDay(from: DemoCalendar.day("2020-01-14")))
    }
  }

  private mutating func addIncomplete() throws {
    let event = try DemoCalendar.day("2020-01-10")
    let number = try numbers.application(DemoCalendar.day("2019-05-20"), .utility, &random)
    // A number that is not given out yet, one with a slip of the pen, a sum and a day left out.
    try file(
      "invention-examination", try applicant("仇若溪"), event: event,
      [.text("applicationNumber", "申请中"), .day("enteredOn", event)], award: nil, .stage(.correction))
    try file(
      "utility-grant", try applicant("清新区滨江"), event: event,
      [.text("applicationNumber", Self.withWrongCheck(number)), .day("grantedOn", event)], award: nil,
      .stage(.correction))
    try file(
      "insurance", try applicant("佛冈县青少年"), event: event,
      [
        .text("policyNumber", "PZIP20204418" + random.digits(8)), .text("invoiceNumber", random.digits(8)),
        .text("premiumPaid", ""), .day("paidOn", event),
      ],
      award: nil)
    try file(
      "agency-setup", try applicant("广州粤禾专利商标代理有限公司"), event: event,
      [.text("registeredOn", "2019-12-30")], award: nil)
    try file(
      "first-filing", try applicant("连南三排"), event: event,
      [
        .text("applicationNumber", try numbers.application(event, .design, &random)), .day("filedOn", event),
        .text("agencyFee", "八百元"), .count("priorFilings", 0),
      ],
      award: nil, .stage(.correction))
    try file(
      "exam-fee", try applicant("韦国栋"), event: event,
      [.text("basis", "household"), .text("fee", "350")], award: nil, .stage(.correction),
      received: try calendar.openDay(from: DemoCalendar.day("2020-03-12")))
  }

  /// Papers whose check digit fails though they are genuine.
  private mutating func addOverridden() throws {
    let patent = try newPatent(.utility, granted: "2019-04-02", "2019-06-28")
    try file(
      "utility-grant", try applicant("\u{2CB4E}小禾"), event: patent.granted,
      [.text("applicationNumber", Self.withWrongCheck(patent.number)), .day("grantedOn", patent.granted)],
      award: Money(yuan: 1000), .stage(.paid),
      overrides: [.init("applicationNumber", reason: "证书原件即如此，已向代办处电话核实")])
    let design = try newPatent(.design, granted: "2019-10-08", "2019-12-10")
    try file(
      "design-grant", try applicant("李\u{31350}安"), event: design.granted,
      [.text("applicationNumber", Self.withWrongCheck(design.number)), .day("grantedOn", design.granted)],
      award: Money(yuan: 300), .stage(.accepted),
      overrides: [.init("applicationNumber", reason: "受理通知书打印有误，登记簿副本已附")])
  }

  private static func withWrongCheck(_ number: String) -> String {
    number.dropLast() + (number.hasSuffix("7") ? "4" : "7")
  }

  private mutating func addReclaimed() throws {
    for (name, type, item, yuan, back) in [
      ("清远市峡江", PatentType.utility, "utility-grant", Int64(1000), Money(yuan: 1000)),
      ("清远市太和古洞", .design, "design-grant", 300, Money(yuan: 300)),
      ("解子墨", .utility, "utility-grant", 1000, Money(yuan: 400)),
    ] {
      let patent = try newPatent(type, granted: "2018-08-07", "2018-12-25")
      try file(
        item, try applicant(name), event: patent.granted,
        [.text("applicationNumber", patent.number), .day("grantedOn", patent.granted)],
        award: Money(yuan: yuan), .reclaimed(back))
    }
    let entered = try DemoCalendar.day("2018-09-18")
    try file(
      "invention-examination", try applicant("广东英石轩"), event: entered,
      [
        .text(
          "applicationNumber", try numbers.application(DemoCalendar.day("2018-04-23"), .invention, &random)),
        .day("enteredOn", entered),
      ],
      award: Money(yuan: 3000), .reclaimed(Money(yuan: 3000)))
  }
}
