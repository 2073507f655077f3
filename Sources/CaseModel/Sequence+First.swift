extension Dictionary {
  /// What stands first under each key.
  @inlinable public init(first pairs: some Sequence<(Key, Value)>) {
    self.init(pairs, uniquingKeysWith: { first, _ in first })
  }
}

extension Sequence {
  /// The elements by a key of theirs, the first under each.
  @inlinable public func keyed<Key: Hashable>(by key: (Element) -> Key) -> [Key: Element] {
    Dictionary(first: map { (key($0), $0) })
  }

  /// The places of the elements, counted from 0, by a key of theirs: that of the first under each.
  @inlinable public func places<Key: Hashable>(by key: (Element) -> Key) -> [Key: Int] {
    Dictionary(first: enumerated().map { (key($1), $0) })
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it first stands.
  public var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Collection where Element: Hashable {
  /// Each element once, where it first stands, with how often it is there.
  public var countsOfEach: [(element: Element, count: Int)] {
    let counts = reduce(into: [Element: Int]()) { $0[$1, default: 0] += 1 }
    return eachOnce.map { ($0, counts[$0] ?? 0) }
  }
}
