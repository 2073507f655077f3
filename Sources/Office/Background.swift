import Glibc
import Synchronization

/// Work on another thread, of low rank, whose result is fetched when it is there.
final class Background<Value: Sendable>: Sendable {
  private let result: Mutex<Value?> = Mutex(nil)

  init(_ work: @escaping @Sendable () -> Value) {
    Task.detached(priority: .background) { [self] in
      // For a thread, on Linux: keys go first where there is one core.
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
      let value = work()
      result.withLock { $0 = value }
    }
  }

  /// The result; nil while the work goes on.
  var value: Value? { result.withLock { $0 } }
}
