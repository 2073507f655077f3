import CaseModel
import SubsidyRules

extension TraceWords {
  /// Name and value of an operand: "授权公告日 2019-01-15"; the value alone where there is no name, or where the
  /// name only asks for it (第几年度).
  func phrase(_ operand: Trace.Operand) -> String {
    let (name, text) = (label(operand), text(operand))
    return name.isEmpty || name.hasPrefix("第几") ? text : "\(name) \(text)"
  }

  /// The other side of a comparison: a bare number takes the unit of what it is compared with, a figure of the
  /// policy goes without a name.
  func bound(_ operand: Trace.Operand, against other: Trace.Operand) -> String {
    guard let number = number(operand), label(operand).isEmpty else { return phrase(operand) }
    return Self.counted(number, unit: unit(other, operand))
  }

  func isDate(_ operand: Trace.Operand) -> Bool {
    if case .date = value(operand) { true } else { false }
  }

  /// The first step that came out false and gives a reason.
  func failed(_ reason: Reason) -> Trace.Node? {
    trace.nodes.first { $0.reason == reason && $0.result == .flag(false) }
  }

  /// The article a failed step stands under, for the front of a sentence.
  func citation(_ node: Trace.Node?) -> String {
    let article = Labels.articleName(node?.article ?? item?.article ?? "")
    return article.isEmpty ? "" : article + " "
  }

  /// How far a number is from making a comparison true: "差 1 件", "多 2 件"; nil where nothing can be counted.
  func gap(_ node: Trace.Node) -> String? {
    guard node.operation == .holds, node.operands.count == 3,
      let comparison = Relation.comparison(node.operands[1])
    else { return nil }
    let (a, b) = (node.operands[0], node.operands[2])
    if let x = money(a), let y = money(b) {
      let short = y.lessAtLeastZero(x)
      return comparison == .atLeast && short > .zero ? "差 \(short) 元" : nil
    }
    guard let x = number(a), let y = number(b) else { return nil }
    let (short, overflows) = y.subtractingReportingOverflow(x)
    guard !overflows, short.magnitude < 1_000_000_000 else { return nil }
    let unit = unit(a, b)
    // Years are earlier or later, not short of one another.
    guard unit != "年" else { return nil }
    return switch comparison {
    case .atLeast where short > 0: "差 " + Self.amount(short, unit: unit)
    case .more where short >= 0: "差 " + Self.amount(short + 1, unit: unit)
    case .atMost where short < 0: "多 " + Self.amount(-short, unit: unit)
    case .less where short <= 0: "多 " + Self.amount(-short + 1, unit: unit)
    default: nil
    }
  }

  /// The two ends within which a value should lie, by all steps that compare it under the same article and reading.
  func range(around node: Trace.Node) -> String? {
    guard let subject = node.operands.first, let bound = node.operands.last else { return nil }
    // A day of the policy is set against days of the policy, not against the day of receipt.
    func isAlike(_ other: Trace.Operand) -> Bool {
      (self.node(other)?.operation == .figure || self.node(other) == nil)
        == (self.node(bound)?.operation == .figure || self.node(bound) == nil)
    }
    // A fact is told anew for each condition that asks for it.
    func isSubject(_ other: Trace.Operand) -> Bool {
      guard other != subject else { return true }
      guard let a = self.node(other), let b = self.node(subject), a.operation == .fact else { return false }
      return a.operation == b.operation && a.operands == b.operands
    }
    func end(_ comparison: Comparison) -> String? {
      let found = trace.nodes.first {
        $0.operation == .holds && $0.operands.count == 3 && isSubject($0.operands[0])
          && isAlike($0.operands[2])
          && $0.article == node.article && $0.reading == node.reading
          && $0.reason ?? node.reason == node.reason
          && Relation.comparison($0.operands[1]) == comparison
      }
      return found.map { text($0.operands[2]) }
    }
    guard let from = end(.atLeast), let to = end(.atMost) else { return nil }
    return "\(from) 至 \(to)"
  }
}
