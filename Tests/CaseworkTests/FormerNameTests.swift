import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// Applicants that were renamed: found by what they were called, with the day, and asked about before a second is made.
struct FormerNameTests {
  private func renamed() throws -> TestOffice {
    var office = try TestOffice()
    office.today = try #require(CivilDate("2019-06-12"))
    var applicant = try #require(office.state.applicant("E1"))
    applicant.name = "广东碧落新材料有限公司"
    try office.act(.changeApplicant(applicant), by: "李经办")
    return office
  }

  @Test
  func `A former name stands with the day of the change, and is found`() throws {
    var office = try renamed()
    let day = try #require(CivilDate("2019-06-12"))
    #expect(
      office.state.people.formerNames == ["E1": [FormerName(name: "英德市碧落陶瓷有限公司", code: nil, until: day)]])
    for query in ["碧落陶瓷", "英德市碧落陶瓷有限公司", "新材料"] {
      #expect(office.state.search.find(query) == ["E1"], "\(query)")
    }
    // Found once where both names hold it, and behind those that bear the name today.
    #expect(office.state.search.find("碧落") == ["E1"])
    try office.act(
      .enterApplicant(
        Applicant(id: "E9", name: "清远碧落陶瓷厂", kind: .enterprise, district: "441802")), by: "李经办")
    #expect(office.state.search.find("碧落陶瓷") == ["E9", "E1"])
    let applicant = try #require(office.state.applicant("E1"))
    #expect(FormerNameWording.lines(of: applicant, office.state) == ["原名 英德市碧落陶瓷有限公司（至 2019-06-12）"])
    #expect(try office.reopened().people.formerNames == office.state.people.formerNames)
  }

  @Test
  func `Whoever enters the old name is asked whether it is the same`() throws {
    var office = try renamed()
    var again = Applicant(id: "E2", name: "英德市碧落陶瓷 有限公司", kind: .enterprise, district: "441881")
    #expect(office.refusal(of: .enterApplicant(again), by: "李经办") == .nameTaken(by: ["E1"]))
    again.note = "另一家，执照已核"
    try office.act(.enterApplicant(again), by: "李经办")
    // They are two: no cap and no key is shared for an old name.
    #expect(
      office.state.openRecoveries(of: "E2").isEmpty && office.state.namesakes(of: again).map(\.id) == ["E1"])
  }

  /// Received on 10 June under the old name, on 13 June under the new one.
  @Test
  func `A filing knows what its applicant was called when it came`() throws {
    var office = try renamed()
    let before = try #require(CivilDate("2019-06-10"))
    let after = try #require(CivilDate("2019-06-12"))
    #expect(office.state.formerName(of: "E1", on: before) == "英德市碧落陶瓷有限公司")
    #expect(office.state.formerName(of: "E1", on: after) == nil)
    #expect(office.state.formerName(of: "G1", on: before) == nil)
    // Put back as it was, there is nothing to say.
    var applicant = try #require(office.state.applicant("E1"))
    applicant.name = "英德市碧落陶瓷有限公司"
    try office.act(.changeApplicant(applicant), by: "李经办")
    #expect(office.state.formerName(of: "E1", on: before) == nil)
  }

  @Test
  func `A code that was replaced is found, and a person's is masked`() throws {
    var office = try TestOffice()
    var person = Applicant(
      id: "P1", name: "曾令禾", kind: .individual, district: "441802", code: "441802199003070013")
    try office.act(.enterApplicant(person), by: "李经办")
    person.code = "441802199003070021"
    try office.act(.changeApplicant(person), by: "李经办")
    #expect(office.state.search.find("441802199003070013") == ["P1"])
    #expect(
      FormerNameWording.lines(of: person, office.state) == ["原代码 4418**********0013（至 2019-06-10）"])
  }
}
