import CaseModel
import JSONText
import SubsidyRules

extension ItemReader {
  func condition(_ node: PolicyReader.Node) -> Condition? {
    if case .object(let members) = node.tree.value, members.contains(where: { $0.key == "reading" }) {
      guard let object = reader.object(node, required: ["reading", "options"]) else { return nil }
      let read = byReading(object) { [self] options in reader.array(options).compactMap(test) }
      return read.map { .byReading($0.reading, $0.options) }
    }
    return test(node).map(Condition.always)
  }

  private func test(_ node: PolicyReader.Node) -> Condition.Test? {
    guard
      let object = reader.object(node, required: ["reason"], optional: ["compare", "among", "share"])
    else { return nil }
    let forms = ["compare", "among", "share"].filter { object[$0] != nil }
    guard forms.count == 1, let form = object[forms[0]] else {
      reader.note(.missingKey("compare, among or share"), node)
      return nil
    }
    let read: Condition.Test.Form? =
      switch forms[0] {
      case "compare": comparison(form)
      case "among": among(form)
      default: share(form)
      }
    guard let read, let reason = reason(object["reason"], of: read) else { return nil }
    return Condition.Test(form: read, reason: reason)
  }

  private func comparison(_ node: PolicyReader.Node) -> Condition.Test.Form? {
    let parts = reader.array(node)
    guard parts.count == 3 else {
      reader.note(.wrongType(expected: "[value, comparison, value]"), node)
      return nil
    }
    guard let (left, type) = typed(parts[0]), let comparison = comparisonWord(parts[1]),
      let right = expression(parts[2], type)
    else { return nil }
    let isOrdered = type == .number || type == .money || type == .date
    if type == .patent || (!isOrdered && comparison != .equal && comparison != .notEqual) {
      reader.note(.wrongType(expected: ValueType.number.word), parts[0])
      return nil
    }
    return .compare(left, comparison, right)
  }

  private func comparisonWord(_ node: PolicyReader.Node?) -> Comparison? {
    reader.word(node, among: Comparison.allCases.map(\.rawValue)).flatMap(Comparison.init(rawValue:))
  }

  private func among(_ node: PolicyReader.Node) -> Condition.Test.Form? {
    guard let object = reader.object(node, required: ["value", "of"]),
      let value = object["value"].flatMap({ expression($0, .text) })
    else { return nil }
    let words = words(of: value)
    let texts = reader.array(object["of"]).compactMap { element in
      words.map { reader.word(element, among: $0) } ?? reader.text(element)
    }
    return .among(value, texts)
  }

  /// What a text expression can come to; nil where it is free text.
  func words(of expression: Expression) -> [String]? {
    switch expression {
    case .type: return PatentType.allCases.map(\.rawValue)
    case .kind: return applicants.map(\.rawValue)
    case .input(let index):
      if case .choice(let options) = inputs[index].kind { return options.map(\.id) }
      return nil
    default: return nil
    }
  }

  private func share(_ node: PolicyReader.Node) -> Condition.Test.Form? {
    guard let object = reader.object(node, required: ["part", "compare", "rate", "whole"]),
      let part = object["part"].flatMap({ expression($0, .number) }),
      let comparison = comparisonWord(object["compare"]),
      let rate = object["rate"].flatMap(reader.percentage),
      let whole = object["whole"].flatMap({ expression($0, .number) })
    else { return nil }
    return .share(part: part, comparison, rate, whole: whole)
  }

  private func reason(_ node: PolicyReader.Node?, of form: Condition.Test.Form) -> Reason? {
    let known = ["condition", "patent-type", "below-threshold", "share-too-low", "window"]
    switch reader.word(node, among: known) {
    case "patent-type": return .patentType
    case "below-threshold": return .belowThreshold
    case "share-too-low": return .shareTooLow
    case "window": return .window
    case "condition":
      // The code names the input that the condition is about: the first one in it.
      guard let index = firstInput(of: form) else {
        if let node { reader.note(.unknownWord("condition", nearest: nil), node) }
        return nil
      }
      return .condition(inputs[index].id)
    default: return nil
    }
  }

  private func firstInput(of form: Condition.Test.Form) -> Int? {
    let expression: Expression =
      switch form {
      case .compare(let left, _, _): left
      case .among(let value, _): value
      case .share(let part, _, _, _): part
      }
    return firstInput(of: expression)
  }

  private func firstInput(of expression: Expression) -> Int? {
    switch expression {
    case .input(let index): index
    case .value(let index): firstInput(of: values[index].expression)
    case .type(let inner), .year(let inner), .lastDay(let inner): firstInput(of: inner)
    case .later(let a, let b), .annuity(let a, let b), .add(let a, let b), .subtract(let a, let b):
      firstInput(of: a) ?? firstInput(of: b)
    case .kind, .number, .money, .date, .flag: nil
    }
  }
}
