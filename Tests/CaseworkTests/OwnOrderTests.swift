import CaseModel
import Casework
import SubsidyRules
import Testing

/// A quota that serves by the day of the certificate (`Tests/GeneralityTests/Policies/quota.json`): three pieces of a year,
/// and until 31 March of the next one others may come who are served first.
struct OwnOrderTests {
  private func grant(_ id: String, _ number: String, certified: String, received: String) throws -> Filing {
    Filing(
      id: id, item: "invention", applicant: "A", received: try #require(CivilDate(received)),
      inputs: [.init("number", .text(number)), .init("certifiedOn", .text(certified))])
  }

  private func office() throws -> TestOffice {
    var office = try TestOffice(
      today: "2022-03-10", policy: TestData.bytes("../Tests/GeneralityTests/Policies/quota.json"))
    try office.act(
      .enterApplicant(
        Applicant(id: "A", name: "清城区某某科技有限公司", kind: .enterprise, district: "441802")), by: "李经办")
    try office.bring(
      grant("JUNE", "202110000001.6", certified: "2021-06-01", received: "2022-01-05"), to: .reviewed)
    try office.bring(
      grant("MAY", "202110000003.5", certified: "2021-05-01", received: "2022-02-05"), to: .reviewed)
    return office
  }

  @Test
  func `Nobody is approved while others may come who are served first`() throws {
    var office = try office()
    let last = try #require(CivilDate("2022-03-31"))
    let refusal = office.refusal(of: .approve, "MAY", by: "孙复核")
    #expect(refusal == .step(.orderOpen(cap: "three", until: last)))
    #expect(try office.sentence(refusal).contains("到 2022-03-31 为止还可能有排在前面的申报"))
    office.today = last
    #expect(office.refusal(of: .approve, "MAY", by: "孙复核") == .step(.orderOpen(cap: "three", until: last)))
    office.today = try #require(CivilDate("2022-04-01"))
    #expect(office.refusal(of: .approve, "MAY", by: "孙复核") == nil)
  }

  @Test
  func `Whose turn it is goes by the order of the cap and not by receipt`() throws {
    var office = try office()
    office.today = try #require(CivilDate("2022-04-01"))
    #expect(
      office.refusal(of: .approve, "JUNE", by: "孙复核")
        == .step(.outOfTurn(cap: "three", overtakes: ["MAY"])))
    try office.step(.approve, "MAY", by: "孙复核")
    try office.step(.approve, "JUNE", by: "孙复核")
    // Approved, the decisions are kept with the pieces that were taken before.
    let row = try #require(office.state.capLedger(of: 2021).first)
    #expect(row.isInPieces && row.used.description == "2.00" && row.left.description == "1.00")
    #expect(row.order.map(\.filing) == ["JUNE", "MAY"] || row.order.map(\.filing) == ["MAY", "JUNE"])
    #expect(office.state.tieOut().isEmpty)
  }
}
