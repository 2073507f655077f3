/// A tag of a template with the line it begins on.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case variable, section, inverted, end, comment, file
    /// A sign that the language has and we do not offer.
    case other(String)
  }

  var kind: Kind
  var name: String
  var line: Int

  /// The tags of a text up to the first that is not closed.
  ///
  /// A tag ends on the line on which it begins, except a comment. Works on characters as the template library
  /// does, so that both see the same braces.
  static func all(in text: String) -> (tags: [TemplateTag], unclosedLine: Int?) {
    let characters = Array(text)
    var tags: [TemplateTag] = []
    var (index, line) = (0, 1)
    func isPair(_ brace: Character, at index: Int) -> Bool {
      index + 1 < characters.count && characters[index] == brace && characters[index + 1] == brace
    }
    while index < characters.count {
      guard isPair("{", at: index) else {
        if characters[index].isNewline { line += 1 }
        index += 1
        continue
      }
      let begin = index + 2
      let isComment = begin < characters.count && characters[begin] == "!"
      let end = (begin..<max(begin, characters.count)).first { place in
        isPair("}", at: place) || (!isComment && characters[place].isNewline)
      }
      guard let end, isPair("}", at: end) else { return (tags, line) }
      tags.append(TemplateTag(characters[begin..<end], line: line))
      line += characters[begin..<end].count(where: \.isNewline)
      index = end + 2
    }
    return (tags, nil)
  }

  private init(_ inside: ArraySlice<Character>, line: Int) {
    self.line = line
    let kinds: [Character: Kind] = [
      "#": .section, "^": .inverted, "/": .end, "!": .comment, ">": .file,
      "{": .other("{"), "&": .other("&"), "=": .other("="), "<": .other("<"), "$": .other("$"),
      "%": .other("%"),
    ]
    let sign = inside.first.flatMap { kinds[$0] }
    kind = sign ?? .variable
    var rest = sign == nil ? inside : inside.dropFirst()
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    name = String(rest)
  }
}
