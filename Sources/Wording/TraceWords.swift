import CaseModel
import SubsidyRules

/// Names and values of a trace's steps in words, by the labels of the item and the policy.
struct TraceWords {
  let trace: Trace
  let item: Item?
  /// The policy that the item is of.
  let policy: Policy
  /// All policies of the office.
  let office: Policy

  init(trace: Trace, item: Item?, policy: Policy) {
    self.trace = trace
    self.item = item
    self.policy = policy.document(of: item)
    office = policy
  }

  func node(_ operand: Trace.Operand) -> Trace.Node? {
    if case .step(let step) = operand { trace[step: step] } else { nil }
  }

  func value(_ operand: Trace.Operand) -> Value? {
    switch operand {
    case .step(let step): trace[step: step]?.result
    case .value(let value): value
    default: nil
    }
  }

  func number(_ operand: Trace.Operand) -> Int? {
    if case .number(let number) = value(operand) { number } else { nil }
  }

  func money(_ operand: Trace.Operand) -> Money? {
    if case .money(let money) = value(operand) { money } else { nil }
  }

  // MARK: - Names

  /// What an input is called; its own name where the item does not know it.
  func inputLabel(_ id: String) -> String { item?.input(id)?.label ?? id }

  /// What the result of a step is called; empty where it has no name of its own.
  func label(_ operand: Trace.Operand) -> String { node(operand).map(label) ?? "" }

  func label(_ node: Trace.Node) -> String {
    if let name = node.name, let value = item?.values.first(where: { $0.id == name }) { return value.label }
    // References only point back; a trace that says otherwise is not followed.
    let known = node.operands.filter { if case .step(let step) = $0 { step < node.step } else { true } }
    let first = known.first
    switch node.operation {
    case .input, .fact:
      guard case .name(let name) = first else { return "" }
      if node.isPieceCount { return policy.cap(name)?.label ?? name }
      return node.operation == .input ? inputLabel(name) : Self.factLabel(name)
    case .type: return "专利类型"
    case .year:
      guard let first else { return "年份" }
      if case .patent = value(first) { return "申请年份" }
      return label(first) + "年份"
    case .later: return known.map(label).joined(separator: "与") + "中较晚日"
    case .lastDay: return "年度末日"
    case .annuity: return "所在年度"
    default: return node.name ?? ""
    }
  }

  private static func factLabel(_ name: String) -> String {
    switch name {
    case "kind": "申请人类型"
    case "district": "所在地"
    case "received": "收件日"
    case "status": "状态"
    case "decided": "核定额"
    case "reclaimed": "追回额"
    default: name
    }
  }

  // MARK: - Values

  /// The result of a step, or a value as it stands, in words; a dash where there is none.
  func text(_ operand: Trace.Operand) -> String {
    guard let value = value(operand) else { return "-" }
    return text(value, of: node(operand))
  }

  /// A value in the words of the step it belongs to: 申请量 takes its 件, a choice its label.
  func text(_ value: Value, of node: Trace.Node?) -> String {
    switch value {
    case .money(let money): MoneyWording.grouped(money)
    case .percentage(let percentage): percentage.description
    case .number(let number): Self.counted(number, unit: unit(node))
    case .flag(let flag): flag ? "是" : "否"
    case .date(let date): date.description
    case .patent(let number): number.description
    case .text(let text): word(text, of: node)
    }
  }

  /// A code in the words of the step that gave it.
  func word(_ code: String, of node: Trace.Node?) -> String {
    guard let node else { return code }
    guard case .name(let name) = node.operands.first else {
      return node.operation == .type ? PatentType(rawValue: code).map(Labels.label) ?? code : code
    }
    switch (node.operation, name) {
    case (.fact, "kind"): return ApplicantKind(rawValue: code).map(Labels.label) ?? code
    case (.fact, "status"): return Stage(rawValue: code).map(Labels.label) ?? code
    case (.fact, "district"): return Labels.district(code, among: policy.districts)
    case (.input, _):
      guard case .choice(let options)? = item?.input(name)?.kind else { return code }
      return options.first { $0.id == code }?.label ?? code
    default: return code
    }
  }
}

extension Trace.Node {
  /// Whether the step counts the pieces of a cap that were served before.
  var isPieceCount: Bool { operation == .fact && operands.count == 4 }
}
