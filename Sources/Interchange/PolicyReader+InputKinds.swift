import SubsidyRules

/// Kinds of inputs, as items and records of the register have them.
extension PolicyReader {
  /// The keys that only inputs of some kinds have.
  static let kindKeys = ["options", "range"]

  /// The kind of an input, with the keys that only this kind has.
  func inputKind(_ object: Object) -> InputRule.Kind? {
    let kind = word(object["kind"], among: PolicyWords.inputKinds)
    if let kind {
      for (key, owner) in [("options", "choice"), ("range", "count")] where kind != owner {
        if let at = object[key] { note(.keyOfOtherKind(key, kind: owner), at) }
      }
    }
    switch kind {
    case "date": return .date
    case "money": return .money
    case "flag": return .flag
    case "text": return .text
    case "year": return .year
    case "application-number": return .applicationNumber
    case "count": return .count(range(object["range"]) ?? InputRule.countRange)
    case "choice":
      guard let options = object["options"] else { return refuse(.missingKey("options"), object.node) }
      return .choice(choices(options))
    default: return nil
    }
  }

  private func range(_ node: Node?) -> ClosedRange<Int>? {
    guard let node else { return nil }
    let elements = array(node)
    let ends = elements.compactMap { number($0) }
    guard ends.count == elements.count else { return nil }
    guard ends.count == 2, ends[0] <= ends[1] else {
      if !elements.isEmpty { note(.badRange, node) }
      return nil
    }
    return ends[0]...ends[1]
  }

  private func choices(_ node: Node) -> [InputRule.Option] {
    let options = array(node).compactMap { element -> (InputRule.Option, Node)? in
      guard let object = object(element, required: ["id", "label"]) else { return nil }
      let label = text(object["label"])
      if let label, let at = object["label"] { checkFit(label, in: InputRule.choiceColumns, at) }
      return id(object["id"]).map { (.init(id: $0, label: label ?? ""), element) }
    }
    checkUnique(options.map { ($0.0.id, $0.1) })
    checkUnique(options.filter { !$0.0.label.isEmpty }.map { ($0.0.label, $0.1) }) {
      .repeatedLabel($0)
    }
    return options.map(\.0)
  }
}
