import CaseModel
import Casework
import JSONText

/// A record of the work register as members of a JSON object: `id`, `kind`, `district`, `values` by field.
enum RegisterLine {
  static func write(_ entry: RegisterEntry, into writer: inout JSONWriter) {
    writer.member("id", entry.id)
    writer.member("kind", entry.kind)
    writer.member("district", entry.district)
    writer.key("values")
    entry.values.write(into: &writer)
  }

  static func read(_ record: CaseworkRecord) throws(JSONError) -> RegisterEntry {
    RegisterEntry(
      id: try record.text("id"), kind: try record.text("kind"), district: try record.text("district"),
      values: try record.inputs("values"))
  }
}
