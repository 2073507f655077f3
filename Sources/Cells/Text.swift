/// Measuring and fitting text in columns.
///
/// On a screen all measures are of the text as it is painted: a scalar that is painted as a stand-in counts the columns
/// of the stand-in. What these functions return is still the text as written, so it measures the same again.
public enum Text {
  /// Stands at the end of a text that was cut. One column.
  public static let cut: Character = "~"

  /// The columns that `text` takes.
  ///
  /// Nearly all text of an office is printable ASCII and common ideographs: their first bytes tell, and no scalar is made
  /// of them.
  public static func columns(of text: String, on medium: Medium = .screen) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var columns = 0
      var place = 0
      while place < bytes.count {
        switch bytes[place] {
        case 0x20...0x7E:
          columns += 1
          place += 1
        // U+4000 to U+9FFF.
        case 0xE4...0xE9:
          columns += 2
          place += 3
        default:
          let (scalar, length) = scalar(at: place, of: bytes)
          columns += medium.columns(of: scalar)
          place += length
        }
      }
      return columns
    }
  }

  /// The scalar that begins at a place of well-formed UTF-8, and its bytes.
  private static func scalar(at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int) {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes[place...].makeIterator()
    guard case .valid(let encoded) = parser.parseScalar(from: &rest) else { return (Glyph.missing, 1) }
    return (Unicode.UTF8.decode(encoded), encoded.count)
  }

  /// The columns that one character takes.
  static func columns(of character: Character, on medium: Medium = .screen) -> Int {
    var columns = 0
    for scalar in character.unicodeScalars { columns += medium.columns(of: scalar) }
    return columns
  }

  /// `text` if it fits into `limit` columns; otherwise its longest start that leaves room for the cut mark,
  /// and that mark.
  ///
  /// No character is halved, so the result may be a column narrower than `limit`. Empty when `limit` is below 1.
  public static func clipped(_ text: String, to limit: Int, on medium: Medium = .screen) -> String {
    guard limit > 0 else { return "" }
    guard columns(of: text, on: medium) > limit else { return text }
    return prefix(of: text, fitting: limit - 1, on: medium) + String(cut)
  }

  /// `text` clipped to `limit` columns and filled with spaces to exactly as many.
  public static func padded(
    _ text: String, to limit: Int, alignment: Alignment = .left, on medium: Medium = .screen
  ) -> String {
    let fitted = clipped(text, to: limit, on: medium)
    let spare = max(0, limit - columns(of: fitted, on: medium))
    let before = alignment.columnsBefore(spare: spare)
    return String(repeating: " ", count: before) + fitted + String(repeating: " ", count: spare - before)
  }

  /// The longest start of `text`, in whole characters, that takes at most `limit` columns.
  public static func prefix(of text: String, fitting limit: Int, on medium: Medium = .screen) -> String {
    var room = limit
    var result = ""
    for character in text {
      let needed = columns(of: character, on: medium)
      guard needed <= room else { break }
      room -= needed
      result.append(character)
    }
    return result
  }

  /// `text` cut between characters into pieces of at most `limit` columns; at least one, which may be empty.
  public static func pieces(of text: String, to limit: Int, on medium: Medium = .screen) -> [String] {
    guard columns(of: text, on: medium) > limit else { return [text] }
    var pieces = [""]
    var used = 0
    for character in text {
      let needed = columns(of: character, on: medium)
      if used > 0, used + needed > limit {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += needed
    }
    return pieces
  }
}
