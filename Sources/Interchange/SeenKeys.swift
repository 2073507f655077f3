/// The keys of one object that have been read: each may stand once, and only known ones where some are named.
struct SeenKeys {
  enum Verdict {
    case new, repeated, unknown
  }

  /// At most 64 names; nil where any name will do.
  private let known: [String]?
  /// Known names by their place, so that a filing's own keys need no list of their own.
  private var places: UInt64 = 0
  private var others: [String] = []
  /// The same once they are many, so that a file of nothing but keys is read in no more than its size.
  private var many: Set<String> = []

  init(known: [String]?) { self.known = known }

  mutating func take(_ key: String) -> Verdict {
    guard let known else {
      if !many.isEmpty { return many.insert(key).inserted ? .new : .repeated }
      if others.contains(key) { return .repeated }
      others.append(key)
      if others.count == 32 { many = Set(others) }
      return .new
    }
    guard let place = known.firstIndex(of: key) else { return .unknown }
    let bit: UInt64 = 1 << UInt64(place)
    guard places & bit == 0 else { return .repeated }
    places |= bit
    return .new
  }
}
