import JSONText
import SubsidyRules

extension PolicyReader {
  typealias ReadReading = (rule: ReadingRule, node: Node)

  func readings(_ node: Node?) -> [ReadReading] {
    let read = array(node, mayBeEmpty: true).compactMap { node -> ReadReading? in
      let reading = reading(node)
      if reading == nil { remember(node) }
      return reading
    }
    checkUnique(read.map { ($0.rule.id, $0.node) })
    return read
  }

  /// A reading whose id and options are there is kept whatever else is wrong with it: what names it is right.
  private func reading(_ node: Node) -> ReadReading? {
    guard let object = object(node, PolicyWords.reading) else { return nil }
    let options = array(object["options"]).compactMap { element -> (ReadingRule.Option, Node)? in
      guard let option = self.object(element, required: ["id", "label"]) else { return nil }
      let label = text(option["label"])
      return self.id(option["id"]).map { (.init(id: $0, label: label ?? ""), element) }
    }
    checkUnique(options.map { ($0.0.id, $0.1) })
    if let at = object["options"], options.count == 1 { note(.tooFewOptions, at) }
    let id = self.id(object["id"])
    let label = text(object["label"])
    let question = text(object["question"])
    let reason = text(object["reason"])
    let numbers = array(object["articles"]).compactMap { element in
      article(element).map { (number: $0, node: element) }
    }
    checkUnique(numbers.map { ($0.number, $0.node) }) { .repeatedWord($0) }
    let choice = options.isEmpty ? nil : word(object["choice"], among: options.map(\.0.id))
    guard let id, !options.isEmpty else { return nil }
    let rule = ReadingRule(
      id: id, articles: numbers.map(\.number), label: label ?? "", question: question ?? "",
      options: options.map(\.0), choice: options.firstIndex { $0.0.id == choice } ?? 0, reason: reason ?? "")
    return (rule, node)
  }

  /// Notes every reading whose choice changes nothing. What stands under a misspelt key may rest on it.
  func checkUse(of readings: [ReadReading], strays: [Node]) {
    let unused = readings.enumerated().filter { !usedReadings.contains($0.offset) }.map(\.element)
    guard !unused.isEmpty else { return }
    let named = strays.reduce(into: Set<String>()) { $0.formUnion(texts(in: $1)) }
    for reading in unused where reading.rule.options.count > 1 && !named.contains(reading.rule.id) {
      note(.unusedReading(reading.rule.id), reading.node)
    }
  }

  // MARK: - Papers

  typealias ReadPaper = (paper: Paper, node: Node)

  /// The papers asked for with every item: a list, or an object that says besides before which step they must have
  /// been looked at.
  func commonPapers(_ node: Node?) -> (papers: [ReadPaper], checkedBefore: PaperStage?) {
    guard let node, case .object = node.tree.value else { return (papers(node), nil) }
    guard let object = object(node, required: ["list"], optional: ["checked-before"]) else {
      return ([], nil)
    }
    let stage = word(object["checked-before"], among: PaperStage.allCases.map(\.rawValue))
    return (papers(object["list"]), stage.flatMap { PaperStage(rawValue: $0) })
  }

  func papers(_ node: Node?) -> [ReadPaper] {
    let papers = array(node).compactMap { element -> ReadPaper? in
      guard let object = object(element, PolicyWords.paper) else { return nil }
      let id = id(object["id"])
      let label = text(object["label"])
      let copies = number(object["copies"], in: 0...99)
      let original = flag(object["original"])
      let optional = flag(object["optional"])
      guard let id, let label else { return nil }
      return (
        Paper(
          id: id, label: label, copies: copies ?? 0, original: original ?? false, optional: optional ?? false),
        element
      )
    }
    checkUnique(papers.map { ($0.paper.id, $0.node) })
    return papers
  }
}
