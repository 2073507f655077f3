internal import CTerminal
public import Cells

extension Screen {
  /// Waits for the next event, at most `timeout` milliseconds, or for as long as it takes; nil if none came.
  ///
  /// Bytes are read from the terminal and decoded here, beside ncurses. Its own reading gives the same error for a bad
  /// byte and for the end of input, and knows only the keys of the terminal that `TERM` names.
  /// After the end of input every call waits out its time and gives `.endOfInput` again, so that a program that
  /// overlooks it does not keep the processor busy.
  public func nextEvent(timeout: Int? = nil) -> Event? {
    let deadline = timeout.map { InputQueue.now() + max(0, min($0, 1_000_000_000)) }
    while true {
      if let event = input.take() { return event }
      switch input.wait(until: deadline) {
      case .events: break
      case .notice: takeNotices()
      case .timeout: return nil
      }
    }
  }

  /// Whether Esc was pressed while something long was done. What was typed before it is given up with that; where it was not
  /// pressed, all that was typed stays for whoever asks for the next event.
  public func takeEscape() -> Bool {
    var typed: [Event] = []
    while let event = nextEvent(timeout: 0) {
      if event == .key(.escape) { return true }
      typed.append(event)
      // The end of input is told as often as somebody asks.
      if event == .endOfInput { break }
    }
    input.putBack(typed)
    return false
  }

  private func takeNotices() {
    let notices = terminal_guard_take_notices()
    func has(_ notice: terminal_notice) -> Bool { notices & Int32(notice.rawValue) != 0 }
    if has(TERMINAL_HUNG_UP) { input.end() }
    if has(TERMINAL_TERMINATE_ASKED) { input.add(.terminate) }
    if has(TERMINAL_STOP_ASKED) {
      suspend()
    } else if has(TERMINAL_CONTINUED) {
      // Stopped by a signal that nobody can catch: the shell has changed the terminal meanwhile.
      resume()
    }
    if has(TERMINAL_RESIZED) { adoptSize() }
  }
}
