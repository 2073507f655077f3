import CaseModel
import JSONText
import SubsidyRules

extension ItemReader {
  func amount(_ node: PolicyReader.Node, item: String) -> Amount? {
    let forms = ["fixed", "paid", "share", "tiers", "steps"]
    guard let object = reader.object(node, optional: forms + ["ceiling"]) else { return nil }
    let found = forms.filter { object[$0] != nil }
    guard found.count == 1, let form = object[found[0]] else {
      reader.note(.missingKey(forms.joined(separator: ", ")), node)
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
    let ceiling = object["ceiling"].map { money($0, name: item + ".ceiling") }
    guard let basis else { return nil }
    // A ceiling that can't be read is a mistake noted, not an amount without one.
    if case .some(nil) = ceiling { return nil }
    return Amount(basis: basis, ceiling: ceiling ?? nil)
  }

  private func moneyInput(_ node: PolicyReader.Node?) -> Int? {
    guard let node, let index = input(node) else { return nil }
    guard inputs[index].type == .money else {
      reader.note(.wrongType(expected: ValueType.money.word), node)
      return nil
    }
    return index
  }

  private func share(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    guard let object = reader.object(node, required: ["of", "rate"]), let of = moneyInput(object["of"]),
      let rate = object["rate"].flatMap({ figure($0, name: name, read: reader.percentage) })
    else { return nil }
    return .share(of: of, rate)
  }

  private func tiers(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    guard let object = reader.object(node, required: ["of", "rows"]),
      let of = object["of"].flatMap({ expression($0, .number) })
    else { return nil }
    var rows: [Amount.Tier] = []
    for (index, element) in reader.array(object["rows"]).enumerated() {
      guard let row = reader.object(element, required: ["amount"], optional: ["atLeast", "over"]),
        let amount = row["amount"].flatMap({ money($0, name: "\(name).\(index + 1).amount") })
      else { continue }
      guard (row["atLeast"] == nil) != (row["over"] == nil) else {
        reader.note(.missingKey("atLeast"), element)
        continue
      }
      guard let threshold = reader.number(row["atLeast"] ?? row["over"]) else { continue }
      if let last = rows.last, threshold <= last.threshold { reader.note(.tiersOutOfOrder, element) }
      rows.append(.init(threshold: threshold, isStrict: row["over"] != nil, amount: amount))
    }
    return rows.isEmpty ? nil : .tiers(of: of, rows)
  }

  private func steps(_ node: PolicyReader.Node, name: String) -> Amount.Basis? {
    guard let object = reader.object(node, required: ["of", "beyond", "every", "each"]),
      let of = object["of"].flatMap({ expression($0, .number) }),
      let beyond = reader.number(object["beyond"]),
      let every = reader.number(object["every"], in: 1...1_000_000),
      let each = object["each"].flatMap({ money($0, name: name + ".each") })
    else { return nil }
    return .steps(of: of, beyond: beyond, every: every, each)
  }

  // MARK: - Figures

  func money(_ node: PolicyReader.Node, name: String) -> Figure<Money>? {
    figure(node, name: name, read: reader.money)
  }

  func figure<T>(
    _ node: PolicyReader.Node, name: String, read: (PolicyReader.Node) -> T?
  ) -> Figure<T>? {
    guard case .object = node.tree.value else { return read(node).map { .one(name, $0) } }
    guard let object = reader.object(node, required: ["by", "cases"]),
      let by = object["by"].flatMap({ expression($0, .text) }), let cases = object["cases"],
      let members = reader.dictionary(cases)
    else { return nil }
    guard let known = words(of: by) else {
      reader.note(.wrongType(expected: "choice"), node)
      return nil
    }
    var found: [String: Figure<T>.Named] = [:]
    for member in members {
      guard known.contains(member.key) else {
        reader.note(.unknownWord(member.key, nearest: nil), at: member.offset, member.node.path)
        continue
      }
      if let value = read(member.node) {
        found[member.key] = .init(name: name + "." + member.key, value: value)
      }
    }
    let missing = known.filter { key in !members.contains { $0.key == key } }
    if !missing.isEmpty { reader.note(.casesMissing(missing), cases) }
    return .cases(by, found)
  }

  // MARK: - Once only

  func onceKey(_ node: PolicyReader.Node) -> Chosen<[KeyPart]>? {
    guard case .object = node.tree.value else { return .always(keyParts(node)) }
    guard let object = reader.object(node, required: ["reading", "options"]) else { return nil }
    return byReading(object, keyParts).map { .byReading($0.reading, $0.options) }
  }

  private func keyParts(_ node: PolicyReader.Node) -> [KeyPart] {
    reader.array(node).compactMap { element in
      if case .string("applicant") = element.tree.value { return .applicant }
      if case .string("family") = element.tree.value { return .family }
      return input(element).map(KeyPart.input)
    }
  }
}
