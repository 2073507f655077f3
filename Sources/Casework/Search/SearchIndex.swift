import CaseModel

/// Finds applicants by name, any pinyin reading whole or by initials, code, number or phone, as somebody types.
///
/// Applicants of an office that was read back are taken in when somebody first searches.
///
/// A search's way: `SearchQuery` (folded once), `SearchNames` (all names in a few flat arrays, most passed
/// over by their marks), `SearchIndex` (in what order, and what was put since; `findNearly`, where nothing is
/// found, what is one slip of the finger away). Filings are found by number as well (`NearNumbers`).
public struct SearchIndex: Sendable {
  private let pinyin: PinyinTable
  private var ids: [String] = []
  /// The first applicants, in the order of their numbers.
  private var first: Deferred<SearchNames>
  /// Applicants put since, and where each of them stands last by its number.
  private var later: SearchNames
  private var laterPlaces: [Int: Int] = [:]
  /// Names and codes that applicants had before, and the numbers of these applicants.
  private var former: SearchNames
  private var formerOwners: [Int] = []

  public init(pinyin: PinyinTable) { self.init(pinyin: pinyin, applicants: []) }

  /// An index of applicants that it takes in later.
  init(pinyin: PinyinTable, applicants: [Applicant]) {
    self.pinyin = pinyin
    ids = applicants.map(\.id)
    later = SearchNames(pinyin: pinyin)
    former = SearchNames(pinyin: pinyin)
    first = Deferred {
      var names = SearchNames(pinyin: pinyin)
      for applicant in applicants { names.append(applicant) }
      return names
    }
  }

  /// Takes an applicant in, or takes it in anew, under its number.
  mutating func put(_ applicant: Applicant, number: Int) {
    if number == ids.count { ids.append(applicant.id) }
    laterPlaces[number] = later.count
    later.append(applicant)
  }

  /// An index of other applicants that reads names in the same way.
  func anew(_ applicants: [Applicant]) -> SearchIndex { SearchIndex(pinyin: pinyin, applicants: applicants) }

  /// Takes in what the applicant of a number was called before.
  mutating func put(_ name: FormerName, number: Int) {
    former.append(name: name.name, numbers: [name.code ?? ""])
    formerOwners.append(number)
  }

  /// Takes in what is to be taken in later.
  func prepare() { _ = first.value }

  /// The numbers of applicants of whose former names something holds, each once.
  private func owners(whose matches: (Int) -> Bool) -> [Int] {
    var seen: Set<Int> = []
    return formerOwners.indices.filter { matches($0) && seen.insert(formerOwners[$0]).inserted }.map {
      formerOwners[$0]
    }
  }

  /// The ids of the applicants that a query finds: names that begin with it first, then those that hold it, last
  /// those that hold its characters or initials in this order with others between, as short names do; behind them those
  /// whose former names or codes it finds.
  public func find(_ text: String) -> [String] {
    let query = SearchQuery(text)
    guard !query.folded.isEmpty else { return ids }
    var beginning: [String] = []
    var holding: [String] = []
    var shortened: [String] = []
    let first = first.value
    for number in ids.indices {
      let match =
        if let place = laterPlaces[number] { later.match(query, at: place) } else {
          first.match(query, at: number)
        }
      switch match {
      case .begins: beginning.append(ids[number])
      case .holds: holding.append(ids[number])
      case .shortens: shortened.append(ids[number])
      case .no: break
      }
    }
    var found = beginning + holding + shortened
    // Whoever types a whole number means that record, whatever else has it somewhere.
    let typed = TextFolding.search(text)
    if let place = found.firstIndex(where: {
      $0.utf8.count == typed.utf8.count && TextFolding.search($0) == typed
    }) {
      found.insert(found.remove(at: place), at: 0)
    }
    guard !formerOwners.isEmpty else { return found }
    let known = Set(found)
    return found
      + owners { former.match(query, at: $0) != .no }.map { ids[$0] }.filter { !known.contains($0) }
  }

  /// What fits more names than this is no hint at what was meant.
  static let mostNear = 20

  /// The ids of the applicants that are one slip of the finger away from a query, for when it finds nothing: by name,
  /// pinyin, initials or number, in the order in which they were entered.
  public func findNearly(_ text: String) -> [String] {
    let first = first.value
    var near: Set<Int> = []
    for query in SearchQuery(text).oneSlipAway {
      let found = ids.indices.filter { number in
        let match =
          laterPlaces[number].map { later.match(query, at: $0, shortening: false) }
          ?? first.match(query, at: number, shortening: false)
        return match == .begins || match == .holds
      }
      if found.count <= Self.mostNear { near.formUnion(found) }
    }
    return near.sorted().map { ids[$0] }
  }

  /// The numbers of the applicants whose folded name is or was that of a name; none of a blank name.
  func numbers(named name: String) -> [Int] {
    let query = SearchQuery(name)
    guard !query.folded.isEmpty else { return [] }
    let first = first.value
    let now = ids.indices.filter { number in
      laterPlaces[number].map { later.isNamed(query, at: $0) } ?? first.isNamed(query, at: number)
    }
    guard !formerOwners.isEmpty else { return now }
    return now + owners { former.isNamed(query, at: $0) }.filter { !now.contains($0) }
  }

  /// The readings of a character in lower case letters; none where it has none.
  public func readings(of scalar: Unicode.Scalar) -> [String] { pinyin.readings(of: scalar) }

  /// Whether a query finds a text by itself: by what stands in it, or by pinyin.
  public func matches(_ text: String, in whole: String) -> Bool {
    fit(text, in: whole) != nil
  }

  /// How well a query finds a text by itself: 0 at its beginning, 1 within it, 2 by characters of it left out; nil where
  /// it does not. An empty one fits everything.
  public func fit(_ text: String, in whole: String) -> Int? {
    let query = SearchQuery(text)
    guard !query.folded.isEmpty else { return 0 }
    var names = SearchNames(pinyin: pinyin)
    names.append(name: whole)
    return switch names.match(query, at: 0) {
    case .begins: 0
    case .holds: 1
    case .shortens: 2
    case .no: nil
    }
  }
}
