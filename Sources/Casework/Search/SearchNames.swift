import CaseModel

/// Names and numbers to be searched, one behind another in a few arrays: a query goes through all of them with each
/// key, and most names are passed over by their marks alone.
struct SearchNames: Sendable {
  private struct Entry: Sendable {
    var name: Range<Int>
    var numbers: Range<Int>
    /// The marks of the name's characters, and of the bytes of the numbers.
    var marks: UInt64
    var numberMarks: UInt64
    /// Whether the name's characters can be compared one by one.
    var isPlain: Bool
  }

  enum Match { case begins, holds, shortens, no }

  private var table: CharacterTable
  private var entries: [Entry] = []
  /// The characters of all names, by their numbers in the table.
  private var characters: [UInt32] = []
  private var numbers: [UInt8] = []

  init(pinyin: PinyinTable) { table = CharacterTable(pinyin: pinyin) }

  var count: Int { entries.count }

  mutating func append(_ applicant: Applicant) {
    append(name: applicant.name, numbers: [applicant.id, applicant.code ?? "", applicant.phone ?? ""])
  }

  mutating func append(name: String, numbers parts: [String] = []) {
    let (firstCharacter, firstByte) = (characters.count, numbers.count)
    var entry = Entry(name: 0..<0, numbers: 0..<0, marks: 0, numberMarks: 0, isPlain: true)
    for scalar in TextFolding.search(name).unicodeScalars {
      let number = table.number(of: scalar)
      characters.append(number)
      entry.marks |= table.marks[Int(number)]
      entry.isPlain = entry.isPlain && SearchQuery.isPlain(scalar)
    }
    for part in parts {
      numbers.append(contentsOf: TextFolding.search(part).utf8)
      // No query holds a space, so that none is found across two numbers.
      numbers.append(UInt8(ascii: " "))
    }
    entry.name = firstCharacter..<characters.count
    entry.numbers = firstByte..<numbers.count
    entry.numberMarks = SearchQuery.marks(of: numbers[firstByte...])
    entries.append(entry)
  }

  /// Whether the folded name at a place is the query's, character by character.
  func isNamed(_ query: SearchQuery, at place: Int) -> Bool {
    let entry = entries[place]
    guard entry.name.count == query.scalars.count, entry.marks & query.marks == query.marks else {
      return false
    }
    return zip(characters[entry.name], query.scalars).allSatisfy { table.scalars[Int($0)] == $1 }
  }

  /// How a query finds the name or the numbers at a place.
  ///
  /// - Parameter shortening: Whether characters between those of the query may be left out.
  func match(_ query: SearchQuery, at place: Int, shortening: Bool = true) -> Match {
    let entry = entries[place]
    let holdsAll = entry.marks & query.marks == query.marks
    if begins(entry, query, holdsAll) { return .begins }
    let name = characters[entry.name]
    if let letters = query.letters, entry.marks & query.firstMark != 0,
      let start = placeRead(in: name, letters, query.firstMark)
    {
      return start == 0 && isSurnameRead(in: name, letters) ? .begins : .holds
    }
    if holdsAll, holds(name, query) { return .holds }
    if entry.numberMarks & query.byteMarks == query.byteMarks, holdsNumber(entry, query.bytes) {
      return .holds
    }
    return shortening && holdsAll && shortens(name, query) ? .shortens : .no
  }

  private func begins(_ entry: Entry, _ query: SearchQuery, _ holdsAll: Bool) -> Bool {
    let name = characters[entry.name]
    guard entry.isPlain, query.isPlain else {
      // Accents that are letters of their own or not, in either form: only text compares these.
      var text = String.UnicodeScalarView()
      for number in name { text.append(table.scalars[Int(number)]) }
      return String(text).hasPrefix(query.folded)
    }
    guard holdsAll, query.scalars.count <= name.count else { return false }
    return zip(name, query.scalars).allSatisfy { Self.isSame(table.scalars[Int($0)], $1) }
  }

