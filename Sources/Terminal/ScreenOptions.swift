extension Screen {
  /// How the screen is opened.
  public struct Options: Sendable {
    /// Draws lines and bars with ASCII instead of the terminal's line drawing.
    public var ascii = false
    /// Whether to do without colours; nil leaves it to `NO_COLOR` in the environment.
    public var mono: Bool?
    /// Whether the terminal's background is light; nil leaves it to what the terminal says in `COLORFGBG`.
    public var isLight: Bool?
    /// The user's own colours, shown where colours are.
    public var colours = UserColours()
    /// Takes the mouse, which stops the terminal's own selecting and copying.
    public var mouse = false
    /// How long a lone Esc waits for a second byte, in milliseconds.
    public var escapeDelay = 25
    /// The file that standard error is added to while the screen is up; nil leaves it where it is.
    public var errorLog: String? = "/dev/null"
    /// The descriptors of the terminal.
    public var input: Int32 = 0
    public var output: Int32 = 1
    /// The terminal's kind instead of the one that `TERM` names.
    public var terminalName: String?

    public init() {}
  }
}
