import CaseModel
import JSONText
import SubsidyRules

extension ItemReader {
  func amount(_ node: PolicyReader.Node, item: String) -> Amount? {
    let forms = ["fixed", "paid", "share", "tiers", "steps"]
    guard let object = reader.object(node, optional: forms + ["ceiling"]) else { return nil }
    let found = forms.filter { object[$0] != nil }
    let ceiling = object["ceiling"].map { money($0, name: item + ".ceiling") }
    guard found.count == 1, let form = object[found[0]] else {
      // A form that is none was told already.
      if object.strays.isEmpty || found.count > 1 { reader.note(.oneOf(forms), node) }
      return nil
    }
    let basis: Amount.Basis? =
      switch found[0] {
      case "fixed": money(form, name: item + ".amount").map(Amount.Basis.fixed)
      case "paid": moneyInput(form).map(Amount.Basis.paid)
      case "share": share(form, name: item + ".rate")
      case "tiers": tiers(form, name: item + ".tiers")
      default: steps(form, name: item + ".steps")
      }
    guard let basis else { return nil }
    // A ceiling that can't be read is a mistake noted, not an amount without one.
    guard let ceiling else { return Amount(basis: basis, ceiling: nil) }
    guard let ceiling else { return nil }
    if let at = object["ceiling"] { checkCeiling(ceiling, over: basis, at) }
    return Amount(basis: basis, ceiling: ceiling)
  }

  /// A sum that the policy states must fit under its own ceiling.
  private func checkCeiling(_ ceiling: Figure<Money>, over basis: Amount.Basis, _ node: PolicyReader.Node) {
    let stated: [Figure<Money>] =
      switch basis {
      case .fixed(let figure): [figure]
      case .tiers(_, let tiers): tiers.map(\.amount)
      case .steps(_, _, _, let each): [each]
      case .paid, .share: []
      }
    let highest = ceiling.all.max() ?? .zero
    if stated.contains(where: { $0.all.contains { $0 > highest } }) { reader.note(.ceilingTooLow, node) }
  }

  private func moneyInput(_ node: PolicyReader.Node?) -> Int? {
    guard let node, let index = input(node) else { return nil }
    guard inputs[index].valueType == .money else {
      reader.note(.wrongType(expected: .money), node)
      return nil
    }
    return index
  }

  private func share(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    guard let object = reader.object(node, required: ["of", "rate"]) else { return nil }
    let of = moneyInput(object["of"])
    let rate = object["rate"].flatMap { figure($0, name: name, read: reader.percentage) }
    guard let of, let rate else { return nil }
    return .share(of: of, rate)
  }

  // MARK: - Thresholds

  private func tiers(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    guard let object = reader.object(node, required: ["of", "rows"]) else { return nil }
    let of = object["of"].flatMap(quantity)
    var rows: [Amount.Tier] = []
    for (index, element) in reader.array(object["rows"]).enumerated() {
      guard let row = reader.object(element, required: ["amount"], optional: ["atLeast", "over"]) else {
        continue
      }
      let amount = row["amount"].flatMap { money($0, name: "\(name).\(index + 1).amount") }
      guard (row["atLeast"] == nil) != (row["over"] == nil), let bound = row["atLeast"] ?? row["over"] else {
        reader.note(.oneOf(["atLeast", "over"]), element)
        continue
      }
      guard let of, let bound = self.bound(bound, of: of.kind.type), let amount else { continue }
      let tier = Amount.Tier(bound: bound, isStrict: row["over"] != nil, amount: amount)
      if case .number(let number) = bound, number + (tier.isStrict ? 1 : 0) > of.kind.bounds.upperBound {
        reader.note(.tierOutOfReach, element)
      } else if let last = rows.last {
        check(tier, after: last, element)
      }
      rows.append(tier)
    }
    guard let of, !rows.isEmpty else { return nil }
    return .tiers(of: of.expression, rows)
  }

