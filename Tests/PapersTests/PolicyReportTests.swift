import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Papers

/// What another reading or another policy would change, by hand: article 6 pays 20 000 for an increase of 30 and more, where
/// inventions are 20 % of the year's filings (`share-base`), or of the increase under the other reading.
@Suite("Readings and policies held against each other")
struct PolicyReportTests {
  /// 100 filings after 60, with 20 inventions after 15: 20 of 100 are 20 %, 5 of 40 are 12.5 %.
  private func state() throws -> OfficeState {
    var state = try PrintOffice.state()
    let growth = Filing(
      id: "F20", item: "filing-growth", applicant: "E1", received: try PrintOffice.day("2020-01-10"),
      inputs: [
        .init("year", .count(2019)), .init("filingsThisYear", .count(100)),
        .init("filingsLastYear", .count(60)),
        .init("inventionsThisYear", .count(20)), .init("inventionsLastYear", .count(15)),
      ])
    state.fold(
      Transaction(
        by: "李静", at: "2020-01-10T01:00:00Z", policy: "",
        changes: [
          .filingReceived(growth, FactsAtReceipt(kind: .enterprise, district: "441881", family: "E1"))
        ]))
    try #require(state.file("F20")?.decision.award == Money(yuan: 20_000))
    return state
  }

  @Test("The reading that would take the bonus away names the filing and the yuan, the others nothing")
  func readings() throws {
    let state = try state()
    let text = PolicyReports.readings(state.readingDifferences(of: 2019), state)
    let sections = text.split(separator: "\n\n").map(String.init)
    #expect(sections.count == 4)
    let base = try #require(sections.first { $0.contains("（share-base）") })
    for words in [
      "  现行 以当年总量为基数（current-year）；另一口径 以比上年的增量为基数（increment）", "  改用后 1 件结果不同，合计 -20,000.00 元", "F20",
      "专利申请增量", "全额资助",
      "20,000.00", "不符合条件", "-20,000.00",
    ] { #expect(base.contains(words), "\(base)") }
    for other in sections where other != base {
      #expect(other.hasSuffix("  改用后没有申报会有不同结果。") || other.hasSuffix("\n"), "\(other)")
    }
    #expect(sections.filter { $0.contains("改用后没有申报会有不同结果。") }.count == 3)
    #expect(PolicyReports.readings([], state) == "现行政策没有可选的口径。\n")
  }

  /// Paid or approved in 2019: F1, F3, F4 and F8; in 2018 F7 and F9.
  @Test(
    "What is decided is told to stand",
    arguments: [(2019, 4), (2018, 2), (nil, 6), (2021, 0)] as [(Int?, Int)])
  func remark(year: Int?, count: Int) throws {
    let remark = PolicyReports.remark(onDecidedOf: year, try state(), how: "请看")
    #expect(remark == (count == 0 ? "" : "已审定的 \(count) 件照核定额不变，不在以上对照之内；要按未审定重算，请看。\n"))
  }

  /// Of 50 000 the family of G1 has 49 900; the branch's 200 are cut to 100. Under 100 000 nothing is cut.
  @Test("A policy with another cap: who gains what, and whose use of the cap moves")
  func comparison() throws {
    let state = try state()
    let file = try PrintOffice.policy("\"limit\": \"100000元\"", insteadOf: "\"limit\": \"50000元\"")
    func text(_ other: Policy, _ year: Int) -> String {
      PolicyReports.comparison(state.compared(with: other, year: year), with: other, from: file, state)
    }
    let wider = text(state.policy(with: file), 2019)
    for words in [
      "qingyuan-2018-27）对照\n", "F2", "核减", "全额资助", "+100.00", "1 件结果不同：增加 100.00 元，减少 0.00 元，合计 +100.00 元",
      "限额变动", "代理机构年度限额",
      "50,000.00", "100,000.00", "50,100.00",
    ] { #expect(wider.contains(words), "\(words)\n\(wider)") }
    #expect(!wider.contains("F20") && text(state.policy, 2019).hasSuffix("没有申报会有不同结果。\n"))
    // Ten thousand less: what is decided stands and is over, the branch gets nothing.
    let narrow = try PrintOffice.policy("\"limit\": \"40000元\"", insteadOf: "\"limit\": \"50000元\"")
    let less = text(state.policy(with: narrow), 2019)
    #expect(
      less.contains("-100.00") && less.contains("额度用尽") && less.contains("增加 0.00 元，减少 100.00 元"), "\(less)")
  }

  @Test("A reading chosen in the other policy is compared like any other")
  func choice() throws {
    let state = try state()
    let other = try #require(state.policy.choosing("increment", for: "share-base"))
    let comparison = state.compared(with: other, year: 2019)
    #expect(
      comparison.rows.map(\.filing.id) == ["F20"] && comparison.difference == MoneyTotal(fen: -2_000_000))
    // Of another year nothing is compared.
    #expect(state.compared(with: other, year: 2018).rows.isEmpty)
  }
}
