import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// The history of a record: who changed what from what to what; no number of a person, no account.
@Suite("Changes of fields, periods and papers in words")
struct FieldChangeWordingTests {
  private func sentence(_ field: FieldChange.Field, _ before: String?, _ after: String?) -> String {
    HistoryWording.sentence(
      FieldChange(field: field, before: before, after: after), item: Samples.grant,
      districts: [District(code: "441802", name: "清城区"), District(code: "441881", name: "英德市")])
  }

  @Test(
    "A field of a filing, in the words of the form",
    arguments: [
      ("grantedOn", nil, "2019-03-01", "授权公告日：空 → 2019-03-01"),
      ("grantedOn", "2019-03-01", nil, "授权公告日：2019-03-01 → 空"),
      ("compliant", "true", "false", "符合局令第75号：是 → 否"), ("compliant", "也许", "true", "符合局令第75号：也许 → 是"),
      ("fee", "4250.00", "500", "代理费：4,250.00 元 → 500.00 元"),
      ("fee", "三千", "3000.00", "代理费：三千 元 → 3,000.00 元"),
      ("level", "local", "world", "层级：地方标准 → world"), ("unknown", "1", "2", "unknown：1 → 2"),
    ] as [(String, String?, String?, String)])
  func inputs(input: String, before: String?, after: String?, said: String) {
    #expect(sentence(.input(input), before, after) == said)
  }

  @Test("A state, a kind and a place by their names, a reason by the field it is for")
  func codes() {
    #expect(sentence(.filing(.status), "received", "paid").hasSuffix("：收件 → 拨付"))
    #expect(sentence(.filing(.decided), nil, "50000.00").hasSuffix("：空 → 50,000.00 元"))
    #expect(sentence(.applicant(.kind), "enterprise", "individual").hasSuffix("：企业 → 个人"))
    #expect(sentence(.applicant(.district), "441802", "441881").hasSuffix("：清城区 → 英德市"))
    #expect(sentence(.override("grantedOn"), nil, "原件如此") == "授权公告日照收理由：空 → 原件如此")
    #expect(sentence(.override(Filing.receipt), nil, "邮戳为证") == "收件日期提前理由：空 → 邮戳为证")
  }

  @Test(
    "What is personal is said to have changed, and no more",
    arguments: Applicant.Field.allCases.filter(\.isPersonal))
  func personal(field: Applicant.Field) {
    let said = sentence(.applicant(field), "441802199003070013", "6228485636049280981")
    #expect(said.hasSuffix("：已改动（在申请人表单中查看）") && !said.contains { $0.isNumber })
  }

  @Test("Codes, phones and accounts are personal")
  func whichArePersonal() {
    let personal = Set(Applicant.Field.allCases.filter(\.isPersonal).map(\.rawValue))
    #expect(
      personal.isSuperset(of: ["code", "phone", "account"]) && !personal.contains("name")
        && !personal.contains("kind"))
  }

  private func period(_ kind: OfficePeriod.Kind, _ count: Int, _ note: String) -> OfficePeriod {
    OfficePeriod(
      kind: kind, count: count, from: CivilDate(year: 2019, month: 7, day: 1) ?? .first, note: note)
  }

  @Test(
    "A period as it was set",
    arguments: [
      (OfficePeriod.Kind.publicity, 7, "局务会", "公示  7 日，2019-07-01 起（局务会）"),
      (.publicity, 7, "", "公示  7 日，2019-07-01 起"),
      (.correction, 10, "局务会。", "补正  10 个工作日，2019-07-01 起（局务会）"),
      (.recovery, 30, "", "追回款退回  30 日，2019-07-01 起"),
      (.account, 0, "不再限期", "退票更正账户  不再设期限，2019-07-01 起（不再限期）"),
    ])
  func periods(kind: OfficePeriod.Kind, count: Int, note: String, said: String) {
    #expect(PeriodWording.line(period(kind, count, note)) == said)
  }

  @Test("Ways of service, and the paper by which a step is told")
  func service() {
    let ways = Service.Way.allCases.map { PeriodWording.label($0) }
    #expect(Set(ways).count == ways.count && ways.allSatisfy { $0.hasSuffix("送达") })
    #expect(PeriodWording.document(.reject) == "不予资助通知书" && PeriodWording.document(.reclaim) == "追回通知书")
    #expect(PeriodWording.document(.correct) == "补正通知书" && PeriodWording.document(.confirm) == "追回通知书")
  }

  private func paper(copies: Int = 1, original: Bool = false, optional: Bool = false) -> Paper {
    Paper(id: "licence", label: "营业执照", copies: copies, original: original, optional: optional)
  }

  @Test(
    "A paper of the list: what is asked for, and what was found",
    arguments: [
      (nil, "[ ] licence  营业执照（原件，2 份，需要时）  未核对"),
      (
        PaperTick(paper: "licence", copies: 2, hasOriginal: true, pages: 3),
        "[√] licence  营业执照（原件，2 份，需要时）  原件，2 份，3 页"
      ),
      (
        PaperTick(paper: "licence", copies: 1, hasOriginal: true),
        "[×] licence  营业执照（原件，2 份，需要时）  应交 2 份，只有 1 份"
      ),
      (PaperTick(paper: "licence", copies: 2, hasOriginal: false), "[×] licence  营业执照（原件，2 份，需要时）  应出示原件"),
      (PaperTick(paper: "licence", verdict: .failing("已过期")), "[×] licence  营业执照（原件，2 份，需要时）  已过期"),
      (PaperTick(paper: "licence", verdict: .failing("")), "[×] licence  营业执照（原件，2 份，需要时）  不符合要求"),
      (PaperTick(paper: "licence", verdict: .missing), "[×] licence  营业执照（原件，2 份，需要时）  没有提交"),
    ] as [(PaperTick?, String)])
  func ticks(tick: PaperTick?, line: String) {
    #expect(
      TickWording.line(TickRow(paper: paper(copies: 2, original: true, optional: true), tick: tick)) == line)
  }

  @Test("What was not looked at is named before the one notice goes out")
  func unchecked() throws {
    #expect(TickWording.unchecked([]) == nil)
    let said = try #require(TickWording.unchecked([paper(), paper()]))
    #expect(
      said.contains("还有 2 项") && said.contains("营业执照、营业执照") && said.contains("一次告知") && said.contains("请先核对"))
    #expect(TickWording.asked(paper(copies: 0)).isEmpty && TickWording.asked(paper()) == "1 份")
  }
}
