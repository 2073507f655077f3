import CaseModel
public import SubsidyRules

/// What a policy says about an item, in lines a clerk can read out to an applicant.
public enum PolicyWording {
  /// Who is paid what, under which cap, how often, by which reading, and for which papers.
  public static func lines(_ item: Item, of policy: Policy) -> [String] {
    let policy = policy.document(of: item)
    let terms = ItemTerms(item)
    var lines = ["申报人：" + item.applicants.map { Labels.label($0) }.joined(separator: "、")]
    lines.append("资助：" + amount(terms))
    for cap in policy.caps where cap.items.contains(item.id) {
      lines.append("限额：" + self.cap(cap, for: terms))
    }
    lines.append("计算日：" + event(terms))
    if let needed = needed(item, policy) { lines.append("前提：" + needed) }
    for condition in item.conditions {
      lines += ConditionWording.lines(condition, terms, policy).map { "条件：" + $0 }
    }
    lines.append("填报：" + item.inputs.map(\.label).joined(separator: "、"))
    lines.append("同一" + once(item.once.chosen(policy.readings) ?? [], terms) + "只资助一次")
    for index in item.readings.sorted() where policy.readings.indices.contains(index) {
      let reading = policy.readings[index]
      lines.append("口径：\(reading.label)，现行“\(reading.chosenOption?.label ?? "")”")
    }
    let papers = (policy.commonPapers + item.papers).map { $0.label + ($0.optional ? "（如有）" : "") }
    let condition = policy.papersCheckedBefore.map { "（\(stage($0))前须逐项核对）" } ?? ""
    lines.append("材料\(condition)：" + papers.joined(separator: "；"))
    for one in item.confirmations {
      lines.append("待人工确认：\(terms.input(one.input))（\(one.unexpressed.clause)）")
    }
    if let unexpressed = item.unexpressed { lines.append("待人工核定：\(unexpressed.clause)") }
    return lines
  }

  /// The award of another item that must come first.
  static func needed(_ item: Item, _ policy: Policy) -> String? {
    guard let needs = item.needs, let other = policy.items.first(where: { $0.name == needs.item }) else {
      return nil
    }
    return "同一\(once(needs.parts, ItemTerms(item)))已有“\(other.label)”的资助"
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
    if !policy.hasFeeCeiling { lines.append("其他资助：不与实缴官费核对") }
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

  /// The day that an award attaches to, and between which days the item is paid where it ends before its policy.
  private static func event(_ terms: ItemTerms) -> String {
    let item = terms.item
    var text = terms.name(of: item.event)
    if item.mayFollowReceipt { text += "（可在这一天之前申报，但不早于当年）" }
    if let since = item.since { text += "，\(since) 起" }
    if let until = item.until { text += "，到 \(until) 为止" }
    return text
  }

  // MARK: - Amounts

  static func amount(_ terms: ItemTerms) -> String {
    let item = terms.item
    let basis: String
    switch item.amount.basis {
    case .fixed(let figure): basis = money(figure, terms)
    case .paid(let input): basis = "\(terms.input(input))据实"
    case .share(let input, .one(_, let rate)): basis = "\(terms.input(input))的 \(rate)"
    case .share(let input, .cases(let expression, let cases)):
      let rates = cases.sorted { $0.key < $1.key }
        .map { "\(terms.name($0.key, of: expression)) \($0.value.value)" }
      basis = "\(terms.input(input))的比例：\(rates.joined(separator: "，"))"
    case .tiers(let quantity, let tiers):
      let rows = tiers.map { tier in
        "\(tier.isStrict ? "超过" : "达到") \(ItemTerms.stated(tier.bound))：\(money(tier.amount, terms))"
      }
      basis = "\(terms.name(of: quantity))\(rows.joined(separator: "；"))（取最高一档）"
    case .steps(let quantity, let threshold, let size, let each):
      basis = "\(terms.name(of: quantity))超过 \(threshold) 后每 \(size)，\(money(each, terms))"
    case .worked(let sum): basis = terms.name(of: sum)
    }
    switch item.amount.ceiling {
    case nil: return basis
    case .stated(let figure): return "\(basis)，最高 \(money(figure, terms))"
    case .worked(let sum): return "\(basis)，不超过\(terms.name(of: sum))"
    }
  }

  static func money(_ figure: Figure<Money>, _ terms: ItemTerms) -> String {
    switch figure {
    case .one(_, let money): return "\(MoneyWording.short(money)) 元"
    case .cases(let expression, let cases):
      return cases.sorted { ($1.value.value, $0.key) < ($0.value.value, $1.key) }
        .map { "\(terms.name($0.key, of: expression)) \(MoneyWording.short($0.value.value)) 元" }
        .joined(separator: "，")
    }
  }

  static func cap(_ cap: Cap, for terms: ItemTerms) -> String {
    let holders = cap.holder.map { part in
      switch part {
      case .applicant: "每个申请人"
      case .family: "机构与其分支机构合计"
      case .each(let expressions): expressions[terms.item.id].map { "分\(terms.name(of: $0))" } ?? ""
      }
    }
    let window = cap.window == .year ? "每年" : "有效期内"
    let piece = cap.isInPieces ? Cap.onePiece : cap.piece
    let limit = cap.limit[terms.item.id].map { figure in
      piece.map { pieces(figure, of: $0, terms) } ?? money(figure, terms)
    }
    let text =
      "\(cap.label)，\(holders.isEmpty ? "全市" : holders.joined(separator: "、"))\(window) \(limit ?? "")"
    return text + (cap.isDifference ? "，减去已得的资助（补差）" : "") + order(cap, terms)
  }

  /// Who is served first where it is not whoever came first.
  private static func order(_ cap: Cap, _ terms: ItemTerms) -> String {
    let id = terms.item.id
    let until = cap.closes[id].map { "，到\(terms.name(of: $0))为止" } ?? ""
    let order =
      switch cap.order {
      case .received: ""
      case .earliest(let days): days[id].map { "，按\(terms.name(of: $0))先后\(until)" } ?? ""
      case .highest(let numbers): numbers[id].map { "，按\(terms.name(of: $0))从高到低\(until)" } ?? ""
      }
    return order + (cap.sameDay == .lot ? "，同日收件的抽签" : "")
  }

  /// A limit in pieces, each paid the same.
  private static func pieces(_ figure: Figure<Money>, of piece: Money, _ terms: ItemTerms) -> String {
    func count(_ money: Money) -> String { "\(piece.fen > 0 ? money.fen / piece.fen : 0) 件" }
    switch figure {
    case .one(_, let money): return count(money)
    case .cases(let expression, let cases):
      return cases.sorted { $0.key < $1.key }
        .map { "\(terms.name($0.key, of: expression)) \(count($0.value.value))" }.joined(separator: "，")
    }
  }

  static func once(_ parts: [KeyPart], _ terms: ItemTerms) -> String {
    parts.map { part in
      switch part {
      case .applicant: "申请人"
      case .family: "机构（含分支机构）"
      case .input(let index): terms.input(index)
      case .value(let index): terms.name(of: .value(index))
      }
    }.joined(separator: "、")
  }
}
