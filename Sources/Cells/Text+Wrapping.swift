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
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrappedParagraph(Array($0), to: limit) }
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func wrappedParagraph(_ characters: [Character], to limit: Int) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < characters.count {
      let end = lineEnd(characters, from: start, limit: limit)
      var shown = characters[start..<end]
      if end < characters.count { while shown.last == " " { shown.removeLast() } }
      lines.append(String(shown))
      start = end
      while start < characters.count, characters[start] == " " { start += 1 }
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
