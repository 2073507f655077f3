/// Why the screen could not be opened. The terminal is untouched then.
public enum ScreenError: Error, Sendable, Hashable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The locale's characters are not in UTF-8 but in the named encoding.
  case notUTF8(encoding: String)
  /// The terminal's description, named by `TERM`, is missing or cannot move the cursor; empty if none is named.
  case unknownTerminal(name: String)
  /// A screen is open in this program already.
  case alreadyOpen
  /// The file for standard error cannot be opened; the system's error number.
  case errorLog(code: Int32)
  /// The system refused something else; its error number.
  case system(code: Int32)
}
