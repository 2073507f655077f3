import Glibc

/// A thread of the system's own, for work of some length; what the language offers needs `/proc`, which not every root has.
struct Thread {
  private var thread: pthread_t

  /// Starts the work; nil where the system gives no further thread.
  ///
  /// Signals go to the threads that were there before, but for those that tell of a fault of the thread itself.
  init?(isJoined: Bool, _ work: @escaping @Sendable () -> Void) {
    thread = pthread_t()
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    if !isJoined { pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED)) }
    var (blocked, before) = (sigset_t(), sigset_t())
    sigfillset(&blocked)
    for fault in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS] { sigdelset(&blocked, fault) }
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let kept = Unmanaged.passRetained(Work(work))
    let code = pthread_create(
      &thread, &attributes,
      { kept in
        if let kept { Unmanaged<Work>.fromOpaque(kept).takeRetainedValue().run() }
        return nil
      }, kept.toOpaque())
    guard code == 0 else {
      kept.release()
      return nil
    }
  }

  /// Waits for the end of the work, once.
  func join() { pthread_join(thread, nil) }

  /// Leaves the work to go on by itself.
  func detach() { pthread_detach(thread) }

  /// What a thread is handed when it starts.
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
