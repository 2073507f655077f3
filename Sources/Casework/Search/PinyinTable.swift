/// Every reading of every character, without tones: the table that lies in `data/pinyin.tsv`.
///
/// The text is gone through when somebody first looks a character up, and each line is read when it is asked for:
/// the names of an office need few of the forty thousand.
public struct PinyinTable: Sendable {
  /// A character and where its readings stand in the text.
  private struct Line: Sendable {
    var scalar: UInt32
    var readings: Range<Int>
  }

  private let bytes: [UInt8]
  /// The lines in the order of their characters.
  private let lines: Deferred<[Line]>

  public init() { self.init(tsv: []) }

  /// Reads lines of a character, a tab and its readings between spaces; lines that begin with `#` are comments.
  public init(tsv bytes: [UInt8]) {
    self.bytes = bytes
    lines = Deferred {
      var lines: [Line] = []
      lines.reserveCapacity(45_000)
      for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
        guard let tab = line.firstIndex(of: 0x09), !line[(tab + 1)...].contains(0x09),
          let scalar = String(decoding: line[..<tab], as: UTF8.self).unicodeScalars.first
        else { continue }
        lines.append(Line(scalar: scalar.value, readings: tab + 1..<line.endIndex))
      }
      // The sort is stable, and the last of equal ones is meant.
      return lines.sorted { $0.scalar < $1.scalar }
    }
  }

  /// The readings of a character in lower case letters; none where it has none.
  public func readings(of scalar: Unicode.Scalar) -> [String] {
    let lines = lines.value
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].scalar <= scalar.value { low = middle + 1 } else { high = middle }
    }
    guard low > 0, lines[low - 1].scalar == scalar.value else { return [] }
    return bytes[lines[low - 1].readings].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }
}