  private static func isSame(_ scalar: Unicode.Scalar, _ wanted: Unicode.Scalar) -> Bool {
    scalar == wanted || wanted == SearchQuery.anyScalar
  }

  private func holds(_ name: ArraySlice<UInt32>, _ query: SearchQuery) -> Bool {
    let wanted = query.scalars
    guard wanted.count <= name.count else { return false }
    return (name.startIndex...(name.endIndex - wanted.count)).contains { start in
      wanted.indices.allSatisfy { Self.isSame(table.scalars[Int(name[start + $0])], wanted[$0]) }
    }
  }

  private func holdsNumber(_ entry: Entry, _ wanted: [UInt8]) -> Bool {
    let (start, end) = (entry.numbers.lowerBound, entry.numbers.upperBound - wanted.count)
    guard start <= end else { return false }
    return (start...end).contains { place in
      wanted.indices.allSatisfy { byte in
        let there = numbers[place + byte]
        // Numbers are parted by blanks.
        return there == wanted[byte] || wanted[byte] == SearchQuery.anyByte && there != UInt8(ascii: " ")
      }
    }
  }

  /// Whether the query is a short form of the name, of two characters at least: its characters, or initials of them,
  /// in this order with others between.
  private func shortens(_ name: ArraySlice<UInt32>, _ query: SearchQuery) -> Bool {
    let wanted = query.scalars
    guard wanted.count > 1 else { return false }
    var next = 0
    for number in name where isMeant(wanted[next], by: Int(number), asLetter: query.letters != nil) {
      next += 1
      if next == wanted.count { return true }
    }
    return false
  }

  private func isMeant(_ wanted: Unicode.Scalar, by number: Int, asLetter: Bool) -> Bool {
    if table.scalars[number] == wanted { return true }
    // The mark of a letter stands for nothing else.
    return asLetter && ("A"..."Z").contains(wanted)
      && table.marks[number] & CharacterTable.mark(of: wanted) != 0
  }

  // MARK: - Pinyin

  /// The first place from which on a name is read by the letters, each character by an initial or by the whole or the
  /// beginning of one of its readings.
  private func placeRead(in name: ArraySlice<UInt32>, _ letters: [UInt8], _ firstMark: UInt64) -> Int? {
    // Places in the letters are kept as bits; no name is as long when it is spelled out.
    guard letters.count < UInt128.bitWidth else { return nil }
    for start in name.indices where table.marks[Int(name[start])] & firstMark != 0 {
      if reads(name[start...], letters) { return start - name.startIndex }
    }
    return nil
  }

  /// Whether the letters do not begin a person's name with a reading that its first character has only elsewhere, as
  /// `ceng` in 曾: who types that means another name first.
  private func isSurnameRead(in name: ArraySlice<UInt32>, _ letters: [UInt8]) -> Bool {
    guard name.count <= Surnames.mostCharacters, let first = name.first,
      let reading = Surnames.reading(of: table.scalars[Int(first)])
    else { return true }
    return common(reading, letters, from: 0) > 0
  }

  private func reads(_ name: ArraySlice<UInt32>, _ letters: [UInt8]) -> Bool {
    // Where in the letters the next character may begin, all ways to read those before taken together.
    var places: UInt128 = 1
    for number in name {
      var next: UInt128 = 0
      while places != 0 {
        let place = places.trailingZeroBitCount
        places &= places - 1
        for reading in table.readings[Int(number)] {
          let common = common(reading, letters, from: place)
          guard common > 0 else { continue }
          if place + common == letters.count { return true }
          next |= 1 << UInt128(place + 1)
          if common == reading.count { next |= 1 << UInt128(place + common) }
        }
      }
      guard next != 0 else { return false }
      places = next
    }
    return false
  }

  /// How many letters a reading and the letters from a place on begin with together.
  private func common(_ reading: [UInt8], _ letters: [UInt8], from place: Int) -> Int {
    var count = 0
    while count < reading.count, place + count < letters.count,
      reading[count] == letters[place + count] || letters[place + count] == SearchQuery.anyByte
    {
      count += 1
    }
    return count
  }
}
