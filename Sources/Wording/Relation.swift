import SubsidyRules

/// A comparison in words, as it really came out.
enum Relation {
  /// How a stands to b, where `holds` says whether the comparison was true: "不少于", "晚于".
  static func words(_ comparison: Comparison, holds: Bool, ofDates: Bool) -> String {
    switch holds ? comparison : opposite(of: comparison) {
    case .equal: "等于"
    case .notEqual: "不等于"
    case .less: ofDates ? "早于" : "低于"
    case .atMost: ofDates ? "不晚于" : "不超过"
    case .more: ofDates ? "晚于" : "超过"
    case .atLeast: ofDates ? "不早于" : "不低于"
    }
  }

  static func opposite(of comparison: Comparison) -> Comparison {
    switch comparison {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .atLeast
    case .atMost: .more
    case .more: .atMost
    case .atLeast: .less
    }
  }

  /// The comparison that an operand names.
  static func comparison(_ operand: Trace.Operand) -> Comparison? {
    if case .name(let name) = operand { Comparison(rawValue: name) } else { nil }
  }
}
