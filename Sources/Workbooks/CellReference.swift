/// The place of a cell as spreadsheets write it: `AB12`.
struct CellReference: Hashable {
  /// Counted from 1.
  var row: Int
  /// Counted from 0.
  var column: Int

  /// Nil where it is none, or far beyond what a spreadsheet has.
  init?(_ text: UnsafePointer<CChar>) {
    var (column, row, place) = (0, 0, 0)
    while true {
      let letter = UInt8(bitPattern: text[place]) & 0xDF
      guard (65...90).contains(letter), UInt8(bitPattern: text[place]) > 64 else { break }
      column = column * 26 + Int(letter) - 64
      guard column <= 1 << 20 else { return nil }
      place += 1
    }
    while (48...57).contains(UInt8(bitPattern: text[place])) {
      row = row * 10 + Int(text[place]) - 48
      guard row <= 1 << 30 else { return nil }
      place += 1
    }
    guard text[place] == 0, column > 0, row > 0 else { return nil }
    (self.row, self.column) = (row, column - 1)
  }

  init?(_ text: some StringProtocol) {
    guard let reference = String(text).withCString({ CellReference($0) }) else { return nil }
    self = reference
  }

  /// The letters of a column counted from 0.
  static func letters(of column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(of: column / 26 - 1) + last
  }
}
