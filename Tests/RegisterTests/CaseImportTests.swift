import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

@Suite("An interchange file beside what the office has")
struct CaseImportTests {
  private static let registered = Applicant(
    id: "A1", name: "英德市样例茶业有限公司", kind: .enterprise, district: "441881", code: "91441881MA4QYTE1X7",
    account: "8002000012345")

  private func filing(_ id: String, _ applicant: String, _ number: String) -> Filing {
    Filing(
      id: id, item: "utility-grant", applicant: applicant, received: CivilDate("2019-06-10") ?? .first,
      inputs: [.init("applicationNumber", .text(number)), .init("grantedOn", .text("2019-05-10"))])
  }

  private func office() throws -> RegisterOffice {
    var office = try RegisterOffice()
    try office.act(
      .importCases(applicants: [Self.registered], filings: [filing("F1", "A1", "201820100001.7")]))
    return office
  }

  @Test("The same code, name and kind: that one, whatever its number; its filing comes in, its facts stay")
  func sameCode() throws {
    var office = try office()
    var other = Self.registered
    other.id = "E77"
    other.name = "英德市 样例茶业有限公司"
    other.account = "9999000012345"
    other.code = "９1441881ma4qyte1x7"
    try office.act(.importCases(applicants: [other], filings: [filing("F2", "E77", "201820100002.1")]))
    #expect(office.state.people.applicants.map(\.id) == ["A1"])
    #expect(office.state.applicant("A1") == Self.registered)
    #expect(office.state.file("F2")?.filing.applicant == "A1")
  }

  @Test("The same number and the same facts: that one; other facts: refused")
  func sameID() throws {
    var office = try office()
    try office.act(
      .importCases(applicants: [Self.registered], filings: [filing("F2", "A1", "201820100002.1")]))
    #expect(office.state.files.count == 2 && office.state.people.applicants.count == 1)
    var other = Self.registered
    other.code = nil
    other.name = "英德市另一茶业有限公司"
    #expect(
      office.refusal(of: .importCases(applicants: [other], filings: []))
        == .rows([RefusedRow(filing: "A1", refusal: .applicantExists("A1"), place: .applicant(1))]))
  }

  @Test("A code under another name is its owner's, who is named")
  func otherOwner() throws {
    let office = try office()
    var other = Self.registered
    other.id = "E77"
    other.name = "英德市冒名茶业有限公司"
    #expect(
      office.refusal(of: .importCases(applicants: [other], filings: []))
        == .rows([RefusedRow(filing: "E77", refusal: .codeTaken(by: "A1"), place: .applicant(1))]))
  }

  @Test("What doesn't fit is told record by record, with what hangs on it, and the rest would come in")
  func plan() throws {
    let office = try office()
    var owner = Self.registered
    owner.id = "G1"
    owner.kind = .agency
    let branch = Applicant(id: "G2", name: "分所", kind: .agencyBranch, district: "441881", parent: "G1")
    let fresh = Applicant(id: "E2", name: "英德市新茶有限公司", kind: .enterprise, district: "441881")
    let plan = office.state.plan(
      applicants: [branch, owner, fresh],
      filings: [
        filing("F1", "E2", "201820100003.6"), filing("F3", "G2", "201820100004.0"),
        filing("F4", "E2", "201820100005.5"),
      ])
    #expect(plan.applicants.map(\.id) == ["E2"] && plan.filings.map(\.id) == ["F4"])
    #expect(
      plan.refused.map(\.refusal) == [
        .codeTaken(by: "A1"), .unknownParent("G1"), .filingExists("F1"), .unknownApplicant("G2"),
      ])
  }

  @Test("A branch of a head office that is there under another number hangs on that one")
  func branch() throws {
    var office = try RegisterOffice()
    var head = Applicant(
      id: "H1", name: "北江专利代理事务所", kind: .agency, district: "441802", code: "91441802MAFARM019H")
    try office.act(.importCases(applicants: [head], filings: []))
    head.id = "X1"
    let branch = Applicant(id: "X2", name: "北江英德分所", kind: .agencyBranch, district: "441881", parent: "X1")
    try office.act(.importCases(applicants: [branch, head], filings: []))
    #expect(office.state.applicant("X2")?.parent == "H1" && office.state.family(of: "X2") == "H1")
  }
}
