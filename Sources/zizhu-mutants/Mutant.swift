import JSONText

/// The policy file with one thing changed.
struct Mutant {
  /// The article of the item or cap that the change is in; `closing` for the periods.
  var article: String
  /// Where in the file, as keys and places.
  var path: [String]
  /// What stands there now instead of what.
  var change: String
  var tree: JSONTree
}

extension JSONTree {
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

  subscript(key: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  var text: String? {
    if case .string(let text) = value { text } else { nil }
  }
}
