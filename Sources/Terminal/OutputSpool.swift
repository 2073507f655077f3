internal import CTerminal
internal import Glibc

/// Collects what ncurses sends for one screen and hands it to the terminal in one write.
///
/// ncurses 6.4 writes out what it has whenever it moves the cursor, some five times for a key. Each of them wakes
/// whoever shows the terminal, draws half a screen there, and over a network is a packet of its own.
struct OutputSpool {
  /// A file without a name, in memory.
  private let memory: Int32
  /// Where ncurses writes to, and the terminal that this descriptor leads to otherwise.
  private let descriptor: Int32
  private let terminal: Int32

  /// Nil where the system has no such file: ncurses then writes as it does.
  init?(of descriptor: Int32, terminal: Int32) {
    memory = terminal_memory_file()
    guard memory >= 0 else { return nil }
    self.descriptor = descriptor
    self.terminal = terminal
  }

  /// Lets ncurses send, and sends on what it did.
  func collect(_ send: () -> Void) {
    let isCollecting = terminal_redirect(descriptor, memory)
    send()
    guard isCollecting else { return }
    // Both are open as long as the screen is, so that nothing stands in the way of this.
    _ = terminal_redirect(descriptor, terminal)
    let count = lseek(memory, 0, SEEK_CUR)
    lseek(memory, 0, SEEK_SET)
    guard count > 0 else { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, buffer.count, 0))
    }
    Capability.send(bytes, to: terminal)
  }

  func close() {
    _ = Glibc.close(memory)
  }
}
