import JSONText

/// Makes the mutants of a policy file: every figure, day and comparison moved by the least that there is, everything
/// that can be dropped dropped, every choice made otherwise, one at a time.
///
/// Labels, papers, and other text that decides nothing are left alone.
struct MutantMaker {
  let root: JSONTree
  private(set) var mutants: [Mutant] = []
  private var article = "all"

  static func mutants(of root: JSONTree) -> [Mutant] {
    var maker = MutantMaker(root: root)
    maker.make()
    return maker.mutants
  }

  private mutating func make() {
    article = "closing"
    signing()
    each("periods", article: "closing") { $0.periods($1) }
    borders()
    article = "all"
    drops(of: TreePath() + "districts", .applicant)
    each("readings") { $0.reading($1) }
    each("caps") { $0.cap($1) }
    each("items") { $0.item($1) }
  }

  private mutating func each(
    _ list: String, article: String? = nil, _ make: (inout MutantMaker, TreePath) -> Void
  ) {
    for (place, element) in (root[list]?.elements ?? []).enumerated() {
      let articles = element["articles"]?.words.joined(separator: ", ")
      self.article = article ?? element["article"]?.text ?? articles ?? "all"
      make(&self, TreePath() + list + place)
    }
  }

  // MARK: - Adding

  /// Adds the mutant in which the value at a path is another, or, where nil, not there.
  mutating func add(
    _ kind: Mutant.Kind, _ path: TreePath, _ change: String, _ edit: (JSONTree) -> JSONTree?
  ) {
    add(kind, path, change, root.editing(path, edit))
  }

  mutating func add(_ kind: Mutant.Kind, _ path: TreePath, _ change: String, _ tree: JSONTree) {
    mutants.append(
      Mutant(kind: kind, article: article, path: path.text(in: root), change: change, tree: tree))
  }

  mutating func add(_ kind: Mutant.Kind, replacing path: TreePath, by other: JSONTree) {
    add(kind, path, "\(told(self[path])) -> \(told(other))") { _ in other }
  }

  mutating func add(_ kind: Mutant.Kind, dropping path: TreePath) {
    add(kind, path, "dropped") { _ in nil }
  }

  /// Each element of a list dropped, where others remain.
  mutating func drops(of path: TreePath, _ kind: Mutant.Kind) {
    let elements = self[path]?.elements ?? []
    guard elements.count > 1 else { return }
    for (place, element) in elements.enumerated() {
      add(kind, path + place, "\(told(element)) dropped") { _ in nil }
    }
  }

  // MARK: - Looking

  subscript(path: TreePath) -> JSONTree? {
    path.steps.reduce(root) { tree, step in
      switch step {
      case .key(let key): return tree?[key]
      case .place(let place):
        let elements = tree?.elements ?? []
        return elements.indices.contains(place) ? elements[place] : nil
      }
    }
  }

  /// A value as a report tells it.
  func told(_ tree: JSONTree?) -> String {
    guard let tree else { return "nothing" }
    return tree["id"]?.text ?? tree.text ?? String(decoding: tree.written(), as: UTF8.self)
  }
}
