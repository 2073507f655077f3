import Glibc

/// Measures how many columns the terminal gives to texts, by asking where the cursor stands.
enum TerminalRuler {
  /// How long the terminal may take to answer, in milliseconds; one on a slow line takes a while.
  private static let patience: Int32 = 1000

  /// The columns of each text; nil where the terminal does not answer.
  static func measure(_ texts: [String]) -> [Int]? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var bare = before
    cfmakeraw(&bare)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &bare) == 0 else { return nil }
    defer {
      // What stands there is wiped away, and what came late is not typed into the shell.
      _ = Streams.put(Array("\r\u{1B}[K".utf8), to: STDOUT_FILENO)
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
    }
    var columns: [Int] = []
    for text in texts {
      guard Streams.put(Array("\r\(text)\u{1B}[6n".utf8), to: STDOUT_FILENO), let column = answer() else {
        return nil
      }
      columns.append(column - 1)
    }
    return columns
  }

  /// The column of an answer `ESC [ row ; column R`.
  private static func answer() -> Int? {
    var text = ""
    while !text.hasSuffix("R") {
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      var byte: UInt8 = 0
      guard text.utf8.count < 64, poll(&waiting, 1, patience) == 1, read(STDIN_FILENO, &byte, 1) == 1 else {
        return nil
      }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    guard let semicolon = text.lastIndex(of: ";") else { return nil }
    return Int(text[text.index(after: semicolon)...].dropLast())
  }
}
