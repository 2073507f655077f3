import CaseModel
import Testing
import Wording

struct FewTests {
  @Test(
    "A sentence names the first, and says that there are more, and how many where that is asked",
    arguments: [
      ([], "", ""), (["甲"], "甲", "甲"), (["甲", "乙"], "甲、乙", "甲、乙"),
      (["甲", "乙", "丙"], "甲、乙 等", "甲、乙 等 3 件"),
    ] as [([String], String, String)])
  func few(names: [String], plain: String, counted: String) {
    #expect(names.few(2) == plain && names.lazy.map(\.self).few(2) == plain)
    #expect(names.few(2, counted: "件") == counted)
  }

  @Test func whatIsCountedStandsWhereItFirstStood() {
    let counts = ["乙", "甲", "乙", "丙", "乙", "甲"].countsOfEach
    #expect(counts.map(\.element) == ["乙", "甲", "丙"] && counts.map(\.count) == [3, 2, 1])
    #expect([String]().countsOfEach.isEmpty)
  }

  @Test func kindsAreCountedInTheirOrder() {
    let kinds: [PatentType] = [.design, .invention, .design]
    #expect(
      kinds.counted { $0.rawValue } == "\(PatentType.invention.rawValue) 1，\(PatentType.design.rawValue) 2")
    #expect([PatentType]().counted { $0.rawValue } == "")
  }
}
