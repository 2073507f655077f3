public import Casework

/// What an old record lacks before it guards what was paid.
public enum SupplementWording {
  /// In brackets, behind the filing's id; empty where nothing is to be added.
  public static func lacking(_ id: String, _ state: OfficeState) -> String {
    let words = CaseWords(state, filing: id)
    let names = state.lackingToGuard(id).map(words.input)
    return names.isEmpty ? "" : "（缺 \(names.joined(separator: "、"))）"
  }
}
