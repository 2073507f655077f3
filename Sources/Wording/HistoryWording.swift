public import Casework

/// What was done to a record, in a word.
public enum HistoryWording {
  public static func label(_ deed: HistoryEntry.Deed) -> String {
    switch deed {
    case .received: "收件"
    case .changed: "修改"
    case .takenOver: "接收旧档"
    }
  }
}
