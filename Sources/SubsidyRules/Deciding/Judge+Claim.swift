import CaseModel

extension Judge {
  /// What may be paid once only, as text: the item and the parts that the policy names. Texts are compared in
  /// half width, upper case, with single spaces; application numbers without dress and check digit.
  mutating func onceKey() -> String? {
    guard let parts = item.once.chosen(policy.readings) else { return nil }
    var key = item.id
    for part in parts {
      key += "|"
      switch part {
      case .applicant: key += escaped(facts.applicant)
      case .family: key += escaped(facts.family)
      case .input(let index):
        guard inputs.indices.contains(index), let value = inputs[index].value else { return nil }
        key += text(value)
      case .value(let index):
        guard let value = silently({ $0.term(.value(index)) })?.value else { return nil }
        key += text(value)
      }
    }
    return key
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .money(let money): money.description
    case .percentage(let percentage): percentage.description
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .date(let date): date.description
    case .patent(let number): number.bareText
    case .text(let text): escaped(TextFolding.unique(text))
    }
  }

  /// Two texts that differ must not become alike when they are joined.
  private func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }) else {
      return text
    }
    return text.reduce(into: "") { result, character in
      if character == "|" || character == "\\" { result += "\\" }
      result.append(character)
    }
  }

  /// The shared caps that an award of this event draws on.
  mutating func shares(_ event: CivilDate?) -> [Claim.Share] {
    guard let event else { return [] }
    var shares: [Claim.Share] = []
    for cap in policy.caps where cap.items.contains(item.id) {
      guard let holder = holder(of: cap), let limit = limit(of: cap) else { continue }
      let year = cap.window == .year ? event.year : nil
      shares.append(
        .init(
          group: .init(cap: cap.id, holder: holder, year: year), limit: limit.value, figure: limit.name,
          article: cap.article))
    }
    return shares
  }

  private mutating func holder(of cap: Cap) -> String? {
    // A cap that tells nobody apart belongs to the whole city.
    guard !cap.holder.isEmpty else { return "city" }
    var holder: String?
    for part in cap.holder {
      let text: String
      switch part {
      case .applicant: text = facts.applicant
      case .family: text = facts.family
      case .each(let expressions):
        guard let expression = expressions[item.id],
          let word = silently({ $0.term(expression) })?.value.caseWord
        else { return nil }
        text = word
      }
      holder = holder.map { $0 + "/" + text } ?? text
    }
    return holder
  }

  private mutating func limit(of cap: Cap) -> Figure<Money>.Named? {
    switch cap.limit[item.id] {
    case .one(let name, let value): return .init(name: name, value: value)
    case .cases(let expression, let cases):
      guard let word = silently({ $0.term(expression) })?.value.caseWord else { return nil }
      return cases[word]
    case nil: return nil
    }
  }
}
