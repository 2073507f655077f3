import CaseModel
import JSONText
import SubsidyRules

extension ItemReader {
  typealias Typed = (expression: Expression, kind: ValueKind)

  /// A value that must be of a type.
  func typed(_ node: PolicyReader.Node, _ expected: ValueKind.ValueType) -> Typed? {
    guard let typed = typed(node) else { return nil }
    guard typed.kind.type == expected else {
      return reader.refuse(.wrongType(expected: expected.expected), node)
    }
    return typed
  }

  /// A value with what it is.
  func typed(_ node: PolicyReader.Node) -> Typed? {
    switch node.tree.value {
    case .string(let name): return named(name, node)
    case .number:
      let read = reader.number(node, in: -1_000_000...1_000_000)
      return read.map { (.number($0), ValueKind(type: .number, bounds: $0...$0, restsOnFiling: false)) }
    case .bool(let flag): return (.flag(flag), ValueKind(type: .flag, restsOnFiling: false))
    case .object:
      guard let made = operation(node) else { return nil }
      guard made.kind.depth <= ValueKind.depthLimit else {
        return reader.refuse(.tooDeep(most: ValueKind.depthLimit), node)
      }
      return made
    case .null, .array:
      reader.note(.wrongType(expected: .value), node)
      return nil
    }
  }

  // MARK: - Names and figures

  /// Everything that can be named in a value.
  var names: [String] { declared.inputNames.ids + declared.valueNames.ids + facts }

  /// What can be named beside inputs and values.
  private var facts: [String] { event == nil ? ["kind"] : ["kind", "event", "received"] }

  func knows(_ name: String) -> Bool {
    declared.inputNames.place(of: name) != nil || declared.valueNames.place(of: name) != nil
      || facts.contains(name)
      || declared.broken.contains(name)
  }

  private func named(_ name: String, _ node: PolicyReader.Node) -> Typed? {
    if let index = declared.inputNames.place(of: name) {
      uses.add(.input(index), at: node)
      let input = declared.inputs[index]
      return (.input(index), ValueKind(type: input.valueType, bounds: input.bounds, input: index))
    }
    if let index = declared.valueNames.place(of: name) {
      uses.add(.value(index), at: node)
      return (.value(index), declared.valueKinds[index])
    }
    if declared.broken.contains(name) { return nil }
    if name == "kind" { return (.kind, ValueKind(type: .text)) }
    // The event itself is read before all that may speak of it.
    if name == "event", let event { return event }
    // When a filing comes is known behind the event alone: no event rests on it.
    if name == "received", event != nil { return (.received, ValueKind(type: .date)) }
    return figure(name, node)
  }

  private func figure(_ text: String, _ node: PolicyReader.Node) -> Typed? {
    // A name may begin with a digit, and then has a letter; a figure has none, whatever its digits are.
    let isFigure = text.unicodeScalars.first?.properties.numericType != nil
    guard isFigure, !text.utf8.contains(where: { (65...90).contains($0 & 0xDF) }) else {
      // Whoever writes the label of an input or a value means it.
      let labelled = declared.inputNames.id(labelled: text) ?? declared.valueNames.id(labelled: text)
      noteUnknown(text, node, among: names, labelled: labelled)
      return nil
    }
    if text.hasSuffix("元") {
      return reader.moneyOrZero(node).map { money in
        let fen = Int(money.fen)
        return (.money(money), ValueKind(type: .money, bounds: fen...fen, restsOnFiling: false))
      }
    }
    if text.hasSuffix("%") {
      return reader.percentage(node).map { rate in
        (.figure(figureName(node), .percentage(rate)), ValueKind(type: .percentage, restsOnFiling: false))
      }
    }
    guard text.contains(where: { "-/年月".contains($0) }) else { return reader.refuse(.badFigure, node) }
    return reader.date(node).map { (.date($0), ValueKind(type: .date, restsOnFiling: false)) }
  }

