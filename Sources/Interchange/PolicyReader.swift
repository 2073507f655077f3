import CaseModel
import JSONText
import SubsidyRules

/// Reads a tree strictly and collects every mistake with its place instead of stopping at the first.
///
/// A helper that finds a mistake notes it and gives nil; what depends on it is left out, so that one slip is
/// told once.
///
/// However many mistakes a file has, names are found by `LabelTable`, and no list is gone through for each
/// (`looks`). What is no mistake and can hardly be meant is a remark (`ItemReader+Remarks`).
final class PolicyReader {
  private(set) var mistakes: [(offset: Int, reason: PolicyMistake.Reason, path: String)] = []
  private(set) var remarks: [(offset: Int, reason: PolicyMistake.Reason, path: String)] = []
  /// Numbers of the articles that the file lists; nil where the list itself is not there to compare with.
  var articles: Set<String>?
  /// The policy's own id, where it could be read.
  var ownID: String?
  /// Ids of readings and items that are there but could not be read: who names them makes no mistake.
  var broken: Set<String> = []
  /// The items read so far, and the ids of all that the file has.
  var itemsAbove: [Item] = []
  var itemIDs: Set<String> = []
  /// Indices of the readings that something rests on.
  var usedReadings: Set<Int> = []
  /// How many words were gone through one by one: how the time grows with the mistakes.
  private(set) var looks = 0
  /// So many known words may still be held against others that are not known.
  private var wordsLeft = 5_000

  /// A value of the tree and the way to it.
  struct Node {
    var tree: JSONTree
    var path: String

    /// An element of the array, told by its id where it has one.
    func element(_ tree: JSONTree, _ index: Int) -> Node {
      var name = String(index + 1)
      if case .object(let members) = tree.value {
        for member in members where member.key == "id" {
          guard case .string(let id) = member.value.value, PolicyReader.isID(id) else { continue }
          name = id
          break
        }
      }
      return Node(tree: tree, path: "\(path)[\(name)]")
    }

    func member(_ member: JSONTree.Member) -> Node {
      Node(tree: member.value, path: path.isEmpty ? member.key : path + "." + member.key)
    }
  }

  /// An object whose keys were checked against the known ones.
  struct Object {
    var node: Node
    var members: [String: Node]
    /// Values under unknown or repeated keys.
    var strays: [Node] = []

    subscript(_ key: String) -> Node? { members[key] }
  }

  // MARK: - Mistakes

  func note(_ reason: PolicyMistake.Reason, at offset: Int, _ path: String) {
    mistakes.append((offset, reason, path))
  }

  /// Reads something without a word on what is wrong with it.
  func trying<Value>(_ read: () -> Value) -> Value {
    let (known, said) = (mistakes.count, remarks.count)
    defer {
      mistakes.removeSubrange(known...)
      remarks.removeSubrange(said...)
    }
    return read()
  }

  func note(_ reason: PolicyMistake.Reason, _ node: Node) { note(reason, at: node.tree.offset, node.path) }

  /// Notes a mistake, and gives nothing for a value.
  func refuse<Value>(_ reason: PolicyMistake.Reason, _ node: Node) -> Value? {
    note(reason, node)
    return nil
  }

  /// Notes what is no mistake but can hardly be meant.
  func remark(_ reason: PolicyMistake.Reason, _ node: Node) {
    remarks.append((node.tree.offset, reason, node.path))
  }

  /// Notes a word that is none of the known ones and gives the nearest, which is likely meant.
  @discardableResult
  func noteUnknown(
    _ word: String, _ node: Node, among known: @autoclosure () -> [String], meant: String? = nil
  ) -> String? {
    // What nobody is told any more need not be listed.
    let known = wordsLeft > 0 ? known() : []
    let nearest = meant ?? nearest(word, among: known)
    note(.unknownWord(word, nearest: nearest, known: told(known)), node)
    return nearest
  }

  /// The word that is likely meant: one with nearly the same letters, or the one that a Chinese word stands for.
  ///
  /// Behind so many hundreds nobody looks for it any more: in a file of another kind every word is wrong.
  private func nearest(_ word: String, among known: [String]) -> String? {
    guard wordsLeft > 0 else { return nil }
    wordsLeft -= known.count
    looks += known.count
    if let meant = PolicyWords.chinese[word]?.first(where: known.contains) { return meant }
    return nearestWord(to: word, among: known)
  }

  /// Known words as a mistake lists them: none where they are very many.
  private func told(_ known: [String]) -> [String] { known.count <= PolicyMistake.mostKnown ? known : [] }