  /// A quantity of things, or of money, that thresholds are set for.
  private func quantity(_ node: PolicyReader.Node) -> Typed? {
    guard let typed = typed(node) else { return nil }
    guard typed.kind.type == .number || typed.kind.type == .money else {
      reader.note(.wrongType(expected: .number), node)
      return nil
    }
    guard typed.kind.restsOnFiling else {
      reader.note(.restsOnNoInput, node)
      return nil
    }
    return typed
  }

  /// Where a tier of such a quantity begins.
  private func bound(_ node: PolicyReader.Node, of type: ValueKind.ValueType) -> Value? {
    type == .money ? reader.moneyOrZero(node).map(Value.money) : reader.number(node).map(Value.number)
  }

  private func check(_ tier: Amount.Tier, after last: Amount.Tier, _ node: PolicyReader.Node) {
    // Over 100 begins at 101: two rows that begin at the same quantity overlap.
    func first(_ tier: Amount.Tier) -> Int64 {
      let bound =
        switch tier.bound {
        case .money(let money): money.fen
        case .number(let number): Int64(number)
        default: Int64.zero
        }
      return bound + (tier.isStrict ? 1 : 0)
    }
    if first(tier) <= first(last) {
      reader.note(.tiersOutOfOrder, node)
    } else if !tier.amount.isAbove(last.amount) {
      reader.note(.tiersDoNotRise, node)
    }
  }

  private func steps(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    guard let object = reader.object(node, required: ["of", "beyond", "every", "each"]) else { return nil }
    let of = object["of"].flatMap { quantity($0) }
    let beyond = reader.number(object["beyond"])
    let every = reader.number(object["every"], in: 1...1_000_000)
    let each = object["each"].flatMap { money($0, name: name + ".each") }
    guard let of, let beyond, let every, let each else { return nil }
    guard of.kind.type == .number else {
      if let at = object["of"] { reader.note(.wrongType(expected: .number), at) }
      return nil
    }
    let most = Int64(max((of.kind.bounds.upperBound - beyond) / every, 0))
    let highest = each.all.map(\.fen).max() ?? 0
    let (sum, overflows) = highest.multipliedReportingOverflow(by: most)
    guard !overflows, sum <= Money.largest.fen else {
      reader.note(.tooLarge, node)
      return nil
    }
    return .steps(of: of.expression, beyond: beyond, every: every, each)
  }

  // MARK: - The office's own figure

  /// An amount that a person finds waits for its figure and for the basis of it.
  func checkOfficeFigure(_ amount: Amount, _ node: PolicyReader.Node, isUnexpressed: Bool) {
    guard case .paid(let input) = amount.basis, inputs[input].source == .office else {
      if isUnexpressed { reader.note(.unexpressedNeedsOfficeAmount, node) }
      return
    }
    if isUnexpressed, inputs[input].id != "approvedAmount" {
      reader.note(.unexpressedNeedsOfficeAmount, node)
    }
    if !isUnexpressed, amount.ceiling == nil { reader.note(.officeAmountNeedsCeiling, node) }
    let hasBasis = inputs.contains { $0.id == "basis" && $0.kind == .text && $0.source == .office }
    if !hasBasis, !broken.contains("basis") { reader.note(.officeAmountNeedsBasis, node) }
  }
}

extension Figure {
  /// Every value that the figure can be.
  fileprivate var all: [Value] {
    switch self {
    case .one(_, let value): [value]
    case .cases(_, let cases): cases.values.map(\.value)
    }
  }
}

extension Figure where Value: Comparable {
  /// Whether the figure is higher in every case that both tell apart.
  fileprivate func isAbove(_ other: Figure) -> Bool {
    switch (self, other) {
    case (.one(_, let a), .one(_, let b)): a > b
    case (.cases(_, let a), .cases(_, let b)):
      a.allSatisfy { key, named in b[key].map { named.value > $0.value } ?? true }
    default: true
    }
  }
}
