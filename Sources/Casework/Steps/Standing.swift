public import CaseModel

/// Where a filing stands in the office (办理状态), finer than the stage that an interchange file can state.
public enum Standing: String, Hashable, Sendable, CaseIterable {
  /// 收件
  case received
  /// 补正
  case correction
  /// 受理
  case accepted
  /// 初审
  case reviewed
  /// 上报: the county has done its part, the city decides.
  case handedUp
  /// 退回: the city has sent it back, as it stood when it was accepted.
  case sentBack
  /// 审定: the amount is decided.
  case approved
  /// 公示
  case published
  /// 拨付
  case paid
  /// 退票: the bank sent the payment back.
  case returned
  /// 视为放弃: a returned payment that went back to the treasury.
  case waived
  /// 追回, all or part.
  case reclaimed
  /// 不予资助
  case rejected
  /// 撤回
  case withdrawn
  /// 逾期未补正, treated as withdrawn.
  case lapsed

  /// How an interchange file states it.
  public var stage: Stage {
    switch self {
    case .received: .received
    case .correction: .correction
    case .accepted: .accepted
    case .reviewed, .handedUp, .sentBack: .reviewed
    case .approved: .approved
    case .published, .returned: .published
    case .paid: .paid
    case .waived, .reclaimed: .reclaimed
    case .rejected: .rejected
    case .withdrawn, .lapsed: .withdrawn
    }
  }

  /// The standing that a stage of an interchange file says.
  public init(_ stage: Stage) {
    switch stage {
    case .received: self = .received
    case .correction: self = .correction
    case .accepted: self = .accepted
    case .reviewed: self = .reviewed
    case .approved: self = .approved
    case .published: self = .published
    case .paid: self = .paid
    case .reclaimed: self = .reclaimed
    case .rejected: self = .rejected
    case .withdrawn: self = .withdrawn
    }
  }

  /// Standings in which nothing has been decided and everything may still be put right.
  public static let undecided: [Standing] = [
    .received, .correction, .accepted, .reviewed, .handedUp, .sentBack,
  ]
  /// Those of them in which the office that keeps the filing may change it: what is handed up is the city's to decide.
  public static let changeable: [Standing] = [.received, .correction, .accepted, .reviewed, .sentBack]
  /// Standings from which nothing has been paid yet.
  public static let unpaid: [Standing] = undecided + [.approved, .published]

  /// Whether nothing is to be paid any more.
  var isOver: Bool { [.rejected, .withdrawn, .lapsed, .waived].contains(self) }
  public var isUnpaid: Bool { Self.unpaid.contains(self) }
  public var isUndecided: Bool { Self.undecided.contains(self) }
  public var isChangeable: Bool { Self.changeable.contains(self) }
}
