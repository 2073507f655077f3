import Casework

/// What the journal screen holds of its own: the saves read so far, the latest first.
struct JournalState: Sendable {
  var list = ListState()
  var query = LineEditor()
  private(set) var saves: [Transaction] = []
  /// The number before which to read on; nil where there is no more.
  private var next: Int?
  /// What the saves were read for.
  private var source: Source?

  private struct Source: Hashable {
    var version: Int
    var query: String
  }

  /// What is still to be read for what is on the screen; nil where all of it is there.
  func wanted(version: Int, height: Int) -> SavesWanted? {
    guard source == Source(version: version, query: query.text) else {
      // After another's save as many as were there before, so that nobody loses their place.
      let isSame = source?.query == query.text
      return SavesWanted(
        before: nil, query: query.text, count: max(SavesWanted.few, isSame ? saves.count + 1 : 0))
    }
    guard let next, list.chosen + 2 * height >= saves.count else { return nil }
    return SavesWanted(before: next, query: query.text)
  }

  var hasMore: Bool { next != nil }

  /// Takes saves that were read, the latest first.
  ///
  /// - Parameter next: the number before which to read on; nil at the journal's beginning.
  mutating func take(saves read: [Transaction], next: Int?, for wanted: SavesWanted, version: Int) {
    if wanted.before == nil {
      let chosen = source?.query == wanted.query ? list.chosen(in: saves) : nil
      saves = read
      let place = saves.firstIndex { $0.sequence == chosen?.sequence }
      // On the first row what is new comes into sight; further down the row that was looked at stays.
      if let place, list.chosen > 0 {
        list.top += place - list.chosen
        list.chosen = place
      }
      list.chosen = min(list.chosen, max(0, saves.count - 1))
    } else {
      saves += read
    }
    self.next = next
    source = Source(version: version, query: wanted.query)
  }

  mutating func searched() { list = ListState() }
}

/// Saves that the desk needs to be read from the journal for what it shows.
public struct SavesWanted: Hashable, Sendable {
  /// The number of a save; nil begins with the last.
  public var before: Int?
  /// Words that each must say; empty takes all.
  public var query: String

  public var count = few

  /// How many are read at once.
  static let few = 200
}
