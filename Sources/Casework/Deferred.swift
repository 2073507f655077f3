import Synchronization

/// A value that is worked out when somebody first asks for it, once, whoever asks first.
///
/// Copies share it: what was worked out for one is there for all. Whoever asks while another works it out waits.
final class Deferred<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case ready(Value)
    case waiting(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.waiting(make)) }

  var value: Value {
    state.withLock { state in
      switch state {
      case .ready(let value): return value
      case .waiting(let make):
        let value = make()
        state = .ready(value)
        return value
      }
    }
  }

  /// Whether it is there already; false also while somebody works it out.
  var isReady: Bool {
    state.withLockIfAvailable { state in
      if case .ready = state { true } else { false }
    } ?? false
  }
}
