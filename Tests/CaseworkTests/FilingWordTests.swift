import CaseModel
import Casework
import SubsidyRules
import Testing

/// A word of a search is found in whatever it may mean, and a filing that holds none of that is left out.
@Suite struct FilingWordTests {
  /// F1 utility model of E1 in 441881 (英德), F2 and F3 grants for the agency G1 in 441802, F2 of 2018; none accepted.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    for filing in [
      try TestFilings.utilityGrant("441881-2019-000001", TestFilings.application(2018, 2, 123_456)),
      try TestFilings.agencyGrant(
        "441881-2018-000007", TestFilings.application(2017, 1, 9_999_999), received: "2018-06-11",
        granted: "2018-05-10"),
      try TestFilings.agencyGrant("441881-2019-000002", TestFilings.application(2018, 3, 777_777)),
    ] { try office.act(.receiveFiling(filing), by: "李经办") }
    return office
  }

  private func found(_ words: FilingWord..., year: Int? = nil, stage: Stage? = nil, isOpenOnly: Bool = false)
    throws
    -> [String]
  {
    let state = try office().state
    return state.filings(FilingFilter(year: year, stage: stage, isOpenOnly: isOpenOnly, words: words))
      .map { String(state.files.id(of: $0).suffix(11)) }
  }

  @Test func whatAWordMayMeanIsFound() throws {
    #expect(try found(FilingWord("x", items: ["agency-grant"])) == ["2018-000007", "2019-000002"])
    #expect(try found(FilingWord("x", districts: ["441881", "999999"])) == ["2019-000001"])
    #expect(try found(FilingWord("x", applicants: ["G1", "nobody"])) == ["2018-000007", "2019-000002"])
    #expect(try found(FilingWord("x", stages: [.received])).count == 3)
    #expect(try found(FilingWord("x", stages: [.paid])) == [])
    #expect(try found(FilingWord("x", outcomes: [.refused])) == [])
    #expect(try found(FilingWord("x")) == [])
  }

  @Test func partsOfNumbersAreFoundInAnyDress() throws {
    #expect(try found(FilingWord("000007")) == ["2018-000007"])
    #expect(try found(FilingWord("19-0")) == ["2019-000001", "2019-000002"])
    #expect(try found(FilingWord("ＺＬ2018 3077 7777")) == ["2019-000002"])
    #expect(try found(FilingWord("0123456")) == ["2019-000001"])
    // Three digits are too few for a number on a paper.
    #expect(try found(FilingWord("777")) == [])
    #expect(try found(FilingWord("")) == [])
  }

  @Test func everyWordAndAllElseMustHold() throws {
    let grants = FilingWord("x", items: ["agency-grant"])
    #expect(try found(grants, FilingWord("2019-")) == ["2019-000002"])
    #expect(try found(grants, year: 2018) == ["2018-000007"])
    #expect(try found(grants, stage: .received, isOpenOnly: true).count == 2)
    #expect(try found(grants, stage: .accepted) == [])
    #expect(try found(year: 2019) == ["2019-000001", "2019-000002"])
  }
}
