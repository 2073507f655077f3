import JSONText

extension JSONTree {
  // MARK: - Making

  static func text(_ text: String) -> JSONTree { JSONTree(value: .string(text), offset: 0) }
  static func number(_ number: Int) -> JSONTree { JSONTree(value: .number(String(number)), offset: 0) }
  static func flag(_ flag: Bool) -> JSONTree { JSONTree(value: .bool(flag), offset: 0) }
  static func list(_ elements: [JSONTree]) -> JSONTree { JSONTree(value: .array(elements), offset: 0) }
  static func object(_ members: [(String, JSONTree)]) -> JSONTree {
    JSONTree(
      value: .object(members.map { Member(key: $0.0, keyOffset: 0, value: $0.1) }), offset: 0)
  }

  // MARK: - Looking

  subscript(key: String) -> JSONTree? { members.first { $0.key == key }?.value }

  var members: [Member] { if case .object(let members) = value { members } else { [] } }
  var elements: [JSONTree] { if case .array(let elements) = value { elements } else { [] } }
  var text: String? { if case .string(let text) = value { text } else { nil } }
  /// The texts of a list of texts.
  var words: [String] { elements.compactMap(\.text) }

  // MARK: - Editing

  /// The same tree with the value at a path made another; nil takes it away.
  func editing(_ path: TreePath, _ edit: (JSONTree) -> JSONTree?) -> JSONTree {
    edited(path.steps[...], edit) ?? self
  }

  private func edited(_ steps: ArraySlice<TreePath.Step>, _ edit: (JSONTree) -> JSONTree?) -> JSONTree? {
    guard let step = steps.first else { return edit(self) }
    let rest = steps.dropFirst()
    switch (step, value) {
    case (.key(let key), .object(var members)):
      guard let place = members.firstIndex(where: { $0.key == key }) else { return self }
      if let changed = members[place].value.edited(rest, edit) {
        members[place].value = changed
      } else {
        members.remove(at: place)
      }
      return JSONTree(value: .object(members), offset: offset)
    case (.place(let place), .array(var elements)):
      guard elements.indices.contains(place) else { return self }
      if let changed = elements[place].edited(rest, edit) {
        elements[place] = changed
      } else {
        elements.remove(at: place)
      }
      return JSONTree(value: .array(elements), offset: offset)
    default: return self
    }
  }

  /// An object with a member set, in its old place or as the last.
  func setting(_ key: String, _ member: JSONTree) -> JSONTree {
    var members = members
    if let place = members.firstIndex(where: { $0.key == key }) {
      members[place].value = member
    } else {
      members.append(Member(key: key, keyOffset: 0, value: member))
    }
    return JSONTree(value: .object(members), offset: offset)
  }

  /// An object without a member.
  func dropping(_ key: String) -> JSONTree {
    JSONTree(value: .object(members.filter { $0.key != key }), offset: offset)
  }

  /// An object in which a key is called otherwise.
  func renaming(_ key: String, _ name: String) -> JSONTree {
    let members = members.map { member in
      member.key == key ? Member(key: name, keyOffset: 0, value: member.value) : member
    }
    return JSONTree(value: .object(members), offset: offset)
  }

  // MARK: - Writing

  /// The tree as a file.
  func written() -> [UInt8] {
    var writer = JSONWriter(layout: .compact)
    write(into: &writer)
    return writer.bytes
  }

  private func write(into writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .number(let text): writer.raw(text)
    case .string(let text): writer.string(text)
    case .array(let elements):
      writer.array(of: elements) { $1.write(into: &$0) }
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
