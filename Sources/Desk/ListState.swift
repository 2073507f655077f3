import Cells
import SubsidyRules

/// Which row of a list is chosen, and which is the first one shown.
struct ListState: Hashable, Sendable {
  var chosen = 0 { didSet { held = nil } }
  var top = 0
  /// The record in the chosen row; nil until the list has been made for it.
  private(set) var held: RecordKey?

  init(chosen: Int = 0, top: Int = 0) { (self.chosen, self.top) = (chosen, top) }

  /// A list that is scrolled only as far down as shows its chosen row.
  init(chosen: Int, height: Int) { self.init(chosen: chosen, top: max(0, chosen - max(1, height) + 1)) }

  /// After the rows have been made anew: the record that was chosen stays chosen where it still stands, on the same
  /// line of the screen; else the row that has taken its place.
  mutating func hold(_ rows: some RandomAccessCollection<RecordKey>, height: Int) {
    func row(_ place: Int) -> RecordKey? {
      place >= 0 && place < rows.count ? rows[rows.index(rows.startIndex, offsetBy: place)] : nil
    }
    if let held, row(chosen) != held, let found = rows.firstIndex(of: held) {
      let place = rows.distance(from: rows.startIndex, to: found)
      // At the top what is new comes into sight; further down the rows that are looked at stay where they are.
      if top > 0 { top += place - chosen }
      chosen = place
    }
    reveal(count: rows.count, height: height)
    held = row(chosen)
  }

  /// What stands in the chosen row; nil where no row is chosen.
  func chosen<Row>(in rows: [Row]) -> Row? {
    rows.indices.contains(chosen) ? rows[chosen] : nil
  }

  /// The rows in sight, so many as have room: each with the line that it stands on, and whether it is the chosen one.
  func shown<Row>(
    _ rows: some Collection<Row>, height: Int
  ) -> [(line: Int, row: Row, isChosen: Bool)] {
    rows.dropFirst(top).prefix(max(0, height)).enumerated().map { ($0, $1, top + $0 == chosen) }
  }

  /// Moves by rows, staying inside the list and keeping the chosen row in sight.
  mutating func move(by rows: Int, count: Int, height: Int) {
    chosen = max(0, min(chosen + rows, count - 1))
    reveal(count: count, height: height)
  }

  /// By how many rows a key moves in a list; nil where it is none of a list's.
  static func step(_ key: Key, count: Int, page: Int) -> Int? {
    switch key {
    case .up: -1
    case .down: 1
    case .pageUp: -page
    case .pageDown: page
    case .home: -count
    case .end: count
    default: nil
    }
  }

  /// Moves by a key; false where it is none of a list's.
  mutating func press(_ key: Key, count: Int, height: Int) -> Bool {
    guard let rows = Self.step(key, count: count, page: height) else { return false }
    move(by: rows, count: count, height: height)
    return true
  }

  mutating func reveal(count: Int, height: Int) {
    chosen = max(0, min(chosen, count - 1))
    let height = max(1, height)
    if chosen < top { top = chosen }
    if chosen >= top + height { top = chosen - height + 1 }
    top = max(0, min(top, count - height))
  }
}

/// Which record a row of a list stands for, whatever row that is.
enum RecordKey: Hashable, Sendable {
  /// A filing, by its number among the office's files.
  case number(Int)
  case id(String)
  case cap(Claim.Group)
}
