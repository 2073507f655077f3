internal import CNcurses
internal import CTerminal
internal import Glibc

/// ncurses, started for one terminal.
struct Library {
  private let handle: OpaquePointer
  /// Streams of its own, since ncurses changes how they buffer.
  private let files: [UnsafeMutablePointer<FILE>]
  /// Nil where ncurses writes to the terminal by itself.
  private let spool: OutputSpool?

  /// Starts ncurses.
  ///
  /// - Throws: `ScreenError.unknownTerminal`, `.plainTerminal` or `.system`; nothing is left of the attempt then.
  static func start(terminalName: String, input: Int32, output: Int32) throws(ScreenError) -> Library {
    var files: [UnsafeMutablePointer<FILE>] = []
    for (descriptor, mode) in [(output, "w"), (input, "r")] {
      let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
      guard copy >= 0, let file = fdopen(copy, mode) else {
        let code = errno
        if copy >= 0 { _ = Glibc.close(copy) }
        for file in files { fclose(file) }
        throw .system(code: code)
      }
      files.append(file)
    }
    // The size comes from the terminal; variables of the environment may be left over from another one.
    use_env(false)
    use_tioctl(true)
    guard !terminalName.isEmpty, let handle = newterm(terminalName, files[0], files[1]) else {
      for file in files { fclose(file) }
      throw .unknownTerminal(name: terminalName)
    }
    let spool = OutputSpool(of: fileno(files[0]), terminal: output)
    let library = Library(handle: handle, files: files, spool: spool)
    guard Capability.canMoveCursor else {
      library.end()
      throw .plainTerminal(name: terminalName)
    }
    return library
  }

  /// Sets the terminal to what a screen needs: every key arrives at once and as it is, nothing is echoed.
  func setModes() {
    raw()
    noecho()
    nonl()
    // Input is read elsewhere; ncurses must not look into it.
    typeahead(-1)
    if let window = terminal_window() {
      leaveok(window, false)
      // Moving the rest of a row by insertion and deletion goes wrong where terminals and ncurses disagree.
      idcok(window, false)
    }
    def_prog_mode()
  }

  /// Sends what `send` has ncurses send, in one write.
  func sendTogether(_ send: () -> Void) {
    if let spool { spool.collect(send) } else { send() }
  }

  /// Leaves the terminal as it was and forgets it.
  func end() {
    endwin()
    delscreen(handle)
    for file in files { fclose(file) }
    spool?.close()
  }
}
