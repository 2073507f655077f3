internal import CNcurses
internal import CTerminal

extension Screen {
  /// What ncurses holds in a row, read back from it; for tests of painting.
  func textOnScreen(row: Int) -> String {
    var buffer = [wchar_t](repeating: 0, count: columns + 1)
    let count = mvwinnwstr(terminal_window(), Int32(row), 0, &buffer, Int32(columns))
    return buffer.prefix(max(0, Int(count))).reduce(into: "") { text, scalar in
      if let scalar = Unicode.Scalar(UInt32(bitPattern: scalar)) { text.unicodeScalars.append(scalar) }
    }
  }
}
