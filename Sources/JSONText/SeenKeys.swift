/// The keys of one object that have been read, of which each may stand once.
public struct SeenKeys {
  private var few: [String] = []
  /// The same once they are many, so that a file of nothing but keys is read in no more than its size.
  private var many: Set<String> = []

  public init() {}

  /// Takes the next key; false where it has been read before.
  public mutating func take(_ key: String) -> Bool {
    if !many.isEmpty { return many.insert(key).inserted }
    if few.contains(key) { return false }
    few.append(key)
    if few.count == 32 { many = Set(few) }
    return true
  }
}
