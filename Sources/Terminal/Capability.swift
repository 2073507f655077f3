internal import CTerminal
internal import Glibc

/// Sequences that ncurses does not send by itself.
enum Capability {
  /// Whether the terminal can do what a full screen needs.
  static var canMoveCursor: Bool { !named("cup").isEmpty }

  /// Sent when the screen is taken: bracketed paste on; the keypad types digits, because the other mode turns
  /// NumLock of some terminals into F1; and the mouse if wanted.
  static func greeting(mouse: Bool) -> [UInt8] {
    named("rmkx") + Array("\u{1B}[?2004h".utf8) + (mouse ? self.mouse(isUsed: true) : [])
  }

  /// Makes the terminal tell what the mouse does, in the form that knows every column, or no longer.
  static func mouse(isUsed: Bool) -> [UInt8] {
    Array((isUsed ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l").utf8)
  }

  /// Sent when the screen is given back, by a crash too: everything that may be on goes off.
  static var farewell: [UInt8] {
    var bytes = Array("\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1000l".utf8)
    for name in ["rmacs", "sgr0", "op", "rmkx", "cnorm"] { bytes += named(name) }
    let leave = named("rmcup")
    // Without a second screen the text stays; go below it.
    return bytes + (leave.isEmpty ? Array("\u{1B}[999;1H\r\n".utf8) : leave)
  }

  /// The bytes of a terminfo capability, none if the terminal lacks it.
  private static func named(_ name: String) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 256)
    let count = terminal_capability(name, &buffer, buffer.count)
    return buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  /// Writes bytes to a descriptor; what a broken terminal does not take is lost.
  static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
