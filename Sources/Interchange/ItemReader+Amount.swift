import CaseModel
import JSONText
import SubsidyRules

extension ItemReader {
  func amount(_ node: PolicyReader.Node, item: String) -> Amount? {
    let forms = PolicyWords.amounts
    guard let object = reader.object(node, optional: forms + ["ceiling"]) else { return nil }
    let found = forms.filter { object[$0] != nil }
    let ceiling = object["ceiling"].map { self.ceiling($0, name: item + ".ceiling") }
    guard found.count == 1, let form = object[found[0]] else {
      // A form that is none was told already.
      if object.strays.isEmpty || found.count > 1 { reader.note(.oneOf(forms), node) }
      return nil
    }
    let basis: Amount.Basis? =
      switch found[0] {
      case "fixed": fixed(form, name: item + ".amount")
      case "paid": paid(form)
      case "share": share(form, name: item + ".rate")
      case "tiers": tiers(form, name: item + ".tiers")
      default: steps(form, name: item + ".steps")
      }
    guard let basis else { return nil }
    // A ceiling that can't be read is a mistake noted, not an amount without one.
    guard let ceiling else { return Amount(basis: basis, ceiling: nil) }
    guard let ceiling else { return nil }
    if case .stated(let figure) = ceiling, let at = object["ceiling"] {
      checkCeiling(figure, over: basis, at)
    }
    return Amount(basis: basis, ceiling: ceiling)
  }

  /// What the policy states, also by several values at once.
  private func fixed(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    if case .object = node.tree.value, isWorked(node) { return worked(node).map(Amount.Basis.worked) }
    return money(node, name: name).map(Amount.Basis.fixed)
  }

  /// What an input states, or what is worked out of several sums.
  private func paid(_ node: PolicyReader.Node) -> Amount.Basis? {
    worked(node).map { sum in if case .input(let input) = sum { .paid(input) } else { .worked(sum) } }
  }

  private func ceiling(_ node: PolicyReader.Node, name: String) -> Amount.Ceiling? {
    isWorked(node)
      ? worked(node).map(Amount.Ceiling.worked) : money(node, name: name).map(Amount.Ceiling.stated)
  }

  /// A sum that the policy states must fit under its own ceiling.
  private func checkCeiling(_ ceiling: Figure<Money>, over basis: Amount.Basis, _ node: PolicyReader.Node) {
    let stated: [Figure<Money>] =
      switch basis {
      case .fixed(let figure): [figure]
      case .tiers(_, let tiers): tiers.map(\.amount)
      case .steps(_, _, _, let each): [each]
      case .paid, .share, .worked: []
      }
    let highest = ceiling.all.max() ?? .zero
    if stated.contains(where: { $0.all.contains { $0 > highest } }) { reader.note(.ceilingTooLow, node) }
  }

  private func share(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    guard let object = reader.object(node, required: ["of", "rate"]) else { return nil }
    let of = object["of"].flatMap(worked)
    let rate = object["rate"].flatMap { figure($0, name: name, read: reader.percentage) }
    guard let of, let rate else { return nil }
    if case .input(let input) = of { return .share(of: input, rate) }
    return .worked(.share(of, rate.expression(SubsidyRules.Value.percentage)))
  }

  // MARK: - Thresholds

  private func tiers(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    let read: (of: Typed, rows: [ReadRow<Figure<Money>>])? = rows(node) { [self] node, place in
      money(node, name: "\(name).\(place).amount")
    }
    guard let (of, rows) = read else { return nil }
    for (row, last) in zip(rows.dropFirst(), rows)
    where row.first > last.first && !row.amount.isAbove(last.amount) {
      reader.note(.tiersDoNotRise, row.node)
    }
    return .tiers(
      of: of.expression,
      rows.map { Amount.Tier(bound: $0.bound, isStrict: $0.isStrict, amount: $0.amount) })
  }

  /// A row of thresholds as read.
  struct ReadRow<Sum> {
    var bound: Value
    var isStrict: Bool
    var amount: Sum
    var node: PolicyReader.Node

