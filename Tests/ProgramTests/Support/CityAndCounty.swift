import Foundation
import Testing

/// The stores of a city and of a county that has joined it, with two grants of a utility model (article 18: 1 000.00 each).
final class CityAndCounty {
  let scratch: Scratch
  var city: String { scratch.path + "/city" }
  var county: String { scratch.path + "/county" }

  init() throws {
    scratch = try Scratch()
    for (store, name, district) in [(city, "清远市知识产权局", "441800"), (county, "英德市知识产权局", "441881")] {
      try run(
        "init", store, "--office", name, "--district", district, "--operator", "主管\(district)", "--trial",
        "--alone")
    }
    try run(at: city, "office", "enrol", "英德市知识产权局", "--district", "441881", "--out", file("enrolment"))
    let joined = try run(
      at: county, "office", "join", file("enrolment"), "--confirm", "--out", file("answer"))
    try run(at: city, "office", "admit", file("answer"), "--fingerprint", Self.fingerprint(joined))
    let filings = (1...2).map { CaseworkStore.grant("F\($0)", of: "E1", $0) }
    let text = """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
       "applicants": [{"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881"}],
       "filings": [\(filings.joined(separator: ","))]}
      """
    try run(at: county, "import", scratch.file("cases.json", text))
    try run(at: county, "bundle", file("bundle"))
  }

  func file(_ name: String) -> String { scratch.path + "/" + name }

  static func fingerprint(_ text: String) -> String {
    text.split(separator: "\n").first { $0.hasPrefix("本局指纹：") }.map { String($0.dropFirst(5)) } ?? ""
  }

  func result(at store: String? = nil, _ arguments: [String]) throws -> Launch.Result {
    let who = store.map { ["--store", $0, "--as", $0 == city ? "主管441800" : "主管441881"] } ?? []
    return try Program.run(arguments + who)
  }

  @discardableResult
  func run(at store: String? = nil, _ arguments: String...) throws -> String {
    let result = try result(at: store, arguments)
    try #require(result.status == 0, "\(arguments): \(result.errors)\(result.output)")
    return result.output
  }

  func refuse(_ status: Int32, _ words: String, at store: String, _ arguments: String...) throws {
    let result = try result(at: store, arguments)
    #expect(result.status == status, "\(arguments): \(result.errors)\(result.output)")
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  /// Gives the city a filing of its own, of a unit that no county knows.
  func giveCity(_ filing: String) throws {
    let text = """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
       "applicants": [{"id": "C1", "name": "清远市第三陶瓷厂", "kind": "enterprise", "district": "441802"}],
       "filings": [\(filing)]}
      """
    try run(at: city, "import", scratch.file("own.json", text))
  }
}
