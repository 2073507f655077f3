/// Whether two places hold the same bytes.
public func haveSameBytes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
  guard one.count == other.count else { return false }
  var place = 0
  while place < one.count {
    guard one[place] == other[place] else { return false }
    place += 1
  }
  return true
}

/// The first place in a range that is not zero.
public func firstNonZero(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> Int? {
  var place = range.lowerBound
  while place < range.upperBound {
    guard bytes[place] == 0 else { return place }
    place += 1
  }
  return nil
}
