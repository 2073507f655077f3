import JSONText
import SubsidyRules

extension ItemReader {
  /// An expression that must be of a type.
  func expression(_ node: PolicyReader.Node, _ expected: ValueType) -> Expression? {
    guard let (expression, type) = typed(node) else { return nil }
    guard type == expected else {
      reader.note(.wrongType(expected: expected.word), node)
      return nil
    }
    return expression
  }

  /// An expression with its type.
  func typed(_ node: PolicyReader.Node) -> (Expression, ValueType)? {
    switch node.tree.value {
    case .string(let name): return named(name, node)
    case .number: return reader.number(node, in: -1_000_000...1_000_000).map { (.number($0), .number) }
    case .bool(let flag): return (.flag(flag), .flag)
    case .object: return operation(node)
    case .null, .array:
      reader.note(.wrongType(expected: "value"), node)
      return nil
    }
  }

  private func named(_ name: String, _ node: PolicyReader.Node) -> (Expression, ValueType)? {
    if let index = inputs.firstIndex(where: { $0.id == name }) {
      used.insert(index)
      return (.input(index), inputs[index].type)
    }
    if let index = values.firstIndex(where: { $0.id == name }) { return (.value(index), valueTypes[index]) }
    if name == "kind" { return (.kind, .text) }
    let known = inputs.map(\.id) + values.map(\.id) + ["kind"]
    reader.note(.unknownWord(name, nearest: nearestWord(to: name, among: known)), node)
    return nil
  }

  private func operation(_ node: PolicyReader.Node) -> (Expression, ValueType)? {
    let operations = ["type", "year", "later", "last-day", "annuity", "add", "subtract"]
    guard let object = reader.object(node, optional: operations), let (name, operand) = object.members.first
    else { return nil }
    guard object.members.count == 1 else {
      reader.note(.wrongType(expected: "one operation"), node)
      return nil
    }
    switch name {
    case "type": return expression(operand, .patent).map { (.type($0), .text) }
    case "last-day": return expression(operand, .number).map { (.lastDay($0), .date) }
    case "year":
      guard let (inner, type) = typed(operand) else { return nil }
      guard type == .date || type == .patent else {
        reader.note(.wrongType(expected: ValueType.date.word), operand)
        return nil
      }
      return (.year(inner), .number)
    case "later": return pair(operand, .date).map { (.later($0, $1), .date) }
    case "annuity": return pair(operand, .date).map { (.annuity($0, $1), .number) }
    case "add": return pair(operand, .number).map { (.add($0, $1), .number) }
    default: return pair(operand, .number).map { (.subtract($0, $1), .number) }
    }
  }

  private func pair(_ node: PolicyReader.Node, _ type: ValueType) -> (Expression, Expression)? {
    let elements = reader.array(node)
    guard elements.count == 2 else {
      if !elements.isEmpty { reader.note(.wrongType(expected: "two values"), node) }
      return nil
    }
    guard let a = expression(elements[0], type), let b = expression(elements[1], type) else { return nil }
    return (a, b)
  }
}
