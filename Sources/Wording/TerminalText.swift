/// Text on its way to a terminal, where a name must never act: the one place that makes it harmless.
public enum TerminalText {
  /// Stands for a character that a terminal would obey, as on the desk.
  private static let mark = Array("〓".utf8)

  /// The text, UTF-8, with a mark in place of each character that moves the cursor, changes the terminal or turns
  /// the direction of writing: C0 apart from line feed and tab, DEL, C1, and the bidirectional controls. A carriage
  /// return stays before a line feed alone.
  public static func harmless(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.indices.first(where: { length(bytes, $0) > 0 }) else { return bytes }
    var clean = Array(bytes[..<first])
    clean.reserveCapacity(bytes.count + 16)
    var place = first
    while place < bytes.count {
      let length = length(bytes, place)
      if length > 0 {
        clean += mark
        place += length
      } else {
        clean.append(bytes[place])
        place += 1
      }
    }
    return clean
  }

  public static func harmless(_ text: String) -> String {
    String(decoding: harmless(Array(text.utf8)), as: UTF8.self)
  }

  /// How many bytes the harmful character takes that begins here; 0 where none does.
  private static func length(_ bytes: [UInt8], _ place: Int) -> Int {
    func next(_ offset: Int) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }
    switch bytes[place] {
    case 0x0A, 0x09: return 0
    case 0x0D: return next(1) == 0x0A ? 0 : 1
    case 0x00..<0x20, 0x7F: return 1
    // U+0080 to U+009F.
    case 0xC2: return (0x80...0x9F).contains(next(1)) ? 2 : 0
    // U+061C.
    case 0xD8: return next(1) == 0x9C ? 2 : 0
    case 0xE2:
      switch (next(1), next(2)) {
      // U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
      case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
