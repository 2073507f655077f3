import CaseModel
import Casework
import SubsidyRules
import Testing

/// Which filings a list has, and in which order: ties by receipt and then by the id's bytes, both ways round.
struct FilingOrderTests {
  /// Received on five days, of two items and three applicants; awards 1 000 (utility model), 500 and 200 (article 2).
  private static let rows: [(id: String, item: String, applicant: String, received: String, stage: Stage)] = [
    ("F10", "utility-grant", "E1", "2019-06-05", .received),
    ("F2", "utility-grant", "E2", "2019-06-05", .accepted),
    ("F1", "agency-grant", "G1", "2019-06-06", .reviewed),
    ("F3", "utility-grant", "E1", "2019-04-30", .withdrawn),
    ("F4", "utility-grant", "E1", "2018-12-31", .received),
    ("F5", "agency-grant", "G1", "2019-06-04", .received),
  ]

  private func office() throws -> TestOffice {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(Applicant(id: "E2", name: "佛冈县茶业有限公司", kind: .enterprise, district: "441821")),
      by: "李经办")
    let filings = try Self.rows.enumerated().map { serial, row in
      let isAgency = row.item == "agency-grant"
      // F1 an invention of 500, F5 a utility model of 200.
      let number = try TestFilings.application(2018, row.id == "F1" ? 1 : 2, UInt64(serial + 1))
      var filing =
        try isAgency
        ? TestFilings.agencyGrant(row.id, number, received: row.received)
        : TestFilings.utilityGrant(row.id, number, received: row.received)
      (filing.applicant, filing.stage) = (row.applicant, row.stage)
      if row.id == "F4" { filing.inputs[1].value = .text("2018-12-03") }
      return filing
    }
    try office.act(.importCases(applicants: [], filings: filings), by: "赵主管")
    return office
  }

  private func ids(
    _ filter: FilingFilter, by order: FilingOrder = .received, descending: Bool = false, _ office: TestOffice
  ) -> [String] {
    office.state.filings(filter, by: order, descending: descending).map(office.state.files.id)
  }

  /// Filings of one day go by bytes: F10 before F2.
  @Test(arguments: [
    (FilingOrder.received, ["F4", "F3", "F5", "F10", "F2", "F1"]),
    // 佛冈 (U+4F5B) before 清远 (U+6E05) before 英德 (U+82F1), each in the order of receipt.
    (.applicant, ["F2", "F5", "F1", "F4", "F3", "F10"]), (.item, ["F5", "F1", "F4", "F3", "F10", "F2"]),
    (.stage, ["F4", "F5", "F10", "F2", "F1", "F3"]),
    // Withdrawn gets nothing, then 200, 500 and three times 1 000.
    (.award, ["F3", "F5", "F1", "F4", "F10", "F2"]),
  ])
  func `Each order, and the same from behind`(order: FilingOrder, expected: [String]) throws {
    let office = try office()
    #expect(ids(FilingFilter(), by: order, office) == expected)
    #expect(ids(FilingFilter(), by: order, descending: true, office) == expected.reversed())
  }

  @Test func `Each filter alone`() throws {
    let office = try office()
    let rows: [(FilingFilter, [String])] = [
      (FilingFilter(year: 2018), ["F4"]), (FilingFilter(year: 2017), []),
      (FilingFilter(item: "agency-grant"), ["F5", "F1"]), (FilingFilter(item: "no-item"), []),
      (FilingFilter(items: ["agency-grant", "design-grant"]), ["F5", "F1"]), (FilingFilter(items: []), []),
      (FilingFilter(only: ["F2", "F99", "F1", "F2"]), ["F2", "F1"]), (FilingFilter(only: []), []),
      (FilingFilter(district: "441821"), ["F2"]), (FilingFilter(district: "441881"), ["F4", "F3", "F10"]),
      (FilingFilter(district: "440106"), []), (FilingFilter(stage: .received), ["F4", "F5", "F10"]),
      (FilingFilter(stage: .paid), []), (FilingFilter(month: "2019-05"), ["F5", "F10", "F2", "F1"]),
      (FilingFilter(month: "2019-04"), ["F3"]), (FilingFilter(month: "2019"), []),
      (FilingFilter(applicant: "E1"), ["F4", "F3", "F10"]), (FilingFilter(applicant: "E9"), []),
      (FilingFilter(isOpenOnly: true), ["F4", "F5", "F10", "F2", "F1"]),
    ]
    for (filter, expected) in rows { #expect(ids(filter, office) == expected, "\(filter)") }
  }

  /// identifiers.md, Districts: 英德 was 441822 before; who looks for the one finds the other.
  @Test func `A district's former code is the same district`() throws {
    #expect(ids(FilingFilter(district: "441822"), try office()) == ["F4", "F3", "F10"])
  }

  @Test func `Filters narrow one another`() throws {
    let office = try office()
    #expect(ids(FilingFilter(year: 2019, item: "utility-grant", stage: .received), office) == ["F10"])
    #expect(ids(FilingFilter(year: 2019, applicant: "E1", isOpenOnly: true), office) == ["F10"])
    #expect(ids(FilingFilter(year: 2018, month: "2019-05"), office) == [])
  }

  /// The month of the event; what is over has none, and stands in the month of its receipt.
  @Test func `Sums by each dimension come in the order of policy, districts, stages and months`() throws {
    let office = try office()
    func lines(_ dimension: AwardDimension) -> [String] {
      office.state.breakdown(by: dimension, of: FilingFilter(year: 2019)).map {
        "\($0.key) \($0.count) \($0.award)"
      }
    }
    #expect(lines(.item) == ["agency-grant 2 700.00", "utility-grant 3 2000.00"])
    #expect(lines(.district) == ["441802 2 700.00", "441821 1 1000.00", "441881 2 1000.00"])
    #expect(lines(.month) == ["2019-04 1 0.00", "2019-05 4 2700.00"])
    #expect(
      lines(.stage) == ["received 2 1200.00", "accepted 1 1000.00", "reviewed 1 500.00", "withdrawn 1 0.00"])
    #expect(lines(.applicant) == ["E1 2 1000.00", "E2 1 1000.00", "G1 2 700.00"])
  }

  /// Whoever gets most stands first, of equals by id.
  @Test func `Awards by applicant go by their sums`() throws {
    let lines = try office().state.awards(of: 2019, by: .applicant)
    #expect(lines.map(\.key) == ["E1", "E2", "G1"])
    #expect(lines.map(\.sheet.award.description) == ["1000.00", "1000.00", "700.00"])
    #expect(
      lines[0].sheet.filings == ["F10", "F3"] && lines[0].sheet.filings(behind: \.recommended) == ["F10"])
  }
}
