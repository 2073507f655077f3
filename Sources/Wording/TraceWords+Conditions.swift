import CaseModel
import SubsidyRules

/// Lines for conditions, caps and the award itself; a condition's 符合 or 不符合 is put behind it by the caller.
extension TraceWords {
  func holds(_ node: Trace.Node) -> String {
    guard node.operands.count == 3 else { return "" }
    // Incomplete and closed filings have one comparison that names nothing the clerk would know.
    guard let subject = self.node(node.operands[0]) else {
      return "应填的都有并能识别（缺 \(text(node.operands[0])) 项）"
    }
    if subject.operation == .fact, subject.operands == [.name("status")] {
      return "\(phrase(node.operands[0]))，本件已结案"
    }
    if subject.operation == .first { return needed(subject) }
    let gap = node.result == .flag(false) ? gap(node).map { "，\($0)" } ?? "" : ""
    return comparison(node) + gap
  }

  func share(_ node: Trace.Node) -> String {
    guard let share = ShareWords(node, self) else { return "" }
    let (part, whole) = (node.operands[0], node.operands[3])
    let relation = Relation.words(share.comparison, holds: share.holds, ofDates: false)
    let found = share.percentage.map { "，占 \($0)" } ?? ""
    let unit = unit(part, whole).map { " \($0)" } ?? ""
    let gap = share.short.map { "，差 \($0)\(unit)" } ?? ""
    return "\(phrase(part))，\(phrase(whole))\(found)，\(relation) \(share.rate)\(gap)"
  }

  func among(_ node: Trace.Node) -> String {
    guard node.operands.count == 2, case .texts(let texts) = node.operands[1] else { return "" }
    let subject = node.operands[0]
    let verb = node.result == .flag(true) ? "属于" : "不属于"
    if texts == policy.districts.map(\.code) { return "\(phrase(subject))，\(verb)本市" }
    let list = texts.map { word($0, of: self.node(subject)) }.joined(separator: "、")
    return "\(phrase(subject))，\(verb) \(list)"
  }

  func room(_ node: Trace.Node) -> String {
    guard node.operands.count == 5, case .name(let cap) = node.operands[0],
      let (count, used) = served(node.operands[4])
    else { return "" }
    let label = policy.cap(cap)?.label ?? cap
    let year = number(node.operands[2]).map { " \($0)年" } ?? ""
    let limit = text(node.operands[3])
    var over = ""
    if let limit = money(node.operands[3]), used > MoneyTotal(limit) {
      over = "，超出 \(MoneyWording.grouped(used - MoneyTotal(limit)))"
    }
    return
      "\(label)\(year) \(limit)，已用 \(MoneyWording.grouped(used))（\(count) 件），余 \(text(.step(node.step)))\(over)"
  }

  /// Who has the award that is needed, or that nobody has.
  func needed(_ node: Trace.Node) -> String {
    let name = policy.items.first { $0.name == item?.needs?.item }.map { "“\($0.label)”" } ?? "前一项目"
    guard case .name(let filing) = node.operands.count > 1 ? node.operands[1] : .none else {
      return "没有\(name)的资助"
    }
    return "已有\(name)的资助（\(filing)）"
  }

  /// How many pieces of a cap are left.
  func pieces(_ node: Trace.Node) -> String {
    guard case .name(let cap)? = node.operands.first, let taken = number(.step(node.step)),
      let limit = number(.step(node.step - 1))
    else { return "" }
    let label = policy.cap(cap)?.label ?? cap
    let year = number(node.operands[2]).map { " \($0)年" } ?? ""
    let over = taken > limit ? "，超出 \(taken - limit) 件" : ""
    return "\(label)\(year) \(limit) 件，已用 \(taken) 件，余 \(max(limit - taken, 0)) 件\(over)"
  }

  /// How many were served before, and what they got together.
  private func served(_ operand: Trace.Operand) -> (count: Int, sum: MoneyTotal)? {
    switch operand {
    case .served(let served): (served.count, served.total)
    case .summary(let summary): (summary.count, summary.sum)
    default: nil
    }
  }

  func first(_ node: Trace.Node) -> String {
    let filing: String? =
      switch node.operands.count > 1 ? node.operands[1] : .none {
      case .name(let filing), .value(.text(let filing)): filing
      default: nil
      }
    return filing.map { "已由 \($0) 申报，只资助一次" } ?? "未重复申报"
  }

  func award(_ node: Trace.Node) -> String {
    guard case .money(let money)? = node.result else { return "" }
    return "资助额 \(MoneyWording.yuan(money))"
  }
}
