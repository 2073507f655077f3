import CaseModel
import Seeded

/// Articles 6, 7, 9 and 11: growth, titles, management systems and standards of enterprises.
extension DemoOffice {
  mutating func addDistinctions() throws {
    try addFilingGrowth()
    try addTitles()
    try addManagementSystems()
    try addStandards()
  }

  private mutating func addFilingGrowth() throws {
    let lists: [Growth] = [
      Growth("清远市禾雀", 2018, 64, 31, 14, yuan: 20_000, "2018-12-18", .paid),
      Growth("清远市禾雀", 2019, 95, 64, 19, before: 14, yuan: 20_000, "2020-01-07", .accepted),
      Growth("广东凤城岭", 2018, 88, 36, 22, yuan: 50_000, "2019-01-10", .paid),
      Growth("广东凤城岭", 2019, 171, 88, 40, before: 22, yuan: 100_000, "2019-12-19", .reviewed),
      Growth("广东龙埔岭", 2018, 141, 58, 61, yuan: 100_000, "2018-12-24", .paid),
      Growth("广东龙埔岭", 2019, 176, 141, 36, before: 61, yuan: 20_000, "2020-01-20", .received),
      Growth("广东百禾岭", 2019, 47, 17, 12, yuan: 20_000, "2019-12-27", .published),
      Growth("英德市横石塘", 2018, 55, 5, 11, yuan: 50_000, "2019-01-22", .paid),
      Growth("连州市地下河", 2019, 90, 10, 18, before: 1, yuan: 100_000, "2020-01-13", .accepted),
      Growth("清远市雄岚", 2019, 60, 20, 8, yuan: nil, "2020-01-08", .accepted),
      Growth("佛冈县冠南岭", 2019, 49, 20, 15, yuan: nil, "2020-01-16", .received),
      Growth("阳山县贤令", 2018, 34, 9, 3, yuan: nil, "2019-01-17", .rejected),
    ]
    for list in lists { try fileGrowth("filing-growth", list) }
  }

  private mutating func addTitles() throws {
    let titles: [(name: String, title: String, document: String, listed: String, yuan: Int64, Progress)] = [
      ("广东龙埔岭", "national-demonstration", "国知发运字〔2019〕57号", "2019-10-10", 200_000, .stage(.approved)),
      ("广东龙埔岭", "national-advantage", "国知发管函字〔2018〕166号", "2018-09-19", 150_000, .stage(.paid)),
      ("广东凤城岭", "national-advantage", "国知发运字〔2019〕57号", "2019-10-10", 150_000, .stage(.published)),
      ("清远市禾雀", "provincial-demonstration", "粤知协〔2018〕33号", "2018-12-27", 150_000, .stage(.paid)),
      ("清远市雄岚", "provincial-demonstration", "粤知协〔2019〕41号", "2019-12-20", 150_000, .stage(.reviewed)),
      ("英德市横石塘", "provincial-advantage", "粤知协〔2018〕33号", "2018-12-27", 100_000, .stage(.paid)),
      ("广东百禾岭", "provincial-advantage", "粤知协〔2019〕41号", "2019-12-20", 100_000, .stage(.accepted)),
      ("清远市禾雀", "city-advantage", "清知〔2018〕21号", "2018-08-30", 80_000, .stage(.paid)),
      ("连州市地下河", "city-advantage", "清知〔2018〕21号", "2018-08-30", 80_000, .reclaimed(Money(yuan: 80_000))),
      ("佛冈县汤泉", "city-advantage", "清市监知〔2019〕18号", "2019-09-06", 80_000, .stage(.paid)),
      ("连南瑶山", "city-advantage", "清市监知〔2019〕18号", "2019-09-06", 80_000, .stage(.published)),
      ("阳山县七拱", "city-advantage", "清市监知〔2019〕18号", "2019-09-06", 80_000, .stage(.correction)),
      ("连山鹿鸣关", "city-advantage", "清市监知〔2019〕18号", "2019-09-06", 80_000, .stage(.received)),
    ]
    for (name, title, document, listed, yuan, progress) in titles {
      let listed = try DemoCalendar.day(listed)
      try file(
        "recognition", try applicant(name), event: listed,
        [.text("title", title), .text("documentNumber", document), .day("listedOn", listed)],
        award: Money(yuan: yuan), progress)
    }
  }

