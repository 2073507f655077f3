/// A name with where its value comes from, so that what a paper declares and what it fills can't part.
struct TemplateField<Content>: Sendable {
  let name: TemplateName
  let value: @Sendable (Content) -> TemplateValue

  /// A text; nil and an empty one are absent.
  static func text(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Content) -> String?
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, meaning)) { TemplateValue(read($0)) }
  }

  static func flag(
    _ name: String, _ meaning: String, _ read: @escaping @Sendable (Content) -> Bool
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, meaning, .flag)) { .flag(read($0)) }
  }

  static func list<Element>(
    _ name: String, _ meaning: String, _ fields: [TemplateField<Element>],
    _ read: @escaping @Sendable (Content) -> [Element]
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, meaning, .list(fields.map(\.name)))) { content in
      .list(read(content).map { element in fields.values(of: element) })
    }
  }
}

extension [TemplateField<String>] {
  /// The fields of a list of plain texts: each is printed by `{{text}}`.
  static var plain: [TemplateField<String>] { [.text("text", "内容") { $0 }] }
}

extension Array {
  /// What every field gives of one content, by name.
  func values<Content>(of content: Content) -> [String: TemplateValue]
  where Element == TemplateField<Content> {
    Dictionary(map { ($0.name.name, $0.value(content)) }, uniquingKeysWith: { first, _ in first })
  }
}
