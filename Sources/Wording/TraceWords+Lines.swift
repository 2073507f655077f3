import CaseModel
import SubsidyRules

extension TraceWords {
  /// Steps that another step's line tells already: facts, types and years that are compared, and figures that are
  /// a bound, a rate or a limit.
  func folded() -> Set<Int> {
    var told: Set<Int> = []
    for node in trace.nodes where node.isPieceCount {
      // The limit before it, and what works out behind it whether a piece is left, are told in its line.
      told.formUnion([node.step - 1, node.step + 1, node.step + 2, node.step + 3, node.step + 4])
    }
    for node in trace.nodes where node.operation != .award {
      for case .step(let step) in node.operands {
        guard let used = trace[step: step], used.name == nil else { continue }
        switch used.operation {
        // What is divided has a line, and the six steps that prove it have none.
        case .figure where used.operands.count == 4: told.formUnion(step + 1...step + 6)
        case .fact where used.isPieceCount: break
        case .fact, .type, .year, .figure: told.insert(step)
        // Who has the award that is needed is told with whether it is there.
        case .first: told.insert(step)
        default: break
        }
      }
    }
    return told
  }

  /// Whether a step only tells that a quantity does not reach a row of sums: it stands in the working, and is no condition.
  func isRowMissed(_ node: Trace.Node) -> Bool {
    guard node.operation == .holds, node.result == .flag(false), node.reason == nil,
      let award = trace.nodes.last, award.operation == .award, award.operands.count == 2,
      case .steps(let needed) = award.operands[1]
    else { return false }
    return !needed.contains(node.step)
  }

  /// What a step does, in words; empty where it says nothing by itself.
  func line(_ node: Trace.Node) -> String {
    let operands = node.operands
    switch node.operation {
    case .input: return node.result == nil ? "\(label(node)) 缺少或无法识别" : phrase(.step(node.step))
    case .fact: return node.isPieceCount ? pieces(node) : phrase(.step(node.step))
    case .figure where operands.count == 4:
      return calculated(node, "\(phrase(operands[1])) x \(phrase(operands[2])) / \(phrase(operands[3]))")
    case .figure: return "标准 \(text(.step(node.step)))"
    case .type, .year, .lastDay: return "\(label(node)) \(text(.step(node.step)))"
    case .later: return calculated(node, operands.map(phrase).joined(separator: "，") + "，取较晚日")
    case .annuity: return calculated(node, operands.map(phrase).joined(separator: "，"))
    case .add: return calculated(node, operands.map(phrase).joined(separator: " + "))
    case .subtract: return calculated(node, operands.map(phrase).joined(separator: " - "))
    case .min: return calculated(node, parts(node) + " 取最小")
    case .max: return calculated(node, parts(node) + " 取最大")
    case .share: return calculated(node, operands.map(phrase).joined(separator: " x "))
    case .times: return calculated(node, operands.map(phrase).joined(separator: " x "))
    case .steps: return steps(node)
    case .holds: return holds(node)
    case .holdsShare: return share(node)
    case .among: return among(node)
    case .room: return room(node)
    case .first: return first(node)
    case .award: return award(node)
    }
  }

  /// A step with its result behind it and, where it has one, its name in front.
  private func calculated(_ node: Trace.Node, _ work: String) -> String {
    let name = node.name == nil ? "" : label(node)
    return "\(name.isEmpty ? "" : name + " = ")\(work) = \(text(.step(node.step)))"
  }

  /// The sums that are chosen between: a figure in front is what the policy pays, one behind a sum its ceiling.
  private func parts(_ node: Trace.Node) -> String {
    node.operands.enumerated().map { index, operand in
      switch self.node(operand)?.operation {
      case .figure: (index == 0 || node.operation == .max ? "标准 " : "封顶 ") + text(operand)
      case .room: "余额 " + text(operand)
      default: phrase(operand)
      }
    }.joined(separator: "、")
  }

  private func steps(_ node: Trace.Node) -> String {
    guard node.operands.count == 3 else { return "" }
    let parts = (phrase(node.operands[0]), text(node.operands[1]), text(node.operands[2]))
    return "\(parts.0)，超过 \(parts.1) 的部分每 \(parts.2) 为一档 = \(text(.step(node.step))) 档"
  }
}
