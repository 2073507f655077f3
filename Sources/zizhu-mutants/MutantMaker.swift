import CaseModel
import JSONText

/// Makes every mutant of a policy file: each figure one more and one less, each comparison strict or not, each day one
/// earlier and one later, each condition, cap and once-only key dropped, each reading chosen otherwise.
struct MutantMaker {
  /// Parts of the file in which figures decide nothing: they describe.
  private static let descriptive: Set<String> = [
    "papers", "articles", "label", "title", "document", "question", "reason", "hint", "note", "unit", "id",
    "format", "signed", "register",
  ]

  private let root: JSONTree

  init(_ root: JSONTree) { self.root = root }

  func mutants() -> [Mutant] {
    changes(of: root, path: [], article: "closing").map { change in
      Mutant(article: change.article, path: change.path, change: change.text, tree: change.tree)
    }
  }

  private struct Change {
    var article: String
    var path: [String]
    var text: String
    var tree: JSONTree
  }

  /// Every change inside a value, each as the whole value with it.
  private func changes(of tree: JSONTree, path: [String], article: String) -> [Change] {
    switch tree.value {
    case .object(let members): return inObject(tree, members, path, article)
    case .array(let elements): return inArray(tree, elements, path, article)
    case .string(let text):
      return variants(text, path.last ?? "").map {
        change(tree, .string($0), path, article, "\(text) -> \($0)")
      }
    case .number(let text):
      guard let number = Int(text) else { return [] }
      return [number - 1, number + 1].map {
        change(tree, .number(String($0)), path, article, "\(number) -> \($0)")
      }
    case .bool(let flag): return [change(tree, .bool(!flag), path, article, "\(flag) -> \(!flag)")]
    case .null: return []
    }
  }

  private func change(
    _ tree: JSONTree, _ value: JSONTree.Value, _ path: [String], _ article: String, _ text: String
  ) -> Change {
    Change(article: article, path: path, text: text, tree: JSONTree(value: value, offset: tree.offset))
  }

  // MARK: - Containers

  private func inObject(
    _ tree: JSONTree, _ members: [JSONTree.Member], _ path: [String], _ article: String
  ) -> [Change] {
    let article = tree["article"]?.text ?? article
    var found: [Change] = []
    for (place, member) in members.enumerated() where !Self.descriptive.contains(member.key) {
      if member.key == "article" || member.key == "articles" { continue }
      func put(_ value: JSONTree) -> JSONTree.Value {
        var changed = members
        changed[place].value = value
        return .object(changed)
      }
      let inside = path + [member.key]
      if member.key == "choice", let options = tree["options"], case .array(let all) = options.value {
        for option in all.compactMap({ $0["id"]?.text }) where option != member.value.text {
          let value = JSONTree(value: .string(option), offset: member.value.offset)
          found.append(change(tree, put(value), inside, article, "reading \(option)"))
        }
        continue
      }
      if member.key == "conditions" || member.key == "ceiling" || member.key == "range"
        || member.key == "atMost"
      {
        var less = members
        less.remove(at: place)
        found.append(change(tree, .object(less), inside, article, "\(member.key) dropped"))
      }
      if member.key == "compare", case .string(let sign) = member.value.value {
        found += signs(sign).map {
          change(tree, put(JSONTree(value: .string($0), offset: 0)), inside, article, "\(sign) -> \($0)")
        }
        continue
      }
      if member.key == "atLeast", tree["amount"] != nil {
        var strict = members
        strict[place].key = "moreThan"
        found.append(change(tree, .object(strict), inside, article, "atLeast -> moreThan"))
      }
      for one in changes(of: member.value, path: inside, article: article) {
        found.append(
          Change(
            article: one.article, path: one.path, text: one.text,
            tree: JSONTree(value: put(one.tree), offset: tree.offset)))
      }
    }
    return found
  }

  private func inArray(
    _ tree: JSONTree, _ elements: [JSONTree], _ path: [String], _ article: String
  ) -> [Change] {
    var found: [Change] = []
    let name = path.last ?? ""
    let isDroppable =
      ["conditions", "caps", "once", "who", "districts", "yearly", "validity", "standard", "enterprise"]
      .contains(name)
      || (path.contains("conditions") && ["current-year", "increment", "annuity", "calendar"].contains(name))
      || (name == "options" && path.contains("inputs"))
    for (place, element) in elements.enumerated() {
      let inside = path + [element["id"]?.text ?? String(place)]
      let article = element["article"]?.text ?? article
      if isDroppable {
        var less = elements
        less.remove(at: place)
        found.append(
          change(
            tree, .array(less), inside, article, "\(element.text ?? element["id"]?.text ?? name) dropped"))
      }
      if name == "compare", place == 1, let sign = element.text {
        for other in signs(sign) {
          found.append(replace(tree, elements, place, other, inside, article, sign))
        }
        continue
      }
      // Names of inputs and kinds are no figures; a day, a sum, a rate and a number are.
      for one in changes(of: element, path: inside, article: article) {
        var changed = elements
        changed[place] = one.tree
        found.append(
          Change(
            article: one.article, path: one.path, text: one.text,
            tree: JSONTree(value: .array(changed), offset: tree.offset)))
      }
    }
    return found
  }

  private func replace(
    _ tree: JSONTree, _ elements: [JSONTree], _ place: Int, _ text: String, _ path: [String],
    _ article: String,
    _ before: String
  ) -> Change {
    var changed = elements
    changed[place] = JSONTree(value: .string(text), offset: elements[place].offset)
    return change(tree, .array(changed), path, article, "\(before) -> \(text)")
  }

  // MARK: - Values

  private func signs(_ sign: String) -> [String] {
    switch sign {
    case ">=": [">"]
    case ">": [">="]
    case "<=": ["<"]
    case "<": ["<="]
    case "=": ["!="]
    default: []
    }
  }

  /// A sum one yuan more and less, a rate one per cent, a day one day; nothing for any other text.
  private func variants(_ text: String, _ key: String) -> [String] {
    if let day = CivilDate(text) {
      return [-1, 1].compactMap { day.adding(days: $0)?.description }
    }
    if text.hasSuffix("元"), let yuan = Int(text.dropLast()) { return ["\(yuan - 1)元", "\(yuan + 1)元"] }
    if text.hasSuffix("%"), let rate = Int(text.dropLast()) { return ["\(rate - 1)%", "\(rate + 1)%"] }
    if key == "window" { return [text == "year" ? "validity" : "year"] }
    if key == "remainder", text == "reduce" { return ["refuse"] }
    return []
  }
}
