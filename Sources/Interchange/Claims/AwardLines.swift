import CaseModel
import Crypto
import JSONText

/// What an engine gives each filing, one JSON object on a line:
///
///     {"writer":"5f…","id":"441881-2019-000123","award":"200.00","holderWriter":null,"holder":null}
///
/// `holderWriter` and `holder` name the filing that holds the once-only key already, of a filing that gets nothing for
/// that reason; they may be left out where there is none.
public enum AwardLines {
  public static func write(_ name: FilingName, _ award: ClaimsLedger.Award) -> [UInt8] {
    JSONWriter.file { writer in
      writer.member("writer", name.writer)
      writer.member("id", name.id)
      writer.member("award", award.award.description)
      writer.text("holderWriter", award.holder?.writer)
      writer.text("holder", award.holder?.id)
    }
  }

  /// Reads the lines of a file.
  public static func read(
    _ bytes: [UInt8]
  ) throws(ClaimLineError) -> [(name: FilingName, award: ClaimsLedger.Award)] {
    var all: [(name: FilingName, award: ClaimsLedger.Award)] = []
    var (start, line) = (0, 0)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      if end > start { all.append(try read(bytes, start..<end, line)) }
      start = end + 1
    }
    return all
  }

  private static func read(
    _ bytes: [UInt8], _ range: Range<Int>, _ line: Int
  ) throws(ClaimLineError) -> (name: FilingName, award: ClaimsLedger.Award) {
    var reader = JSONReader(bytes, in: range)
    var texts: [String: String] = [:]
    do throws(JSONError) {
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if try reader.peek() == .null { try reader.null() } else { texts[key] = try reader.string() }
      }
      try reader.end()
    } catch {
      throw ClaimLineError(reason: .json(error.reason), line: line)
    }
    guard let writer = texts["writer"], let id = texts["id"] else {
      throw ClaimLineError(reason: .unreadable("id"), line: line)
    }
    guard let award = texts["award"].flatMap({ Money($0) }) else {
      throw ClaimLineError(reason: .unreadable("award"), line: line)
    }
    let holder = texts["holder"].map { FilingName(writer: texts["holderWriter"] ?? "", id: $0) }
    return (FilingName(writer: writer, id: id), .init(award: award, holder: holder))
  }
}

/// SHA-256 over the awards of all filings, by which answers of engines are compared: for each filing, sorted by writer
/// and id in bytes, `writer`, `id`, `award` in yuan with two decimals, and writer and id of the key's holder or nothing,
/// each behind a tab but the first, with a line feed at the end.
public struct AwardDigest: Sendable {
  private var rows: [(name: FilingName, award: ClaimsLedger.Award)] = []

  public init() {}

  public mutating func add(_ name: FilingName, _ award: ClaimsLedger.Award) { rows.append((name, award)) }

  /// 64 hex digits.
  public consuming func hex() -> String {
    var hash = SHA256()
    for row in rows.sorted(by: { $0.name < $1.name }) {
      let texts = [
        row.name.writer, row.name.id, row.award.award.description, row.award.holder?.writer ?? "",
        row.award.holder?.id ?? "",
      ]
      hash.update(data: Array((texts.joined(separator: "\t") + "\n").utf8))
    }
    return Hexadecimal.text(Array(hash.finalize()))
  }
}
