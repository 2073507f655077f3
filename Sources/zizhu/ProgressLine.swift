import Glibc

/// One line on the terminal that says how far a long piece of work has come; nothing where nobody looks.
struct ProgressLine {
  private let what: String
  private let whole: Int
  private let isShown: Bool
  private var percent = -1

  init(_ what: String, of whole: Int) {
    self.what = what
    self.whole = whole
    isShown = isatty(STDERR_FILENO) == 1 && whole > 0
  }

  mutating func show(_ done: Int) {
    guard isShown, done * 100 / whole != percent else { return }
    percent = done * 100 / whole
    Streams.control("\r")
    Streams.ask("\(what) \(done)/\(whole)（\(percent)%）")
  }

  /// Takes the line away.
  func end() {
    if isShown { Streams.control("\r\u{1B}[K") }
  }
}
