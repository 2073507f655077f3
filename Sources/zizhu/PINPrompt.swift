import Glibc
import Wording

/// Asks for a PIN on the terminal without showing it, or reads it from a descriptor that a script names.
enum PINPrompt {
  /// The first line of a descriptor; nil where nothing can be read there.
  static func read(descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 256 {
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// What is typed on the terminal; nil where there is no terminal.
  static func ask(_ question: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var shown = termios()
    guard tcgetattr(terminal, &shown) == 0 else { return nil }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    guard tcsetattr(terminal, TCSAFLUSH, &hidden) == 0 else { return nil }
    defer {
      tcsetattr(terminal, TCSAFLUSH, &shown)
      put("\n", terminal)
    }
    put(TerminalText.harmless(question), terminal)
    return read(descriptor: terminal)
  }

  /// A new PIN, typed twice; nil where there is no terminal or the two differ.
  static func askNew(for name: String) -> String? {
    guard let first = ask("为“\(name)”设定 PIN（至少 6 位）：") else { return nil }
    return ask("再输入一次：") == first ? first : nil
  }

  private static func put(_ text: String, _ descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }
}
