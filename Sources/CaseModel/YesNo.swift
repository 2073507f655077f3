/// Answers to a question of yes or no (是否).
public enum YesNo {
  /// Why what a clerk typed is no answer.
  public enum TypingIssue: Error, Hashable, Sendable {
    case empty
    case unreadable
  }

  /// Reads an answer as clerks type it: 是 否, 有 无, y n, 1 0, √ ×, of whatever width.
  public static func typed(_ text: String) -> Result<Bool, TypingIssue> {
    let word = String(String.UnicodeScalarView(TypedText.folded(text)))
    switch word {
    case "": return .failure(.empty)
    case "是", "有", "对", "符合", "Y", "YES", "T", "TRUE", "1", "√", "✓": return .success(true)
    case "否", "无", "不", "不是", "没有", "不符合", "N", "NO", "F", "FALSE", "0", "×", "X":
      return .success(false)
    default: return .failure(.unreadable)
    }
  }
}
