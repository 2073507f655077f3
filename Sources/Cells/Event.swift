/// Something that happened to the program from outside.
public enum Event: Sendable, Hashable {
  /// A key that is no typed character.
  case key(Key)
  /// Typed characters; what an input method composes comes as one burst. It holds no control characters.
  case text(String)
  /// Pasted text as a whole, lines parted by line feeds; apart from these and tabs without control characters.
  case paste(String)
  /// The screen has a new size.
  case resize(rows: Int, columns: Int)
  /// The mouse, only where it was asked for.
  case mouse(Mouse)
  /// The program goes on after it was stopped; the screen is painted again by itself.
  case resume
  /// The program is asked from outside to stop: keep what was typed, then leave.
  case terminate
  /// No more input will come, as the terminal is gone: keep what was typed, then leave.
  case endOfInput
  /// Time went by without input.
  case tick
}
