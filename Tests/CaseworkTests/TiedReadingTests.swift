import CaseModel
import Casework
import Foundation
import SubsidyRules
import Testing

/// Readings that matter to a filing although its own conditions know none of them: through a cap, through a sum.
struct TiedReadingTests {
  private func kind(_ refusal: Refusal?) throws -> DutyConflict.Kind {
    guard case .step(.duty(let conflict, _))? = refusal else { throw Unexpected(refusal: refusal) }
    return conflict.kind
  }

  private struct Unexpected: Error { var refusal: Refusal? }

  /// Article 2 with one cap of 20 100 over grants and growth: 100 more of 200 filings, 40 inventions of 200 (20 %), but 19
  /// more than the 21 of last year (19 %), so that the 20 000 are paid under one reading alone.
  @Test
  func
    `A reading of another item under the same cap is told while the form is typed, and decides at approval`()
    throws
  {
    let text = String(decoding: try TestData.bytes("policies/qingyuan-2018-27.json"), as: UTF8.self)
    let shared = text.replacing(
      #""items": ["agency-grant"],"#, with: #""items": ["agency-grant", "agency-growth"],"#
    ).replacing(#""limit": "50000元""#, with: #""limit": "20100元""#)
    try #require(shared.contains("20100元") && shared.contains(#"["agency-grant", "agency-growth"]"#))
    var office = try TestOffice(policy: Array(shared.utf8))
    let growth = Filing(
      id: "A1", item: "agency-growth", applicant: "G1", received: try #require(CivilDate("2019-06-10")),
      inputs: [
        .init("year", .count(2019)), .init("filingsThisYear", .count(200)),
        .init("filingsLastYear", .count(100)),
        .init("inventionsThisYear", .count(40)), .init("inventionsLastYear", .count(21)),
      ])
    try office.act(.receiveFiling(growth), by: "李经办")
    #expect(try office.file("A1").decision.award.description == "20000.00")
    let grant = try TestFilings.agencyGrant("F1", TestFilings.application(2018, 2, 1))
    let agency = try #require(office.state.applicant("G1"))
    // Both came on 2019-06-10, and A1 stands before F1: 20 100 − 20 000 = 100 of the 200 (utility model). Where the growth
    // is refused, 19/100 being below 20 %, all 200 are there.
    let live = office.state.preview(grant, of: agency).decision
    #expect(live.outcome == .reduced && live.award.description == "100.00")
    let item = try #require(office.state.policy.item("agency-grant"))
    let told = office.state.otherReadings(of: item).compactMap { other in
      office.state.decision(of: grant, of: agency, under: other, insteadOf: live)
        .map { "\(other.reading.id) \($0.outcome) \($0.award)" }
    }
    #expect(told == ["share-base pay 200.00"])
    try office.bring(grant, to: .reviewed)
    // The growth waits for the same word.
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == .step(.readingOpen(["share-base"], others: 1)))
  }

  /// 云溪, article 3: the bonus of a quarter by one reading, 50 000 and at most 45 000; 40 000 by the other.
  @Test
  func `A reading on which the sum alone rests is chosen first, and not by whoever approves`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "GeneralityTests/Policies/yunxi.json")
    var office = try TestOffice(today: "2022-01-10", policy: Array(try Data(contentsOf: path)))
    try office.act(
      .enterApplicant(
        Applicant(
          id: "U1", name: "云溪职业学院", kind: .institution, district: "430603", bank: "云溪农商行",
          account: "1236001321")), by: "李经办")
    let number = try TestFilings.application(2018, 1, 23)
    let prize = Filing(
      id: "F1", item: "prize", applicant: "U1", received: try #require(CivilDate("2022-01-10")),
      inputs: [
        .init("number", .text(number.description)), .init("level", .text("national")),
        .init("rank", .text("1")), .init("awardedOn", .text("2021-12-01")), .init("isFirst", .flag(true)),
      ])
    try office.bring(prize, to: .reviewed)
    // 40 000 and a quarter, 10 000, are 50 000, of which the ceiling leaves 45 000; without the bonus 40 000.
    #expect(try office.file("F1").decision.award.description == "45000.00")
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == .step(.readingOpen(["first"], others: 0)))
    try office.act(.chooseReading(reading: "first", option: "whole", note: "照会议纪要"), by: "周主管")
    #expect(try kind(office.refusal(of: .approve, "F1", by: "周主管")) == .reading("first"))
    try office.step(.approve, "F1", by: "孙复核")
    #expect(try office.file("F1").filing.decided?.description == "45000.00")
  }
}
