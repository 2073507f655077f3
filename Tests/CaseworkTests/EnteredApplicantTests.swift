import CaseModel
import Casework
import SubsidyRules
import Testing

/// What an applicant must be to be entered: a name, one code of its own, a head office that is there; and what is
/// asked where one of its name is known (identifiers.md, Names).
struct EnteredApplicantTests {
  private static let code = "91441802MAFARM019H"

  private func office() throws -> TestOffice {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(id: "E2", name: "清远（英德）甲·乙有限公司", kind: .enterprise, district: "441881", code: Self.code)),
      by: "李经办")
    return office
  }

  private func refusal(
    _ office: TestOffice, _ name: String, _ kind: ApplicantKind = .enterprise, id: String = "E3",
    parent: String? = nil, code: String? = nil, note: String? = nil
  ) -> Refusal? {
    office.refusal(
      of: .enterApplicant(
        Applicant(id: id, name: name, kind: kind, district: "441881", parent: parent, code: code, note: note)),
      by: "李经办")
  }

  @Test(arguments: ["", " ", "\u{3000}", "\t\n", "\u{200B}\u{FEFF}"])
  func `Nobody is entered without a name`(name: String) throws {
    #expect(try refusal(office(), name) == .nameMissing)
    var nameless = try #require(office().state.applicant("E2"))
    nameless.name = name
    #expect(try office().refusal(of: .changeApplicant(nameless), by: "李经办") == .nameMissing)
  }

  @Test(arguments: [
    code, "91441802mafarm019h", "９１４４１８０２ＭＡＦＡＲＭ０１９Ｈ", "91441802 MAFARM 019H", "91441802MAFARM\u{200B}019H",
  ])
  func `A code is one applicant's, in whatever dress`(code: String) throws {
    #expect(try refusal(office(), "另一家有限公司", code: code) == .codeTaken(by: "E2"))
    // One's own code is no other's.
    var own = try #require(office().state.applicant("E2"))
    own.code = code
    #expect(try office().refusal(of: .changeApplicant(own), by: "李经办") == nil)
  }

  @Test(arguments: ["", "　", "91441802MAFARM018H"])
  func `No code is nobody's, and another one is another's`(code: String) throws {
    var office = try office()
    try office.act(
      .enterApplicant(Applicant(id: "E4", name: "无码有限公司", kind: .enterprise, district: "441881", code: "")),
      by: "李经办")
    #expect(refusal(office, "另一家有限公司", code: code) == nil)
  }

  @Test(arguments: [
    "清远（英德）甲·乙有限公司", "清远(英德)甲•乙有限公司", "清远【英德】甲.乙有限公司", " 清远（英德） 甲·乙 有限公司", "清远（英德）甲・乙有限公司\u{FE0F}",
  ])
  func `A second unit of one name and kind needs a reason in words`(name: String) throws {
    let office = try office()
    #expect(refusal(office, name) == .nameTaken(by: ["E2"]))
    for note in ["", " ", "？", "2019", "——"] {
      #expect(refusal(office, name, note: note) == .nameTaken(by: ["E2"]))
    }
    #expect(refusal(office, name, note: "同名的另一家，执照为证") == nil)
    // Of another kind it is another unit, and persons of one name are many.
    #expect(refusal(office, name, .institution) == nil && refusal(office, name, .individual) == nil)
    #expect(refusal(office, name + "分公司") == nil)
  }

  @Test func `A person's name is anybody's, and no unit's`() throws {
    var office = try TestOffice()
    for id in ["P1", "P2"] {
      try office.act(
        .enterApplicant(Applicant(id: id, name: "冯晓岚", kind: .individual, district: "441881")), by: "李经办")
    }
    #expect(refusal(office, "冯晓岚") == nil && refusal(office, "冯晓岚", .individual) == nil)
  }

  @Test func `A head office is there, and nobody is its own`() throws {
    var office = try office()
    #expect(refusal(office, "分所", .agencyBranch, parent: "G9") == .unknownParent("G9"))
    #expect(refusal(office, "分所", .agencyBranch, parent: "") == .unknownParent(""))
    #expect(refusal(office, "分所", .agencyBranch, id: "G3", parent: "G3") == .unknownParent("G3"))
    for (id, parent) in [("G2", "G1"), ("G3", "G2")] {
      try office.act(
        .enterApplicant(
          Applicant(id: id, name: "分所" + id, kind: .agencyBranch, district: "441881", parent: parent)),
        by: "李经办")
    }
    for (id, parent) in [("G1", "G1"), ("G1", "G2"), ("G1", "G3"), ("G2", "G3")] {
      var moved = try #require(office.state.applicant(id))
      moved.parent = parent
      #expect(
        office.refusal(of: .changeApplicant(moved), by: "李经办") == .cycleOfParents, "\(id) under \(parent)")
    }
  }

  @Test func `An id is one applicant's, and the office gives the next where none is named`() throws {
    var office = try office()
    #expect(refusal(office, "另一家有限公司", id: "E2") == .applicantExists("E2"))
    #expect(office.state.nextApplicantID() == "441881-A00001")
    try office.act(
      .enterApplicant(Applicant(id: "", name: "甲", kind: .individual, district: "441881")), by: "李经办")
    #expect(office.state.applicant("441881-A00001")?.name == "甲")
    // A number that came from elsewhere is counted, one of another office or kind is not.
    for id in ["441881-A00041", "441802-A00099", "441881-2019-000500"] {
      try office.act(
        .enterApplicant(Applicant(id: id, name: "乙" + id, kind: .individual, district: "441881")), by: "李经办")
    }
    #expect(office.state.nextApplicantID() == "441881-A00042")
    #expect(try office.reopened().nextApplicantID() == "441881-A00042")
  }

  @Test func `A change that changes nothing is no save`() throws {
    var office = try office()
    let before = office.saves.count
    try office.act(.changeApplicant(#require(office.state.applicant("E2"))), by: "李经办")
    #expect(office.saves.count == before)
    #expect(
      office.refusal(
        of: .changeApplicant(Applicant(id: "E9", name: "无", kind: .enterprise, district: "441881")), by: "李经办"
      )
        == .unknownApplicant("E9"))
  }
}
