import JSONText
import Seeded

/// Changes of a JSON text value by value, so that it stays JSON and reaches the readers' own checks.
enum TreeMutation {
  /// Values that a reader might not expect where they stand.
  private static let odd: [JSONTree.Value] = [
    .null, .bool(true), .bool(false), .number("0"), .number("-1"), .number("1"), .number("20"),
    .number("1000000"),
    .number("1000001"), .number("9223372036854775807"), .number("-9223372036854775808"),
    .number("99999999999999999999"), .number("1e999"), .number("0.5"), .string(""), .string(" "),
    .string("\u{0}"),
    .string("0元"), .string("0.01元"), .string("9999999999.99元"), .string("99999999999元"),
    .string("999999999999.99"),
    .string("0%"), .string("0.001%"), .string("100%"), .string("0001-01-01"), .string("9999-12-31"),
    .string("2020-02-29"), .string("kind"), .string("event"), .string("applicant"), .string("family"),
    .string("year"), .string("increase"), .string("202010000001"), .string("\u{2CB4E}\u{1F600}"), .array([]),
    .object([]),
  ]

  static func mutate(_ tree: inout JSONTree, _ numbers: inout SeededNumbers) {
    let size = count(tree)
    for _ in 0...numbers.below(3) {
      var target = numbers.below(size)
      let other = pick(tree, numbers.below(size))
      change(&tree, &target, other, &numbers)
    }
  }

  // MARK: - Walking

  private static func count(_ tree: JSONTree) -> Int {
    switch tree.value {
    case .array(let elements): elements.reduce(1) { $0 + count($1) }
    case .object(let members): members.reduce(1) { $0 + count($1.value) }
    default: 1
    }
  }

  /// The value of a number in reading order.
  private static func pick(_ tree: JSONTree, _ number: Int) -> JSONTree {
    var left = number
    func walk(_ tree: JSONTree) -> JSONTree? {
      if left == 0 { return tree }
      left -= 1
      switch tree.value {
      case .array(let elements):
        for element in elements { if let found = walk(element) { return found } }
      case .object(let members):
        for member in members { if let found = walk(member.value) { return found } }
      default: break
      }
      return nil
    }
    return walk(tree) ?? tree
  }

  private static func change(
    _ tree: inout JSONTree, _ target: inout Int, _ other: JSONTree, _ numbers: inout SeededNumbers
  ) {
    guard target > 0 else {
      if target == 0 { replace(&tree, other, &numbers) }
      target = -1
      return
    }
    target -= 1
    switch tree.value {
    case .array(var elements):
      for index in elements.indices where target >= 0 { change(&elements[index], &target, other, &numbers) }
      tree.value = .array(elements)
    case .object(var members):
      for index in members.indices where target >= 0 {
        change(&members[index].value, &target, other, &numbers)
      }
      tree.value = .object(members)
    default: break
    }
  }

  // MARK: - Changes

  private static func replace(_ tree: inout JSONTree, _ other: JSONTree, _ numbers: inout SeededNumbers) {
    switch (numbers.below(4), tree.value) {
    case (0, _): tree.value = numbers.one(of: odd, or: .null)
    case (1, _): tree = other
    case (_, .array(var elements)):
      list(&elements, other, &numbers)
      tree.value = .array(elements)
    case (_, .object(var members)):
      object(&members, other, &numbers)
      tree.value = .object(members)
    case (_, .string(let text)): tree.value = .string(slip(text, &numbers))
    case (_, .number(let text)):
      tree.value = .number(Int(text).map { String($0 &+ numbers.below(3) &- 1) } ?? "1")
    case (_, .bool(let flag)): tree.value = .bool(!flag)
    default: tree.value = numbers.one(of: odd, or: .null)
    }
  }

  private static func list(_ elements: inout [JSONTree], _ other: JSONTree, _ numbers: inout SeededNumbers) {
    let place = numbers.below(elements.count)
    switch numbers.below(4) {
    case 0 where !elements.isEmpty: elements.remove(at: place)
    case 1 where !elements.isEmpty: elements.insert(elements[place], at: numbers.below(elements.count))
    case 2: elements.shuffle(using: &numbers)
    default: elements.insert(other, at: place)
    }
  }

  private static func object(
    _ members: inout [JSONTree.Member], _ other: JSONTree, _ numbers: inout SeededNumbers
  ) {
    guard !members.isEmpty else { return }
    let place = numbers.below(members.count)
    switch numbers.below(5) {
    case 0: members.remove(at: place)
    case 1: members.insert(members[place], at: numbers.below(members.count))
    case 2: members[place].key = slip(members[place].key, &numbers)
    case 3: members[place].key = members[numbers.below(members.count)].key
    default: members.shuffle(using: &numbers)
    }
  }

  /// A word with one character more, less or other.
  private static func slip(_ text: String, _ numbers: inout SeededNumbers) -> String {
    var characters = Array(text)
    let place = numbers.below(characters.count)
    switch numbers.below(3) {
    case 0 where !characters.isEmpty: characters.remove(at: place)
    case 1 where !characters.isEmpty: characters[place] = numbers.one(of: Array("a0-元%.1年 "), or: "x")
    default: characters.insert(numbers.one(of: Array("a0-元%.1年 "), or: "x"), at: place)
    }
    return String(characters)
  }
}

extension JSONTree {
  static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONTree {
    var reader = JSONReader(bytes)
    return try reader.tree()
  }

  func write(into writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .number(let text): writer.raw(text)
    case .string(let text): writer.string(text)
    case .array(let elements):
      writer.array { writer in
        for element in elements {
          writer.element()
          element.write(into: &writer)
        }
      }
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.key(member.key)
          member.value.write(into: &writer)
        }
      }
    }
  }
}
