import CaseModel
import SubsidyRules
import Testing

/// A small policy by hand, with the forms that the sentences speak of.
enum Samples {
  static func policy() throws -> Policy {
    let first = try #require(CivilDate("2018-01-01"))
    let signed = try #require(CivilDate("2018-07-04"))
    let last = try #require(CivilDate("2020-12-31"))
    return Policy(
      id: "sample", title: "办法", document: "文号", signed: signed,
      periods: [.init(from: first, to: last, article: "closing", isRetroactive: false, note: nil)],
      districts: [District(code: "441802", name: "清城区"), District(code: "GXQ", name: "清远高新区")],
      readings: [
        ReadingRule(
          id: "share-base", articles: ["6"], label: "发明占比的基数", question: "",
          options: [
            .init(id: "current-year", label: "以当年总量为基数"), .init(id: "increment", label: "以比上年的增量为基数"),
          ],
          choice: 0, reason: "")
      ],
      caps: [
        Cap(
          id: "agency-year", article: "2", label: "代理机构年度限额", items: ["agency-grant"], holder: [.family],
          window: .year, limit: [:])
      ],
      commonPapers: [], items: [grant, growth, annualFee], articles: [])
  }

  static let grant = item(
    "agency-grant", "2", [.agency, .agencyBranch],
    [
      InputRule(id: "applicationNumber", label: "专利申请号", kind: .applicationNumber),
      InputRule(id: "grantedOn", label: "授权公告日", kind: .date),
      InputRule(id: "compliant", label: "符合局令第75号", kind: .flag),
      InputRule(id: "fee", label: "代理费", kind: .money),
      InputRule(id: "level", label: "层级", kind: .choice([.init(id: "local", label: "地方标准")])),
      InputRule(id: "approved", label: "核准金额", kind: .money, source: .office),
    ], once: [.input(0)])

  static let growth = item(
    "filing-growth", "6", [.enterprise],
    [
      InputRule(id: "year", label: "年度", kind: .year),
      InputRule(id: "filingsThisYear", label: "当年专利申请", unit: "件", kind: .count(InputRule.countRange)),
      InputRule(id: "filingsLastYear", label: "上年专利申请", unit: "件", kind: .count(InputRule.countRange)),
      InputRule(
        id: "inventionsThisYear", label: "当年发明申请", unit: "件", kind: .count(InputRule.countRange), atMost: 1),
    ], values: [.init(id: "increase", label: "申请量增量", expression: .subtract(.input(1), .input(2)))],
    once: [.applicant, .input(0)])

  static let annualFee = item(
    "annual-fee", "18", [.individual],
    [
      InputRule(id: "applicationNumber", label: "专利申请号", kind: .applicationNumber),
      InputRule(id: "annuity", label: "第几年度", unit: "年度", kind: .count(1...20)),
    ],
    values: [
      .init(id: "grantAnnuity", label: "授权所在年度", expression: .number(3)),
      .init(id: "lastAnnuity", label: "可资助的末年度", expression: .add(.value(0), .number(2))),
    ], once: [.input(0), .input(1)])

  private static func item(
    _ id: String, _ article: String, _ who: [ApplicantKind], _ inputs: [InputRule],
    values: [Item.DerivedValue] = [], once: [KeyPart]
  ) -> Item {
    Item(
      id: id, article: article, label: id, applicants: who, inputs: inputs, values: values, event: .input(1),
      mayFollowReceipt: false, since: nil, until: nil, conditions: [],
      amount: Amount(basis: .fixed(.one("amount", Money(yuan: 200))), ceiling: nil), once: .always(once),
      papers: [], unexpressed: nil)
  }
}

/// Steps one after another, as the engine would write them.
struct TraceSteps {
  var trace = Trace()
  var article: String

  init(_ article: String) { self.article = article }

  @discardableResult
  mutating func add(
    _ operation: Trace.Operation, _ operands: [Trace.Operand], _ result: Value?, reason: Reason? = nil,
    name: String? = nil, article: String? = nil
  ) -> Trace.Operand {
    let step = trace.nodes.count + 1
    trace.nodes.append(
      Trace.Node(
        step: step, article: article ?? self.article, operation: operation, operands: operands,
        result: result,
        reason: reason, name: name))
    return .step(step)
  }

  mutating func date(_ name: String, _ text: String) throws -> Trace.Operand {
    add(.input, [.name(name)], .date(try #require(CivilDate(text))))
  }

  mutating func count(_ name: String, _ number: Int) -> Trace.Operand {
    add(.input, [.name(name)], .number(number))
  }
}
