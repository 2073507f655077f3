public import SubsidyRules

/// What an item is called where items of several policies stand side by side.
public enum ItemWording {
  /// Its label, with the number of its policy where another policy has one of the same label; the id where there is none.
  public static func name(_ id: String, in policy: Policy) -> String {
    guard let item = policy.item(id) else { return id }
    let isShared =
      policy.documents.count > 1 && policy.items.contains { $0.label == item.label && $0.id != id }
    return isShared ? "\(item.label)（\(policy.document(of: id).document)）" : item.label
  }
}
