import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// Every kind of thing that the field cases show, by every way in which it can come, with the right value of each.
///
/// A kind that a way can't have is left out of a test's arguments, with the reason beside it. What a paste into the
/// list alone can have (cases 01 to 03 and 17) stands in the desk's `ListPasteTests`, the second name on the desk (06)
/// too; strange files beside the journal (16) and its first line (19) stand in the tests of `Journal` and `Office`.
@Suite("Each kind from the field, each way in")
struct FieldWayTests {
  // A form and an interchange file name each value; what a paste makes of these stands in `ListPasteTests`.
  @Test(
    "01 to 03: a serial number in front, 申请日 before the day of grant, a row without a number",
    arguments: FieldWay.tables)
  func columnsByHeadings(_ way: FieldWay) throws {
    var cells = FieldReader.grant()
    cells.insert(("申请日", "2018-05-01"), at: 7)
    cells.insert(("序号", "1"), at: 0)
    var rows = FieldReader.rows(cells)
    rows.append(rows[1])
    rows[2][0] = "2"
    rows[2][7] = "申请中"
    let taken = try FieldReader().ledger(rows, way)
    #expect(taken.kinds == [.taken, .wrong])
    #expect(taken.plan.filings.first?.input("applicationNumber") == .text("201820100001.7"))
    #expect(taken.plan.filings.first?.input("grantedOn") == .text("2019-03-01"))
    #expect(taken.reasons[0].contains("没有读入：申请日") && taken.reasons[1].contains("需要申请号"), "\(taken.reasons)")
  }

  @Test(
    "04: the unit that stands with the sums",
    arguments: [("单位：万元", "0.1"), ("单位：千元", "1"), ("金额单位：元", "1000")], FieldWay.tables)
  func unit(_ sum: (String, String), _ way: FieldWay) throws {
    // A form's field says 元 beside it; an interchange file has yuan alone; a paste has no line above its headings.
    var rows = FieldReader.rows(FieldReader.grant())
    rows[1][8] = sum.1
    rows.insert(["2019年专利资助发放表"], at: 0)
    rows.insert(["", "", sum.0], at: 1)
    let taken = try FieldReader().ledger(rows, way)
    #expect(taken.plan.filings.map(\.decided) == [Money(yuan: 1000)])
    #expect(taken.sheet.unit != nil)
  }

  // Only a ledger is answered by a file that can be taken in again.
  @Test("04: the result of a ledger says the unit itself", arguments: FieldWay.tables)
  func unitOfResult(_ way: FieldWay) throws {
    var rows = FieldReader.rows(FieldReader.grant())
    rows[1][8] = "0.1"
    rows.insert(["单位：万元"], at: 0)
    let taken = try FieldReader().ledger(rows, way)
    var result = OldLedgerResult(taken.sheet)
    for record in taken.sheet.records { result.add(record, .init(result: "有误", reason: "试")) }
    #expect(result.columns.map(\.heading).contains("拨付金额（万元）"))
    let again = try FieldReader().ledger([result.columns.map(\.heading)] + result.rows, way)
    #expect(again.plan.filings.map(\.decided) == [Money(yuan: 1000)])
  }

  @Test("04: the unit in a pasted heading")
  func pastedUnit() throws {
    let reader = try FieldReader()
    let item = try #require(reader.policy.item("insurance"))
    let table = PastedTable("保单号\t保费（万元）\nP1\t4\n", item: item, policy: reader.policy)
    #expect(table.columns.map(\.input) == ["policyNumber", "premiumPaid"])
    #expect(try Money.typed(#require(table.rows.first)[1]).get() == Money(yuan: 40_000))
  }

  // A form has one field for the number, an interchange file one key.
  @Test("05: the number in the second column", arguments: FieldWay.tables)
  func secondColumn(_ way: FieldWay) throws {
    var cells = FieldReader.grant("")
    cells.insert(("申请号", "201820100005.5"), at: 7)
    let plan = try FieldReader().ledger(FieldReader.rows(cells), way).plan
    #expect(plan.filings.first?.input("applicationNumber") == .text("201820100005.5"))
    cells[6].text = "201820100001.7"
    let both = try FieldReader().ledger(FieldReader.rows(cells), way)
    #expect(both.kinds == [.wrong] && both.reasons[0].contains("与“专利号”一栏不同"))
  }

