/// Rows that stand until they are to be made of something else: of another version of the office, another year or choice.
struct Kept<Choice: Hashable & Sendable, Rows: Sendable>: Sendable {
  private(set) var rows: Rows
  private var key: Key?

  private struct Key: Hashable {
    var version: Int
    var year: Int
    var choice: Choice
  }

  init(_ rows: Rows) { self.rows = rows }

  /// Makes the rows anew where they are to be of something else; false where they stand.
  @discardableResult
  mutating func renew(_ version: Int, _ year: Int, _ choice: Choice, _ make: () -> Rows) -> Bool {
    let key = Key(version: version, year: year, choice: choice)
    guard key != self.key else { return false }
    (self.key, rows) = (key, make())
    return true
  }

  /// Puts others in their place, which stand as long as they would have.
  mutating func replace(_ rows: Rows) { self.rows = rows }
}
