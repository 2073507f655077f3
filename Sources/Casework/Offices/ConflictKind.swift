/// What may stand between the journals of several offices. The numbers are those of offices.md; 15 is reserved there.
public enum ConflictKind: Int, Hashable, Sendable, CaseIterable {
  /// 重复报送
  case redelivery = 1
  /// 缺件
  case gap
  /// 分叉: two continuations of one history.
  case fork
  /// 同一申请人
  case person
  /// 同一依据
  case sameKey
  /// 限额超出
  case overrun
  /// 核定后有改动
  case moved
  /// 无权办理
  case noRight
  /// 规则不同
  case otherRules
  /// 未知代码
  case unknownCode
  /// 同号两件
  case sameNumber
  /// 时钟异常
  case clock
  /// 撤回与核定并存
  case void
  /// 交接单不符
  case cover

  /// Whether nothing is committed or paid of its filings while it is open.
  public var stopsSteps: Bool {
    switch self {
    case .fork, .sameKey, .moved, .noRight, .sameNumber, .void, .cover: true
    case .redelivery, .gap, .person, .overrun, .otherRules, .unknownCode, .clock: false
    }
  }
}
