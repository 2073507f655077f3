import CaseModel
public import SubsidyRules

/// What a policy says about an item, in lines a clerk can read out to an applicant.
public enum PolicyWording {
  /// Who is paid what, under which cap, how often, by which reading, and for which papers.
  public static func lines(_ item: Item, of policy: Policy) -> [String] {
    let policy = policy.document(of: item)
    var lines = ["申报人：" + item.applicants.map { Labels.label($0) }.joined(separator: "、")]
    lines.append("资助：" + amount(item))
    for cap in policy.caps where cap.items.contains(item.id) {
      lines.append("限额：" + self.cap(cap, for: item))
    }
    lines.append("填报：" + item.inputs.map(\.label).joined(separator: "、"))
    lines.append("同一" + once(item.once.chosen(policy.readings) ?? [], item) + "只资助一次")
    for index in item.readings.sorted() where policy.readings.indices.contains(index) {
      let reading = policy.readings[index]
      lines.append("口径：\(reading.label)，现行“\(reading.chosenOption?.label ?? "")”")
    }
    let papers = (policy.commonPapers + item.papers).map { $0.label + ($0.optional ? "（如有）" : "") }
    let condition = policy.papersCheckedBefore.map { "（\(stage($0))前须逐项核对）" } ?? ""
    lines.append("材料\(condition)：" + papers.joined(separator: "；"))
    if let unexpressed = item.unexpressed { lines.append("待人工核定：\(unexpressed.clause)") }
    return lines
  }

  /// What a policy is, where an office has several: number, signing, the days that it holds, in whose place it comes.
  public static func lines(of policy: Policy, in office: Policy) -> [String] {
    var lines = ["文号：\(policy.document)", "签发：\(policy.signed)"]
    for period in policy.periods {
      let note = period.note.map { "（\($0)）" } ?? ""
      lines.append("适用：\(period.from) 至 \(period.to)\(note)")
    }
    if let id = policy.replaces {
      lines.append("代替：" + (office.document(id).map { "《\($0.title)》（\($0.document)）" } ?? id))
    }
    for item in policy.items {
      if let name = item.continues { lines.append("延续：\(item.label)与 \(name) 合并计算，只资助一次") }
    }
    for cap in policy.caps {
      if let name = cap.continues { lines.append("延续：\(cap.label)与 \(name) 共用一个额度") }
    }
    return lines
  }

  private static func stage(_ stage: PaperStage) -> String {
    switch stage {
    case .accept: "受理"
    case .review: "初审"
    case .approve: "审定"
    }
  }

  // MARK: - Amounts

  private static func amount(_ item: Item) -> String {
    let basis: String
    switch item.amount.basis {
    case .fixed(let figure): basis = money(figure, item)
    case .paid(let input): basis = "\(label(input, item))据实"
    case .share(let input, .one(_, let rate)): basis = "\(label(input, item))的 \(rate)"
    case .share(let input, .cases(let expression, let cases)):
      let rates = cases.sorted { $0.key < $1.key }
        .map { "\(name($0.key, of: expression, item)) \($0.value.value)" }
      basis = "\(label(input, item))的比例：\(rates.joined(separator: "，"))"
    case .tiers(let quantity, let tiers):
      let rows = tiers.map { tier in
        "\(tier.isStrict ? "超过" : "达到") \(bound(tier.bound))：\(money(tier.amount, item))"
      }
      basis = "\(name(of: quantity, item))\(rows.joined(separator: "；"))（取最高一档）"
    case .steps(let quantity, let threshold, let size, let each):
      basis = "\(name(of: quantity, item))超过 \(threshold) 后每 \(size)，\(money(each, item))"
    }
    guard let ceiling = item.amount.ceiling else { return basis }
    return "\(basis)，最高 \(money(ceiling, item))"
  }

  private static func bound(_ value: Value) -> String {
    switch value {
    case .money(let money): "\(MoneyWording.short(money)) 元"
    case .number(let number): String(number)
    default: ""
    }
  }

  private static func money(_ figure: Figure<Money>, _ item: Item) -> String {
    switch figure {
    case .one(_, let money): return "\(MoneyWording.short(money)) 元"
    case .cases(let expression, let cases):
      return cases.sorted { ($1.value.value, $0.key) < ($0.value.value, $1.key) }
        .map { "\(name($0.key, of: expression, item)) \(MoneyWording.short($0.value.value)) 元" }
        .joined(separator: "，")
    }
  }

  private static func cap(_ cap: Cap, for item: Item) -> String {
    let holders = cap.holder.map { part in
      switch part {
      case .applicant: "每个申请人"
      case .family: "机构与其分支机构合计"
      case .each(let expressions): expressions[item.id].map { "分\(name(of: $0, item))" } ?? ""
      }
    }
    let window = cap.window == .year ? "每年" : "有效期内"
    let limit = cap.limit[item.id].map { money($0, item) } ?? ""
    return "\(cap.label)，\(holders.isEmpty ? "全市" : holders.joined(separator: "、"))\(window) \(limit)"
  }

  // MARK: - Names

  private static func once(_ parts: [KeyPart], _ item: Item) -> String {
    parts.map { part in
      switch part {
      case .applicant: "申请人"
      case .family: "机构（含分支机构）"
      case .input(let index): label(index, item)
      case .value(let index): name(of: .value(index), item)
      }
    }.joined(separator: "、")
  }

  private static func label(_ input: Int, _ item: Item) -> String {
    item.inputs.indices.contains(input) ? item.inputs[input].label : ""
  }

  private static func name(of expression: Expression, _ item: Item) -> String {
    switch expression {
    case .input(let index): label(index, item)
    case .value(let index): item.values.indices.contains(index) ? item.values[index].label : ""
    case .type: "专利类型"
    case .kind: "申请人类型"
    case .year: "年度"
    default: ""
    }
  }

  /// What a case is called: a patent type, a kind of applicant, an option of an input.
  private static func name(_ text: String, of expression: Expression, _ item: Item) -> String {
    switch expression {
    case .value(let index) where item.values.indices.contains(index):
      return name(text, of: item.values[index].expression, item)
    case .type: return PatentType(rawValue: text).map { Labels.label($0) } ?? text
    case .kind: return ApplicantKind(rawValue: text).map { Labels.label($0) } ?? text
    case .input(let index) where item.inputs.indices.contains(index):
      switch item.inputs[index].kind {
      case .choice(let options): return options.first { $0.id == text }?.label ?? text
      case .flag: return item.inputs[index].label + (text == "true" ? "“是”" : "“否”")
      default: return text
      }
    default: return text
    }
  }
}
