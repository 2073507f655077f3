import Glibc
import Synchronization

/// Does work for each number from 0 on as many cores as there are, the caller's among them, and returns when all of it is
/// done; which core does which, and in what order, is open.
public func concurrently(_ count: Int, _ work: (Int) -> Void) {
  let helpers = min(count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) - 1
  guard helpers > 0 else { return (0..<max(0, count)).forEach(work) }
  withoutActuallyEscaping(work) { work in
    // It is called until this function returns, and by then every thread has ended.
    nonisolated(unsafe) let work = work
    let share = Share(count) { work($0) }
    let threads = (0..<helpers).compactMap { _ in Thread(isJoined: true) { share.workOff() } }
    share.workOff()
    for thread in threads { thread.join() }
  }
}

/// Numbers that some threads work off together.
private final class Share: Sendable {
  private let next = Atomic(0)
  private let count: Int
  private let work: @Sendable (Int) -> Void

  init(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    (self.count, self.work) = (count, work)
  }

  func workOff() {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      work(number)
    }
  }
}
