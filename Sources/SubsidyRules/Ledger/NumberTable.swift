/// Finds a number by the text it was given to: an open-addressed table of numbers, whose texts stand elsewhere.
public struct NumberTable: Sendable {
  /// The number and one in each place taken, 0 in a free one; a power of two of places, at most half of them taken.
  public private(set) var places: [UInt32]
  public private(set) var count: Int

  public init() {
    places = Array(repeating: 0, count: 16)
    count = 0
  }

  /// A table that was kept; nil where it can't hold these many numbers.
  public init?(places: [UInt32], count: Int) {
    let size = places.count
    guard size >= 16, size & (size - 1) == 0, count * 2 <= size else { return nil }
    var taken = 0
    for place in places where place != 0 {
      guard place <= count else { return nil }
      taken += 1
    }
    guard taken == count else { return nil }
    self.places = places
    self.count = count
  }

  /// The number whose text has this hash and passes the test.
  public func number(hash: UInt64, where isIt: (Int) -> Bool) -> Int? {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if isIt(number) { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// Whether it must grow before another number is added.
  public var isFull: Bool { (count + 1) * 2 > places.count }

  /// Makes room for these many numbers at least; `hashes` are those of the numbers there are, in their order.
  public mutating func grow(_ hashes: [UInt64], to least: Int = 0) {
    var size = places.count * 2
    while size < least * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
    for (number, hash) in hashes.enumerated() { put(number, hash) }
  }

  /// Adds the next number, whose text is not there yet.
  public mutating func append(hash: UInt64) {
    put(count, hash)
    count += 1
  }

  private mutating func put(_ number: Int, _ hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = UInt32(number + 1)
  }

  /// FNV-1a, 64 bits wide, the same on every machine.
  @inlinable public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
