import CaseModel
public import SubsidyRules

/// A policy file read back in plain sentences, clause by clause, to be proofread beside the text.
public enum PolicyExplanation {
  public static func lines(_ policy: Policy) -> [String] {
    var lines = ["《\(policy.title)》（编号 \(policy.id)）"]
    lines += PolicyWording.lines(of: policy, in: policy)
    lines.append("本市区划：" + policy.districts.map { "\($0.name)（\($0.code)）" }.joined(separator: "、"))
    if !policy.commonPapers.isEmpty {
      lines.append("各项目都要的材料：" + policy.commonPapers.map(paper).joined(separator: "；"))
    }
    for reading in policy.readings { lines += self.lines(reading) }
    for article in policy.articles {
      lines += ["", "\(Labels.articleName(article.number)) \(article.title)"]
      let items = policy.items.filter { $0.article == article.number }
      let kinds = policy.register.filter { $0.article == article.number }
      if items.isEmpty { lines.append("  本条无直接资助标准。") }
      if let record = article.record { lines.append("  登记内容：\(record)") }
      for kind in kinds {
        lines.append("  台账“\(kind.label)”：" + kind.fields.map(\.rule.label).joined(separator: "、"))
      }
      for item in items {
        lines += ["  【\(item.label)】"] + self.lines(item, of: policy).map { "    " + $0 }
      }
    }
    return lines
  }

  private static func lines(_ reading: ReadingRule) -> [String] {
    let articles = reading.articles.map { Labels.articleName($0) }.joined(separator: "、")
    let options = reading.options.indices.map { index in
      reading.options[index].label + (index == reading.choice ? "（现行）" : "")
    }
    return ["口径“\(reading.label)”（\(articles)）：\(reading.question)" + options.joined(separator: "；")]
  }

  /// What the screen says of an item, with every option of its readings, and what the form asks for, one by one.
  public static func lines(_ item: Item, of policy: Policy) -> [String] {
    let policy = policy.document(of: item)
    let terms = ItemTerms(item)
    // What depends on a reading is said for each option here, and common papers stand at the top.
    let plain = PolicyWording.lines(item, of: policy).filter { line in
      !["条件：", "填报：", "口径：", "材料", "同一", "待人工"].contains { line.hasPrefix($0) }
    }
    let papers = item.papers.map { "材料：" + paper($0) }
    let conditions = item.conditions.flatMap { condition in
      ConditionWording.allLines(condition, terms, policy).map { "条件：" + $0 }
    }
    let inputs = item.inputs.map { "填报：" + input($0, policy) }
    let values = item.values.map { "算出：\($0.label) = \(terms.name(of: $0.expression))" }
    let confirmed = item.confirmations.map { one in
      "待人工确认：\(terms.input(one.input))——原文：\(one.unexpressed.clause)；不能写成规则：\(one.unexpressed.reason)"
    }
    let open = item.unexpressed.map { "待人工核定——原文：\($0.clause)；不能写成规则：\($0.reason)" }
    return plain + conditions + confirmed + (open.map { [$0] } ?? []) + once(item, terms, policy) + inputs
      + values + papers
  }

  private static func once(_ item: Item, _ terms: ItemTerms, _ policy: Policy) -> [String] {
    guard case .byReading(let index, let keys) = item.once, policy.readings.indices.contains(index) else {
      return item.once.all.map { "同一\(PolicyWording.once($0, terms))只资助一次" }
    }
    let reading = policy.readings[index]
    return reading.options.indices.filter(keys.indices.contains).map { option in
      "\(reading.label)取“\(reading.options[option].label)”时：同一\(PolicyWording.once(keys[option], terms))只资助一次"
    }
  }

  private static func paper(_ paper: Paper) -> String {
    paper.label + (paper.copies > 0 ? " \(paper.copies) 份" : "") + (paper.original ? "，交原件" : "")
      + (paper.optional ? "（如有）" : "")
  }

  private static func input(_ rule: InputRule, _ policy: Policy) -> String {
    var text = rule.label
    switch rule.kind {
    case .date: text += "（日期）"
    case .money: text += "（金额）"
    case .flag: text += "（是或否）"
    case .text: text += "（文字）"
    case .year: text += "（年度）"
    case .count(let range):
      text += range == InputRule.countRange ? "（数）" : "（\(range.lowerBound) 到 \(range.upperBound) 的数）"
    case .choice(let options): text += "（" + options.map(\.label).joined(separator: "、") + "）"
    case .applicationNumber: text += "（专利申请号）"
    }
    if rule.source == .office { text += "，由本局填写" }
    if let needed = rule.neededUnder, policy.readings.indices.contains(needed.reading) {
      let reading = policy.readings[needed.reading]
      let option = reading.options.indices.contains(needed.option) ? reading.options[needed.option].label : ""
      text += "，只在\(reading.label)取“\(option)”时必填"
    }
    return text
  }
}
