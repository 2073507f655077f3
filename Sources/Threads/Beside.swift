import Synchronization

/// Work that goes on beside whoever hands it over, one piece after another in their order.
public final class Beside: Sendable {
  private let running = Mutex<Thread?>(nil)

  public init() {}

  /// Starts the next piece as soon as the last one is done.
  public func start(_ work: @escaping @Sendable () -> Void) {
    running.withLock { running in
      running?.join()
      running = Thread(isJoined: true, work)
      if running == nil { work() }
    }
  }

  /// Waits until nothing goes on.
  public func finish() {
    running.withLock { running in
      running?.join()
      running = nil
    }
  }

  // The last one to know of it may be the thread itself, which can't wait for its own end.
  deinit { running.withLock { $0?.detach() } }
}
