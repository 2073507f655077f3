import CaseModel
import Testing

@testable import Papers

/// What papers are filled with, from plain values: sums by hand, amounts in capitals as GB/T 15835 and the banks want them,
/// and what is absent where there is nothing to say.
@Suite("What sheets say")
struct SheetValueTests {
  private func text<Content: Sheet>(_ name: String, _ sheet: Content) -> String? {
    if case .text(let text)? = Content.fields.values(of: sheet)[name] { text } else { nil }
  }

  private func shown(_ table: ReportTable?) -> [[String]] { table?.rows.map { $0.cells.map(\.shown) } ?? [] }

  @Test("年度结账表: counts and sums of all items, and what waits for the city")
  func yearClose() {
    var sheet = YearCloseSheet(
      year: 2019, code: "441881", to: "清远市知识产权局",
      rows: [
        .init(
          article: "2", item: "代理授权", filings: 100, claimed: MoneyTotal(fen: 5_030_000), handedUp: 2,
          committed: MoneyTotal(fen: 5_000_000)),
        .init(
          article: "18", item: "发明年费", filings: 3, claimed: MoneyTotal(fen: 168_032), handedUp: 0,
          committed: MoneyTotal(fen: 168_032)),
      ], open: 0, reply: nil, head: "0a1b/1/9/deadbeef0123")
    #expect(
      text("count", sheet) == "103" && text("claimed", sheet) == "51,980.32"
        && text("committed", sheet) == "51,680.32")
    #expect(text("committedInWords", sheet) == "伍万壹仟陆佰捌拾元零叁角贰分" && text("handedUp", sheet) == "2")
    #expect(
      text("open", sheet) == nil && text("reply", sheet) == nil
        && text("head", sheet) == "0a1b/1/9/deadbeef0123")
    #expect(
      shown(sheet.table) == [
        ["第2条", "代理授权", "100", "50,300.00", "2", "50,000.00"],
        ["第18条", "发明年费", "3", "1,680.32", "0", "1,680.32"],
        ["", "合计", "103", "51,980.32", "2", "51,680.32"],
      ])
    (sheet.rows, sheet.open, sheet.reply) = ([], 4, 7)
    #expect(text("open", sheet) == "4" && text("reply", sheet) == "7" && text("handedUp", sheet) == nil)
    #expect(
      text("committedInWords", sheet) == "零元整"
        && shown(sheet.table) == [["", "合计", "0", "0.00", "0", "0.00"]])
  }

  @Test("交接单: when it was written at the county, when it was taken in at the city")
  func handover() {
    var sheet = HandoverSheet(
      from: "英德市知识产权局", code: "441881", to: "清远市知识产权局", number: 3, at: "2020-03-27T16:30:00Z",
      isGathered: false,
      rows: [.init(article: "2", item: "代理授权", filings: 2, award: MoneyTotal(fen: 70_000))],
      handedUp: .init(filings: 1, award: MoneyTotal(fen: 20_000)), head: "h")
    // Half past midnight of the next day in China.
    #expect(
      text("written", sheet) == "2020年3月28日 00:30" && text("gathered", sheet) == nil
        && text("number", sheet) == "3")
    #expect(
      text("award", sheet) == "700.00" && text("awardInWords", sheet) == "柒佰元整"
        && text("handedUpAward", sheet) == "200.00")
    (sheet.isGathered, sheet.number, sheet.handedUp) = (true, nil, .init(filings: 0, award: .zero))
    #expect(text("written", sheet) == nil && text("gathered", sheet) == "2020年3月28日 00:30")
    #expect(
      text("number", sheet) == nil && text("handedUp", sheet) == nil && text("handedUpAward", sheet) == nil)
    #expect(shown(sheet.table) == [["第2条", "代理授权", "2", "700.00"], ["", "合计", "2", "700.00"]])
  }

  @Test("汇总表: each county's sum below its rows, numbers through all of them")
  func batch() {
    func row(_ filing: String, _ claimed: Int64, _ award: Int64) -> BatchList.Row {
      .init(
        filing: filing, applicant: "甲", item: "代理授权", article: "2", claimed: Money(yuan: claimed),
        award: Money(yuan: award), outcome: "核减")
    }
    let sheet = BatchList(counties: [
      .init(name: "清城区", rows: [row("F1", 500, 200), row("F2", 200, 200)]),
      .init(name: "英德市", rows: [row("F3", 100, 0)]),
    ])
    #expect(
      text("count", sheet) == "3" && text("claimed", sheet) == "800.00" && text("award", sheet) == "400.00")
    #expect(text("awardInWords", sheet) == "肆佰元整")
    #expect(
      shown(sheet.table).map { Array($0.prefix(3)) + Array($0[6...7]) } == [
        ["1", "清城区", "F1", "500.00", "200.00"], ["2", "清城区", "F2", "200.00", "200.00"],
        ["", "清城区小计", "2 件", "700.00", "400.00"],
        ["3", "英德市", "F3", "100.00", "0.00"], ["", "英德市小计", "1 件", "100.00", "0.00"],
        ["", "总计", "3 件", "800.00", "400.00"],
      ])
    let none = BatchList(counties: [])
    #expect(text("awardInWords", none) == "零元整" && shown(none.table).count == 1)
  }

  /// Sums beyond what one filing can have: ten payments of the largest amount.
  @Test("拨付表: the total in capitals, whatever it comes to, and what was kept back")
  func payment() {
    func row(_ fen: Int64) -> PaymentList.Row {
      .init(
        filing: "F1", payee: "甲", bank: "乙银行", account: "6228480000000000", amount: Money(fen: fen),
        purpose: "代理授权")
    }
    var sheet = PaymentList(rows: [row(1), row(1_001_000_00)])
    #expect(
      text("count", sheet) == "2" && text("amount", sheet) == "1,001,000.01"
        && text("amountInWords", sheet) == "壹佰万壹仟元零壹分")
    #expect(text("batch", sheet) == nil && text("setOff", sheet) == nil)
    (sheet.batch, sheet.setOff) = ("P2019-001", MoneyTotal(fen: 5))
    #expect(text("batch", sheet) == "P2019-001" && text("setOff", sheet) == "0.05")
    sheet.rows = (0..<10).map { _ in row(100_000_000_00) }
    #expect(text("amountInWords", sheet) == "壹拾亿元整" && text("amount", sheet) == "1,000,000,000.00")
    #expect(shown(sheet.table).last == ["", "合计", "10 笔", "", "", "1,000,000,000.00", ""])
  }

  @Test("公示名单: units and persons apart, each with their sums, and the days on which it is public")
  func publicList() throws {
    func row(_ kind: ApplicantKind, _ code: String, _ award: Int64) -> PublicList.Row {
      let applicant = Applicant(
        id: "A", name: "甲", kind: kind, district: "441802", code: code, contact: "乙", phone: "13800138000")
      return .init(
        party: Party(applicant, among: []), item: "实用新型授权", article: "18", patent: "",
        award: Money(yuan: award))
    }
    var sheet = PublicList(rows: [
      row(.individual, "441802199003070013", 1000), row(.enterprise, "91441802MAFARM019H", 300),
    ])
    #expect(
      text("unitCount", sheet) == "1" && text("unitAward", sheet) == "300.00"
        && text("personAward", sheet) == "1,000.00")
    #expect(text("awardInWords", sheet) == "壹仟叁佰元整" && text("from", sheet) == nil)
    let rows = shown(sheet.table)
    #expect(
      rows.map { [$0[0], $0[3], $0[8]] } == [
        ["单位", "91441802MAFARM019H", "300.00"], ["个人", "4418**********0013", "1,000.00"],
        ["", "", "1,300.00"],
      ])
    #expect(sheet.textTables.count == 2)
    sheet.rows.removeFirst()
    sheet.time = .init(from: try PrintOffice.day("2019-12-31"), until: try PrintOffice.day("2020-01-06"))
    #expect(
      sheet.textTables.count == 1 && text("until", sheet) == "2020年1月6日" && text("personCount", sheet) == "0")
  }

  @Test(
    "A person is spoken to as a person, a unit as a unit; a phone and a code are there only where they are known"
  )
  func party() {
    func values(_ kind: ApplicantKind, _ code: String?) -> [String: TemplateValue] {
      let fields: [TemplateField<Party>] = Party.fields { $0 }
      return fields.values(
        of: Party(Applicant(id: "A", name: "甲", kind: kind, district: "441802", code: code), among: []))
    }
    let person = values(.individual, "44180219900307001")
    #expect(
      person["you"] == .text("你") && person["codeName"] == .text("公民身份号码") && person["phone"] == .absent)
    #expect(person["formerName"] == .absent && values(.individual, nil)["code"] == .absent)
    let unit = values(.association, "52441821MJM00000XJ")
    #expect(
      unit["you"] == .text("你单位") && unit["code"] == .text("52441821MJM00000XJ")
        && unit["codeName"] == .text("统一社会信用代码"))
  }
}
