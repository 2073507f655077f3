import Seeded

/// What is made at random: the same for the same seed on every machine.
struct Random {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  private mutating func next() -> UInt64 { numbers.next() }

  /// A number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// One of some values, of which there must be at least one.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }

  /// True that many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character(Unicode.Scalar(UInt8(48 + number(0...9)))) })
  }
}
