import CaseModel
public import SubsidyRules
import Wording

/// Papers of the policy's items, which need no filing and no store: blank application forms and counter guides.
public enum ItemPapers {
  /// The items that are named by id or label, or all where none is named; of several policies' that of the newest.
  public static func items(_ names: [String], of policy: Policy) throws(PrintRefusal) -> [Item] {
    guard !names.isEmpty else { return policy.items }
    var items: [Item] = []
    for name in names {
      guard let item = policy.item(named: name) ?? policy.items.first(where: { $0.label == name }) else {
        throw .unknownItem(name, known: policy.items.map { "\($0.id) \($0.label)" })
      }
      items.append(item)
    }
    return items
  }

  /// A paper for each of the items, under the document that each is of.
  public static func printout(
    _ paper: PrintedPaper, of items: [Item], policy: Policy, letterhead: Letterhead
  ) -> Printout {
    let bases = items.map { LegalBasis([policy.document(of: $0)]) }
    switch paper {
    case .guide:
      return Printout(paper, items.map { guide($0, policy.document(of: $0)) }, letterhead, bases: bases)
    default: return Printout(paper, items.map { form($0, policy.document(of: $0)) }, letterhead, bases: bases)
    }
  }

  // MARK: - 申请表

  static func form(_ item: Item, _ policy: Policy) -> ApplicationForm {
    let inputs = item.inputs.filter { $0.source == .applicant }
    return ApplicationForm(
      item: item.label, article: item.article, applicant: applicantBoxes(item, policy),
      stated: inputs.map { input in
        let hint = input.isNeeded(policy.readings) ? input.hint : input.hint ?? "可以不填"
        return .init(label: input.label, blank: blank(input.kind, unit: input.unit), hint: hint)
      }, others: otherBoxes(item, policy), papers: papers(item, policy))
  }

  /// Of an owner's patent: what agencies get pays for nobody's fees.
  private static func otherBoxes(_ item: Item, _ policy: Policy) -> [ApplicationForm.Box] {
    guard policy.hasFeeCeiling, !item.isForAgencies,
      item.inputs.contains(where: { $0.kind == .applicationNumber })
    else {
      return []
    }
    return [
      .init(label: "其他资助", blank: "□没有  □有 ________________元", hint: "这件专利从其他部门得到的"),
      .init(label: "资助单位", blank: line, hint: nil),
      .init(label: "实缴官费", blank: "________________元", hint: "到现在缴纳的合计"),
    ]
  }

  /// In the order of the desk's form of an applicant.
  private static func applicantBoxes(_ item: Item, _ policy: Policy) -> [ApplicationForm.Box] {
    let kinds = item.applicants.map { Labels.label($0) }
    let districts = policy.districts.map(\.name)
    let hasBranches = item.applicants.contains(.agencyBranch)
    func label(_ field: Applicant.Field) -> String { Labels.label(field) }
    return [
      .init(label: label(.name), blank: line, hint: "照营业执照或身份证填写"),
      .init(label: label(.kind), blank: choice(kinds), hint: nil),
      .init(label: label(.district), blank: choice(districts), hint: nil),
      .init(label: label(.code), blank: squares(18), hint: "统一社会信用代码；个人填身份证号"),
      .init(label: label(.contact), blank: line, hint: nil),
      .init(label: label(.phone), blank: line, hint: nil),
      .init(label: label(.bank), blank: line, hint: "写到支行"),
      .init(label: label(.account), blank: line, hint: "户名应与申请人名称一致"),
    ] + (hasBranches ? [.init(label: label(.parent), blank: line, hint: "分支机构填写")] : [])
  }

  private static func papers(_ item: Item, _ policy: Policy) -> [ApplicationForm.PaperLine] {
    policy.papers(of: item.id).map { .init(label: $0.label, needed: $0.needed) }
  }

  // MARK: - Blanks

  private static let line = String(repeating: "_", count: 32)

  private static func squares(_ count: Int) -> String { String(repeating: "□", count: count) }

  private static func choice(_ names: [String]) -> String { names.map { "□\($0)" }.joined(separator: "  ") }

  private static func blank(_ kind: InputRule.Kind, unit: String?) -> String {
    switch kind {
    case .date: "______年____月____日"
    case .money: "________________元"
    case .flag: choice(["是", "否"])
    case .text: line
    case .year: "______年"
    case .count: "________" + (unit ?? "")
    case .choice(let options): choice(options.map(\.label))
    // Twelve digits and the check digit; an old number leaves four empty.
    case .applicationNumber: squares(12) + ".□"
    }
  }

  // MARK: - 办事指南

  static func guide(_ item: Item, _ policy: Policy) -> CounterGuide {
    CounterGuide(
      item: item.label, article: item.article,
      applicants: item.applicants.map { Labels.label($0) }.joined(separator: "、"),
      districts: policy.districts.map(\.name).joined(separator: "、"),
      times: PolicyWording.times(item, of: policy), conditions: PolicyWording.conditions(item, of: policy),
      amount: PolicyWording.amount(item), caps: PolicyWording.caps(item, of: policy),
      once: PolicyWording.once(item, of: policy), papers: papers(item, policy),
      stated: item.inputs.filter { $0.source == .applicant }.map(\.label).joined(separator: "、"),
      undecided: item.unexpressed?.clause)
  }
}
