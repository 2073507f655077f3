import CaseModel

/// Finds applicants by name, any pinyin reading whole or by initials, code, number or phone, as somebody types.
public struct SearchIndex: Sendable {
  private struct Entry {
    var id: String
    var name: String
    /// For each character of the folded name its readings; a letter or digit stands for itself.
    var syllables: [[[UInt8]]]
    var numbers: String
  }

  private let pinyin: PinyinTable
  private var entries: [Entry] = []
  private var places: [String: Int] = [:]

  public init(pinyin: PinyinTable) { self.pinyin = pinyin }

  mutating func put(_ applicant: Applicant) {
    let name = TextFolding.search(applicant.name)
    let entry = Entry(
      id: applicant.id, name: name, syllables: name.unicodeScalars.map(syllables),
      numbers: [applicant.id, applicant.code ?? "", applicant.phone ?? ""].map(TextFolding.search)
        .joined(separator: " "))
    if let place = places[applicant.id] {
      entries[place] = entry
    } else {
      places[applicant.id] = entries.count
      entries.append(entry)
    }
  }

  private func syllables(of scalar: Unicode.Scalar) -> [[UInt8]] {
    if scalar.isASCII { return [Array(String(scalar).lowercased().utf8)] }
    return pinyin.readings(of: scalar).map { Array($0.utf8) }
  }

  /// The ids of the applicants that a query finds: names that begin with it first, then those that hold it, last
  /// those that hold its characters or initials in this order with others between, as short names do.
  public func find(_ query: String) -> [String] {
    let folded = TextFolding.search(query)
    guard !folded.isEmpty else { return entries.map(\.id) }
    let letters = Array(folded.lowercased().utf8)
    let isLatin = letters.allSatisfy { $0 < 0x80 }
    var first: [String] = []
    var later: [String] = []
    var last: [String] = []
    for entry in entries {
      switch match(entry, folded, isLatin ? letters : nil) {
      case .begins: first.append(entry.id)
      case .holds: later.append(entry.id)
      case .shortens: last.append(entry.id)
      case .no: break
      }
    }
    return first + later + last
  }

  /// Whether a query finds a text by itself: by what stands in it, or by pinyin.
  public func matches(_ query: String, in text: String) -> Bool {
    let folded = TextFolding.search(query)
    let name = TextFolding.search(text)
    let entry = Entry(id: "", name: name, syllables: name.unicodeScalars.map(syllables), numbers: "")
    let letters = Array(folded.lowercased().utf8)
    return match(entry, folded, letters.allSatisfy { $0 < 0x80 } ? letters : nil) != .no
  }

  private enum Match { case begins, holds, shortens, no }

  private func match(_ entry: Entry, _ folded: String, _ letters: [UInt8]?) -> Match {
    if entry.name.hasPrefix(folded) { return .begins }
    if let letters {
      for start in entry.syllables.indices where reads(entry.syllables, from: start, letters, 0) {
        return start == 0 ? .begins : .holds
      }
    }
    if Self.contains(entry.name, folded) || Self.contains(entry.numbers, folded) { return .holds }
    return Self.shortens(entry, folded, letters) ? .shortens : .no
  }

  /// Whether the query is a short form of the name, of two characters at least; blanks in it part its words.
  private static func shortens(_ entry: Entry, _ folded: String, _ letters: [UInt8]?) -> Bool {
    let wanted = folded.unicodeScalars.filter { $0 != " " }
    guard wanted.count > 1 else { return false }
    var next = wanted.startIndex
    for (scalar, syllables) in zip(entry.name.unicodeScalars, entry.syllables) {
      let isMeant =
        scalar == wanted[next]
        || letters != nil && syllables.contains { $0.first == UInt8(ascii: wanted[next]) | 0x20 }
      guard isMeant else { continue }
      next = wanted.index(after: next)
      if next == wanted.endIndex { return true }
    }
    return false
  }

  /// Whether the letters from `at` on are read by the characters from `place` on, each by an initial or by the
  /// whole or the beginning of one of its readings.
  private func reads(_ syllables: [[[UInt8]]], from place: Int, _ letters: [UInt8], _ at: Int) -> Bool {
    if at == letters.count { return true }
    guard place < syllables.count else { return false }
    for reading in syllables[place] {
      let common = zip(reading, letters[at...]).prefix { $0 == $1 }.count
      guard common > 0 else { continue }
      if at + common == letters.count { return true }
      if common == reading.count, reads(syllables, from: place + 1, letters, at + common) { return true }
      if common >= 1, reads(syllables, from: place + 1, letters, at + 1) { return true }
    }
    return false
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
