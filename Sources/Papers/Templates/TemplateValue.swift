import Mustache

/// What a name stands for in one printing.
enum TemplateValue: Hashable, Sendable {
  case absent
  case text(String)
  case flag(Bool)
  case list([[String: TemplateValue]])

  init(_ text: String?) {
    guard let text, !text.isEmpty else {
      self = .absent
      return
    }
    self = .text(PlainText.clean(text))
  }

  /// The value as the template library takes it.
  var forLibrary: Any {
    switch self {
    case .absent: Absent()
    case .text(let text): text
    case .flag(let flag): flag
    case .list(let elements): elements.map { $0.mapValues(\.forLibrary) }
    }
  }
}

/// Prints as nothing and hides its section. An absent text must still be there: the library would look a missing
/// name up in the values around.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
