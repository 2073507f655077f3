import CaseModel
import JSONText
import SubsidyRules

/// Sums that are worked out of others, and days of a year.
extension ItemReader {
  /// Whether a sum is worked out: a name, an operation, or a case that is not stated outright.
  func isWorked(_ node: PolicyReader.Node) -> Bool { isWorked(node.tree) }

  private func isWorked(_ tree: JSONTree) -> Bool {
    switch tree.value {
    case .string(let text):
      // A sum that the policy states begins with a digit; whoever writes a label means a name.
      return text.unicodeScalars.first.map { $0.properties.isAlphabetic && $0.properties.numericType == nil }
        ?? false
    case .object(let members):
      guard isTold(byCases: tree) else { return !members.isEmpty }
      guard case .object(let cases)? = members.first(where: { $0.key == "cases" })?.value.value else {
        return false
      }
      return cases.contains { isWorked($0.value) || isTold(byCases: $0.value) }
    default: return false
    }
  }

  func isTold(byCases node: PolicyReader.Node) -> Bool { isTold(byCases: node.tree) }

  private func isTold(byCases tree: JSONTree) -> Bool {
    guard case .object(let members) = tree.value else { return false }
    return members.contains { $0.key == "by" || $0.key == "cases" }
  }

  func isTold(byReading node: PolicyReader.Node) -> Bool { isTold(byReading: node.tree) }

  private func isTold(byReading tree: JSONTree) -> Bool {
    guard case .object(let members) = tree.value else { return false }
    return members.contains { $0.key == "reading" }
  }

  /// What a figure inside of a working is called: its place in the file.
  func figureName(_ node: PolicyReader.Node) -> String {
    node.path.hasPrefix("items[")
      ? String(node.path.dropFirst(6)).replacing("]", with: "", maxReplacements: 1) : node.path
  }

  /// A sum that stands in a working as a figure, with its name.
  private func figured(_ typed: Typed, _ node: PolicyReader.Node) -> Typed {
    guard case .money(let money) = typed.expression else { return typed }
    return (.figure(figureName(node), .money(money)), typed.kind)
  }

  /// A sum that is worked out of what a filing states.
  func worked(_ node: PolicyReader.Node) -> Expression? {
    guard let typed = typed(node, .money) else { return nil }
    guard typed.kind.restsOnFiling else { return reader.refuse(.restsOnNoInput, node) }
    return typed.expression
  }

  // MARK: - Operations

  /// A value for each case of another one: of one type all.
  func valueByCases(_ node: PolicyReader.Node) -> Typed? {
    guard let (by, members, _) = cases(node) else { return nil }
    var found: [String: Expression] = [:]
    var kind: ValueKind?
    for (word, node) in members.sorted(by: { $0.value.tree.offset < $1.value.tree.offset }) {
      guard let one = kind.map({ typed(node, $0.type) }) ?? typed(node) else { continue }
      found[word] = figured(one, node).expression
      let bounds = kind.map { hull($0.bounds, one.kind.bounds) } ?? one.kind.bounds
      kind = result(one.kind.type, by.kind, kind ?? one.kind, one.kind, bounds: bounds)
    }
    guard let kind, found.count == members.count else { return nil }
    return (.cases(by.expression, found), kind)
  }

  /// A value for each option of a reading: of one type all.
  func valueByReading(_ node: PolicyReader.Node) -> Typed? {
    guard let object = reader.object(node, required: ["reading", "options"]) else { return nil }
    let place = uses.place
    let read = byReading(object) { [self] node in typed(node).map { (figured($0, node), node) } }
    uses.place = place
    guard let (index, options) = read, let first = options.first else { return nil }
    var kind = first.0.kind
    for (option, node) in options {
      guard option.kind.type == kind.type else {
        return reader.refuse(.wrongType(expected: kind.type.expected), node)
      }
      kind = result(kind.type, kind, option.kind, bounds: hull(kind.bounds, option.kind.bounds))
    }
    return (.reading(index, options.map(\.0.expression)), kind)
  }

