extension Text {
  /// Breaks `text` into lines of at most `limit` columns.
  ///
  /// Chinese breaks anywhere, but no line opens with closing punctuation or ends with an opening bracket where
  /// that can be helped; words of Latin letters and digits stay whole unless one alone is wider than a line.
  /// A line feed always breaks. Spaces at a break are dropped. A text without content gives one empty line.
  public static func wrapped(_ text: String, to limit: Int) -> [String] {
    let limit = max(2, limit)
    // Most texts are one line as they stand: no need to take them apart.
    if columns(of: text) <= limit, !text.unicodeScalars.contains(where: isNewline) { return [text] }
    guard text.unicodeScalars.contains(where: isNewline) else {
      return wrappedParagraph(text[...], to: limit)
    }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrappedParagraph($0, to: limit) }
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func wrappedParagraph(_ text: Substring, to limit: Int) -> [String] {
    let characters = Array(text)
    var lines: [String] = []
    var (start, place) = (0, text.startIndex)
    /// Where `characters` has come to in the text that they were taken from: lines are pieces of it.
    func pass(upTo end: Int) -> String.Index {
      let bytes = characters[start..<end].reduce(0) { $0 + $1.utf8.count }
      (start, place) = (end, text.utf8.index(place, offsetBy: bytes))
      return place
    }
    while start < characters.count {
      let end = lineEnd(characters, from: start, limit: limit)
      var shown = end
      if end < characters.count { while shown > start, characters[shown - 1] == " " { shown -= 1 } }
      let first = place
      lines.append(String(text[first..<pass(upTo: shown)]))
      var next = end
      while next < characters.count, characters[next] == " " { next += 1 }
      _ = pass(upTo: next)
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Where the line that opens at `start` ends: at least one character on.
  private static func lineEnd(_ characters: [Character], from start: Int, limit: Int) -> Int {
    var end = start
    var used = 0
    while end < characters.count {
      let needed = columns(of: characters[end])
      guard used + needed <= limit || end == start else { break }
      used += needed
      end += 1
    }
    guard end < characters.count else { return end }
    var better = end
    while better > start, !mayBreak(before: better, in: characters) { better -= 1 }
    return better > start ? better : end
  }

  private static func mayBreak(before index: Int, in characters: [Character]) -> Bool {
    let last = characters[index - 1]
    let next = characters[index]
    if next == " " { return true }
    if isInWord(last), isInWord(next) { return false }
    return !closing.contains(next) && !opening.contains(last)
  }

  /// Letters, digits and the signs that stand inside numbers, dates and codes.
  private static func isInWord(_ character: Character) -> Bool {
    guard let ascii = character.asciiValue else { return false }
    switch ascii {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    default: return "-_./,:%#@&+'".contains(character)
    }
  }

  private static let closing = Set("，。、；：？！）》」』】〉〕”’…—%,.;:?!)]}")
  private static let opening = Set("（《「『【〈〔“‘([{")
}
