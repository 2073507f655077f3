/// Every reading of every character, without tones: the table that lies in `data/pinyin.tsv`.
///
/// The text is read when somebody first looks a character up.
public struct PinyinTable: Sendable {
  private let table: Deferred<[UInt32: [String]]>

  public init() { table = Deferred { [:] } }

  /// Reads lines of a character, a tab and its readings between spaces; lines that begin with `#` are comments.
  public init(tsv bytes: [UInt8]) {
    table = Deferred {
      var readings: [UInt32: [String]] = [:]
      readings.reserveCapacity(45_000)
      for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
        let parts = line.split(separator: 0x09)
        guard parts.count == 2,
          let scalar = String(decoding: parts[0], as: UTF8.self).unicodeScalars.first
        else { continue }
        readings[scalar.value] = parts[1].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      }
      return readings
    }
  }

  /// The readings of a character in upper case letters as searched; none where it has none.
  public func readings(of scalar: Unicode.Scalar) -> [String] { table.value[scalar.value] ?? [] }
}
