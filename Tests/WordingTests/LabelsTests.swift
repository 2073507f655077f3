import CaseModel
import SubsidyRules
import Testing
import Wording

@Suite("Labels and sums")
struct LabelsTests {
  private static let own = [
    District(code: "441800", name: "清远市"), District(code: "441802", name: "清城区"),
    District(code: "441803", name: "清新区", formerCodes: ["441827"]), District(code: "441821", name: "佛冈县"),
    District(code: "GXQ", name: "清远高新区", liesIn: "441802"),
  ]

  @Test("No two codes share a label, and none shows through")
  func distinct() {
    let groups = [
      ApplicantKind.allCases.map(Labels.label), Stage.allCases.map(Labels.label),
      Outcome.allCases.map(Labels.label), PatentType.allCases.map(Labels.label),
      ["441800", "441802", "441821", "GXQ", "440106", "500110"].map { Labels.district($0, among: Self.own) },
    ]
    for labels in groups {
      #expect(Set(labels).count == labels.count)
      for label in labels {
        #expect(isPlain(label) && !label.unicodeScalars.contains { $0.properties.isAlphabetic && $0.isASCII })
      }
    }
  }

  @Test("Districts and articles")
  func places() {
    #expect(Labels.district("GXQ", among: Self.own) == "清远高新区")
    #expect(Labels.district("441827", among: Self.own) == "清新区（旧代码 441827）")
    #expect(Labels.district("441881", among: Self.own) == "清远市英德市")
    #expect(Labels.district("440106", among: Self.own) == "广州市天河区")
    #expect(Labels.district("440182", among: Self.own) == "广州市花都区（旧代码 440182）")
    #expect(Labels.district("440116", among: Self.own) == "广州市萝岗区（旧区划）")
    #expect(Labels.district("999999", among: Self.own) == "代码 999999")
    #expect(Labels.articleName("18") == "第18条")
    #expect(Labels.articleName("closing") == "有效期条款")
  }

  @Test(
    "Sums with commas",
    arguments: [("49900", "49,900.00"), ("0.05", "0.05"), ("999", "999.00"), ("1234567.8", "1,234,567.80")])
  func grouped(sum: String, text: String) throws {
    #expect(MoneyWording.grouped(try #require(Money(sum))) == text)
  }

  @Test(
    "Totals of any size with commas",
    arguments: [
      (0, "0.00"), (9, "0.09"), (99, "0.99"), (100, "1.00"), (99_999, "999.99"), (100_000, "1,000.00"),
      (-7, "-0.07"), (-100_000, "-1,000.00"),
      (Int128.max, "1,701,411,834,604,692,317,316,873,037,158,841,057.27"),
      (Int128.min, "-1,701,411,834,604,692,317,316,873,037,158,841,057.28"),
    ])
  func grouped(fen: Int128, text: String) {
    #expect(MoneyWording.grouped(MoneyTotal(fen: fen)) == text)
  }
}
