internal import CNcurses
internal import CTerminal
public import Cells
internal import Glibc

/// The terminal: grids go out, events come in.
///
/// One screen can be open in a program at a time, used by one thread. Whatever ends the program, a crash too, the
/// terminal is put back first and standard error with it, so that messages come after.
///
/// Output goes through ncurses, which sends the difference. Input does not: see `nextEvent(timeout:)`.
public final class Screen {
  /// Whether this is the Linux console, which has no Chinese glyphs.
  public let isLinuxConsole: Bool

  private var options: Options
  private let library: Library
  private let painter: RowPainter
  private var painted: Grid?
  private var isOpen = true
  var input: InputQueue

  /// Takes the terminal.
  ///
  /// - Throws: `ScreenError`; the terminal is as it was then.
  public static func open(_ options: Options = Options()) throws(ScreenError) -> Screen {
    guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
    try TerminalLocale.set()
    let code = terminal_guard_begin(options.input, options.output)
    guard code == 0 else { throw code == EBUSY ? .alreadyOpen : .system(code: code) }
    do throws(ScreenError) {
      let name = options.terminalName ?? TerminalLocale.environment("TERM") ?? ""
      let library = try Library.start(terminalName: name, input: options.input, output: options.output)
      let code = options.errorLog.map { terminal_guard_divert_errors($0) } ?? 0
      guard code == 0 else {
        library.end()
        throw .errorLog(code: code)
      }
      return Screen(options, library: library, terminalName: name)
    } catch {
      terminal_guard_end()
      throw error
    }
  }

  private init(_ options: Options, library: Library, terminalName: String) {
    self.options = options
    self.library = library
    isLinuxConsole = terminalName == "linux" || terminalName.hasPrefix("linux-")
    input = InputQueue(
      input: options.input, wake: terminal_guard_wake_descriptor(), escapeDelay: options.escapeDelay)
    let isMono = options.mono ?? (TerminalLocale.environment("NO_COLOR") != nil)
    painter = RowPainter(
      palette: Looks(
        mono: isMono, isLight: options.isLight ?? TerminalBackground.isLight, colours: options.colours),
      ascii: options.ascii)
    library.setModes()
    Capability.farewell.withUnsafeBytes { bytes in
      if let start = bytes.bindMemory(to: CChar.self).baseAddress {
        terminal_guard_set_farewell(start, bytes.count)
      }
    }
    takeModes()
    adoptSize()
    // Nobody has seen another size yet.
    input.removeAll()
  }

  deinit {
    close()
  }

  /// Rows of the terminal.
  public var rows: Int { isOpen ? Int(getmaxy(terminal_window())) : 0 }
  /// Columns of the terminal.
  public var columns: Int { isOpen ? Int(getmaxx(terminal_window())) : 0 }
  /// How many colours the terminal's description promises; 0 where it has none.
  public var colours: Int { isOpen ? max(0, Int(terminal_colours())) : 0 }

  /// Shows `grid`. Rows that look as before are not touched, so that an input method is left in peace where it
  /// composes; the cursor stands at the grid's caret or is hidden.
  public func draw(_ grid: Grid) {
    guard isOpen, let window = terminal_window() else { return }
    let (rows, columns) = (rows, columns)
    for row in 0..<rows {
      let cells = grid.cells(inScreenRow: row)
      guard let painted, painted.hasSize(of: grid) else {
        painter.paint(cells, row: row, columns: columns, window: window)
        continue
      }
      // Only what has changed: ncurses copies and compares what it is given several times.
      guard let changed = grid.changes(inScreenRow: row, from: painted) else { continue }
      let part = cells.dropFirst(changed.lowerBound).prefix(changed.count)
      painter.paint(part, row: row, column: changed.lowerBound, columns: columns, window: window)
    }
    painted = grid
    if let caret = grid.caret {
      wmove(window, Int32(min(caret.row, rows - 1)), Int32(min(caret.column, columns - 1)))
    }
    library.sendTogether {
      curs_set(grid.caret == nil ? 0 : 1)
      wrefresh(window)
    }
  }

  /// Sends the whole screen again, for when something else has written on it.
  public func redraw() {
    guard isOpen, let window = terminal_window() else { return }
    terminal_forget_screen()
    library.sendTogether { wrefresh(window) }
  }

  /// Takes the mouse, or gives it back to the terminal for selecting and copying.
  public func useMouse(_ isUsed: Bool) {
    options.mouse = isUsed
    if isOpen { Capability.send(Capability.mouse(isUsed: isUsed), to: options.output) }
  }

  /// Puts a text on the terminal's clipboard (OSC 52); a terminal that lets no program write there ignores it.
  public func copy(_ text: String) {
    let sequence = "\u{1B}]52;c;\(Base64.text(of: Array(text.utf8)))\u{07}"
    if isOpen { Capability.send(Array(sequence.utf8), to: options.output) }
  }

  /// Puts the terminal back and stops the program, as Ctrl-Z does in a shell; returns when it goes on, with the
  /// screen painted again and `.resume` among the next events.
  public func suspend() {
    guard isOpen else { return }
    endwin()
    terminal_guard_put_back()
    terminal_guard_stop()
    resume()
  }

  /// Puts the terminal back. Closing again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    library.end()
    terminal_guard_end()
  }

  // MARK: - Own affairs

  /// Takes the terminal again after the program was stopped, by itself or from outside.
  func resume() {
    // The log was there when the screen was opened; if it has gone, errors stay where they are.
    if let log = options.errorLog { _ = terminal_guard_divert_errors(log) }
    takeModes()
    adoptSize()
    redraw()
    input.add(.resume)
  }

  /// Asks the terminal for its size and tells of a new one.
  func adoptSize() {
    var size = winsize()
    guard ioctl(options.output, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return
    }
    guard rows != Int(size.ws_row) || columns != Int(size.ws_col) else { return }
    resizeterm(Int32(size.ws_row), Int32(size.ws_col))
    painted = nil
    input.add(.resize(rows: rows, columns: columns))
  }

  private func takeModes() {
    terminal_guard_arm()
    reset_prog_mode()
    Capability.send(Capability.greeting(mouse: options.mouse), to: options.output)
  }
}
