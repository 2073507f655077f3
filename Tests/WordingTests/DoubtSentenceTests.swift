import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// What asks for a second look: each says what was found, beside what, and what the clerk is to do.
@Suite("Doubts in sentences")
struct DoubtSentenceTests {
  private static let day = CivilDate(year: 2019, month: 3, day: 1) ?? .first
  private static let later = CivilDate(year: 2020, month: 1, day: 2) ?? .first

  private static let patents: [(doubt: PatentDoubt, facts: [String])] = [
    (.filedYear(day, year: 2018), ["2019-03-01", "2018 年", "请核对"]),
    (
      .aboveTariff(paid: Money(yuan: 1300), annuity: 4, fee: Money(yuan: 1200)),
      ["第 4 年度", "1,300.00 元", "1,200.00 元", "滞纳金"]
    ),
    (.otherDay(input: "filedOn", day, known: later, by: "F7"), ["申请日 2019-03-01", "F7", "2020-01-02"]),
    (.otherDay(input: "grantedOn", day, known: later, by: "F7"), ["授权公告日 2019-03-01", "请核对证书"]),
    (.notOwner(on: day, owner: "乙公司", by: "R1"), ["收件日 2019-03-01", "乙公司", "R1", "不是本件申请人"]),
    (.otherClaimant(name: "乙公司", filing: "F7"), ["乙公司", "F7", "没有登记转移", "请核对"]),
    (.otherAgency("丙事务所", by: "R1"), ["丙事务所", "R1", "请核对"]),
    (.notInForce(state: "ceased", seen: later, by: "R1"), ["2020-01-02 查询", "R1", "请核对"]),
    (.aboveFees(sum: MoneyTotal(fen: 320_000), fees: Money(yuan: 3000)), ["3,200.00 元", "3,000.00 元", "官费"]),
    (
      .banned(until: later, reason: "提供虚假材料。", record: "R2", taken: nil),
      ["R2：提供虚假材料）", "2020-01-02 以前不予资助", "当面告知"]
    ),
    (.banned(until: later, reason: "提供虚假材料", record: "R2", taken: "已解除。"), ["收件理由：已解除。"]),
    (.listed(input: "filingsThisYear", typed: 31, listed: 29), ["当年申请量填报 31 件", "清单为 29 件"]),
    (.listed(input: "inventionsLastYear", typed: 2, listed: 3), ["上年发明申请量填报 2 件", "请核对"]),
    (.unlisted, ["填报数", "没有申请清单"]),
  ]

  @Test("Of a patent or a list of applications", arguments: patents.indices)
  func patent(place: Int) {
    let (doubt, facts) = Self.patents[place]
    let sentence = PatentWording.sentence(doubt)
    for fact in facts { #expect(sentence.contains(fact), "\(sentence)") }
    #expect(sentence.hasSuffix("。") && !sentence.contains("。。") && !sentence.contains("filings"))
  }

  @Test("Whoever is banned is taken with a reason alone, and the refusal says where it is written")
  func banned() {
    let doubt = PatentDoubt.banned(until: Self.later, reason: "提供虚假材料", record: "R2", taken: nil)
    let refusal = PatentWording.refusal(doubt)
    for fact in ["R2：提供虚假材料", "2020-01-02 以前不予资助", "请写明理由", "收件理由"] {
      #expect(refusal.contains(fact), "\(refusal)")
    }
    #expect(PatentWording.refusal(.unlisted).isEmpty)
  }

  private static let records: [(doubt: Doubt, facts: [String])] = [
    (.code, ["代码", "请核对"]), (.notCode, ["代码", "请核对"]), (.cutIdentity, ["身份证号", "原件"]),
    (.maskedCode, ["没有读入"]),
    (.sameCode(applicant: "A2"), ["A2", "合并计算", "请核对"]),
    (.sameName(applicant: "A2", isUnit: true), ["A2", "按一家合并", "请写明代码"]),
    (.sameName(applicant: "A2", isUnit: false), ["A2", "是不是同一人"]),
    (.sameNameAsSeveral(applicants: ["A2", "A3"]), ["A2、A3", "请补上代码"]),
    (.leavesUnit(applicant: "A2", other: "A3"), ["A2", "A3", "请给它补上代码"]),
    (.guardsNothing(lacking: ["number"]), ["限额", "重复资助", "〈input.number〉"]),
    (.guardsNothing(lacking: []), ["重复资助"]), (.notAccount, ["没有读入", "补录"]),
    (.uselessAccount, ["6 到 32 位", "请改正"]),
    (.cutAccount, ["第 15 位", "请从原件核对"]), (.cardCheck, ["校验位", "请核对"]), (.otherPayee, ["户名", "请核对"]),
    (.sharedAccount(applicant: "A2", name: "乙"), ["A2（乙）", "退票"]), (.notPhone, ["没有读入"]),
    (.phoneLostZero, ["0", "请核对"]),
    (.numberCheck(input: "number"), ["〈input.number〉", "校验位"]), (.brokenText("备注"), ["〈备注〉", "乱码", "重填"]),
  ]

  @Test("Of a record that comes in", arguments: records.indices)
  func record(place: Int) {
    let (doubt, facts) = Self.records[place]
    let sentence = DoubtWording.sentence([doubt]) { "〈\($0)〉" }
    for fact in facts { #expect(sentence.contains(fact), "\(sentence)") }
    #expect(!sentence.hasSuffix("。"))
  }

  @Test("Several stand in one line, and no two are told by the same words")
  func several() {
    let all = Self.records.map { DoubtWording.sentence([$0.doubt]) { "〈\($0)〉" } }
    #expect(Set(all).count == all.count)
    #expect(DoubtWording.sentence([.otherPayee, .cardCheck]) { $0 } == "户名与申请人不同，请核对；银行卡号校验位不符，请核对")
    #expect(DoubtWording.sentence([]) { $0 }.isEmpty)
    let patents = Self.patents.map { PatentWording.sentence($0.doubt) }
    #expect(Set(patents).count == patents.count)
  }
}
