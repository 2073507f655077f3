public import SubsidyRules

/// What an item or a cap is called where those of several policies stand side by side.
public enum ItemWording {
  /// Its label, with the number of its policy where another policy has one of the same label; the id where there is none.
  public static func name(_ id: String, in policy: Policy) -> String {
    guard let item = policy.item(id) else { return id }
    let isShared =
      policy.documents.count > 1 && policy.items.contains { $0.label == item.label && $0.id != id }
    return isShared ? "\(item.label)（\(policy.document(of: id).document)）" : item.label
  }

  /// The same for a cap.
  public static func cap(_ id: String, in policy: Policy) -> String {
    guard let cap = policy.cap(id) else { return id }
    let isShared = policy.documents.count > 1 && policy.caps.contains { $0.label == cap.label && $0.id != id }
    guard isShared, let item = cap.items.first else { return cap.label }
    return "\(cap.label)（\(policy.document(of: item).document)）"
  }
}
