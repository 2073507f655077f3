import CaseModel
import Testing

@testable import Casework

/// The second pass of a search: one slip of the finger away, and no further.
@Suite struct NearSearchTests {
  private static let readings = [
    "清\tqing", "远\tyuan", "市\tshi", "北\tbei", "江\tjiang", "岭\tling", "陶\ttao", "瓷\tci", "禾\the", "雀\tque",
  ]

  private static let index = SearchIndex(
    pinyin: PinyinTable(tsv: Array(readings.joined(separator: "\n").utf8)),
    applicants: [
      Applicant(
        id: "A001", name: "清远市北江陶瓷", kind: .enterprise, district: "441802", code: "91441881MA4X12345Y",
        phone: "13907631234"),
      Applicant(id: "A002", name: "禾雀岭", kind: .individual, district: "441802", phone: "13907639999"),
    ])

  @Test(
    "A character too much, too few, another one, or two in each other's place",
    arguments: [
      ("北江桃瓷", "A001"), ("北江大陶瓷", "A001"), ("江北陶瓷", "A001"), ("禾鹊岭", "A002"),
      // Pinyin, initials and numbers.
      ("bejiangtao", "A001"), ("biejiang", "A001"), ("qyshbj", "A001"), ("bjtd", "A001"),
      ("heqeling", "A002"),
      ("139076391999", "A002"), ("91441881MA4X12354Y", "A001"),
    ])
  func oneSlip(query: String, id: String) {
    #expect(Self.index.find(query).isEmpty, "\(query)")
    #expect(Self.index.findNearly(query) == [id], "\(query)")
  }

  @Test(
    "Two slips, and what is so short that anything is near to it",
    arguments: ["北河桃瓷", "南海窑业", "甲", "北海", "xyz", "13907", "1390763", "qyztbz", ""])
  func noSlipAway(query: String) {
    guard Self.index.find(query).isEmpty else { return }
    #expect(Self.index.findNearly(query).isEmpty, "\(query)")
  }

  /// What fits everybody is no hint: of thirty who differ in the last character none is named.
  @Test func whatFitsEverybodyIsNoHint() {
    let many = (0..<30).map { number in
      Applicant(
        id: "B\(number)",
        name: "清远市北江" + String(UnicodeScalar(0x4E00 + UInt32(number)).map(String.init) ?? ""),
        kind: .enterprise, district: "441802")
    }
    let index = SearchIndex(pinyin: PinyinTable(tsv: []), applicants: many)
    #expect(index.find("清远市北江龘").isEmpty)
    #expect(index.findNearly("清远市北江龘").isEmpty)
  }

  /// The sign for any character can't be typed.
  @Test func nothingTypedStandsForAnyCharacter() {
    #expect(Self.index.fit("北\u{1A}陶瓷", in: "清远市北江陶瓷") == 2)
    #expect(Self.index.fit("北江陶瓷", in: "清远市北江陶瓷") == 1)
  }
}
