import CaseModel
import Interchange
import JSONText
import SubsidyRules
import Testing

@Suite("What the columns of an old ledger say, and the file that keeps it")
struct OldLedgerMappingTests {
  @Test(
    "Headings as offices write them",
    arguments: [
      ("申请号/专利号", "input.applicationNumber"), ("专利（申请）号", "input.applicationNumber"),
      ("专 利 号", "input.applicationNumber"),
      ("申请人", "applicant.name"), ("单位名称", "applicant.name"), ("企业名称\n（盖章）", "applicant.name"),
      ("授权日", "input.grantedOn"), ("授权公告日", "input.grantedOn"), ("*收件日期", "received"), ("金额", "decided"),
      ("资助金额（万元）", "decided"), ("已拨付金额", "paid"), ("统一社会信用代码/身份证号", "applicant.code"), ("县（市、区）", ""),
      ("所属县区", "applicant.district"), ("申请日期", ""), ("备注", ""), ("序号", ""), ("收件日期/授权日", ""),
      ("实付保费", "input.premiumPaid"), ("办理状态", "status"), ("编号", "receipt"),
    ])
  func headings(_ heading: String, _ word: String) throws {
    let column = OldLedgerMapping.column(named: heading, of: try RegisterOffice.policy())
    #expect((column?.word ?? "") == word)
  }

  @Test("A mapping that was kept is read as it was written")
  func kept() throws {
    let inputs = ["grantedOn"]
    var mapping = OldLedgerMapping(
      columns: [("授权\"日\"", .input("grantedOn")), ("备注", nil), ("户名", .applicant(.name))],
      fixed: [(.received, "2019.12.31")])
    mapping.fix(.applicant(.district), "英德")
    let read = try OldLedgerMapping.read(mapping.write(), inputs: inputs)
    #expect(read == mapping)
  }

  @Test(
    "A wrong mapping is refused with the place of its mistake",
    arguments: [
      ("{\"format\":\"zizhu-ledger-mapping/2\",\"columns\":{}}", 1, 11),
      ("{\"format\":\"zizhu-ledger-mapping/1\",\n\"columns\":{\"甲\":\"recieved\"}}", 2, 16),
      ("{\"format\":\"zizhu-ledger-mapping/1\",\"columns\":{\"甲\":\"\",\"甲\":\"\"}}", 1, 54),
      ("{\"format\":\"zizhu-ledger-mapping/1\",\"column\":{}}", 1, 36),
      ("{\"format\":\"zizhu-ledger-mapping/1\"}", 1, 1), ("[]", 1, 1),
    ])
  func mistakes(_ text: String, _ line: Int, _ column: Int) {
    #expect {
      try OldLedgerMapping.read(Array(text.utf8), inputs: [])
    } throws: { error in
      guard let mistake = error as? OldLedgerMappingMistake else { return false }
      return mistake.location.line == line && mistake.location.column == column
    }
  }
}
