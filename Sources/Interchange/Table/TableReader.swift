/// Reads separated values (RFC 4180) record by record, and goes on where a file breaks the rules.
///
/// Cells may stand in quotation marks with separators, line breaks and doubled marks inside; lines end with CR LF,
/// LF or CR. A mark inside a bare cell is a character like others, and so is what follows a closing mark. A mark
/// that nothing closes would swallow the rows down to the next cell in marks; it spoils its own line only. It is
/// known by what closes it: on a later line a mark with neither separator nor line end behind it (it opens another
/// cell), nothing at all, or nothing within the 32 767 characters that a spreadsheet's cell holds at most.
public struct TableReader {
  private static let longestCell = 131_072

  private let bytes: [UInt8]
  public let separator: UInt8
  private var place = 0
  private var line = 1

  /// Reads UTF-8; without a separator the one that parts most of the first lines: comma, tab or semicolon.
  public init(_ utf8: [UInt8], separator: UInt8? = nil) {
    bytes = utf8
    self.separator = separator ?? Self.likeliestSeparator(utf8)
  }

  /// How far the reader is, in bytes.
  public var offset: Int { place }

  /// The next record that is not an empty line; nil at the end.
  public mutating func next() -> TableRow? {
    while place < bytes.count {
      let start = (place, line)
      var record = TableRow(line: line, cells: [])
      if !read(&record, trustingQuotes: true) {
        (place, line) = start
        record = TableRow(line: line, cells: [], hasOpenQuote: true)
        _ = read(&record, trustingQuotes: false)
      }
      if record.cells != [""] { return record }
    }
    return nil
  }

  // MARK: - One record

  /// Reads a record to the end of its line; false where a quotation mark is never closed.
  private mutating func read(_ record: inout TableRow, trustingQuotes: Bool) -> Bool {
    while true {
      var cell: [UInt8] = []
      if trustingQuotes, place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        guard readQuoted(into: &cell) else { return false }
      }
      readBare(into: &cell)
      record.cells.append(String(decoding: cell, as: UTF8.self))
      guard place < bytes.count else { return true }
      let byte = bytes[place]
      place += 1
      guard byte != separator else { continue }
      if byte == Self.carriageReturn, place < bytes.count, bytes[place] == Self.lineFeed { place += 1 }
      line += 1
      return true
    }
  }

  private mutating func readBare(into cell: inout [UInt8]) {
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      place += 1
    }
    cell += bytes[start..<place]
  }

  private mutating func readQuoted(into cell: inout [UInt8]) -> Bool {
    let end = min(bytes.count, place + Self.longestCell)
    let start = line
    place += 1
    while place < end {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
          return line == start || isAtCellEnd
        }
        place += 1
      } else if byte == Self.lineFeed
        || byte == Self.carriageReturn && !(place < bytes.count && bytes[place] == Self.lineFeed)
      {
        line += 1
      }
      cell.append(byte)
    }
    return false
  }

  /// Whether nothing but spaces stands before the next separator or the end of the line.
  private var isAtCellEnd: Bool {
    let next = bytes[place...].first { $0 != 0x20 }
    return next == nil || next == separator || next == Self.lineFeed || next == Self.carriageReturn
  }

  // MARK: - Separators

  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  private static func likeliestSeparator(_ utf8: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in utf8.prefix(4096) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