  // The form asks for a reason (`FieldCaseTests.secondOfName`); a list has one applicant.
  @Test(
    "07: one unit, one applicant",
    arguments: ["英德市样例\u{200B}茶业有限公司", "\u{FEFF}英德市样例茶业有限公司", "英德市样例茶业 有限公司"], FieldWay.tables)
  func oneUnit(_ name: String, _ way: FieldWay) throws {
    var rows = FieldReader.rows(FieldReader.grant(code: "9"))
    rows[0][3] = "备用"
    rows.append(rows[1])
    rows[2][2] = name
    rows[2][6] = "201820100002.1"
    let taken = try FieldReader().ledger(rows, way)
    #expect(taken.kinds == [.taken, .taken], "\(taken.reasons)")
    #expect(taken.plan.applicants.count == 1)
  }

  @Test(
    "07: one unit, one cap, in an interchange file", arguments: ["\u{200B}", "\u{FEFF}", " ", "\u{3000}"])
  func oneCap(_ mark: String) throws {
    let text = """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
        {"id": "U1", "name": "英德市样泉（广东）机械有限公司", "kind": "enterprise", "district": "441881"},
        {"id": "U2", "name": "英德市样泉〔广东〕\(mark)机械有限公司", "kind": "enterprise", "district": "441881"}],
       "filings": [
        {"id": "F1", "item": "insurance", "applicant": "U1", "received": "2019-05-06", "inputs": {
         "policyNumber": "P0011", "invoiceNumber": "F0001", "premiumPaid": "40000", "paidOn": "2019-04-01"}},
        {"id": "F2", "item": "insurance", "applicant": "U2", "received": "2019-05-07", "inputs": {
         "policyNumber": "P0012", "invoiceNumber": "F0002", "premiumPaid": "40000", "paidOn": "2019-04-02"}}]}
      """
    let policy = try RegisterOffice.policy()
    let file = try CaseFile.read(Array(text.utf8)) { _ in policy }
    let assessed = Assessment(policy: policy, applicants: file.applicants, filings: file.filings)
    #expect(assessed.totals.award == MoneyTotal(Money(yuan: 10_000)))
    // What goes out as claims comes back as the same awards.
    let facts = FactsOfApplicants(file.applicants, units: Units(file.applicants))
    let source = ClaimSource(policy)
    let lines = source.lines(of: source.batch(of: file.filings, facts))
    #expect(Set(lines.flatMap(\.groups).map(\.group)).count == 1)
  }

