import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// What offices write for a stage, a kind, a district and an item, in the cells of their old ledgers.
struct LedgerWordTests {
  @Test(arguments: [
    ("已收件", Stage.received), ("待受理", .received), ("补正中", .correction), ("已 受 理", .accepted),
    ("初审通过", .reviewed),
    ("批准", .approved), ("同意", .approved), ("公示中", .published), ("已拨款", .paid), ("已到账", .paid),
    ("已退回", .reclaimed),
    ("不予受理", .rejected), ("驳回", .rejected), ("放弃", .withdrawn), ("PAID", .paid), ("（已拨付）", .paid),
    ("ｐａｉｄ", .paid),
  ])
  func `A stage in an office's words`(word: String, stage: Stage) throws {
    #expect(try LedgerRow.taken(["办理状态": word, "核定金额": "1000"]).row.filing.stage == stage)
  }

  @Test(arguments: ["办结", "领导同意", "待定", "2019-06-10", "已拨付？"])
  func `A word that is no stage is asked about`(word: String) throws {
    #expect(try LedgerRow.mistakes(["办理状态": word]) == [.init(.status, under: "办理状态")])
  }

  @Test(arguments: [
    ("企业", ApplicantKind.enterprise), ("有限公司", .enterprise), ("个体户", .soleTrader), ("高校", .institution),
    ("民办非企业", .association), ("代理机构", .agency), ("分所", .agencyBranch), ("自然人", .individual),
    ("sole-trader", .soleTrader), ("【个人】", .individual),
  ])
  func `A kind in an office's words`(word: String, kind: ApplicantKind) throws {
    #expect(try LedgerRow.taken(["申请人类型": word]).row.party.kind == kind)
  }

  /// GB 32100: 91 and 93 are enterprises, 92 a sole trader, 12 an institution, 51 and 52 associations.
  @Test(arguments: [
    ("91441802MAFARM019H", ApplicantKind.enterprise), ("93441882MA0NFHR24E", .enterprise),
    ("92441803MAG0NG777M", .soleTrader), ("12441800456789011U", .institution),
    ("52441821MJM00000XJ", .association),
    ("441802199003070013", .individual),
  ])
  func `Where no kind is said the code tells it`(code: String, kind: ApplicantKind) throws {
    #expect(try LedgerRow.taken(["信用代码": code]).row.party.kind == kind)
    // What is said comes first.
    #expect(try LedgerRow.taken(["信用代码": code, "单位性质": "协会"]).row.party.kind == .association)
  }

  /// identifiers.md, Districts, with what they were called before.
  @Test(arguments: [
    ("英德市", "441881"), ("英德", "441881"), ("清远市英德市", "441881"), ("广东省清远市英德市", "441881"), ("441881", "441881"),
    ("441822", "441881"), ("清新县", "441803"), ("441827", "441803"), ("４４１８０２", "441802"), ("清城", "441802"),
    ("连山县", "441825"), ("连南瑶族自治县", "441826"), ("连南自治县", "441826"), ("连州", "441882"), ("市直", "441800"),
    ("市本级", "441800"), ("清远", "441800"), ("高新区", "GXQ"), ("清远高新区", "GXQ"), ("GXQ", "GXQ"),
    ("广州市天河区", "440106"), ("440106", "440106"), ("（阳山县）", "441823"),
  ])
  func `A district in an office's words`(word: String, code: String) throws {
    #expect(try LedgerRow.taken(["县区": word]).row.party.district == code)
  }

  /// 441818 is 441881 with two digits changed over, and nobody's.
  @Test(arguments: ["火星", "天河区", "44188", "全市", "鼓楼区", "441818", "999999", "４４１８１８"])
  func `A word that is no one district is asked about`(word: String) throws {
    #expect(try LedgerRow.mistakes(["县区": word]) == [.init(.district, under: "县区")])
  }

  @Test(arguments: [
    ("实用新型授权", "utility-grant"), ("实用新型", "utility-grant"), ("utility-grant", "utility-grant"),
    ("外观授权", "design-grant"), ("灭零", "first-filing"), ("专利保险", "insurance"), ("保险", "insurance"),
    ("年费", "annual-fee"), ("贯标", "ip-management"), ("代理增量", "agency-growth"), ("（贯标认证）", "ip-management"),
  ])
  func `An item in an office's words`(word: String, item: String) throws {
    let reading = try LedgerRow.reading(["资助项目": word])
    switch reading {
    case .row(let notes): #expect(notes.row.filing.item == item)
    case .unreadable(let mistakes):
      // What the item asks for may be missing; that it is this item must not be in doubt.
      #expect(!mistakes.contains { $0.heading == "资助项目" }, "\(mistakes)")
    case .noFiling: Issue.record("\(word) is taken for a sum")
    }
  }

  @Test(arguments: ["授权", "增量", "代理", "科技进步奖", "专利"])
  func `A word that may be several items, or none, is asked about`(word: String) throws {
    guard case .choice(let labels)? = try LedgerRow.mistakes(["资助项目": word]).first?.reason else {
      Issue.record("\(word) was taken")
      return
    }
    #expect(labels.count > 1)
  }
}