  /// Notes a name that nothing bears; the one likely meant is used all the same.
  func noteUnknown(
    _ name: String, _ node: PolicyReader.Node, among known: @autoclosure () -> [String],
    labelled: String? = nil
  ) {
    guard let nearest = reader.noteUnknown(name, node, among: known(), meant: labelled) else { return }
    markUsed([nearest], node)
  }

  // MARK: - Operations

  private func operation(_ node: PolicyReader.Node) -> Typed? {
    if isTold(byCases: node) { return valueByCases(node) }
    if isTold(byReading: node) { return valueByReading(node) }
    guard let object = reader.object(node, optional: PolicyWords.operations) else { return nil }
    guard object.members.count == 1, let (name, operand) = object.members.first else {
      // An operation that is none was told already.
      if object.strays.isEmpty { reader.note(.wrongType(expected: .oneOperation), node) }
      return nil
    }
    switch name {
    case "type":
      return typed(operand, .patent).map { (.type($0.expression), result(.text, $0.kind)) }
    case "year": return year(operand)
    case "last-day": return lastDay(operand)
    case "later":
      return pair(operand, .date).map { a, b in
        (.later(a.expression, b.expression), result(.date, a.kind, b.kind))
      }
    case "annuity":
      return pair(operand, .date).map { a, b in
        (.annuity(a.expression, b.expression), result(.number, a.kind, b.kind, bounds: -9999...9999))
      }
    case "day": return day(operand)
    case "after": return after(operand)
    case "add":
      return joined(operand, Expression.add) { $0.lowerBound + $1.lowerBound...$0.upperBound + $1.upperBound }
    case "least":
      return joined(operand, Expression.least) {
        min($0.lowerBound, $1.lowerBound)...min($0.upperBound, $1.upperBound)
      }
    case "most":
      return joined(operand, Expression.most) {
        max($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
      }
    case "share": return share(operand)
    case "times": return times(operand)
    case "steps": return steps(operand)
    case "tiers": return tiers(operand)
    default: return difference(operand)
    }
  }

  private func year(_ node: PolicyReader.Node) -> Typed? {
    guard let inner = typed(node) else { return nil }
    guard inner.kind.type == .date || inner.kind.type == .patent else {
      return reader.refuse(.wrongType(expected: .date), node)
    }
    return (.year(inner.expression), result(.number, inner.kind, bounds: 1...9999))
  }

  /// A year that is reckoned with could leave the calendar, and then there would be no day.
  private func lastDay(_ node: PolicyReader.Node) -> Typed? {
    guard let inner = typed(node, .number) else { return nil }
    guard isYear(inner.expression) else { return reader.refuse(.notAYear, node) }
    return (.lastDay(inner.expression), result(.date, inner.kind))
  }

  func isYear(_ expression: Expression) -> Bool {
    switch expression {
    case .input(let index): declared.inputs[index].kind == .year
    case .value(let index): isYear(declared.values[index].expression)
    case .year: true
    default: false
    }
  }

  func pair(_ node: PolicyReader.Node, _ type: ValueKind.ValueType) -> (Typed, Typed)? {
    guard let nodes = reader.parts(of: node, 2...2, .twoValues) else { return nil }
    // Both are read, so that a mistake in either is told.
    let a = typed(nodes[0], type)
    let b = typed(nodes[1], type)
    guard let a, let b else { return nil }
    return (a, b)
  }

  /// What an operation on such values gives.
  func result(
    _ type: ValueKind.ValueType, _ kinds: ValueKind..., bounds: ClosedRange<Int> = 0...0
  ) -> ValueKind {
    ValueKind(
      type: type, bounds: bounds, restsOnFiling: kinds.contains(where: \.restsOnFiling),
      input: kinds.lazy.compactMap(\.input).first, depth: (kinds.map(\.depth).max() ?? 0) + 1)
  }
}
