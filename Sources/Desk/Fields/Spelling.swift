import CaseModel

extension Field.Choice {
  /// How letters spell the label.
  enum Spelling: Comparable { case inside, start, whole }

  /// Whether letters spell the label or a part of it: by initials, by whole readings, or by some of both.
  ///
  /// - Parameter letters: Folded, as typed.
  func spelling(by letters: String) -> Spelling? {
    let letters = letters.lowercased()
    guard !letters.isEmpty else { return nil }
    var best: Spelling?
    for place in readings.indices {
      guard let end = end(of: letters[...], from: place) else { continue }
      let found: Spelling = place > 0 ? .inside : end == readings.count ? .whole : .start
      best = max(best ?? found, found)
    }
    return best
  }

  /// Whether what was typed finds the choice in a list of them: by a part of the label or its spelling.
  func isFound(by typed: String) -> Bool {
    let typed = TextFolding.search(typed)
    return typed.isEmpty || TextFolding.search(label).contains(typed) || spelling(by: typed) != nil
  }

  /// The character behind the last one that the letters spell, from one on; nil where they spell something else.
  private func end(of letters: Substring, from place: Int) -> Int? {
    if letters.isEmpty { return place }
    guard readings.indices.contains(place) else { return nil }
    // What has no reading, as brackets, is passed over.
    if readings[place].isEmpty { return end(of: letters, from: place + 1) }
    for reading in readings[place] {
      let common = zip(letters, reading).prefix { $0 == $1 }.count
      for length in stride(from: common, to: 0, by: -1) {
        if let end = end(of: letters.dropFirst(length), from: place + 1) { return end }
      }
    }
    return nil
  }
}

extension Field {
  /// Gives the choices their readings, so that letters find them.
  mutating func spell(_ readings: (Unicode.Scalar) -> [String]) {
    guard case .choice(let choices) = kind, choices.contains(where: { $0.readings.isEmpty }) else { return }
    kind = .choice(
      choices.map { choice in
        var choice = choice
        choice.readings = TextFolding.search(choice.label).unicodeScalars.map { scalar in
          let isLatin = scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          return isLatin ? [String(scalar).lowercased()] : readings(scalar)
        }
        return choice
      })
  }
}
