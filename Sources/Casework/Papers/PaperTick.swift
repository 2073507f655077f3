public import SubsidyRules

/// What the clerk finds of one paper of an item's list (材料清单).
public struct PaperTick: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case inOrder
    case missing
    /// Handed in, but not as it must be; why.
    case failing(String)

    /// As files write it.
    public var code: String {
      switch self {
      case .inOrder: "in-order"
      case .missing: "missing"
      case .failing: "failing"
      }
    }

    /// What is wrong with it; nil where nothing is.
    public var why: String? { if case .failing(let why) = self { why } else { nil } }

    /// Nil where no finding has the code.
    public init?(code: String, why: String) {
      switch code {
      case "in-order": self = .inOrder
      case "missing": self = .missing
      case "failing": self = .failing(why)
      default: return nil
      }
    }
  }

  /// The paper's code in the policy file.
  public var paper: String
  public var copies: Int
  public var hasOriginal: Bool
  public var pages: Int
  public var verdict: Verdict

  public init(
    paper: String, copies: Int = 0, hasOriginal: Bool = false, pages: Int = 0, verdict: Verdict = .inOrder
  ) {
    self.paper = paper
    self.copies = copies
    self.hasOriginal = hasOriginal
    self.pages = pages
    self.verdict = verdict
  }

  /// A paper handed in just as it is asked for.
  public init(full paper: Paper) {
    self.init(paper: paper.id, copies: paper.copies, hasOriginal: paper.original)
  }

  /// Whether the same sheets lie there, whatever is thought of them.
  func isSameHandIn(as other: PaperTick?) -> Bool {
    guard let other, (verdict == .missing) == (other.verdict == .missing) else {
      return other == nil && verdict == .missing
    }
    return copies == other.copies && hasOriginal == other.hasOriginal && pages == other.pages
  }
}

/// What is wrong with a paper.
public enum PaperFault: Hashable, Sendable {
  case missing
  /// Fewer copies than asked for.
  case copies(have: Int, need: Int)
  /// The original has to be shown.
  case original
  case failing(String)
}
