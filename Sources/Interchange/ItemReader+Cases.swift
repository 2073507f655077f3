import CaseModel
import JSONText
import SubsidyRules

/// Figures that are told apart by cases, and what the cases can be.
extension ItemReader {
  func money(_ node: PolicyReader.Node, name: String) -> Figure<Money>? {
    figure(node, name: name, read: reader.money)
  }

  /// With `mayLeaveOut` a case may be `none`, for which there is no figure; `others` are cases that the item does not have
  /// and other items do.
  func figure<T>(
    _ node: PolicyReader.Node, name: String, mayLeaveOut: Bool = false, others: [String] = [],
    read: (PolicyReader.Node) -> T?
  ) -> Figure<T>? {
    guard case .object = node.tree.value else { return read(node).map { .one(name, $0) } }
    guard let (by, members, isNothing) = cases(node, others: others) else { return nil }
    var found: [String: Figure<T>.Named] = [:]
    for (key, node) in members where !(mayLeaveOut && node.tree.value == .string("none")) {
      if let value = read(node) { found[key] = .init(name: name + "." + key, value: value) }
    }
    if isNothing { reader.note(.empty, node) }
    return .cases(by.expression, found)
  }

  /// What cases are told by, what stands for each of them, and whether that is `none` for every one of the file's.
  func cases(
    _ node: PolicyReader.Node, others: [String] = []
  ) -> (by: Typed, members: [String: PolicyReader.Node], isNothing: Bool)? {
    guard let object = reader.object(node, required: ["by", "cases"]) else { return nil }
    guard let at = object["by"], let by = typed(at), let cases = object["cases"] else { return nil }
    guard let known = words(of: by.expression) else {
      return reader.refuse(.wrongType(expected: .choice), at)
    }
    // A case that a condition rules out needs no figure; before the conditions are read it is not known which.
    let left = asked.possible[resolved(by.expression)] ?? known
    let needed = !asked.hasReadConditions ? known : asked.knowsCases ? left : []
    let further = others.filter { !known.contains($0) }
    guard let members = reader.cases(cases, among: known + further, needed: needed) else { return nil }
    let isNothing = members.values.allSatisfy { $0.tree.value == .string("none") }
    return (by, members.filter { known.contains($0.key) }, isNothing)
  }

  /// The cases that a figure can have for this item; none where they can't be told.
  func caseWords(_ node: PolicyReader.Node) -> [String] {
    guard case .object(let members) = node.tree.value, let by = members.first(where: { $0.key == "by" })
    else { return [] }
    return reader.trying { typed(node.member(by)).flatMap { words(of: $0.expression) } ?? [] }
  }

  // MARK: - What a value can come to

  /// The words that a value can come to; nil where they can't be listed.
  func words(of expression: Expression) -> [String]? {
    let expression = resolved(expression)
    switch expression {
    case .type: return PatentType.allCases.map(\.rawValue)
    case .kind: return applicants.map(\.rawValue)
    case .input(let index):
      switch declared.inputs[index].kind {
      case .choice(let options): return options.map(\.id)
      case .flag: return ["true", "false"]
      case .year: return isEventYear(expression) ? years : nil
      default: return nil
      }
    case .year: return isEventYear(expression) ? years : nil
    default: return nil
    }
  }

  /// What a named value stands for.
  func resolved(_ expression: Expression) -> Expression {
    guard case .value(let index) = expression else { return expression }
    return resolved(declared.values[index].expression)
  }

  /// Whether a year is that of the event, so that it lies in the policy's life.
  func isEventYear(_ year: Expression) -> Bool {
    guard let event = event?.expression else { return false }
    if case .lastDay(let of) = resolved(event), resolved(of) == resolved(year) { return true }
    if case .year(let of) = resolved(year) { return resolved(of) == resolved(event) }
    return false
  }

  /// The years in which an event is paid.
  private var years: [String]? {
    let first = [surroundings.periods.first?.from, since].compactMap { $0 }.max()
    let last = [surroundings.periods.last?.to, until].compactMap { $0 }.min()
    guard let first, let last, first <= last else { return nil }
    return (first.year...last.year).map(String.init)
  }

  // MARK: - Once only

  func onceKey(_ node: PolicyReader.Node) -> Chosen<[KeyPart]>? {
    guard case .object = node.tree.value else { return .always(keyParts(node)) }
    guard let object = reader.object(node, required: ["reading", "options"]) else { return nil }
    return byReading(object, keyParts).map { .byReading($0.reading, $0.options) }
  }

  private func keyParts(_ node: PolicyReader.Node) -> [KeyPart] {
    var seen: Set<KeyPart> = []
    return reader.array(node).compactMap { element in
      guard let part = keyPart(element) else { return nil }
      if case .string(let text) = element.tree.value, !seen.insert(part).inserted {
        reader.note(.repeatedWord(text), element)
      }
      return part
    }
  }

  private func keyPart(_ node: PolicyReader.Node) -> KeyPart? {
    if case .string("applicant") = node.tree.value { return .applicant }
    if case .string("family") = node.tree.value { return .family }
    guard case .string(let name) = node.tree.value,
      let index = declared.valueNames.place(of: name)
    else { return input(node).map(KeyPart.input) }
    uses.add(.value(index), at: node)
    return .value(index)
  }
}
