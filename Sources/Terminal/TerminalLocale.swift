internal import Glibc

/// The locale by which ncurses measures characters.
enum TerminalLocale {
  /// Sets the locale of the environment for characters, or `C.UTF-8` where it is missing.
  ///
  /// - Throws: `ScreenError.notUTF8` where the environment asks for another encoding.
  static func set() throws(ScreenError) {
    let asked = name()
    // A locale that is asked for but not installed still says what the terminal sends.
    if let encoding = encoding(of: asked), !isUTF8(encoding) { throw .notUTF8(encoding: encoding) }
    let isInstalled = setlocale(LC_CTYPE, "") != nil
    let current = String(cString: nl_langinfo(Int32(CODESET)))
    if isInstalled, isUTF8(current) { return }
    // "C" says nothing about the terminal, and today's terminals speak UTF-8.
    let saysNothing = !isInstalled || ["", "C", "POSIX"].contains(asked)
    guard saysNothing, setlocale(LC_CTYPE, "C.UTF-8") != nil else { throw .notUTF8(encoding: current) }
  }

  /// The locale that the environment asks for, by the rules of `setlocale`.
  private static func name() -> String {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = environment(variable) { return value }
    }
    return ""
  }

  /// The part of a locale's name between the point and the modifier, as in `zh_CN.GBK@radical`.
  private static func encoding(of name: String) -> String? {
    guard let point = name.firstIndex(of: ".") else { return nil }
    return String(name[name.index(after: point)...].prefix { $0 != "@" })
  }

  private static func isUTF8(_ encoding: String) -> Bool {
    encoding.lowercased().filter { $0 != "-" } == "utf8"
  }

  /// The value of a variable of the environment, unless it is missing or empty.
  static func environment(_ variable: String) -> String? {
    guard let value = getenv(variable) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