  // MARK: - Shapes

  /// A misspelt key is told as such and then read as the one it is nearest to, so that nothing more is missed for
  /// it and what stands under it is checked all the same.
  func object(_ node: Node, required: [String] = [], optional: [String] = []) -> Object? {
    guard case .object(let members) = node.tree.value else {
      return refuse(.wrongType(expected: .object), node)
    }
    let known = required + optional
    let written = keys(of: members, unless: known)
    var object = Object(node: node, members: [:])
    for member in members {
      let child = node.member(member)
      guard known.contains(member.key) else {
        let nearest = nearest(member.key, among: known)
        note(.unknownKey(member.key, nearest: nearest, known: known), at: member.keyOffset, child.path)
        if let nearest, object[nearest] == nil, !written.contains(nearest) {
          object.members[nearest] = child
        } else {
          object.strays.append(child)
        }
        continue
      }
      if object[member.key] == nil {
        object.members[member.key] = child
      } else {
        note(.repeatedKey(member.key), at: member.keyOffset, child.path)
        object.strays.append(child)
      }
    }
    for key in required where object[key] == nil { note(.missingKey(key), node) }
    return object
  }

  func object(_ node: Node, _ shape: PolicyWords.Shape) -> Object? {
    object(node, required: shape.required, optional: shape.optional)
  }

  /// The members of an object whose keys are the file's own words, such as the options of a reading. A misspelt
  /// one is told and read as the one it is nearest to.
  func cases(_ node: Node, among known: [String], needed: [String]) -> [String: Node]? {
    guard case .object(let members) = node.tree.value else {
      return refuse(.wrongType(expected: .object), node)
    }
    let written = keys(of: members, unless: known)
    var cases: [String: Node] = [:]
    for member in members {
      let child = node.member(member)
      if !known.contains(member.key) {
        let nearest = nearest(member.key, among: known)
        note(.unknownWord(member.key, nearest: nearest, known: told(known)), at: member.keyOffset, child.path)
        if let nearest, cases[nearest] == nil, !written.contains(nearest) {
          cases[nearest] = child
        }
      } else if cases[member.key] == nil {
        cases[member.key] = child
      } else {
        note(.repeatedKey(member.key), at: member.keyOffset, child.path)
      }
    }
    let missing = needed.filter { cases[$0] == nil }
    if !missing.isEmpty { note(.casesMissing(missing), node) }
    return cases
  }

  /// The keys as they are written, where one of them is none of the known ones.
  private func keys(of members: [JSONTree.Member], unless known: [String]) -> Set<String> {
    guard members.contains(where: { !known.contains($0.key) }) else { return [] }
    looks += members.count
    return Set(members.map(\.key))
  }

  func array(_ node: Node?, mayBeEmpty: Bool = false) -> [Node] {
    guard let node else { return [] }
    guard case .array(let elements) = node.tree.value else {
      note(.wrongType(expected: .array), node)
      return []
    }
    if elements.isEmpty, !mayBeEmpty { note(.empty, node) }
    return elements.enumerated().map { node.element($1, $0) }
  }

  /// The elements of an array that has so many.
  func parts(
    of node: Node, _ counts: some RangeExpression<Int>, _ expected: PolicyMistake.Expected
  ) -> [Node]? {
    guard case .array(let elements) = node.tree.value, counts.contains(elements.count) else {
      return refuse(.wrongType(expected: expected), node)
    }
    return array(node)
  }

  /// Every text under a node, for looking up whether a name stands in what could not be read.
  func texts(in node: Node) -> Set<String> {
    var texts: Set<String> = []
    var open = [node.tree]
    while let tree = open.popLast() {
      looks += 1
      switch tree.value {
      case .string(let text): texts.insert(text)
      case .array(let elements): open += elements
      case .object(let members): open += members.map(\.value)
      case .null, .bool, .number: break
      }
    }
    return texts
  }

  /// The places of all names that stand among texts, found from the side that has fewer.
  func places(of texts: Set<String>, in names: LabelTable) -> [Int] {
    looks += min(texts.count, names.ids.count)
    return texts.count < names.ids.count
      ? texts.flatMap { names.places(of: $0) } : names.ids.indices.filter { texts.contains(names.ids[$0]) }
  }

  /// Notes texts that stand twice in a list.
  func checkUnique(
    _ texts: [(String, Node)], _ reason: (String) -> PolicyMistake.Reason = { .repeatedID($0) }
  ) {
    var seen: Set<String> = []
    for (text, node) in texts where !seen.insert(text).inserted { note(reason(text), node) }
  }
}
