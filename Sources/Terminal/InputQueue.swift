internal import Cells
internal import Glibc

/// Waits for bytes and signals and keeps the events that they became.
struct InputQueue {
  /// What made a wait end.
  enum Wake {
    case events
    /// A signal has left a notice.
    case notice
    case timeout
  }

  private let descriptor: Int32
  private let wake: Int32
  private var decoder: KeyDecoder
  private var events: [Event] = []
  private var hasEnded = false
  /// When the bytes so far are taken for what they are, in milliseconds of the steady clock.
  private var patienceEnds: Int?

  init(input: Int32, wake: Int32, escapeDelay: Int) {
    descriptor = input
    self.wake = wake
    decoder = KeyDecoder(escapeDelay: escapeDelay)
  }

  /// Adds an event; typed text joins text before it, since an input method's burst may come in pieces.
  mutating func add(_ event: Event) {
    if case .text(let more) = event, case .text(let before)? = events.last {
      events[events.count - 1] = .text(before + more)
    } else {
      events.append(event)
    }
  }

  /// The oldest event, if there is one.
  mutating func take() -> Event? {
    events.isEmpty ? nil : events.removeFirst()
  }

  /// Puts events back that were taken, before all others.
  mutating func putBack(_ taken: [Event]) { events.insert(contentsOf: taken, at: 0) }

  mutating func removeAll() {
    events.removeAll()
  }

  /// Waits until there are events or notices, or `deadline` in milliseconds of the steady clock has come; without
  /// one for as long as it takes.
  mutating func wait(until deadline: Int?) -> Wake {
    while events.isEmpty {
      let end = [deadline, patienceEnds].compactMap { $0 }.min()
      // After the end of input its descriptor is always ready; watching it would keep the processor busy.
      var watched = [pollfd(fd: wake, events: Int16(POLLIN), revents: 0)]
      if !hasEnded { watched.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
      let milliseconds = end.map { Int32(clamping: max(0, $0 - Self.now())) } ?? -1
      let ready = poll(&watched, nfds_t(watched.count), milliseconds)
      if ready > 0, watched[0].revents != 0 { return .notice }
      if ready > 0 {
        read()
      } else if let patienceEnds, patienceEnds <= Self.now() {
        self.patienceEnds = nil
        for event in decoder.timeOut() { add(event) }
      } else if let deadline, deadline <= Self.now() {
        if hasEnded { add(.endOfInput) } else { return .timeout }
      }
    }
    return .events
  }

  /// Takes it that no more input comes, and says so once now and then at the end of every wait.
  mutating func end() {
    guard !hasEnded else { return }
    hasEnded = true
    for event in decoder.timeOut() { add(event) }
    add(.endOfInput)
  }

  /// Reads what is there, so that a burst becomes one event.
  private mutating func read() {
    var total = 0
    var count = 0
    repeat {
      count = withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        for event in decoder.feed(buffer.prefix(max(0, count))) { add(event) }
        return count
      }
      if count < 0, errno == EINTR || errno == EAGAIN { break }
      guard count > 0 else {
        end()
        return
      }
      total += count
      // Behind a single key there is nothing more, and to ask for it would make it wait.
    } while count > Self.longestKey && total < 1 << 20 && hasMore()
    patienceEnds = decoder.patience.map { Self.now() + $0 }
  }

  /// Bytes of the longest key, about.
  private static let longestKey = 16

  private func hasMore() -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0 && watched.revents & Int16(POLLIN) != 0
  }

  /// The steady clock in milliseconds.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
