import CaseModel
import Casework
import SubsidyRules
import Testing

/// Which records are one unit (identifiers.md, Names): of one kind, no individuals, of one folded name that is not empty,
/// and of which at most one has a valid code.
struct UnitsTests {
  private static let code = "91441802MAFARM019H"
  private static let otherCode = "91441881MA4QYTE1X7"

  private func unit(
    _ id: String, _ name: String = "清远（英德）甲·乙有限公司", _ kind: ApplicantKind = .enterprise, code: String? = nil
  ) -> Applicant {
    Applicant(id: id, name: name, kind: kind, district: "441881", code: code)
  }

  /// The head of each record.
  private func heads(_ applicants: [Applicant], apart: Set<Set<String>> = [], linked: Set<Set<String>> = [])
    -> [String]
  {
    let units = Units(applicants, apart: apart, linked: linked)
    return applicants.map { units.head(of: $0.id) }
  }

  @Test(arguments: [
    "清远(英德)甲.乙有限公司", "清远【英德】甲•乙有限公司", " 清远（英德）甲·乙 有限公司", "清远（英德）甲・乙有限公司\u{200B}", "清远〔英德〕甲‧乙有限公司",
  ])
  func `A name in another dress is the same unit, the first record its head`(name: String) {
    #expect(heads([unit("B"), unit("A", name)]) == ["B", "B"])
  }

  @Test(arguments: [
    // Another name, another kind, persons, and no name at all.
    ("清远（英德）甲乙有限公司", ApplicantKind.enterprise, ApplicantKind.enterprise),
    ("清远（英德）甲·乙有限公司", .enterprise, .institution), ("清远（英德）甲·乙有限公司", .individual, .individual),
    ("清远（英德）甲·乙有限公司", .individual, .enterprise), ("清遠（英德）甲·乙有限公司", .enterprise, .enterprise),
  ])
  func `Another name or kind, and persons of one name, are two`(
    name: String, kind: ApplicantKind, other: ApplicantKind
  ) {
    let both = [unit("A", "清远（英德）甲·乙有限公司", kind), unit("B", name, other)]
    #expect(heads(both) == ["A", "B"] && Units(both).isEmpty)
  }

  @Test(arguments: ["", " ", "\u{3000}", "\u{200B}"]) func `No name joins nobody`(name: String) {
    #expect(heads([unit("A", name), unit("B", name)]) == ["A", "B"])
  }

  @Test func `One valid code among them joins all, two join none and leave the others open`() {
    let one = [unit("A"), unit("B", code: Self.code), unit("C")]
    #expect(heads(one) == ["A", "A", "A"] && Units.unsettled(one).isEmpty)
    let two = [unit("C"), unit("A"), unit("B", code: Self.code), unit("D", code: Self.otherCode)]
    #expect(heads(two) == ["C", "A", "B", "D"] && Units.unsettled(two) == ["A", "C"])
    // Two with a code and nobody without: nothing is open.
    #expect(Units.unsettled([unit("B", code: Self.code), unit("D", code: Self.otherCode)]).isEmpty)
    // Twice the same code is two records with a code.
    #expect(heads([unit("A", code: Self.code), unit("B", code: Self.code)]) == ["A", "B"])
  }

  @Test(arguments: ["91441802MAFARM018H", "无", "440181000012345", "441802199003070013", ""])
  func `A code that is not valid tells nobody apart`(code: String) {
    #expect(heads([unit("A", code: Self.code), unit("B", code: code)]) == ["A", "A"])
  }

  @Test func `A supervisor's word parts two, and the third goes with the first that it may`() {
    let three = [unit("A"), unit("B"), unit("C")]
    #expect(heads(three, apart: [["A", "B"]]) == ["A", "B", "A"])
    #expect(heads(three, apart: [["A", "B"], ["A", "C"]]) == ["A", "B", "B"])
    #expect(heads(three, apart: [["A", "B"], ["A", "C"], ["B", "C"]]) == ["A", "B", "C"])
    #expect(heads(three, apart: [["A", "X"]]) == ["A", "A", "A"])
  }

  @Test func `A link joins what names do not, under the record that was there first`() {
    let people = [
      unit("P1", "冯晓岚", .individual), unit("P2", "冯晓兰", .individual), unit("P3", "冯晓蓝", .individual),
    ]
    #expect(heads(people) == ["P1", "P2", "P3"])
    #expect(heads(people, linked: [["P3", "P2"]]) == ["P1", "P2", "P2"])
    // From one to the next they are all one.
    #expect(heads(people, linked: [["P3", "P2"], ["P2", "P1"]]) == ["P1", "P1", "P1"])
    // A word on somebody who is not there joins nobody.
    #expect(heads(people, linked: [["P1", "P9"]]) == ["P1", "P2", "P3"])
  }

  @Test func `A link takes along who is one with either by name`() {
    let all = [unit("A"), unit("B"), unit("X", "另一家有限公司"), unit("Y", "另一家有限公司")]
    #expect(heads(all) == ["A", "A", "X", "X"])
    #expect(heads(all, linked: [["Y", "B"]]) == ["A", "A", "A", "A"])
  }

  @Test func `An unknown id is its own head`() {
    #expect(Units().head(of: "Q") == "Q" && Units([unit("A"), unit("B")]).head(of: "Q") == "Q")
  }

  // MARK: - In an office

  /// Article 12's cap of 10 000 a year is the unit's: both records draw on it, and the order is that of receipt.
  @Test func `Two records of one unit have one cap and one key`() throws {
    var office = try TestOffice()
    for one in [unit("E2"), unit("E3", "清远(英德)甲.乙有限公司", code: Self.code)] {
      var entered = one
      entered.note = "同一家企业"
      try office.act(.enterApplicant(entered), by: "李经办")
    }
    func premium(_ id: String, of applicant: String, _ received: String) throws -> Filing {
      Filing(
        id: id, item: "insurance", applicant: applicant, received: try #require(CivilDate(received)),
        inputs: [
          .init("policyNumber", .text("P" + id)), .init("invoiceNumber", .text("I" + id)),
          .init("premiumPaid", .text("30000.00")), .init("paidOn", .text("2019-05-10")),
        ])
    }
    // 30 % of 30 000 are 9 000: the second finds 1 000 left.
    try office.act(.receiveFiling(premium("F1", of: "E3", "2019-06-03")), by: "李经办")
    try office.act(.receiveFiling(premium("F2", of: "E2", "2019-06-04")), by: "李经办")
    #expect(try office.file("F1").decision.award == Money(yuan: 9_000))
    #expect(try office.file("F2").decision.award == Money(yuan: 1_000))
    #expect(office.state.unit(of: "E2").map(\.id) == ["E3"] && office.state.unit(of: "E1").isEmpty)
    // What the name joins is told in the tie-out with both figures.
    let joined = office.state.tieOut().filter { $0.kind == .joined(filing: "F2") }
    #expect(
      joined.map(\.expected.description) == ["9000.00"] && joined.map(\.found.description) == ["1000.00"])
  }
}
