import Glibc
import Synchronization

/// Work on another thread, of low rank, whose result is fetched when it is there.
public final class Background<Value: Sendable>: Sendable {
  private let result: Mutex<Value?>

  public init(_ work: @escaping @Sendable () -> Value) {
    result = Mutex(nil)
    let started = Thread(isJoined: false) { [self] in
      // For a thread, on Linux: keys go first where there is one core.
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
      let value = work()
      result.withLock { $0 = value }
    }
    guard started == nil else { return }
    let value = work()
    result.withLock { $0 = value }
  }

  /// The result; nil while the work goes on.
  public var value: Value? { result.withLock { $0 } }
}
