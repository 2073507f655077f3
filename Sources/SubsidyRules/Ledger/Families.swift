/// Families of applicants: an agency with its branches.
public enum Families {
  /// The head of the chain of parents; nil where the chain runs in a circle.
  public static func root(of id: String, parent: (String) -> String?) -> String? {
    var seen: Set<String> = [id]
    var head = id
    while let next = parent(head) {
      guard seen.insert(next).inserted else { return nil }
      head = next
    }
    return head
  }

  /// The head of the chain of each one that has a parent, every link followed once, so that a long chain costs no
  /// more than its length; nil where a chain runs in a circle.
  public static func heads(_ parents: [String: String]) -> [String: String?] {
    var heads: [String: String?] = [:]
    heads.reserveCapacity(parents.count)
    for id in parents.keys {
      var way: [String] = []
      var seen: Set<String> = []
      var next = id
      while heads[next] == nil, let parent = parents[next], seen.insert(next).inserted {
        way.append(next)
        next = parent
      }
      let head = heads[next] ?? (seen.contains(next) ? nil : next)
      for one in way { heads.updateValue(head, forKey: one) }
    }
    return heads
  }
}
