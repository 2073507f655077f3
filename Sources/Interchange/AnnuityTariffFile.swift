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
    let record = try JSONMembers(bytes)
    guard try record.value("format") == format else { throw try record.expected(format, "format") }
    let rows = try record.list("invention") { (row) throws(JSONError) in
      let (from, to): (Int, Int) = (try row.value("from"), try row.value("to"))
      guard from <= to else { throw try row.expected("from <= to", "to") }
      return AnnuityTariff.Row(years: from...to, fee: try row.value("fee"))
    }
    return AnnuityTariff(rows: rows)
  }
}
