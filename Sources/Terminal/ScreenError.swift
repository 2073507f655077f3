/// Why the screen could not be opened. The terminal is untouched then.
public enum ScreenError: Error, Sendable, Hashable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The locale's characters are not in UTF-8 but in the named encoding.
  case notUTF8(encoding: String)
  /// There is no description of the terminal named by `TERM`; empty if none is named.
  case unknownTerminal(name: String)
  /// The terminal named by `TERM` cannot move its cursor.
  case plainTerminal(name: String)
  /// A screen is open in this program already.
  case alreadyOpen
  /// The file for standard error cannot be opened; the system's error number.
  case errorLog(code: Int32)
  /// The system refused something else; its error number.
  case system(code: Int32)
}
