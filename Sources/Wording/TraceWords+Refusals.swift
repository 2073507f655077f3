import CaseModel
import SubsidyRules

/// Sentences for filings of the wrong person, day or patent.
extension TraceWords {
  func applicantKind() -> ReasonWords {
    let node = failed(.applicantKind)
    let who = (item?.applicants ?? []).map(Labels.label).joined(separator: "、")
    let kind = node?.operands.first.map(text) ?? ""
    let found = kind.isEmpty ? "申请人类型不符" : "申请人类型为\(kind)"
    let wanted = who.isEmpty ? "不是资助对象" : "本项目资助对象为：\(who)"
    return ReasonWords("\(citation(node))\(found)，\(wanted)", "。请核对申请人类型，或改报其他项目。")
  }

  func notLocal() -> ReasonWords {
    let code: String? =
      if let operand = failed(.notLocal)?.operands.first, case .text(let code)? = value(operand) { code } else
      { nil }
    let shown = code.map { "（\(Labels.district($0, among: policy.districts))）" } ?? ""
    return ReasonWords("\(citation(failed(.notLocal)))所在地不在本市\(shown)，不予资助", "。请核对申请人所在地。")
  }

  func outsideValidity() -> ReasonWords {
    guard let node = failed(.outsideValidity), node.operands.count == 3 else {
      return ReasonWords("\(Labels.articleName("closing")) 不在办法有效期内，不予资助", "。")
    }
    var off = ""
    if case .date(let day)? = value(node.operands[0]), case .date(let end)? = value(node.operands[2]) {
      off = day < end ? "，早 \(day.days(to: end)) 天" : "，晚 \(end.days(to: day)) 天"
    }
    let range = range(around: node).map { "（\($0)）" } ?? ""
    return ReasonWords(
      "\(citation(node))\(comparison(node))\(off)，不在有效期内\(range)，不予资助", "\(neighbours(of: node))。请核对日期。")
  }

  /// The policies between which an event lies, where the office has several and none holds it.
  private func neighbours(of node: Trace.Node) -> String {
    guard office.documents.count > 1, let item, case .date(let event)? = value(node.operands[0]) else {
      return ""
    }
    let documents = office.versions(of: item).map { office.document(of: $0) }
    let spans = documents.compactMap { document in
      document.periods.first.flatMap { first in document.periods.last.map { (document, first.from, $0.to) } }
    }
    guard !spans.contains(where: { $0.1 <= event && event <= $0.2 }) else { return "" }
    let before = spans.filter { $0.2 < event }.max { $0.2 < $1.2 }.map { "《\($0.0.title)》到 \($0.2) 为止" }
    let after = spans.filter { event < $0.1 }.min { $0.1 < $1.1 }.map { "《\($0.0.title)》从 \($0.1) 开始" }
    let both = [before, after].compactMap(\.self)
    return both.isEmpty ? "" : "（\(both.joined(separator: "，"))）"
  }

  func eventAfterReceived() -> ReasonWords {
    guard let node = failed(.eventAfterReceived) else { return ReasonWords("事项日期晚于收件日", "，请核对日期，或到期后再申报。") }
    return ReasonWords("\(comparison(node))", "，请核对日期，或到期后再申报。")
  }

  func numberAfterEvent() -> ReasonWords {
    guard let node = failed(.numberAfterEvent) else { return ReasonWords("申请号的年份晚于事项年份", "，请核对号码和日期。") }
    return ReasonWords("\(comparison(node))", "，请核对号码和日期。")
  }

  func patentType() -> ReasonWords {
    guard let node = failed(.patentType), node.operands.count == 2, case .texts(let types) = node.operands[1]
    else { return ReasonWords("\(citation(failed(.patentType)))专利类型不在本项目资助范围", "，请改报相应项目。") }
    let subject = self.node(node.operands[0])
    let wanted = types.map { word($0, of: subject) }.joined(separator: "、")
    return ReasonWords("\(citation(node))专利类型为\(text(node.operands[0]))，本项目只资助\(wanted)", "。请核对申请号，或改报相应项目。")
  }

  /// What was compared and how it came out: "授权公告日 2021-01-05，晚于 2020-12-31".
  func comparison(_ node: Trace.Node) -> String {
    guard node.operands.count == 3, let comparison = Relation.comparison(node.operands[1]) else { return "" }
    let (a, b) = (node.operands[0], node.operands[2])
    let holds = node.result == .flag(true)
    if comparison == .equal || isFlag(a) { return equality(a, comparison, b, holds: holds) }
    let relation = Relation.words(comparison, holds: holds, ofDates: isDate(a) || unit(a, b) == "年")
    return "\(phrase(a))，\(relation) \(bound(b, against: a))"
  }

  private func isFlag(_ operand: Trace.Operand) -> Bool {
    if case .flag = value(operand) { true } else { false }
  }

  private func equality(
    _ a: Trace.Operand, _ comparison: Comparison, _ b: Trace.Operand, holds: Bool
  ) -> String {
    guard !holds else { return phrase(a) }
    return "\(phrase(a))，\(comparison == .notEqual ? "不应为" : "应为") \(bound(b, against: a))"
  }
}
