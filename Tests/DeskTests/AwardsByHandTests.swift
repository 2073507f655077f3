import CaseModel
import Casework
import Testing

@testable import Desk

/// The figures that the screens show, reckoned by hand from the papers in the demo.
@Suite struct AwardsByHandTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let id: String
    let shown: String
    var testDescription: String { id }

    init(_ id: String, _ shown: String) {
      self.id = id
      self.shown = shown
    }
  }

  static let worklist = [
    // Article 12: 30 % of 9 100.01 = 2 730.003, the part of a fen dropped.
    Row("GXQ-2020-000014", "2,730.00"),
    // Article 18: filed 2018-03-09, granted 2019-10-01 in the second annuity; the third is one of 2, 3, 4.
    Row("GXQ-2020-000013", "135.00"),
    // Article 18: filed 2016-02-14, granted 2018-07-03 in the third annuity; the fifth is one of 3, 4, 5.
    Row("441882-2020-000010", "180.00"),
    // Granted 2020-03-31, four days after the paper came in.
    Row("441802-2020-000020", "不符合条件"),
    // Article 5: a design, 790.50 paid to the agency, not above 1 000.
    Row("441882-2020-000009", "790.50"),
    // Article 12: 30 % of 2 100.99 = 630.297.
    Row("441881-2020-000008", "630.29"),
    // Article 18: 1 000 for a utility model.
    Row("441800-2020-000002", "1,000.00"),
    // Article 18: filed 2016-03-11, granted 2018-05-01 in the third annuity; the fifth is the last of three.
    Row("441821-2020-000003", "180.00"),
    // Article 1: 20 000 for a branch; registered 2019-10-15, licensed 2020-01-06.
    Row("GXQ-2020-000012", "20,000.00"),
    // The day on which the examination was passed is missing.
    Row("441825-2020-000001", "材料不全"),
    // Article 11: 200 000 for an international standard.
    Row("441802-2020-000019", "200,000.00"),
    // Article 18: 3 000 for an invention under examination.
    Row("441881-2020-000007", "3,000.00"),
    // The number reads 申请中.
    Row("441803-2020-000007", "材料不全"),
  ]

  @Test(arguments: worklist) func theFirstScreenShows(_ row: Row) throws {
    let lines = try DeskSession.demo("0", rows: 45).screen.split(separator: "\n")
    let line = try #require(lines.first { $0.contains(row.id + " ") })
    #expect(line.hasSuffix(" " + row.shown))
  }

  /// Article 12, cap of 10 000: 6 500.00 and 2 999.99 are decided, 500.01 are left; 30 % of 3 333.33 is 999.99,
  /// cut to 500.01; what comes after it gets nothing.
  @Test func theCapsScreenShowsWhoWasServedFirst() throws {
    let screen = try DeskSession.demo("[4").screen
    #expect(screen.contains("上限 10,000.00  已核定 9,499.99  待办 500.01  余 0.00"))
    let order = ["6,500.00", "2,999.99", "核减 500.01", "额度用尽"]
    let lines = screen.split(separator: "\n").filter { $0.contains(" GXQ-20") }
    #expect(lines.count == order.count)
    for (line, shown) in zip(lines, order) { #expect(line.hasSuffix(" " + shown)) }
  }

  /// The awards above, and 2 000.00 (article 5, the most for a utility model) and 666.66 (article 12, 30 % of
  /// 2 222.22) further down; whatever else waits gets nothing. Nothing of 2020 is decided yet.
  @Test func theYearsSumIsTheSumOfItsAwards() throws {
    let fen: [Int64] = [
      273_000, 13_500, 18_000, 79_050, 63_029, 100_000, 18_000, 2_000_000, 20_000_000, 300_000, 200_000,
      66_666,
    ]
    #expect(fen.reduce(0, +) == 23_131_245)
    let session = try DeskSession.demo("0<End>", rows: 45)
    #expect(session.screen.contains("资助合计 231,312.45 元"))
    let lines = session.screen.split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix(" 2,000.00") && $0.contains("灭零代理费") })
    #expect(lines.contains { $0.hasSuffix(" 666.66") && $0.contains("专利保险") })
  }
}
