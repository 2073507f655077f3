/// What is drawn: the same for the same seed on every machine.
extension SeededNumbers {
  /// A number of a range; its lower bound where the range holds nothing else.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// One of some values; nil where there are none.
  public mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : one(of: values)
  }

  /// One of some values, of which there must be at least one.
  public mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }

  /// True that many times in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// That many digits.
  public mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character(Unicode.Scalar(UInt8(48 + number(0...9)))) })
  }
}
