import Glibc

/// A thread of its own, as another desk would be: it may wait for a lock without holding up the tests.
final class Thread {
  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private var handle = pthread_t()

  init(_ body: @escaping () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    pthread_create(
      &handle, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
  }

  func join() { pthread_join(handle, nil) }
}
