import CaseModel
import JSONText
public import SubsidyRules

/// The policy file, `zizhu-policy/1`: what a policy pays, to whom, under which conditions, as data.
///
/// One JSON object with `id`, `title`, `document`, `signed`, `periods`, `districts`, `readings`, `caps`, `papers`,
/// `items` and `articles`. Money is text with its unit ("80000元"), rates are text ("30%"), days are
/// `YYYY-MM-DD`. An amount is one of the closed forms `fixed`, `paid`, `share`, `tiers`, `steps`, with or without
/// a `ceiling`; a figure is one for all or told apart by cases. There are no expressions as text: a value is an
/// input, a named value, or one operation of the trace on such.
public enum PolicyFile {
  public static let format = "zizhu-policy/1"

  /// Reads a policy file; a wrong one gives all its mistakes at once, in the order of their places.
  public static func read(_ bytes: [UInt8]) -> Result<Policy, PolicyMistakes> {
    let tree: JSONTree
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      tree = try reader.tree()
      try reader.end()
    } catch {
      return .failure(.init([.init(.json(error.reason), location: error.location, path: "")]))
    }
    let reader = PolicyReader(bytes)
    let policy = reader.policy(.init(tree: tree, path: ""))
    guard reader.mistakes.isEmpty, let policy else {
      return .failure(.init(reader.mistakes.sorted { $0.offset < $1.offset }.map(\.mistake)))
    }
    return .success(policy)
  }
}

extension PolicyReader {
  func policy(_ root: Node) -> Policy? {
    let keys = [
      "format", "id", "title", "document", "signed", "periods", "districts", "readings", "caps", "papers",
      "items", "articles",
    ]
    guard let object = object(root, required: keys) else { return nil }
    _ = word(object["format"], among: [PolicyFile.format])
    let readings = array(object["readings"], mayBeEmpty: true).compactMap(reading)
    checkUnique(readings.map { ($0.rule.id, $0.node) })
    let names = readings.map(\.rule)
    let items = array(object["items"]).compactMap { node in
      ItemReader(reader: self, readings: names).item(node).map { ($0, node) }
    }
    checkUnique(items.map { ($0.0.item.id, $0.1) })
    let caps = array(object["caps"], mayBeEmpty: true).compactMap { node in
      cap(node, items: items.map(\.0)).map { ($0, node) }
    }
    checkUnique(caps.map { ($0.0.id, $0.1) })
    for (item, _) in items { item.checkUse(caps: caps.map(\.0)) }
    guard let id = text(object["id"]), let title = text(object["title"]),
      let document = text(object["document"]), let signed = date(object["signed"])
    else { return nil }
    return Policy(
      id: id, title: title, document: document, signed: signed, periods: periods(object["periods"]),
      districts: array(object["districts"]).compactMap { text($0) }, readings: names, caps: caps.map(\.0),
      commonPapers: papers(object["papers"]), items: items.map(\.0.item),
      articles: array(object["articles"]).compactMap(article))
  }

  private func periods(_ node: Node?) -> [Policy.Period] {
    var periods: [Policy.Period] = []
    for element in array(node) {
      guard
        let object = object(element, required: ["from", "to", "article"], optional: ["warning", "note"]),
        let from = date(object["from"]), let to = date(object["to"]), let article = text(object["article"])
      else { continue }
      let warning = word(object["warning"], among: ["retroactive"])
      if to < from { note(.periodEndsBeforeItBegins, element) }
      if let last = periods.last {
        if from <= last.to { note(.periodsOverlap, element) }
        if last.to.days(to: from) > 1 { note(.periodsLeaveGap, element) }
      }
      periods.append(
        .init(from: from, to: to, article: article, isRetroactive: warning != nil, note: text(object["note"]))
      )
    }
    return periods
  }

  private func reading(_ node: Node) -> (rule: ReadingRule, node: Node)? {
    guard
      let object = object(
        node, required: ["id", "articles", "label", "question", "options", "choice", "reason"])
    else { return nil }
    let options = array(object["options"]).compactMap { element -> (ReadingRule.Option, Node)? in
      guard let option = self.object(element, required: ["id", "label"]), let id = text(option["id"]),
        let label = text(option["label"])
      else { return nil }
      return (.init(id: id, label: label), element)
    }
    checkUnique(options.map { ($0.0.id, $0.1) })
    if options.count < 2, let at = object["options"] { note(.tooFewOptions, at) }
    guard let id = text(object["id"]), let label = text(object["label"]),
      let question = text(object["question"]), let reason = text(object["reason"]),
      let choice = word(object["choice"], among: options.map(\.0.id)),
      let index = options.firstIndex(where: { $0.0.id == choice })
    else { return nil }
    let articles = array(object["articles"]).compactMap { text($0) }
    let rule = ReadingRule(
      id: id, articles: articles, label: label, question: question, options: options.map(\.0), choice: index,
      reason: reason)
    return (rule, node)
  }

  func papers(_ node: Node?) -> [Paper] {
    let papers = array(node).compactMap { element -> (Paper, Node)? in
      guard
        let object = object(
          element, required: ["id", "label"], optional: ["copies", "original", "optional"]),
        let id = text(object["id"]), let label = text(object["label"])
      else { return nil }
      let paper = Paper(
        id: id, label: label, copies: number(object["copies"], in: 0...99) ?? 0,
        original: flag(object["original"]) ?? false, optional: flag(object["optional"]) ?? false)
      return (paper, element)
    }
    checkUnique(papers.map { ($0.0.id, $0.1) })
    return papers.map(\.0)
  }

  private func article(_ node: Node) -> Policy.Article? {
    guard let object = object(node, required: ["article", "title"], optional: ["record"]),
      let number = text(object["article"]), let title = text(object["title"])
    else { return nil }
    return .init(number: number, title: title, record: text(object["record"]))
  }
}
