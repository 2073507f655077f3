import JSONText

/// Holds the templates of one paper to the names that the paper declares: the template library prints an unknown
/// name as nothing, and a paper with a hole in it must not go out.
struct TemplateCheck {
  let templates: Templates
  let format: TemplateFormat
  private(set) var mistakes: [TemplateMistake] = []
  /// The checked file and all that it takes in.
  private(set) var used: Set<String> = []
  /// The files that the one under check stands within.
  private var open: [String] = []

  init(_ templates: Templates, _ format: TemplateFormat) {
    self.templates = templates
    self.format = format
  }

  /// A section that is not ended yet, with the names it adds.
  private struct Section {
    var name: String
    var line: Int
    /// Nil where the section's own name is unknown: what stands inside can't be judged.
    var names: [TemplateName]?
  }

  /// Checks a file, and the files that are to stand in it, against the names that hold where it stands: the
  /// nearest scope last.
  mutating func check(_ name: String, _ scopes: [[TemplateName]?]) {
    guard let file = templates[name, format] else {
      let missing = name + "." + format.rawValue
      return mistakes.append(
        TemplateMistake(file: "templates/" + missing, line: 1, reason: .missingFile(missing)))
    }
    used.insert(name)
    guard let text = file.text else { return note(.notUTF8, file, 1) }
    open.append(name)
    defer { open.removeLast() }
    let (tags, unclosedLine) = TemplateTag.all(in: text)
    var sections: [Section] = []
    for tag in tags { check(tag, in: file, scopes, &sections) }
    if let unclosedLine { return note(.unclosedTag, file, unclosedLine) }
    for section in sections { note(.unclosedSection(section.name), file, section.line) }
  }

  private mutating func check(
    _ tag: TemplateTag, in file: TemplateFile, _ outer: [[TemplateName]?], _ sections: inout [Section]
  ) {
    let scopes = outer + sections.map(\.names)
    if tag.kind != .comment, tag.name.isEmpty { return note(.emptyTag, file, tag.line) }
    switch tag.kind {
    case .comment: return
    case .other(let sign): note(.notOffered(sign), file, tag.line)
    case .variable:
      guard let found = find(tag, scopes, file) else { return }
      if found.kind != .text { note(.notAText(tag.name), file, tag.line) }
    case .section, .inverted:
      let found = find(tag, scopes, file)
      var names: [TemplateName]? = []
      if found == nil { names = nil }
      if tag.kind == .section, case .list(let inner)? = found?.kind { names = inner }
      sections.append(Section(name: tag.name, line: tag.line, names: names))
    case .end:
      guard let last = sections.popLast() else { return note(.strayEnd(tag.name), file, tag.line) }
      if last.name != tag.name { note(.wrongEnd(tag.name, expected: last.name), file, tag.line) }
    case .file:
      let name = tag.name + "." + format.rawValue
      guard templates[tag.name, format] != nil else { return note(.missingFile(name), file, tag.line) }
      guard !open.contains(tag.name) else { return note(.circle(name), file, tag.line) }
      check(tag.name, scopes)
    }
  }

  /// The name that a tag means, looked up from the inside out; notes where there is none.
  private mutating func find(
    _ tag: TemplateTag, _ scopes: [[TemplateName]?], _ file: TemplateFile
  ) -> TemplateName? {
    for case let names? in scopes.reversed() {
      if let found = names.first(where: { $0.name == tag.name }) { return found }
    }
    guard !scopes.contains(nil) else { return nil }
    let known = scopes.flatMap { $0 ?? [] }.map(\.name)
    note(.unknownName(tag.name, nearest: nearestWord(to: tag.name, among: known)), file, tag.line)
    return nil
  }

  private mutating func note(_ reason: TemplateMistake.Reason, _ file: TemplateFile, _ line: Int) {
    mistakes.append(TemplateMistake(file: file.path, line: line, reason: reason))
  }
}
