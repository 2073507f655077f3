/// How far a filing has come.
///
/// received 收件 → accepted 受理 → reviewed 初审 → approved 审定 → published 公示 → paid 拨付, with correction 补正,
/// rejected 不予资助, withdrawn 撤回 and reclaimed 追回 aside.
public enum Stage: String, Hashable, BitwiseCopyable, Sendable, CaseIterable {
  case received, correction, accepted, reviewed, approved, published, paid, reclaimed, rejected, withdrawn

  /// Rejected and withdrawn filings are paid nothing and use nothing.
  public var isClosed: Bool { self == .rejected || self == .withdrawn }

  /// Whether nothing has been decided yet and everything may still be put right.
  public var isUndecided: Bool {
    switch self {
    case .received, .correction, .accepted, .reviewed: true
    case .approved, .published, .paid, .reclaimed, .rejected, .withdrawn: false
    }
  }

  /// Whether somebody still has to deal with the filing.
  public var isOpen: Bool {
    switch self {
    case .received, .correction, .accepted, .reviewed, .approved, .published: true
    case .paid, .reclaimed, .rejected, .withdrawn: false
    }
  }
}
