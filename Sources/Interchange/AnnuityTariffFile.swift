import CaseModel
public import Casework
public import JSONText

/// The official annuities, `data/annuity-tariff.json`.
///
///     { "format": "zizhu-annuity-tariff/1", "source": "…",
///       "invention": [ { "from": 1, "to": 3, "fee": "900.00" } ] }
public enum AnnuityTariffFile {
  public static let format = "zizhu-annuity-tariff/1"

  public static func read(_ bytes: [UInt8]) throws(JSONError) -> AnnuityTariff {
    var reader = JSONReader(bytes)
    let start = reader
    try reader.skipValue()
    try reader.end()
    let record = try CaseworkRecord(at: 0, of: start)
    guard try record.text("format") == format else { throw try record.expected(format, "format") }
    var rows: [AnnuityTariff.Row] = []
    for row in try record.records("invention") {
      let (from, to) = (try row.number("from"), try row.number("to"))
      guard from <= to else { throw try row.expected("from <= to", "to") }
      rows.append(.init(years: from...to, fee: try row.money("fee")))
    }
    return AnnuityTariff(rows: rows)
  }
}
