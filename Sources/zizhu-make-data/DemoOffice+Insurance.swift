import CaseModel
import Seeded

/// Article 12: 30 % of premiums, with a cap of 10 000.00 for a unit and a year.
extension DemoOffice {
  private struct Premium {
    var name: String
    var paid: String
    var premium: String
    /// What the policy gives; nil where the cap leaves nothing.
    var award: String?
    var progress: Progress

    init(_ name: String, _ paid: String, _ premium: String, _ award: String?, _ stage: Stage) {
      self.init(name, paid, premium, award, progress: .stage(stage))
    }

    init(_ name: String, _ paid: String, _ premium: String, _ award: String?, progress: Progress) {
      self.name = name
      self.paid = paid
      self.premium = premium
      self.award = award
      self.progress = progress
    }
  }

  mutating func addInsurance() throws {
    // Three units stand near their cap of 2019, one has a claim that is cut and one that gets nothing.
    let premiums = [
      Premium("广东龙埔岭", "2019-03-12", "21666.67", "6500.00", .paid),
      Premium("广东龙埔岭", "2019-10-16", "9999.99", "2999.99", .published),
      Premium("广东龙埔岭", "2019-12-03", "3333.33", "500.01", .accepted),
      Premium("广东龙埔岭", "2019-12-24", "1200.00", nil, .received),
      Premium("清远市禾雀", "2019-05-20", "33333.23", "9999.96", .paid),
      Premium("清远市雄岚", "2019-06-11", "18000.05", "5400.01", .paid),
      Premium("清远市雄岚", "2019-11-20", "14999.99", "4499.99", .approved),
      Premium("广东凤城岭", "2018-08-08", "40000.00", "10000.00", .paid),
      Premium("广东凤城岭", "2019-07-30", "25000.01", "7500.00", .paid),
      Premium("广东凤城岭", "2019-12-17", "7777.77", "2333.33", .accepted),
      Premium("英德市横石塘", "2018-05-15", "1033.37", "310.01", .paid),
      Premium("英德市横石塘", "2019-05-14", "1680.32", "504.09", .paid),
      Premium("英德市横石塘", "2020-01-13", "2100.99", "630.29", .received),
      Premium("连州市地下河", "2018-10-22", "12000", "3600.00", progress: .reclaimed(Money(fen: 180_050))),
      Premium("连州市地下河", "2019-10-21", "12600.40", "3780.12", .published),
      Premium("广东百禾岭", "2019-01-18", "8800.08", "2640.02", .paid),
      Premium("广东百禾岭", "2020-02-18", "9100.01", "2730.00", .received),
      Premium("广东云栖石", "2018-12-11", "5600", "1680.00", .paid),
      Premium("佛冈县汤泉", "2019-04-09", "3210.99", "963.29", .withdrawn),
      Premium("阳山县贤令", "2019-08-23", "980.05", "294.01", .paid),
      Premium("连南三排", "2019-09-11", "600.00", "180.00", .paid),
      Premium("清远粤北技工", "2019-11-05", "15000", "4500.00", .reviewed),
      Premium("连州市丘陵农业", "2020-01-07", "2222.22", "666.66", .accepted),
      Premium("英德市红茶技术", "2019-06-25", "1999.99", "599.99", .paid),
      Premium("清城区阿强", "2019-12-09", "500.03", "150.00", .correction),
      Premium("清远市陶瓷行业", "2018-11-27", "18500.50", "5550.15", .paid),
      Premium("清远市北江专利代理事务所英德", "2019-12-12", "3000.33", "900.09", .accepted),
    ]
    for premium in premiums {
      let unit = try applicant(premium.name)
      let paid = try DemoCalendar.day(premium.paid)
      let award = premium.award.flatMap { Money($0) }
      try file(
        "insurance", unit, event: paid,
        [
          .text("policyNumber", "PZIP\(paid.year)4418" + random.digits(8)),
          .text("invoiceNumber", random.digits(8)),
          .text("premiumPaid", premium.premium), .day("paidOn", paid),
        ],
        award: award, premium.progress)
    }
  }
}
