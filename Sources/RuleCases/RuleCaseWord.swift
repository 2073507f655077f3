/// `name=value`, or `-name`, which takes a value away.
struct RuleCaseWord {
  var name: String
  /// Nil where the value is taken away.
  var value: String?

  /// The words of a line; a value with blanks stands in “”.
  static func all(in text: String) -> [RuleCaseWord] {
    var words: [RuleCaseWord] = []
    var word = ""
    var isQuoted = false
    func end() {
      guard !word.isEmpty else { return }
      if word.hasPrefix("-"), !word.contains("=") {
        words.append(.init(name: String(word.dropFirst()), value: nil))
      } else {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        words.append(.init(name: String(parts[0]), value: parts.count == 2 ? String(parts[1]) : ""))
      }
      word = ""
    }
    for character in text {
      switch character {
      case "“": isQuoted = true
      case "”": isQuoted = false
      case " " where !isQuoted: end()
      default: word.append(character)
      }
    }
    end()
    return words
  }
}

extension String {
  var trimmed: String {
    let from = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(from.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed())
  }

  /// The first word and what follows it.
  var firstWord: (String, String) {
    let word = prefix { $0 != " " }
    return (String(word), String(dropFirst(word.count)).trimmed)
  }
}