  @Test(
    "08: a number with what nobody sees",
    arguments: ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{FE0F}"], FieldWay.allCases)
  func invisible(_ mark: String, _ way: FieldWay) throws {
    for text in ["ZL\(mark)201820100001.7", "2018\(mark)20100001.7", "201820100001\(mark)．7\(mark)"] {
      let said = try FieldReader().read(
        text, for: "applicationNumber", of: "utility-grant", under: "专利号", by: way)
      #expect(said.number == "201820100001.7", "\(said)")
    }
  }

  // A paste into a list has no accounts. An interchange file keeps what it says; nothing is paid to it.
  @Test(
    "09: what is no account",
    arguments: ["6.22848012345678E18", "6228480012345670000.0", "无", "工行英德支行", "12345"], FieldWay.tables)
  func account(_ text: String, _ way: FieldWay) throws {
    let taken = try FieldReader().ledger(
      FieldReader.rows(FieldReader.grant() + [("银行账号", text)]), way)
    #expect(taken.plan.applicants.map(\.account) == [nil])
    #expect(taken.reasons[0].contains("银行账号不像账号"))
    #expect(!CardNumber.isAccount(text))
  }

  // Cells that were made one are a spreadsheet's alone.
  @Test("11: rows of cells that were made one", arguments: FieldWay.tables)
  func merged(_ way: FieldWay) throws {
    var rows = FieldReader.rows(FieldReader.grant())
    rows.append(["", "", "", "", "", "", "201820100002.1", "2019-03-01", "1000"])
    #expect(try FieldReader().ledger(rows, way).sheet.merged == 1)
    let plan = try FieldReader().ledger(rows, way, fillingDown: true).plan
    #expect(plan.filings.count == 2 && plan.decided == MoneyTotal(Money(yuan: 2000)))
  }

  // Forms and interchange files have no rows of sums.
  @Test(
    "12: sums and feet",
    arguments: ["合计（1件）", "小计1", "合计金额", "合计大写：壹仟元整", "共1件", "制表人：某某", "备注：以上资金从专项列支"],
    [FieldWay.paste, .csv, .xlsx])
  func feet(_ foot: String, _ way: FieldWay) throws {
    let reader = try FieldReader()
    guard way != .paste else {
      let item = try #require(reader.policy.item("utility-grant"))
      let table = PastedTable(
        "201820100001.7\t2019-03-01\n\(foot)\t1000\n", item: item, policy: reader.policy)
      #expect(table.rows.count == 1 && table.sums == 1)
      return
    }
    let rows = FieldReader.rows(FieldReader.grant()) + [[foot, "", "", "", "", "", "", "", "1000"]]
    #expect(try reader.ledger(rows, way).kinds == [.taken, .noFiling])
  }

  @Test(
    "13, 14: days as programs write them",
    arguments: [
      "2019/3/1 0:00", "2019/3/1 0:00:00", "20190301.0", "2019-03-01T00:00:00+08:00", "2019年3月1日星期五",
      "2019/3/1 星期五", "二〇一九年三月一日", "２０１９．３．１",
    ], FieldWay.allCases)
  func days(_ text: String, _ way: FieldWay) throws {
    let said = try FieldReader().read(text, for: "grantedOn", of: "utility-grant", under: "授权日", by: way)
    // An interchange file is written by programs, which know one form of a day.
    if way == .file {
      #expect(said.kept == nil && said.remark == "invalid")
    } else {
      #expect(said.text == "2019-03-01", "\(said)")
    }
  }

  @Test(
    "14: a spreadsheet's number for a day", arguments: ["43525", "43525.0", "43525.9319444444"],
    FieldWay.allCases)
  func serial(_ text: String, _ way: FieldWay) throws {
    let said = try FieldReader().read(text, for: "grantedOn", of: "utility-grant", under: "授权日", by: way)
    #expect(said.kept == nil)
    #expect(way == .file ? said.remark == "invalid" : said.remark.contains("2019-03-01"), "\(said)")
  }

  @Test(
    "Sums in words and with a unit",
    arguments: [("叁万元整", "30000.00"), ("3万", "30000.00"), ("30千元", "30000.00"), ("¥30,000", "30000.00")],
    FieldWay.allCases)
  func sums(_ sum: (String, String), _ way: FieldWay) throws {
    // Where cells are parted by commas, one in a sum parts it too.
    let text = way == .csv ? sum.0.replacing(",", with: "，") : sum.0
    let said = try FieldReader().read(text, for: "premiumPaid", of: "insurance", under: "保费", by: way)
    if way == .file {
      #expect(said.kept == nil && said.remark == "invalid")
    } else {
      #expect(said.text == sum.1, "\(said)")
    }
  }

  // The applicant's form warns of it, and it can be saved; a list has no such number; a file is taken as it is.
  @Test("18: an identity number that a spreadsheet has cut", arguments: FieldWay.tables)
  func cutIdentity(_ way: FieldWay) throws {
    let cells = FieldReader.grant(code: "441881199003073000")
    let taken = try FieldReader().ledger(FieldReader.rows(cells), way)
    #expect(taken.kinds == [.wrong] && taken.reasons[0].contains("像是被表格软件截断"))
    let confirmed = try FieldReader().ledger(FieldReader.rows(cells + [("号码核对说明", "身份证原件如此")]), way)
    #expect(confirmed.kinds == [.taken] && confirmed.plan.applicants.map(\.note) == ["身份证原件如此"])
  }

  @Test("20: an old number that lost its zero", arguments: FieldWay.allCases)
  func lostZero(_ way: FieldWay) throws {
    let said = try FieldReader().read(
      "3223456.2", for: "applicationNumber", of: "utility-grant", under: "专利号", by: way)
    #expect(said.kept == nil)
    #expect(way == .file ? said.remark == "invalid" : said.remark.contains("03223456.2"), "\(said)")
  }
}