  private func hull(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
    min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  /// Two or more numbers or sums, joined one after another.
  func joined(
    _ node: PolicyReader.Node, _ make: (Expression, Expression) -> Expression,
    _ bounds: (ClosedRange<Int>, ClosedRange<Int>) -> ClosedRange<Int>
  ) -> Typed? {
    guard let nodes = reader.parts(of: node, 2..., .values), let parts = alike(nodes), var sum = parts.first
    else { return nil }
    for part in parts.dropFirst() {
      sum = (
        make(sum.expression, part.expression),
        result(part.kind.type, sum.kind, part.kind, bounds: bounds(sum.kind.bounds, part.kind.bounds))
      )
      guard isBounded(sum.kind, node) else { return nil }
    }
    return sum
  }

  func difference(_ node: PolicyReader.Node) -> Typed? {
    guard let nodes = reader.parts(of: node, 2...2, .twoValues), let parts = alike(nodes) else { return nil }
    let (a, b) = (parts[0].kind, parts[1].kind)
    let (low, high) = (a.bounds.lowerBound - b.bounds.upperBound, a.bounds.upperBound - b.bounds.lowerBound)
    // A sum is never below zero.
    let bounds = a.type == .money ? max(low, 0)...max(high, 0) : low...high
    let kind = result(a.type, a, b, bounds: bounds)
    guard isBounded(kind, node) else { return nil }
    return (.subtract(parts[0].expression, parts[1].expression), kind)
  }

  /// Numbers all, or sums all. Every one is read, so that a mistake in any is told.
  private func alike(_ nodes: [PolicyReader.Node]) -> [Typed]? {
    var type: ValueKind.ValueType?
    var parts: [Typed] = []
    for node in nodes {
      if let type {
        if let typed = typed(node, type) { parts.append(figured(typed, node)) }
      } else if let typed = typed(node) {
        guard typed.kind.type == .number || typed.kind.type == .money else {
          reader.note(.wrongType(expected: .number), node)
          continue
        }
        type = typed.kind.type
        parts.append(figured(typed, node))
      }
    }
    return parts.count == nodes.count ? parts : nil
  }

  private func isBounded(_ kind: ValueKind, _ node: PolicyReader.Node) -> Bool {
    let limit = kind.type == .money ? ValueKind.moneyLimit : ValueKind.limit
    guard kind.bounds.lowerBound < -limit || kind.bounds.upperBound > limit else { return true }
    reader.note(.tooLarge, node)
    return false
  }

  /// A sum at a rate, or as a part is of a whole.
  func share(_ node: PolicyReader.Node) -> Typed? {
    guard let nodes = reader.parts(of: node, 2...3, .shareParts) else { return nil }
    if nodes.count == 3 { return portion(nodes, node) }
    let sum = typed(nodes[0], .money).map { figured($0, nodes[0]) }
    let rate = typed(nodes[1], .percentage)
    guard let sum, let rate else { return nil }
    return (
      .share(sum.expression, rate.expression),
      result(.money, sum.kind, rate.kind, bounds: 0...sum.kind.bounds.upperBound)
    )
  }

  private func portion(_ nodes: [PolicyReader.Node], _ node: PolicyReader.Node) -> Typed? {
    let sum = typed(nodes[0], .money).map { figured($0, nodes[0]) }
    let part = typed(nodes[1], .number)
    let whole = typed(nodes[2], .number)
    guard let sum, let part, let whole else { return nil }
    for (number, at) in [(part, nodes[1]), (whole, nodes[2])] where number.kind.bounds.lowerBound < 0 {
      reader.note(.mayBeNegative, at)
      return nil
    }
    // Its trace multiplies before it divides.
    let factor = max(part.kind.bounds.upperBound, whole.kind.bounds.upperBound)
    let (most, overflows) = sum.kind.bounds.upperBound.multipliedReportingOverflow(by: factor)
    let kind = result(.money, sum.kind, part.kind, whole.kind, bounds: 0...(overflows ? .max : most))
    guard isBounded(kind, node) else { return nil }
    return (
      .portion(figureName(node), sum.expression, part: part.expression, whole: whole.expression), kind
    )
  }

  func times(_ node: PolicyReader.Node) -> Typed? {
    guard let nodes = reader.parts(of: node, 2...2, .twoValues) else { return nil }
    let sum = typed(nodes[0], .money).map { figured($0, nodes[0]) }
    let number = typed(nodes[1], .number)
    guard let sum, let number else { return nil }
    // What is paid is never below zero.
    guard number.kind.bounds.lowerBound >= 0 else { return reader.refuse(.mayBeNegative, nodes[1]) }
    let (most, overflows) = sum.kind.bounds.upperBound.multipliedReportingOverflow(
      by: number.kind.bounds.upperBound)
    let kind = result(.money, sum.kind, number.kind, bounds: 0...(overflows ? .max : most))
    guard isBounded(kind, node) else { return nil }
    return (.times(sum.expression, number.expression), kind)
  }

  func steps(_ node: PolicyReader.Node) -> Typed? {
    guard let nodes = reader.parts(of: node, 3...3, .stepParts) else { return nil }
    let of = typed(nodes[0], .number)
    let beyond = typed(nodes[1], .number)
    let every = reader.number(nodes[2], in: 1...1_000_000)
    guard let of, let beyond, let every else { return nil }
    let most = max((of.kind.bounds.upperBound - beyond.kind.bounds.lowerBound) / every, 0)
    return (
      .steps(of.expression, beyond: beyond.expression, every: every),
      result(.number, of.kind, beyond.kind, bounds: 0...most)
    )
  }

  /// The sum of the highest row reached, among other sums: nothing where none is.
  func tiers(_ node: PolicyReader.Node) -> Typed? {
    var most = 0
    let read: (of: Typed, rows: [ReadRow<Expression>])? = rows(node) { [self] node, _ in
      guard let amount = typed(node, .money) else { return nil }
      most = max(most, amount.kind.bounds.upperBound)
      return figured(amount, node).expression
    }
    guard let (of, rows) = read else { return nil }
    return (
      .tiers(
        of.expression,
        rows.map { Expression.Row(bound: $0.bound, isStrict: $0.isStrict, amount: $0.amount) }),
      result(.money, of.kind, bounds: 0...most)
    )
  }

  /// A day of a year, which must be one that every year has.
  func day(_ node: PolicyReader.Node) -> Typed? {
    guard let nodes = reader.parts(of: node, 2...2, .dayParts) else { return nil }
    let text = reader.text(nodes[0])
    let year = typed(nodes[1], .number)
    guard let text, let year else { return nil }
    guard let day = CivilDate("2001-" + text) else { return reader.refuse(.badDayOfYear, nodes[0]) }
    guard year.kind.bounds.lowerBound >= 0, year.kind.bounds.upperBound <= 10_100 else {
      return reader.refuse(.notAYear, nodes[1])
    }
    return (
      .day(figureName(nodes[0]), month: day.month, day: day.day, of: year.expression),
      result(.date, year.kind)
    )
  }

  /// The last day of a term that runs from a day on.
  func after(_ node: PolicyReader.Node) -> Typed? {
    guard let nodes = reader.parts(of: node, 2...2, .termParts) else { return nil }
    let from = typed(nodes[0], .date)
    let term = term(nodes[1])
    guard let from, let term else { return nil }
    return (
      .after(figureName(nodes[1]), from.expression, months: term.months, days: term.days),
      result(.date, from.kind)
    )
  }

  /// How long a term lasts: "90天", "6个月", "1年".
  private func term(_ node: PolicyReader.Node) -> (months: Int, days: Int)? {
    let units: [(String, months: Int, days: Int)] = [("个月", 1, 0), ("年", 12, 0), ("天", 0, 1)]
    guard case .string(let text) = node.tree.value, let unit = units.first(where: { text.hasSuffix($0.0) }),
      let count = Int(text.dropLast(unit.0.count)), (1...1000).contains(count)
    else { return reader.refuse(.badTerm, node) }
    return (count * unit.months, count * unit.days)
  }
}
