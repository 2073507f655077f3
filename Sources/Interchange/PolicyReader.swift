import CaseModel
import JSONText
import SubsidyRules

/// Reads a tree strictly and collects every mistake with its place instead of stopping at the first.
///
/// A helper that finds a mistake notes it and gives nil; what depends on it is left out, so that one slip is
/// told once.
final class PolicyReader {
  private let bytes: [UInt8]
  private(set) var mistakes: [(offset: Int, mistake: PolicyMistake)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: - Mistakes

  func note(_ reason: PolicyMistake.Reason, at offset: Int, _ path: String) {
    let mistake = PolicyMistake(reason, location: JSONLocation(offset: offset, in: bytes), path: path)
    mistakes.append((offset, mistake))
  }

  func note(_ reason: PolicyMistake.Reason, _ node: Node) { note(reason, at: node.tree.offset, node.path) }

  /// A value of the tree and the way to it.
  struct Node {
    var tree: JSONTree
    var path: String

    func element(_ tree: JSONTree, _ index: Int) -> Node { Node(tree: tree, path: "\(path)[\(index)]") }
  }

  /// An object whose keys were checked against the known ones.
  struct Object {
    var node: Node
    var members: [String: Node]

    subscript(_ key: String) -> Node? { members[key] }
  }

  // MARK: - Shapes

  func object(_ node: Node, required: [String] = [], optional: [String] = []) -> Object? {
    guard case .object(let members) = node.tree.value else {
      note(.wrongType(expected: "object"), node)
      return nil
    }
    let known = required + optional
    var found: [String: Node] = [:]
    for member in members {
      let path = node.path.isEmpty ? member.key : node.path + "." + member.key
      if !known.contains(member.key) {
        note(
          .unknownKey(member.key, nearest: nearestWord(to: member.key, among: known)), at: member.keyOffset,
          path)
      } else if found[member.key] != nil {
        note(.repeatedKey(member.key), at: member.keyOffset, path)
      } else {
        found[member.key] = Node(tree: member.value, path: path)
      }
    }
    for key in required where found[key] == nil { note(.missingKey(key), node) }
    return Object(node: node, members: found)
  }

  /// The members of an object whose keys are the file's own words, such as cases.
  func dictionary(_ node: Node) -> [(key: String, offset: Int, node: Node)]? {
    guard case .object(let members) = node.tree.value else {
      note(.wrongType(expected: "object"), node)
      return nil
    }
    var seen: Set<String> = []
    return members.compactMap { member in
      let path = node.path + "." + member.key
      guard seen.insert(member.key).inserted else {
        note(.repeatedKey(member.key), at: member.keyOffset, path)
        return nil
      }
      return (member.key, member.keyOffset, Node(tree: member.value, path: path))
    }
  }

  func array(_ node: Node?, mayBeEmpty: Bool = false) -> [Node] {
    guard let node else { return [] }
    guard case .array(let elements) = node.tree.value else {
      note(.wrongType(expected: "array"), node)
      return []
    }
    if elements.isEmpty, !mayBeEmpty { note(.empty, node) }
    return elements.enumerated().map { node.element($1, $0) }
  }

  // MARK: - Values

  func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard case .string(let text) = node.tree.value else {
      note(.wrongType(expected: "string"), node)
      return nil
    }
    guard !TextFolding.isBlank(text) else {
      note(.empty, node)
      return nil
    }
    return text
  }

  func flag(_ node: Node?) -> Bool? {
    guard let node else { return nil }
    guard case .bool(let flag) = node.tree.value else {
      note(.wrongType(expected: "bool"), node)
      return nil
    }
    return flag
  }

  func number(_ node: Node?, in range: ClosedRange<Int> = 0...1_000_000) -> Int? {
    guard let node else { return nil }
    guard case .number(let text) = node.tree.value, let number = Int(text) else {
      note(.wrongType(expected: "integer"), node)
      return nil
    }
    guard range.contains(number) else {
      note(.outOfRange, node)
      return nil
    }
    return number
  }

  func date(_ node: Node?) -> CivilDate? {
    guard let node, let text = text(node) else { return nil }
    guard let date = CivilDate(text) else {
      note(.badDate, node)
      return nil
    }
    return date
  }

  func money(_ node: Node) -> Money? {
    // Ten digits of yuan leave room for a million steps of it in 64 bits.
    guard case .string(let text) = node.tree.value, text.hasSuffix("元"),
      let money = Money(String(text.dropLast())),
      money.fen < 1_000_000_000_000
    else {
      note(.badMoney, node)
      return nil
    }
    return money
  }

  func percentage(_ node: Node) -> Percentage? {
    guard case .string(let text) = node.tree.value, let percentage = Percentage(text) else {
      note(.badPercentage, node)
      return nil
    }
    return percentage
  }

  /// One of the known words.
  func word(_ node: Node?, among known: [String]) -> String? {
    guard let node, let text = text(node) else { return nil }
    guard known.contains(text) else {
      note(.unknownWord(text, nearest: nearestWord(to: text, among: known)), node)
      return nil
    }
    return text
  }

  func words(_ node: Node?, among known: [String]) -> [String] {
    array(node).compactMap { word($0, among: known) }
  }

  /// Notes ids that stand twice in a list.
  func checkUnique(_ ids: [(String, Node)]) {
    var seen: Set<String> = []
    for (id, node) in ids where !seen.insert(id).inserted { note(.repeatedID(id), node) }
  }
}
