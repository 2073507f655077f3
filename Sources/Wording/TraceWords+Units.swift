import SubsidyRules

extension TraceWords {
  /// A number with what it counts: 29 件, 第 3 年度, 2019 年.
  static func counted(_ number: Int, unit: String?) -> String {
    switch unit {
    case nil, "": "\(number)"
    case "年度": "第 \(number) 年度"
    case .some(let unit): "\(number) \(unit)"
    }
  }

  /// What a number of things short or over counts, without the 第 of an ordinal.
  static func amount(_ number: Int, unit: String?) -> String {
    guard let unit, !unit.isEmpty else { return "\(number)" }
    return unit == "年度" ? "\(number) 个年度" : "\(number) \(unit)"
  }

  /// What the number of a step counts, by the inputs it was worked out from.
  func unit(_ node: Trace.Node?) -> String? {
    guard let node else { return nil }
    switch node.operation {
    case .input:
      guard case .name(let name) = node.operands.first, let rule = item?.input(name) else { return nil }
      return rule.kind == .year ? "年" : rule.unit
    case .year: return "年"
    case .annuity: return "年度"
    case .add, .subtract, .min, .max:
      // References only point back; a trace that says otherwise is not followed.
      for case .step(let step) in node.operands where step < node.step {
        if let unit = unit(trace[step: step]) { return unit }
      }
      return nil
    default: return nil
    }
  }

  /// The unit under which two numbers are compared.
  func unit(_ a: Trace.Operand, _ b: Trace.Operand) -> String? { unit(node(a)) ?? unit(node(b)) }
}
