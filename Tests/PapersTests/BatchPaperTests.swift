import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

@testable import Papers

@Suite("Payment batches on paper")
struct BatchPaperTests {
  /// F4 of E1, 4 250.00 (article 5), listed on 2019-08-05 with 250.00 to be set off against F9.
  private func listed() throws -> OfficeState {
    var state = try PrintOffice.state()
    let payee = Payment.Payee(name: "英德市红茶机械有限公司", bank: "中国建设银行英德支行", account: "44764349773188437")
    let payment = Payment(
      amount: Money(yuan: 4_250), payee: payee, setOff: .init(filing: "F9", amount: Money(yuan: 250)))
    let entry = BatchEntry(batch: "441800-P2019-001", payment: payment)
    let step = StepTaken(.batch, day: try PrintOffice.day("2019-08-05"), detail: .batched(entry))
    fold(&state, "2019-08-05", [.stepped(filing: "F4", step)])
    return state
  }

  private func fold(_ state: inout OfficeState, _ day: String, _ changes: [Change]) {
    state.fold(Transaction(by: "李静", at: "\(day)T03:00:00Z", policy: "", changes: changes))
  }

  private func print(_ state: OfficeState, on day: String) throws -> Printout {
    try state.printout(
      .payment, of: [], year: 2019, today: try PrintOffice.day(day), batch: "441800-P2019-001")
  }

  private let text = """
                                    清远市知识产权局
                                     专利资助拨付表
                                      批次：441800-P2019-001　2019年8月5日　单位：元

    序号  收件编号  户名                    开户银行              账号               金额（元）  用途
       1  F4        英德市红茶机械有限公司  中国建设银行英德支行  44764349773188437    4,000.00  灭零代理费（抵扣 F9 250.00 元）
          合计      1 笔                                                               4,000.00

    共1笔，合计人民币（大写）：肆仟元整（¥4,000.00）
    各笔金额已扣除抵扣的应追回款，合计人民币250.00元。
    依据：《清远市推进专利工作实施办法》（清府办〔2018〕27号）

    制表人：                      复核人：                      负责人：

    """

  @Test("The list stays as it was made, whatever happens")
  func frozen() throws {
    var state = try listed()
    let templates = try PrintOffice.templates()
    let lines = try print(state, on: "2019-08-06").text(templates).split(separator: "\n")
    #expect(lines == text.split(separator: "\n"))
    // A new name and account, and another year.
    var applicant = try #require(state.applicant("E1"))
    (applicant.name, applicant.account) = ("英德市红茶装备有限公司", "44398133881288805")
    fold(&state, "2019-09-01", [.applicantChanged(applicant)])
    #expect(try print(state, on: "2020-03-27").text(templates).split(separator: "\n") == lines)
    // Taken out, and refused after all.
    fold(
      &state, "2019-09-02",
      [
        .stepped(
          filing: "F4",
          StepTaken(.undo, day: try PrintOffice.day("2019-09-02"), note: "停拨", detail: .undone(.batch))),
        .stepped(
          filing: "F4", StepTaken(.reject, day: try PrintOffice.day("2019-09-02"), grounds: ["audit"])),
      ])
    let again = try print(state, on: "2020-03-27")
    #expect(try again.text(templates).split(separator: "\n") == lines)
    #expect(again.remarks == ["名单照列入时打印，其中 1 件已撤出批次，没有按它拨付：F4。"])
    #expect(try again.html(templates).contains("批次：441800-P2019-001"))
  }

  @Test("What waits in a batch is not listed a second time without a word")
  func listedTwice() throws {
    let state = try listed()
    let list = try state.printout(.payment, of: ["F4"], year: 2019, today: try PrintOffice.day("2019-08-06"))
    #expect(list.remarks == ["F4 已列入拨付批次 441800-P2019-001，请按批次打印（--batch 441800-P2019-001）。"])
    #expect(throws: PrintRefusal.unknownBatch("441800-P2019-002")) {
      try state.printout(
        .payment, of: [], year: 2019, today: try PrintOffice.day("2019-08-06"), batch: "441800-P2019-002")
    }
  }

  private func rows(_ name: String, _ state: OfficeState) throws -> [[String]] {
    try #require(YearReport.named(name)).table(
      of: state, year: 2019, today: try PrintOffice.day("2020-03-27")
    ).rows.map { $0.cells.map(\.shown) }
  }

  @Test("The report of batches says what became of each")
  func report() throws {
    var state = try listed()
    let made = ["441800-P2019-001", "2019-08-05", "李静", "1", "4,250.00", "250.00", "4,000.00"]
    #expect(try rows("batches", state) == [made + ["4,000.00", "0.00", "0.00", "0.00"]])
    let listed = try #require(state.file("F4")?.openBatch).payment
    fold(
      &state, "2019-08-07",
      [
        .stepped(
          filing: "F4", StepTaken(.pay, day: try PrintOffice.day("2019-08-07"), detail: .payment(listed)))
      ])
    #expect(try rows("batches", state) == [made + ["0.00", "4,000.00", "0.00", "0.00"]])
  }

  // F8: 300.00 paid on 20 August. F1, 49 900.00 of 2019, an old office had paid; F7 and F9 are of 2018.
  @Test("Spending, month by month, says what has no day")
  func spending() throws {
    let table = try #require(YearReport.named("spending")).table(
      of: try PrintOffice.state(), year: 2019, today: try PrintOffice.day("2020-03-27"))
    let month = ["1", "300.00", "0.00", "300.00", "0.00", "0.00", "300.00", "300.00", ""]
    #expect(table.rows.map { $0.cells.map(\.shown) } == [["2019-08"] + month, ["合计"] + month])
    #expect(table.notes.last == "接收的旧档里本年度已拨付 1 件、49,900.00 元，没有拨付日期，未计入。")
  }
}

@Suite("Renamed applicants on paper")
struct FormerNamePaperTests {
  @Test("A letter names what the applicant was called when the filing came")
  func letter() throws {
    var state = try PrintOffice.state()
    var applicant = try #require(state.applicant("E1"))
    applicant.name = "广东红茶装备有限公司"
    state.fold(
      Transaction(by: "李静", at: "2019-09-01T03:00:00Z", policy: "", changes: [.applicantChanged(applicant)]))
    let today = try PrintOffice.day("2020-03-27")
    let text = try state.printout(.recovery, of: ["F9"], year: 2019, today: today).text(
      PrintOffice.templates())
    #expect(text.contains("广东红茶装备有限公司（原名英德市红茶机械有限公司）："), "\(text)")
    #expect(!(try PrintOffice.text(.recovery, "F9")).contains("原名"))
  }
}
