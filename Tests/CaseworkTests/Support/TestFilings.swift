import CaseModel
import Casework
import Testing

/// Filings of invented applicants, with application numbers whose check digits are right.
enum TestFilings {
  /// A number of a year, type (1 invention, 2 utility model, 3 design) and serial.
  static func application(_ year: UInt64, _ type: UInt64, _ serial: UInt64) throws -> ApplicationNumber {
    try #require(ApplicationNumber(digits: year * 100_000_000 + type * 10_000_000 + serial, count: 12))
  }

  /// 代理授权 (article 2): invention 500, utility model 200, design 100, up to 50 000 a year for the agency.
  static func agencyGrant(
    _ id: String, _ number: ApplicationNumber, received: String = "2019-06-10", granted: String = "2019-05-10"
  ) throws -> Filing {
    Filing(
      id: id, item: "agency-grant", applicant: "G1", received: try #require(CivilDate(received)),
      inputs: [
        .init("applicationNumber", .text(number.description)), .init("grantedOn", .text(granted)),
        .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
      ])
  }

  /// 实用新型授权 (article 18): 1 000 each.
  static func utilityGrant(_ id: String, _ number: ApplicationNumber, received: String = "2019-06-10") throws
    -> Filing
  {
    Filing(
      id: id, item: "utility-grant", applicant: "E1", received: try #require(CivilDate(received)),
      inputs: [
        .init("applicationNumber", .text(number.description)), .init("grantedOn", .text("2019-05-10")),
      ])
  }

  /// 贯标认证 (article 9): what the reviewer approves, up to 100 000.
  static func ipManagement(_ id: String, filingsThisYear: Int?) throws -> Filing {
    var inputs: [Filing.Input] = [
      .init("certificateNumber", .text("41819IP00123R0S")), .init("certifiedOn", .text("2019-05-24")),
      .init("validPatents", .count(3)),
    ]
    if let filingsThisYear { inputs.append(.init("filingsThisYear", .count(filingsThisYear))) }
    return Filing(
      id: id, item: "ip-management", applicant: "E1", received: try #require(CivilDate("2019-06-10")),
      inputs: inputs)
  }

  /// 专利申请增量 (article 6): with inventions of last year, so that both readings of the share can be told.
  static func filingGrowth(
    _ id: String, year: Int = 2018, now: Int, before: Int, inventions: Int, inventionsBefore: Int? = nil
  ) throws -> Filing {
    var inputs: [Filing.Input] = [
      .init("year", .count(year)), .init("filingsThisYear", .count(now)),
      .init("filingsLastYear", .count(before)),
      .init("inventionsThisYear", .count(inventions)),
    ]
    if let inventionsBefore { inputs.append(.init("inventionsLastYear", .count(inventionsBefore))) }
    return Filing(
      id: id, item: "filing-growth", applicant: "E1", received: try #require(CivilDate("2019-06-10")),
      inputs: inputs)
  }
}
