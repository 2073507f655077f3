import Glibc

/// A terminal that this program is the other end of.
struct PseudoTerminal {
  /// How large it is.
  struct Size {
    var columns = 80
    var rows = 24
  }

  /// What was drawn.
  struct Drawn {
    /// When the last byte came, in seconds of the steady clock.
    var at: Double
    var bytes: [UInt8]
  }

  /// The name under which a program opens it.
  let path: String
  private let own: Int32
  /// The program's end, held until the program has it.
  private let other: Int32

  init(_ size: Size) throws {
    var (own, other): (Int32, Int32) = (-1, -1)
    // Longer than the name of any terminal: openpty asks for no length.
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    var size = winsize(
      ws_row: UInt16(clamping: size.rows), ws_col: UInt16(clamping: size.columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&own, &other, &name, nil, &size) == 0 else { throw BenchFailure("no terminal: \(errno)") }
    for end in [own, other] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    (self.own, self.other) = (own, other)
  }

  /// The program has opened it: from now on reading ends when the program does.
  func handOver() { Glibc.close(other) }

  /// Hangs up.
  func close() { Glibc.close(own) }

  /// Types, all at once.
  func type(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard write(own, bytes, bytes.count) == bytes.count else {
      throw BenchFailure("the terminal takes no key: \(errno)")
    }
  }

  /// Reads until nothing has come for a while; nil where nothing came at all.
  ///
  /// - Parameters:
  ///   - patience: How long to wait for the first byte, in seconds.
  ///   - quiet: How long without a byte until all is taken to be drawn, in seconds.
  func drawn(within patience: Double, quiet: Double) -> Drawn? {
    var drawn: Drawn?
    var part = [UInt8](repeating: 0, count: 1 << 16)
    var wait = patience
    while isReadable(within: wait) {
      let count = read(own, &part, part.count)
      let now = Stopwatch.now()
      // Reading fails once the program has ended.
      guard count > 0 else { break }
      drawn = Drawn(at: now, bytes: (drawn?.bytes ?? []) + part[..<count])
      wait = quiet
    }
    return drawn
  }

  private func isReadable(within seconds: Double) -> Bool {
    let deadline = Stopwatch.now() + seconds
    while true {
      let left = Int32(max(0, (deadline - Stopwatch.now()) * 1000).rounded(.up))
      var asked = pollfd(fd: own, events: Int16(POLLIN), revents: 0)
      let ready = poll(&asked, 1, left)
      if ready < 0, errno == EINTR { continue }
      return ready > 0
    }
  }
}
