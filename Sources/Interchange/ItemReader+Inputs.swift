import CaseModel
import JSONText
import SubsidyRules

extension ItemReader {
  /// Names that mean something else where an item speaks of its inputs.
  private static let reserved = ["kind", "event", "received", "applicant", "family", "needs"]

  func readInputs(_ node: PolicyReader.Node?) {
    var bounds: [(input: Int, node: PolicyReader.Node)] = []
    for element in reader.array(node) {
      let before = reader.mistakes.count
      guard let object = reader.object(element, PolicyWords.input) else {
        continue
      }
      let id = name(object["id"])
      let label = reader.text(object["label"])
      if let label, let at = object["label"] { reader.checkFit(label, in: InputRule.labelColumns, at) }
      let hint = reader.text(object["hint"])
      let unit = reader.text(object["unit"])
      let kind = reader.inputKind(object)
      let source = reader.word(object["from"], among: InputRule.Source.allCases.map(\.rawValue))
      let isRecord = reader.flag(object["record"])
      let needed = object["neededUnder"].flatMap(neededUnder)
      guard let id else { continue }
      guard let label, let kind else {
        declared.broken.insert(id)
        continue
      }
      // What is wrong with an input is told where it stands; that nothing rests on it may follow from that.
      if isRecord == true || reader.mistakes.count > before {
        uses.add(.input(declared.inputs.count), in: .record, at: element)
      }
      if let bound = object["atMost"] { bounds.append((declared.inputs.count, bound)) }
      declared.inputs.append(
        InputRule(
          id: id, label: label, hint: hint, unit: unit, kind: kind,
          source: source.flatMap(InputRule.Source.init(rawValue:)) ?? .applicant, neededUnder: needed))
      declared.inputNodes.append(element)
      declared.inputNames.add(id, label: label)
    }
    reader.checkUnique(zip(declared.inputs, declared.inputNodes).map { ($0.id, $1) })
    reader.checkUnique(zip(declared.inputs, declared.inputNodes).map { ($0.label, $1) }) {
      .repeatedLabel($0)
    }
    // A bound may name an input that stands further down.
    for (index, node) in bounds { readBound(of: index, node) }
  }

  private func readBound(of index: Int, _ node: PolicyReader.Node) {
    uses.place = .record
    defer { uses.place = .always }
    guard let bound = input(node) else { return }
    guard declared.inputs[bound].isCount, declared.inputs[index].isCount else {
      reader.note(.wrongType(expected: .number), node)
      return
    }
    guard bound != index else {
      reader.note(.atMostItself, node)
      return
    }
    declared.inputs[index].atMost = bound
  }

  /// Finds an input by its id and counts it as used.
  func input(_ node: PolicyReader.Node?) -> Int? {
    guard let node, let text = reader.text(node) else { return nil }
    guard let index = declared.inputNames.place(of: text) else {
      if !declared.broken.contains(text) {
        noteUnknown(
          text, node, among: declared.inputNames.ids, labelled: declared.inputNames.id(labelled: text))
      }
      return nil
    }
    uses.add(.input(index), at: node)
    return index
  }

  /// The id of an input or a value.
  func name(_ node: PolicyReader.Node?) -> String? {
    guard let node, let id = reader.id(node) else { return nil }
    if Self.reserved.contains(id) { reader.note(.reservedID(id), node) }
    return id
  }

  private func neededUnder(_ node: PolicyReader.Node) -> (reading: Int, option: Int)? {
    guard let object = reader.object(node, required: ["reading", "option"]),
      let name = reader.word(object["reading"], among: readings.map(\.id)),
      let reading = readings.firstIndex(where: { $0.id == name }),
      let word = reader.word(object["option"], among: readings[reading].options.map(\.id)),
      let option = readings[reading].options.firstIndex(where: { $0.id == word })
    else { return nil }
    return (reading, option)
  }

  // MARK: - Values

  /// What a value is under its name; nil where too much rests on one another.
  private func named(_ kind: ValueKind, _ node: PolicyReader.Node) -> ValueKind? {
    var kind = kind
    kind.depth += 1
    guard kind.depth <= ValueKind.depthLimit else {
      return reader.refuse(.tooDeep(most: ValueKind.depthLimit), node)
    }
    return kind
  }

  func readValue(_ node: PolicyReader.Node) {
    guard let object = reader.object(node, PolicyWords.value) else { return }
    let id = name(object["id"])
    let label = reader.text(object["label"])
    uses.place = .value(declared.values.count)
    let typed = object["of"].flatMap(typed)
    uses.place = .always
    guard let id else { return }
    guard let label, let typed, let kind = named(typed.kind, node) else {
      declared.broken.insert(id)
      return
    }
    checkNew(id, node)
    if !typed.kind.restsOnFiling { reader.note(.restsOnNoInput, node) }
    declared.values.append(.init(id: id, label: label, expression: typed.expression))
    declared.valueKinds.append(kind)
    declared.valueNodes.append(node)
    declared.valueNames.add(id, label: label)
  }

  /// Notes an id that an input or a value bears already.
  func checkNew(_ id: String, _ node: PolicyReader.Node) {
    guard declared.inputNames.place(of: id) != nil || declared.valueNames.place(of: id) != nil else { return }
    reader.note(.repeatedID(id), node)
  }
}

extension InputRule {
  fileprivate var isCount: Bool { if case .count = kind { true } else { false } }
}
