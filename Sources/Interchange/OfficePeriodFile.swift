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
    var reader = JSONReader(bytes)
    let start = reader
    try reader.skipValue()
    try reader.end()
    let record = try CaseworkRecord(at: 0, of: start)
    guard try record.text("format") == format else { throw try record.expected(format, "format") }
    var periods: [OfficePeriod] = []
    for row in try record.records("periods") {
      let count = try row.number("count")
      guard OfficePeriod.counts.contains(count) else { throw try row.expected("0 … 999", "count") }
      periods.append(
        OfficePeriod(
          kind: try row.word("kind", OfficePeriod.Kind.self), count: count,
          unit: row.has("unit") ? try row.word("unit", OfficePeriod.Unit.self) : nil, from: from, note: note))
    }
    return periods
  }
}
