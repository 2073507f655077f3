import JSONText

/// The way to a value in a policy file.
///
/// As text it is written as the policy reader writes it: `items[agency-grant].amount.ceiling`, where the members of
/// a list stand by their id, or counted from 1.
struct TreePath: Hashable {
  enum Step: Hashable {
    case key(String)
    /// From 0.
    case place(Int)
  }

  var steps: [Step] = []

  static func + (path: TreePath, key: String) -> TreePath { TreePath(steps: path.steps + [.key(key)]) }
  static func + (path: TreePath, place: Int) -> TreePath { TreePath(steps: path.steps + [.place(place)]) }

  /// The path without its last step.
  var parent: TreePath { TreePath(steps: steps.dropLast()) }

  func text(in root: JSONTree) -> String {
    var text = ""
    var tree: JSONTree? = root
    for step in steps {
      switch step {
      case .key(let key):
        text += text.isEmpty ? key : "." + key
        tree = tree?[key]
      case .place(let place):
        let elements = tree?.elements ?? []
        tree = elements.indices.contains(place) ? elements[place] : nil
        text += "[\(tree?["id"]?.text ?? String(place + 1))]"
      }
    }
    return text
  }

  /// Reads a path as the reader writes it; nil where the tree has no such place.
  init?(_ text: String, in root: JSONTree) {
    var tree = root
    for part in text.split(whereSeparator: { $0 == "." || $0 == "[" }) {
      if part.last == "]" {
        let name = part.dropLast()
        let elements = tree.elements
        guard
          let place = elements.firstIndex(where: { $0["id"]?.text == String(name) })
            ?? Int(name).map({ $0 - 1 }), elements.indices.contains(place)
        else { return nil }
        steps.append(.place(place))
        tree = elements[place]
      } else {
        guard let member = tree[String(part)] else { return nil }
        steps.append(.key(String(part)))
        tree = member
      }
    }
  }

  init(steps: [Step] = []) { self.steps = steps }
}
