import CaseModel

/// The rules of searching as they are said, without anything made ready: slow, and easy to follow.
struct PlainSearch {
  /// The readings of characters.
  let readings: [Unicode.Scalar: [String]]

  enum Match { case begins, holds, shortens, no }

  func match(_ query: String, _ applicant: Applicant) -> Match {
    let query = TextFolding.search(query)
    let name = TextFolding.search(applicant.name)
    let isLatin = query.unicodeScalars.allSatisfy(\.isASCII)
    if name.hasPrefix(query) { return .begins }
    let syllables = name.unicodeScalars.map { scalar in
      scalar.isASCII ? [String(scalar).lowercased()] : readings[scalar] ?? []
    }
    if isLatin {
      let letters = query.lowercased()
      for start in syllables.indices where isRead(letters[...], by: syllables[start...]) {
        return start == 0 && !isMisread(name, letters) ? .begins : .holds
      }
    }
    let numbers = [applicant.id, applicant.code ?? "", applicant.phone ?? ""].map(TextFolding.search)
    if ([name] + numbers).contains(where: { holds($0, query) }) { return .holds }
    return isShort(query, of: name, syllables, isLatin) ? .shortens : .no
  }

  /// A person's name of at most four characters, whose surname begins with another letter than what was typed.
  private func isMisread(_ name: String, _ letters: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.unicodeScalars.count <= 4 else { return false }
    let surnames: [Unicode.Scalar: Character] = ["曾": "z", "单": "s"]
    return surnames[first].map { $0 != letters.first } ?? false
  }

  private func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.unicodeScalars), Array(part.unicodeScalars))
    return text.indices.contains { text[$0...].starts(with: part) }
  }

  private func isRead(_ letters: Substring, by syllables: ArraySlice<[String]>) -> Bool {
    if letters.isEmpty { return true }
    guard let readings = syllables.first else { return false }
    return readings.contains { reading in
      let isWhole =
        letters.hasPrefix(reading) && isRead(letters.dropFirst(reading.count), by: syllables.dropFirst())
      let isBegun = reading.hasPrefix(letters)
      let isInitial =
        reading.first == letters.first && isRead(letters.dropFirst(), by: syllables.dropFirst())
      return isWhole || isBegun || isInitial
    }
  }

  private func isShort(_ query: String, of name: String, _ syllables: [[String]], _ isLatin: Bool) -> Bool {
    var wanted = Array(query.unicodeScalars)[...]
    guard wanted.count > 1 else { return false }
    for (scalar, readings) in zip(name.unicodeScalars, syllables) {
      guard let next = wanted.first else { break }
      let initial = String(next).lowercased()
      if scalar == next || isLatin && readings.contains(where: { $0.hasPrefix(initial) }) {
        wanted.removeFirst()
      }
    }
    return wanted.isEmpty
  }
}
