import Casework
import Testing

@testable import Papers

@Suite("Reports of a year, figures by hand")
struct YearReportTests {
  private func table(_ name: String, _ year: Int) throws -> ReportTable {
    try #require(YearReport.named(name)).table(of: try PrintOffice.state(), year: year)
  }

  // 第2条: 49 900.00 decided and the 100.00 that are left.
  @Test("caps") func caps() throws {
    #expect(
      try table("caps", 2019).text == """
        2019 年度限额
        限额              编号  享受者                         上限       已用  余额  超出
        代理机构年度限额  G1    清远市北江专利代理事务所  50,000.00  50,000.00  0.00  0.00

        """)
  }

  // 49 900.00 + 100.00; 4 250.00; 1 000.00; 300.00; the one that lacks its day counts where it was received.
  @Test("totals") func totals() throws {
    #expect(
      try table("totals", 2019).text == """
        2019 年度资助合计
        条款    项目          件数     资助额
        第2条   代理授权         2  50,000.00
        第5条   灭零代理费       1   4,250.00
        第18条  实用新型授权     2   1,000.00
        第18条  外观设计授权     1     300.00
                合计             6  55,550.00

        """)
  }

  @Test("As JSON, sums of rows apart") func json() throws {
    #expect(
      String(decoding: try table("totals", 2018).json(name: "totals", year: 2018), as: UTF8.self) == """
        {
          "report": "totals",
          "title": "2018 年度资助合计",
          "year": 2018,
          "rows": [
            {
              "article": "第7条",
              "item": "优势示范企业",
              "count": 2,
              "award": "130000.00"
            },
            {
              "article": "第18条",
              "item": "实用新型授权",
              "count": 2,
              "award": "0.00"
            }
          ],
          "totals": [
            {
              "article": null,
              "item": "合计",
              "count": 4,
              "award": "130000.00"
            }
          ]
        }

        """)
  }
}
