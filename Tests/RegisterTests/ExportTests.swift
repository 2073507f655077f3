import CaseModel
import Casework
import Interchange
import JSONText
import Papers
import SubsidyRules
import Testing

@Suite("Exports that other programs open")
struct ExportTests {
  private func office() throws -> OfficeState {
    var office = try RegisterOffice()
    let agency = Applicant(
      id: "G1", name: "=清远市北江专利代理事务所", kind: .agency, district: "441802", code: "91441802MAFARM019H",
      phone: "07633300001",
      account: "6228485636049280981")
    let person = Applicant(
      id: "P1", name: "冯晓岚", kind: .individual, district: "441881", code: "441802199003070013")
    func filing(_ id: String, _ applicant: String, _ item: String, _ number: String) -> Filing {
      Filing(
        id: id, item: item, applicant: applicant, received: CivilDate("2019-06-10") ?? .first,
        inputs: [
          .init("applicationNumber", .text(number)), .init("grantedOn", .text("2019-05-10")),
          .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
        ].filter { item == "agency-grant" || $0.name.hasSuffix("Number") || $0.name == "grantedOn" })
    }
    try office.act(
      .importCases(
        applicants: [agency, person],
        filings: [
          filing("441881-2019-000001", "G1", "agency-grant", "201820123456.0"),
          filing("441881-2019-000002", "P1", "utility-grant", "ZL 2018 2 0123456.0"),
          filing("441881-2019-000003", "P1", "utility-grant", "申请中"),
        ]))
    return office.state
  }

  @Test("JSON lines: every line has every key, sums exact, caps that the award uses, nothing personal")
  func lines() throws {
    let state = try office()
    let text = String(decoding: FilingLines.write(state), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    var keys: [[String]] = []
    for line in lines {
      var reader = JSONReader(Array(line.utf8))
      guard case .object(let members) = try reader.tree().value else { continue }
      keys.append(members.map(\.key))
    }
    #expect(Set(keys).count == 1 && keys[0].count == 20)
    // Article 2: a utility model pays an agency 200; article 18: 1 000 to the holder.
    #expect(
      lines[0].contains("\"outcome\":\"pay\",\"gross\":\"200.00\",\"award\":\"200.00\",\"decided\":null")
        && lines[0].contains(
          "\"caps\":[{\"cap\":\"agency-year\",\"holder\":\"G1\",\"year\":2019,\"limit\":\"50000.00\"}]")
    )
    #expect(lines[1].contains("\"award\":\"1000.00\"") && lines[1].hasSuffix("\"caps\":[]}"))
    #expect(lines[2].contains("\"event\":null"))
    #expect(lines[2].contains("\"reasons\":[\"invalid:applicationNumber\"]"))
    let people = String(decoding: ApplicantLines.write(state), as: UTF8.self)
    for secret in ["441802199003070013", "07633300001", "6228485636049280981"] {
      #expect(!text.contains(secret) && !people.contains(secret))
    }
    #expect(people.contains("\"code\":\"4418**********0013\"") && people.contains("91441802MAFARM019H"))
  }

  @Test("CSV: numbers and formulas are guarded, sums can be added, nothing personal")
  func sheet() throws {
    let state = try office()
    let text = String(decoding: FilingTable.table(of: state).csv, as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(
      lines[1]
        == "\"\t441881-2019-000001\",\"第2条\",\"代理授权\",\"G1\",\"\t=清远市北江专利代理事务所\",\"\",\"专利代理机构\",\"91441802MAFARM019H\",\"清城区\",\"\t2019-06-10\",\"2019\",\"收件\",\"全额资助\",\"200.00\",\"200.00\",\"\",\"\",\"\t201820123456.0\",\"\t2019-05-10\",\"是\",\"是\",\"\""
    )
    // The dress that the paper has is no matter; what can't be read stands as written.
    #expect(lines[2].contains("\"4418**********0013\"") && lines[2].contains("\"\t201820123456.0\""))
    #expect(lines[3].contains("\"材料不全\",\"0.00\",\"0.00\"") && lines[3].contains("\"申请中\""))
    #expect(!text.contains("07633300001") && !text.contains("441802199003070013"))
    let people = String(decoding: ApplicantTable.table(of: state).csv, as: UTF8.self)
    #expect(people.contains("\"\t=清远市北江专利代理事务所\"") && !people.contains("441802199003070013"))
  }

  @Test("A person's number is masked even where a unit bears it")
  func masked() {
    let trader = Applicant(
      id: "T1", name: "某店", kind: .soleTrader, district: "441881", code: "441802199003070013")
    #expect(trader.shownCode == "4418**********0013")
  }
}
