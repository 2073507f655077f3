import CaseModel
import SubsidyRules
import Testing
import Wording

@Suite("Labels and sums")
struct LabelsTests {
  @Test("No two codes share a label, and none shows through")
  func distinct() {
    let groups = [
      ApplicantKind.allCases.map(Labels.label), Stage.allCases.map(Labels.label),
      Outcome.allCases.map(Labels.label), PatentType.allCases.map(Labels.label),
      District.all.map { Labels.district($0.code) },
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
    #expect(Labels.district("GXQ") == "清远高新区")
    #expect(Labels.district("441827") == "清新区（旧代码 441827）")
    #expect(Labels.district("440100") == "代码 440100")
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