  private mutating func addManagementSystems() throws {
    // Without an approved amount the reviewer has not spoken yet.
    let systems: [(name: String, certified: String, valid: Int, filings: Int, amount: String?, Progress)] = [
      ("清远市禾雀", "2018-06-12", 23, 64, "100000", .stage(.paid)),
      ("广东凤城岭", "2018-11-30", 41, 88, "96800.00", .stage(.paid)),
      ("广东云栖石", "2019-03-08", 6, 12, "65000", .reclaimed(Money(yuan: 21_500))),
      ("英德市碧落", "2019-05-24", 9, 7, "58320.50", .stage(.paid)),
      ("连州市保安", "2019-08-08", 4, 11, "72000", .stage(.published)),
      ("佛冈县冠南岭", "2019-09-27", 12, 49, "88000.40", .stage(.approved)),
      ("英德市横石塘", "2019-11-15", 17, 26, "90000", .stage(.reviewed)),
      ("广东滨江云", "2020-01-10", 3, 5, nil, .stage(.accepted)),
      ("清远华岭", "2020-01-17", 8, 9, nil, .stage(.received)),
      ("清远市玄贞", "2019-10-22", 2, 4, "40000", .stage(.accepted)),
    ]
    for (name, certified, valid, filings, amount, progress) in systems {
      let certified = try DemoCalendar.day(certified)
      var inputs: [Filing.Input] = [
        .text("certificateNumber", "165IP\(certified.year % 100)\(random.digits(4))R0M"),
        .day("certifiedOn", certified), .count("validPatents", valid), .count("filingsThisYear", filings),
      ]
      if let amount {
        inputs.append(.text("approvedAmount", amount))
        inputs.append(.text("basis", "认证及辅导合同与发票"))
      }
      try file(
        "ip-management", try applicant(name), event: certified, inputs,
        award: filings < 5 ? nil : amount.flatMap { Money($0) }, progress)
    }
  }

  private mutating func addStandards() throws {
    let standards: [(name: String, level: String, number: String, published: String, yuan: Int64, Stage)] = [
      ("清远市禾雀", "local", "DB4418/T 012-2018", "2018-09-28", 100_000, .paid),
      ("英德市浈阳", "local", "DB4418/T 019-2019", "2019-06-14", 100_000, .paid),
      ("清远市雄岚", "industry", "YS/T 1342-2019", "2019-08-27", 100_000, .approved),
      ("广东龙埔岭", "industry", "SJ/T 11738-2019", "2019-11-12", 100_000, .accepted),
      ("广东龙埔岭", "national", "GB/T 37861-2019", "2019-08-30", 200_000, .paid),
      ("广东百禾岭", "national", "GB/T 38475-2019", "2019-12-31", 200_000, .reviewed),
      ("连州市地下河", "international", "ISO 23716:2019", "2019-10-18", 200_000, .published),
      ("广东凤城岭", "international", "IEC 63203-101:2020", "2020-01-21", 200_000, .received),
    ]
    for (index, (name, level, number, published, yuan, stage)) in standards.enumerated() {
      let published = try DemoCalendar.day(published)
      let patent = try newPatent(.invention, granted: "2016-01-05", "2018-06-29")
      try file(
        "standard", try applicant(name), event: published,
        [
          .text("applicationNumber", dressed(patent.number)),
          .text(
            "enterpriseStandard",
            "Q/QY\(["HQ", "ZY", "XL", "LP", "LP", "BH", "DX", "FC"][index]) 00\(index + 1)-2017"),
          .text("standardNumber", number), .text("level", level), .day("grantedOn", patent.granted),
          .day("publishedOn", published),
        ],
        award: Money(yuan: yuan), .stage(stage))
    }
  }
}
