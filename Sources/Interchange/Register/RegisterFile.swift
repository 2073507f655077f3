import CaseModel
public import Casework
public import JSONText
import SubsidyRules

/// Records of the work register, one JSON object on a line, as other programs read them in place:
///
///     {"id":"441881-R00001","kind":"training","district":"441881","values":{"heldOn":"2019-05-20","people":86},
///      "article":"3","year":2019,"label":"培训","struckOut":"录重了"}
///
/// Money is text, exact to the fen. `article`, `year` and `label` are for readers; reading leaves them alone, and a
/// record that was struck out is not read.
public enum RegisterFile {
  public static func write(_ records: [RegisterRecord], of state: OfficeState) -> [UInt8] {
    var bytes: [UInt8] = []
    for record in records {
      var writer = JSONWriter()
      writer.object { writer in
        RegisterEntry.shape.write(record.entry, &writer)
        if let kind = state.recordKind(record.entry.kind) {
          writer.member("article", kind.article)
          writer.member("year", record.entry.year(in: kind))
          writer.member("label", kind.label)
        }
        writer.member("struckOut", record.struckOut)
      }
      writer.newline()
      bytes += writer.bytes
    }
    return bytes
  }

  /// Reads records; any mistake refuses the file with its place.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> [RegisterEntry] {
    var entries: [RegisterEntry] = []
    var (start, line) = (0, 1)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        do throws(JSONError) {
          if let entry = try entry(bytes, in: start..<end) { entries.append(entry) }
        } catch {
          // A reader of a part counts from where the part begins.
          throw JSONError(
            error.reason, offset: start + error.offset,
            location: JSONLocation(line: line, column: error.location.column))
        }
      }
      (start, line) = (end + 1, line + 1)
    }
    return entries
  }

  /// The record of one line; nil where it was struck out.
  private static func entry(_ bytes: [UInt8], in line: Range<Int>) throws(JSONError) -> RegisterEntry? {
    let record = try JSONMembers(bytes, in: line)
    _ = try record.pairs("values", of: PlainInput.self)
    return record.has("struckOut") ? nil : try record.whole() as RegisterEntry
  }
}
