import JSONText

/// What several filings share: readings, caps, once-only keys.
extension MutantMaker {
  mutating func reading(_ path: TreePath) {
    for option in self[path + "options"]?.elements ?? [] {
      guard let id = option["id"], id.text != self[path + "choice"]?.text else { continue }
      add(.reading, replacing: path + "choice", by: .text(id.text ?? ""))
    }
  }

  mutating func cap(_ path: TreePath) {
    add(.cap, dropping: path)
    moves(in: path + "limit")
    drops(of: path + "items", .cap)
    for holder in [["applicant"], ["family"], []] where self[path + "holder"]?.words != holder {
      add(.cap, replacing: path + "holder", by: .list(holder.map(JSONTree.text)))
    }
    for window in ["year", "validity"] where self[path + "window"]?.text != window {
      add(.cap, replacing: path + "window", by: .text(window))
    }
    order(path)
    if self[path + "remainder"]?.text == "difference" {
      add(.cap, replacing: path + "remainder", by: .text("reduce"))
    }
  }

  /// Whoever came first before all others, or the lowest before the highest.
  private mutating func order(_ path: TreePath) {
    guard let order = self[path + "order"]?.members.first else { return }
    add(.cap, path, "served by receipt") { cap in
      cap.setting("order", .text("received")).dropping("closes")
    }
    guard order.key == "highest" else { return }
    add(.cap, path, "the lowest first") { cap in
      let turned = JSONTree.object([("subtract", .list([.number(0), order.value]))])
      return cap.setting("order", .object([("highest", turned)]))
    }
  }

  /// A key with less in it, so that more filings are the same; and with more, so that fewer are.
  mutating func once(_ path: TreePath, item: TreePath) {
    for option in self[path + "options"]?.members ?? [] {
      once(parts: path + "options" + option.key, item: item)
    }
    if self[path + "options"] == nil { once(parts: path, item: item) }
  }

  private mutating func once(parts path: TreePath, item: TreePath) {
    drops(of: path, .key)
    let parts = self[path]?.words ?? []
    for (place, part) in parts.enumerated() where part == "applicant" || part == "family" {
      add(.key, replacing: path + place, by: .text(part == "family" ? "applicant" : "family"))
    }
    // What need not be stated can't be in a key.
    let inputs = (self[item + "inputs"]?.elements ?? []).filter { $0["neededUnder"] == nil }
    var others = inputs.compactMap { $0["id"]?.text }
    if !parts.contains("family") { others.insert("applicant", at: 0) }
    for other in others where !parts.contains(other) {
      add(.key, path, "\(other) as well") { .list($0.elements + [.text(other)]) }
    }
  }
}
