import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// One card for a patent, and what a filing says of it that can't be (audit B9), by the figures of the official tariff.
struct PatentCardTests {
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    office.state.given.tariff = try AnnuityTariffFile.read(TestData.bytes("annuity-tariff.json"))
    return office
  }

  private func annuity(
    _ id: String, _ number: ApplicationNumber, filed: String, granted: String, annuity: Int, paid: String
  ) throws -> Filing {
    Filing(
      id: id, item: "annual-fee", applicant: "E1", received: try #require(CivilDate("2019-06-10")),
      inputs: [
        .init("applicationNumber", .text(number.description)), .init("filedOn", .text(filed)),
        .init("grantedOn", .text(granted)), .init("annuity", .count(annuity)),
        .init("amountPaid", .text(paid)), .init("paidOn", .text("2019-05-20")),
      ])
  }

  @Test
  func `The official annuities are those of the fee table`() throws {
    let tariff = try office().state.given.tariff
    let fees = [1, 3, 4, 6, 7, 9, 10, 12, 13, 15, 16, 20].map { tariff.fee(of: $0).map { $0.fen / 100 } }
    #expect(fees == [900, 900, 1_200, 1_200, 2_000, 2_000, 4_000, 4_000, 6_000, 6_000, 8_000, 8_000])
    #expect(tariff.fee(of: 0) == nil && tariff.fee(of: 21) == nil)
    #expect(throws: (any Error).self) { try AnnuityTariffFile.read(Array(#"{"format":"x"}"#.utf8)) }
  }

  @Test
  func `An annuity of 90 000 and a filing day in another year are asked about, and refused by nobody`() throws
  {
    var office = try office()
    let number = try TestFilings.application(2017, 1, 1)
    let odd = try annuity(
      "F1", number, filed: "2016-05-02", granted: "2018-11-20", annuity: 3, paid: "90000.00")
    #expect(
      PatentWording.warnings(odd, office.state) == [
        "申请日 2016-05-02 不在申请号所示的 2017 年，请核对。",
        "第 3 年度年费实缴 90,000.00 元，官方标准为 900.00 元；含滞纳金的除外，请核对收据。",
      ])
    try office.act(.receiveFiling(odd), by: "李经办")
    // A reduced fee, and one that came through the PCT, are as they should be.
    let reduced = try annuity(
      "F2", TestFilings.application(2017, 1, 2), filed: "2017-05-02", granted: "2018-11-20", annuity: 3,
      paid: "135.00")
    #expect(office.state.patentDoubts(of: reduced) == [])
    let international = try annuity(
      "F3", TestFilings.application(2018, 8, 1), filed: "2016-05-02", granted: "2018-11-20", annuity: 3,
      paid: "900.00")
    #expect(office.state.patentDoubts(of: international) == [])
  }

  @Test
  func `The card has days, owners, agencies and news, and says what contradicts itself`() throws {
    var office = try office()
    let number = try TestFilings.application(2017, 1, 1)
    try office.act(
      .receiveFiling(
        annuity("F1", number, filed: "2017-05-02", granted: "2018-11-20", annuity: 2, paid: "900.00")),
      by: "李经办")
    try office.act(
      .receiveFiling(
        annuity("F2", number, filed: "2017-05-02", granted: "2019-11-20", annuity: 3, paid: "900.00")),
      by: "李经办")
    try office.act(
      .receiveFiling(TestFilings.agencyGrant("F3", number, granted: "2018-11-20")), by: "李经办")
    let card = office.state.card(of: number)
    #expect(card.filedOn.map(\.filings) == [["F1", "F2"]])
    #expect(card.grantedOn.map(\.filings) == [["F1", "F3"], ["F2"]])
    let lines = NewsWording.lines(restingOn: number, office.state)
    #expect(
      lines.prefix(6) == [
        "专利申请 \(number)（发明）", "  申请日 2017-05-02（F1、F2）", "  授权公告日 2018-11-20（F1、F3）",
        "  授权公告日 2019-11-20（F2）", "  授权公告日前后不一，请核对证书。", "  权利人（申报人） 英德市碧落陶瓷有限公司（F1、F2）",
      ])
    #expect(lines[6] == "  代理机构 清远市北江专利代理事务所（F3）")
  }
}
