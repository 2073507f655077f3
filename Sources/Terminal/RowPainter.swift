internal import CNcurses
internal import CTerminal
internal import Cells

/// Turns rows of cells into rows of ncurses.
struct RowPainter {
  private let palette: Looks
  private let ascii: Bool
  /// A blank in each style, in the order of their raw values; every other character is one with another scalar.
  private let blanks: [cchar_t]

  init(palette: Looks, ascii: Bool) {
    self.palette = palette
    self.ascii = ascii
    blanks = Style.allCases.map { style in
      let look = palette.look(style)
      var blank = cchar_t()
      setcchar(&blank, [Int32(UInt8(ascii: " ")), 0], look.attributes, look.pair, nil)
      return blank
    }
  }

  /// Puts `cells` into a row of `window` from `column` on, as far as it is wide; a whole row is blank beyond them.
  func paint(
    _ cells: ArraySlice<Cell>, row: Int, column: Int? = nil, columns: Int,
    window: UnsafeMutablePointer<WINDOW>
  ) {
    let room = columns - (column ?? 0)
    guard room > 0 else { return }
    var line: [cchar_t] = []
    line.reserveCapacity(room)
    // ncurses marks second halves itself, so they are left out here.
    for cell in cells.prefix(room) {
      if let character = complexCharacter(cell) { line.append(character) }
    }
    if cells.count > room, case .wide? = cells.prefix(room).last?.content {
      line[line.count - 1] = character(" ", .normal)
    }
    if column == nil, cells.count < room {
      line.append(contentsOf: repeatElement(character(" ", .normal), count: room - cells.count))
    }
    guard wmove(window, Int32(row), Int32(column ?? 0)) == OK else { return }
    line.withUnsafeBufferPointer { _ = wadd_wchnstr(window, $0.baseAddress, Int32($0.count)) }
  }

  private func complexCharacter(_ cell: Cell) -> cchar_t? {
    switch cell.content {
    // Words are underlined that somebody has to see, not the room around them.
    case .narrow(" ") where cell.style == .warning || cell.style == .bad: character(" ", .normal)
    case .narrow(let scalar): character(measured(scalar, columns: 1), cell.style)
    case .wide(let scalar): character(measured(scalar, columns: 2), cell.style)
    case .continuation: nil
    case .line(let shape):
      ascii ? character(shape.ascii, cell.style) : dressed(terminal_line(shape.rawValue), cell.style)
    case .bar(let part): character(part.scalar, cell.style)
    }
  }

  /// The scalar, or a stand-in where the C library of this system measures it otherwise than the grid did: ncurses
  /// goes by the library, and the rest of the row would be shifted.
  private func measured(_ scalar: Unicode.Scalar, columns: Int32) -> Unicode.Scalar {
    if scalar.isASCII || Self.libraryColumns(of: scalar) == columns { return scalar }
    return columns == 2 ? "\u{3013}" : "?"
  }

  /// The columns that the C library gives a scalar in the current locale; -1 where it has no answer.
  static func libraryColumns(of scalar: Unicode.Scalar) -> Int32 {
    terminal_columns(Int32(bitPattern: scalar.value))
  }

  private func character(_ scalar: Unicode.Scalar, _ style: Style) -> cchar_t {
    terminal_spelled(blanks[Int(style.rawValue)], Int32(bitPattern: scalar.value))
  }

  private func dressed(_ cell: cchar_t, _ style: Style) -> cchar_t {
    let look = palette.look(style)
    return terminal_dressed(cell, look.attributes, look.pair)
  }
}
