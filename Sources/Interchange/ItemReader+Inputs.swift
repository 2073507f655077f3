import SubsidyRules

/// The static type of a value in a policy file.
enum ValueType: Hashable {
  case money, number, flag, date, text, patent

  var word: String {
    switch self {
    case .money: "money"
    case .number: "number"
    case .flag: "yes/no"
    case .date: "date"
    case .text: "text"
    case .patent: "application number"
    }
  }
}

extension InputRule {
  var type: ValueType {
    switch kind {
    case .date: .date
    case .money: .money
    case .flag: .flag
    case .text, .choice: .text
    case .year, .count: .number
    case .applicationNumber: .patent
    }
  }
}

extension ItemReader {
  func readInputs(_ node: PolicyReader.Node?) {
    var bounds: [(input: Int, node: PolicyReader.Node)] = []
    for element in reader.array(node) {
      let keys = ["hint", "unit", "from", "options", "range", "atMost", "neededUnder", "record"]
      guard let object = reader.object(element, required: ["id", "label", "kind"], optional: keys),
        let id = reader.text(object["id"]), let label = reader.text(object["label"]),
        let kind = kind(object)
      else { continue }
      let source = reader.word(object["from"], among: InputRule.Source.allCases.map(\.rawValue))
      if reader.flag(object["record"]) == true { used.insert(inputs.count) }
      if let bound = object["atMost"] { bounds.append((inputs.count, bound)) }
      inputs.append(
        InputRule(
          id: id, label: label, hint: reader.text(object["hint"]), unit: reader.text(object["unit"]),
          kind: kind, source: source.flatMap(InputRule.Source.init(rawValue:)) ?? .applicant,
          neededUnder: object["neededUnder"].flatMap(neededUnder)))
      inputNodes.append(element)
    }
    reader.checkUnique(zip(inputs, inputNodes).map { ($0.id, $1) })
    // A bound may name an input that stands further down.
    for (index, node) in bounds {
      guard let bound = input(node) else { continue }
      if inputs[bound].type == .number, inputs[index].type == .number {
        inputs[index].atMost = bound
      } else {
        reader.note(.wrongType(expected: ValueType.number.word), node)
      }
    }
  }

  private func kind(_ object: PolicyReader.Object) -> InputRule.Kind? {
    let kinds = ["date", "money", "flag", "text", "year", "count", "choice", "application-number"]
    let kind = reader.word(object["kind"], among: kinds)
    if let at = object["options"], kind != "choice" { reader.note(.unknownKey("options", nearest: nil), at) }
    if let at = object["range"], kind != "count" { reader.note(.unknownKey("range", nearest: nil), at) }
    switch kind {
    case "date": return .date
    case "money": return .money
    case "flag": return .flag
    case "text": return .text
    case "year": return .year
    case "application-number": return .applicationNumber
    case "count": return .count(range(object["range"]) ?? InputRule.countRange)
    case "choice":
      guard let options = object["options"] else {
        reader.note(.missingKey("options"), object.node)
        return nil
      }
      return .choice(choices(options))
    default: return nil
    }
  }

  private func range(_ node: PolicyReader.Node?) -> ClosedRange<Int>? {
    guard let node else { return nil }
    let ends = reader.array(node).compactMap { reader.number($0) }
    guard ends.count == 2, ends[0] <= ends[1] else {
      reader.note(.outOfRange, node)
      return nil
    }
    return ends[0]...ends[1]
  }

  private func choices(_ node: PolicyReader.Node) -> [InputRule.Option] {
    let options = reader.array(node).compactMap { element -> (InputRule.Option, PolicyReader.Node)? in
      guard let object = reader.object(element, required: ["id", "label"]),
        let id = reader.text(object["id"]), let label = reader.text(object["label"])
      else { return nil }
      return (.init(id: id, label: label), element)
    }
    reader.checkUnique(options.map { ($0.0.id, $0.1) })
    return options.map(\.0)
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

  func readValue(_ node: PolicyReader.Node) {
    guard let object = reader.object(node, required: ["id", "label", "of"]),
      let id = reader.text(object["id"]), let label = reader.text(object["label"]),
      let (expression, type) = object["of"].flatMap(typed)
    else { return }
    if inputs.contains(where: { $0.id == id }) || values.contains(where: { $0.id == id }) {
      reader.note(.repeatedID(id), node)
    }
    values.append(.init(id: id, label: label, expression: expression))
    valueTypes.append(type)
  }
}
