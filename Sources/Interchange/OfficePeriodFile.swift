public import CaseModel
public import Casework
public import JSONText

/// How long things take in an office, as a file that `zizhu office set --file` takes; `data/office.json` is a sample.
///
///     { "format": "zizhu-office/1",
///       "periods": [ { "kind": "publicity", "count": 7, "unit": "days" } ] }
///
/// `kind` is correction, publicity, return or recovery; `unit` is days or working-days, and may be left out.
public enum OfficePeriodFile {
  public static let format = "zizhu-office/1"

  /// - Parameters:
  ///   - from: the first day on which they hold.
  ///   - note: why the office sets them.
  public static func read(
    _ bytes: [UInt8], from: CivilDate, note: String
  ) throws(JSONError) -> [OfficePeriod] {
    let record = try JSONMembers(bytes)
    guard try record.value("format") == format else { throw try record.expected(format, "format") }
    return try record.list("periods") { (row) throws(JSONError) in
      let count: Int = try row.value("count")
      guard OfficePeriod.counts.contains(count) else { throw try row.expected("0 … 999", "count") }
      return OfficePeriod(
        kind: try row.value("kind"), count: count, unit: try row.optional("unit"), from: from, note: note)
    }
  }
}
