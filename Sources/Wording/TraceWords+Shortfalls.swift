import CaseModel
import SubsidyRules

/// Sentences for filings that fall short, with the nearest yes, and for those that another was served before.
extension TraceWords {
  func condition(_ input: String) -> ReasonWords {
    guard let node = failed(.condition(input)) else {
      return ReasonWords("\(citation(nil))\(inputLabel(input))不符合条件", "，请核对。")
    }
    return ReasonWords(
      "\(citation(node))\(comparison(node))\(gap(node).map { "，\($0)" } ?? "")，不符合条件", "。请核对材料。")
  }

  /// Of sums that are worked out of rows: each row that was not reached, told one after another.
  private func rowsMissed(_ node: Trace.Node) -> ReasonWords {
    let missed = trace.nodes.filter { other in
      other.step < node.step && other.operation == .holds && other.result == .flag(false)
        && other.reason == nil && other.operands.count == 3
    }
    let told = missed.map { row in
      let gap = gap(row).map { "，\($0)" } ?? ""
      return
        "\(phrase(row.operands[0]))，\(verb(row)) \(bound(row.operands[2], against: row.operands[0]))\(gap)"
    }
    guard !told.isEmpty else { return ReasonWords("\(citation(node))未达资助门槛，不予资助", "。请核对数量。") }
    return ReasonWords("\(citation(node))\(told.joined(separator: "；"))", "。请核对数量。")
  }

  private func verb(_ node: Trace.Node) -> String {
    Relation.comparison(node.operands[1]) == .more ? "未超过" : "未达"
  }

  func belowThreshold() -> ReasonWords {
    // Of several tiers the lowest is the nearest.
    let failed = trace.nodes.filter {
      $0.reason == .belowThreshold && $0.result == .flag(false) && $0.operands.count == 3
    }
    let nearest = failed.min { (number($0.operands[2]) ?? .max) < (number($1.operands[2]) ?? .max) }
    guard let node = nearest else { return ReasonWords("\(citation(nil))未达资助门槛，不予资助", "。请核对数量。") }
    let (a, b) = (node.operands[0], node.operands[2])
    if money(b) == .zero, money(a) == .zero { return rowsMissed(node) }
    let verb = verb(node)
    let gap = gap(node).map { "，\($0)" } ?? ""
    let check = money(b) == nil ? "请核对清单件数。" : "请核对金额。"
    return ReasonWords("\(citation(node))\(phrase(a))，\(verb) \(bound(b, against: a))\(gap)", "。\(check)")
  }

  func shareTooLow() -> ReasonWords {
    guard let node = failed(.shareTooLow), let share = ShareWords(node, self) else {
      return ReasonWords("\(citation(nil))占比不足，不予资助", "。请核对清单件数。")
    }
    let (part, whole) = (node.operands[0], node.operands[3])
    let name = label(part).contains("发明") ? "发明" : label(part)
    let unit = unit(part, whole) ?? ""
    let pad = unit.isEmpty ? "" : " \(unit)"
    let found =
      share.percentage.map { "\(name)占比 \($0)，低于 \(share.rate)" } ?? "\(name)占比不足 \(share.rate)"
    let gap = share.short.map { "，差 \($0)\(pad)" } ?? ""
    let needed = share.needed.map { "，按\(phrase(whole))计至少 \($0)\(pad)" } ?? ""
    return ReasonWords("\(citation(node))\(found)\(gap)（\(phrase(part))\(needed)）", "。请核对清单件数。")
  }

  func window() -> ReasonWords {
    guard let node = failed(.window) else { return ReasonWords("\(citation(nil))不在资助年限内，不予资助", "。请核对日期。") }
    // A window for claims is about the day of receipt, not about what is paid for.
    if let subject = self.node(node.operands.first ?? .none), subject.operation == .fact {
      let range = range(around: node).map { "；申报期 \($0)" } ?? ""
      return ReasonWords("\(citation(node))\(comparison(node))，不在申报期内\(range)", "。请核对收件日期，或在申报期内申报。")
    }
    let range = range(around: node).map { "；可资助 \($0)" } ?? ""
    return ReasonWords("\(citation(node))\(comparison(node))，不在资助年限内\(range)", "。请核对日期和年度。")
  }

  func duplicate(_ filing: String) -> ReasonWords {
    let parts = item?.once.chosen(policy.readings) ?? []
    let same = parts.map { "同一" + name($0) }.joined(separator: "、")
    return ReasonWords("\(citation(nil))\(same.isEmpty ? "同一事项" : same)已由 \(filing) 申报，只资助一次", "。请核对是否重复申报。")
  }

  func neededAward() -> ReasonWords {
    let name = policy.items.first { $0.name == item?.needs?.item }.map { "“\($0.label)”" } ?? "前一项目"
    return ReasonWords(
      "\(citation(failed(.neededAward)))须先有\(name)的资助，没有找到，不予资助", "。请核对那一件是否已申报、号码是否一致。")
  }

  private func name(_ part: KeyPart) -> String {
    switch part {
    case .applicant: return "申请人"
    case .family: return "代理机构（含分支机构）"
    case .input(let index):
      guard let inputs = item?.inputs, inputs.indices.contains(index) else { return "事项" }
      let rule = inputs[index]
      if rule.kind == .applicationNumber { return "专利" }
      return rule.label.hasPrefix("第几") ? String(rule.label.dropFirst(2)) : rule.label
    case .value(let index):
      guard let values = item?.values, values.indices.contains(index) else { return "事项" }
      return values[index].label
    }
  }

  func cap(_ id: String) -> ReasonWords {
    let label = policy.cap(id)?.label ?? id
    let article = Labels.articleName(policy.cap(id)?.article ?? item?.article ?? "")
    let prefix = article.isEmpty ? "" : article + " "
    if let node = trace.nodes.first(where: { $0.isPieceCount && $0.operands.first == .name(id) }) {
      let year = number(node.operands[2]).map { "\($0) 年" } ?? ""
      let limit = number(.step(node.step - 1)).map { "（\($0) 件）" } ?? ""
      return ReasonWords("\(prefix)\(year)\(label)已用完\(limit)，本件资助额为 0.00 元", "。请告知申请人。")
    }
    let node = trace.nodes.first { $0.operation == .room && $0.operands.first == .name(id) }
    guard let node, let room = money(.step(node.step)) else {
      return ReasonWords("\(prefix)\(label)不足，按余额核减", "。")
    }
    let year = node.operands.count > 2 ? number(node.operands[2]).map { "\($0) 年" } ?? "" : ""
    guard room > .zero else { return ReasonWords("\(prefix)\(year)\(label)已用完，本件资助额为 0.00 元", "。请告知申请人。") }
    let asked = trace.nodes.first { $0.operation == .min && $0.operands.contains(.step(node.step)) }?.operands
      .first { $0 != .step(node.step) }
    let gross = asked.flatMap(money).map { "本件应得 \(MoneyWording.yuan($0))，" } ?? "本件"
    let award = trace.nodes.last.flatMap { $0.operation == .award ? money(.step($0.step)) : nil } ?? room
    return ReasonWords(
      "\(prefix)\(year)\(label)只剩 \(MoneyWording.yuan(room))，\(gross)核减为 \(MoneyWording.yuan(award))",
      "。请告知申请人。")
  }
}
