import CaseModel

/// Finds applicants by name, any pinyin reading whole or by initials, code, number or phone, as somebody types.
///
/// Applicants of an office that was read back are taken in when somebody first searches.
public struct SearchIndex: Sendable {
  private struct Entry {
    var id: String
    var name: String
    /// For each character of the folded name its readings; a letter or digit stands for itself.
    var syllables: [[[UInt8]]]
    var numbers: String

    init(_ applicant: Applicant, _ pinyin: PinyinTable) {
      id = applicant.id
      name = TextFolding.search(applicant.name)
      syllables = SearchIndex.syllables(of: name, pinyin)
      numbers = [applicant.id, applicant.code ?? "", applicant.phone ?? ""].map(TextFolding.search)
        .joined(separator: " ")
    }

    init(text: String, _ pinyin: PinyinTable) {
      (id, numbers) = ("", "")
      name = TextFolding.search(text)
      syllables = SearchIndex.syllables(of: name, pinyin)
    }
  }

  private let pinyin: PinyinTable
  private var ids: [String] = []
  /// The entries of the first applicants, and those put since by their place.
  private var first: Deferred<[Entry]>
  private var later: [Int: Entry] = [:]

  public init(pinyin: PinyinTable) {
    self.pinyin = pinyin
    first = Deferred { [] }
  }

  /// An index of applicants that it takes in later.
  init(pinyin: PinyinTable, applicants: [Applicant]) {
    self.pinyin = pinyin
    ids = applicants.map(\.id)
    first = Deferred { applicants.map { Entry($0, pinyin) } }
  }

  /// Takes an applicant in, or takes it in anew, under its number.
  mutating func put(_ applicant: Applicant, number: Int) {
    if number == ids.count { ids.append(applicant.id) }
    later[number] = Entry(applicant, pinyin)
  }

  /// Takes in what is to be taken in later.
  func prepare() { _ = first.value }

  private func eachEntry(_ body: (Entry) -> Void) {
    let first = first.value
    for place in ids.indices {
      if let entry = later[place] { body(entry) } else if place < first.count { body(first[place]) }
    }
  }

  private static func syllables(of name: String, _ pinyin: PinyinTable) -> [[[UInt8]]] {
    name.unicodeScalars.map { scalar in
      if scalar.isASCII { return [Array(String(scalar).lowercased().utf8)] }
      return pinyin.readings(of: scalar).map { Array($0.utf8) }
    }
  }

  /// The ids of the applicants that a query finds: names that begin with it first, then those that hold it, last
  /// those that hold its characters or initials in this order with others between, as short names do.
  public func find(_ query: String) -> [String] {
    let folded = TextFolding.search(query)
    guard !folded.isEmpty else { return ids }
    let letters = Array(folded.lowercased().utf8)
    let isLatin = letters.allSatisfy { $0 < 0x80 }
    var beginning: [String] = []
    var holding: [String] = []
    var shortened: [String] = []
    eachEntry { entry in
      switch match(entry, folded, isLatin ? letters : nil) {
      case .begins: beginning.append(entry.id)
      case .holds: holding.append(entry.id)
      case .shortens: shortened.append(entry.id)
      case .no: break
      }
    }
    return beginning + holding + shortened
  }

  /// Whether a query finds a text by itself: by what stands in it, or by pinyin.
  public func matches(_ query: String, in text: String) -> Bool {
    let folded = TextFolding.search(query)
    let entry = Entry(text: text, pinyin)
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
