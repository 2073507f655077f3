public import SubsidyRules

/// One line of the working of an award.
public struct WorkingLine: Hashable, Sendable {
  /// The article the step stands under, as the policy file numbers it; `closing` for the validity.
  public var article: String
  public var text: String
  /// Whether the condition is met; nil for a step that is none.
  public var holds: Bool?

  public init(article: String, text: String, holds: Bool? = nil) {
    self.article = article
    self.text = text
    self.holds = holds
  }

  /// The line with its article in front: "第18条 专利类型 实用新型，属于 实用新型：符合".
  public var cited: String {
    let name = Labels.articleName(article)
    return name.isEmpty ? text : "\(name) \(text)"
  }
}

/// How an award was worked out, made from its trace alone.
public enum WorkingWording {
  /// The working step by step. Steps that only serve another one are told in that one's line.
  public static func lines(_ trace: Trace, item: Item?, policy: Policy) -> [WorkingLine] {
    let words = TraceWords(trace: trace, item: item, policy: policy)
    let folded = words.folded()
    return trace.nodes.compactMap { node in
      guard !folded.contains(node.step) else { return nil }
      let text = words.line(node)
      guard !text.isEmpty else { return nil }
      guard case .flag(let holds)? = node.result, node.operation != .input, node.operation != .fact,
        !words.isRowMissed(node)
      else {
        return WorkingLine(article: node.article, text: text)
      }
      return WorkingLine(
        article: node.article, text: "\(text)：\(holds ? "符合" : "不符合")", holds: holds)
    }
  }
}
