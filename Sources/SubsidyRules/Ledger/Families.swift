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
}
