import Foundation
import Testing

/// Filings for a store that is to be tried hard.
enum Filings {
  /// Longer runs, for a machine that has the night.
  static let isLong = ProcessInfo.processInfo.environment["ZIZHU_LONG_TESTS"] != nil

  /// Filings of the office's applicants alone, as many as asked for.
  static func many(_ count: Int) -> String {
    let filings = (1...count).map { number in
      grant(number).replacingOccurrences(of: "{\"item\"", with: "{\"id\": \"M-\(number)\", \"item\"")
    }
    return """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
        {"id": "G1M", "name": "英德市连江专利代理事务所", "kind": "agency", "district": "441881"}],
       "filings": [\(filings.joined(separator: ",").replacingOccurrences(of: "\"G1\"", with: "\"G1M\""))]}
      """
  }

  static let office = """
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
      {"id": "E1", "name": "英德市碧落陶瓷有限公司", "kind": "enterprise", "district": "441881"},
      {"id": "G1", "name": "英德市浈阳专利代理事务所", "kind": "agency", "district": "441881"}], "filings": [\(grants)]}
    """

  /// Ninety grants of inventions that the agency handled in 2019, 500 yuan each: 5 000 of the year's 50 000 are left
  /// (article 2).
  private static let grants = (1...90).map { number in
    """
    {"id": "441881-2019-\(padded(number))", "item": "agency-grant", "applicant": "G1", "received": "2019-06-03",
     "inputs": {"applicationNumber": "20181\(padded(number, 7))", "grantedOn": "2019-05-07", "localAddress": true,
     "compliant": true}}
    """
  }.joined(separator: ",")

  /// One more such grant, whose number no other has.
  static func grant(_ number: Int) -> String {
    """
    {"item": "agency-grant", "applicant": "G1", "received": "2019-06-03", "inputs": {
     "applicationNumber": "20182\(padded(number, 7))", "grantedOn": "2019-05-07", "localAddress": true,
     "compliant": true}}
    """
  }

  static func padded(_ number: Int, _ width: Int = 6) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The ids of all filings in a store.
  static func ids(in store: String) throws -> [String] {
    let export = try Program.run(["export", "--store", store])
    try #require(export.status == 0, "\(export.errors)")
    let file = try JSONSerialization.jsonObject(with: Data(export.output.utf8)) as? [String: Any]
    let filings = try #require(file?["filings"] as? [[String: Any]])
    return filings.compactMap { $0["id"] as? String }
  }
}

extension Scratch {
  /// A store with the office's applicants and its ninety grants.
  func makeFilledStore() throws {
    try makeStore()
    let read = try Program.run(["import", try file("office.json", Filings.office), "--store", store])
    try #require(read.status == 0, "\(read.errors)")
  }
}