    /// The first quantity in it: over 100 begins at 101.
    var first: Int64 {
      let bound =
        switch bound {
        case .money(let money): money.fen
        case .number(let number): Int64(number)
        default: Int64.zero
        }
      return bound + (isStrict ? 1 : 0)
    }
  }

  /// What thresholds are set for, and the rows, rising; `sum` reads what a row pays, by its place from 1.
  func rows<Sum>(
    _ node: PolicyReader.Node, sum: (PolicyReader.Node, Int) -> Sum?
  ) -> (of: Typed, rows: [ReadRow<Sum>])? {
    guard let object = reader.object(node, required: ["of", "rows"]) else { return nil }
    let of = object["of"].flatMap(quantity)
    var rows: [ReadRow<Sum>] = []
    for (index, element) in reader.array(object["rows"]).enumerated() {
      guard let row = reader.object(element, required: ["amount"], optional: ["atLeast", "over"]) else {
        continue
      }
      let amount = row["amount"].flatMap { sum($0, index + 1) }
      guard (row["atLeast"] == nil) != (row["over"] == nil), let bound = row["atLeast"] ?? row["over"] else {
        reader.note(.oneOf(["atLeast", "over"]), element)
        continue
      }
      guard let of, let bound = self.bound(bound, of: of.kind.type), let amount else { continue }
      let read = ReadRow(bound: bound, isStrict: row["over"] != nil, amount: amount, node: element)
      if case .number = bound, read.first > of.kind.bounds.upperBound {
        reader.note(.tierOutOfReach, element)
      } else if let last = rows.last, read.first <= last.first {
        // Two rows that begin at the same quantity overlap.
        reader.note(.tiersOutOfOrder, element)
      }
      rows.append(read)
    }
    guard let of, !rows.isEmpty else { return nil }
    return (of, rows)
  }

  /// A quantity of things, or of money, that thresholds are set for.
  private func quantity(_ node: PolicyReader.Node) -> Typed? {
    guard let typed = typed(node) else { return nil }
    guard typed.kind.type == .number || typed.kind.type == .money else {
      return reader.refuse(.wrongType(expected: .number), node)
    }
    guard typed.kind.restsOnFiling else { return reader.refuse(.restsOnNoInput, node) }
    return typed
  }

  /// Where a tier of such a quantity begins.
  private func bound(_ node: PolicyReader.Node, of type: ValueKind.ValueType) -> Value? {
    type == .money ? reader.moneyOrZero(node).map(Value.money) : reader.number(node).map(Value.number)
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
    guard !overflows, sum <= Money.largest.fen else { return reader.refuse(.tooLarge, node) }
    return .steps(of: of.expression, beyond: beyond, every: every, each)
  }

  // MARK: - The office's own figure

  /// An amount that a person finds waits for its figure and for the basis of it.
  func checkOfficeFigure(_ amount: Amount, _ node: PolicyReader.Node, isUnexpressed: Bool) {
    guard case .paid(let input) = amount.basis, declared.inputs[input].source == .office else {
      if isUnexpressed { reader.note(.unexpressedNeedsOfficeAmount, node) }
      return
    }
    if isUnexpressed, declared.inputs[input].id != "approvedAmount" {
      reader.note(.unexpressedNeedsOfficeAmount, node)
    }
    if !isUnexpressed, amount.ceiling == nil { reader.note(.officeAmountNeedsCeiling, node) }
    let hasBasis = declared.inputs.contains { $0.id == "basis" && $0.kind == .text && $0.source == .office }
    if !hasBasis, !declared.broken.contains("basis") { reader.note(.officeAmountNeedsBasis, node) }
  }
}

extension Figure {
  /// The figure as it stands in a working.
  fileprivate func expression(_ value: (Value) -> SubsidyRules.Value) -> Expression {
    switch self {
    case .one(let name, let figure): .figure(name, value(figure))
    case .cases(let by, let cases): .cases(by, cases.mapValues { .figure($0.name, value($0.value)) })
    }
  }

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
