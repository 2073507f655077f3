import Mustache

/// What a template makes: its file's ending.
public enum TemplateFormat: String, Hashable, Sendable, CaseIterable {
  case text = "txt"
  case html
}

/// The templates that papers are printed from: `receipt.txt`, `receipt.html`, and files that others take in by
/// `{{> style}}`.
///
/// The language is Mustache, of which `{{name}}`, `{{#name}}`, `{{^name}}`, `{{/name}}`, `{{! note}}` and
/// `{{> file}}` are offered. In a text, a line that begins with a tab is set in the middle, with two tabs to the
/// right; other lines are broken at 80 columns.
public struct Templates: Sendable {
  private var files: [String: TemplateFile] = [:]

  /// - Parameter files: of two with one name the later one counts: the program's own first, then the office's.
  public init(_ files: some Sequence<TemplateFile>) {
    for file in files { self.files[file.name] = file }
  }

  subscript(_ name: String, _ format: TemplateFormat) -> TemplateFile? { files[name + "." + format.rawValue] }

  /// A template ready to be filled, any number of times; or everything that is wrong with it and the files it takes
  /// in, held to the names it may use.
  func template(
    _ name: String, _ format: TemplateFormat, names: [TemplateName]
  ) throws(TemplateMistakes) -> ParsedTemplate {
    var check = TemplateCheck(self, format)
    check.check(name, [names])
    var mistakes = check.mistakes
    var library = MustacheLibrary()
    for used in mistakes.isEmpty ? check.used : [] {
      do {
        library.register(try parsed(used, format), named: used)
      } catch {
        mistakes.append(error)
      }
    }
    guard mistakes.isEmpty else { throw TemplateMistakes(mistakes: mistakes) }
    return ParsedTemplate(name: name, library: library)
  }

  private func parsed(
    _ name: String, _ format: TemplateFormat
  ) throws(TemplateMistake) -> MustacheTemplate {
    let file = self[name, format]
    do {
      return try MustacheTemplate(string: format.prelude + (file?.text ?? ""))
    } catch {
      let found = (error as? MustacheTemplate.ParserError)?.context.lineNumber ?? 1
      let line = max(1, found - (format == .text ? 1 : 0))
      throw TemplateMistake(file: file?.path ?? name, line: line, reason: .syntax)
    }
  }
}

/// A template, and the files it takes in, that can only be filled: nothing in it is wrong.
struct ParsedTemplate: Sendable {
  fileprivate let name: String
  fileprivate let library: MustacheLibrary

  func filled(with values: [String: TemplateValue]) -> String {
    library.render(values.mapValues(\.forLibrary), withTemplate: name) ?? ""
  }
}

extension TemplateFormat {
  /// What tells the library that nothing is to be escaped; it stands on a line of its own, which vanishes.
  fileprivate var prelude: String { self == .text ? "{{% CONTENT_TYPE:TEXT}}\n" : "" }
}
