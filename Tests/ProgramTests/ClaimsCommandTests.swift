import Foundation
import Testing

/// Claims out, awards back: from the built program, on the demo's filings.
@Suite struct ClaimsCommandTests {
  private static let demo = Program.data + "/demo/qingyuan-demo.json"

  private func awards(_ text: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      found[try #require(row["id"] as? String)] = row["award"] as? String
    }
    return found
  }

  @Test func whatClaimsSettleIsWhatAssessSays() throws {
    let scratch = try Scratch()
    let claims = scratch.path + "/claims"
    let written = try Program.run(["claims", Self.demo, "--into", claims])
    #expect(written.status == 0, "\(written.errors)")
    let settled = try Program.run(["awards", "--claims", claims])
    let assessed = try Program.run(["assess", Self.demo, "--no-trace"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(assessed.output.utf8)) as? [String: Any])
    let filings = try #require(object["filings"] as? [[String: Any]])
    let expected = Dictionary(
      filings.map { ($0["id"] as? String ?? "", $0["award"] as? String ?? "") },
      uniquingKeysWith: { a, _ in a })
    #expect(try awards(settled.output) == expected && expected.count == 626)

    let answer = try scratch.file("answer.jsonl", settled.output)
    #expect(try Program.run(["awards", answer, "--claims", claims, "--check"]).status == 0)
    // A fen more somewhere is found, and named.
    let off = try scratch.file(
      "off.jsonl", settled.output.replacing("\"award\":\"100.00\"", with: "\"award\":\"100.01\""))
    let checked = try Program.run(["awards", off, "--claims", claims, "--check"])
    #expect(checked.status == 65 && checked.errors.contains("应为 100.00 元"))
    // The folder is not written over.
    #expect(try Program.run(["claims", Self.demo, "--into", claims]).status == 73)
  }

  /// Whatever is put into one file stands there in the order of the filings, run after run.
  @Test(arguments: ["none", "office", "year"]) func linesStandInTheOrderOfTheFilings(by divisions: String)
    throws
  {
    let scratch = try Scratch()
    let claims = scratch.path + "/claims"
    #expect(try Program.run(["claims", Self.demo, "--into", claims, "--by", divisions]).status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: Self.demo)))
    let filings = try #require((object as? [String: Any])?["filings"] as? [[String: Any]])
    let places = Dictionary(
      filings.enumerated().map { ($1["id"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    let names = try #require(FileManager.default.enumerator(atPath: claims)).compactMap { $0 as? String }
    let files = names.filter { $0.hasSuffix(".jsonl") }
    #expect(divisions == "year" ? files.count > 1 : files.count == 1)
    for name in files {
      let text = try String(contentsOfFile: claims + "/" + name, encoding: .utf8)
      let found = try text.split(separator: "\n").map { line in
        let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return try #require(places[row["id"] as? String ?? ""])
      }
      #expect(found == found.sorted() && !found.isEmpty)
    }
  }

  @Test func aStoreIsWrittenUnderItsWriterAndTheYearsOfItsEvents() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    #expect(try Program.run(["import", Self.demo, "--store", scratch.store]).status == 0)
    let claims = scratch.path + "/claims"
    #expect(try Program.run(["claims", "--store", scratch.store, "--into", claims]).status == 0)
    let folders = try FileManager.default.contentsOfDirectory(atPath: claims + "/office=441881").sorted()
    #expect(folders.contains("year=2019") && folders.allSatisfy { $0.hasPrefix("year=") })
    let settled = try Program.run(["awards", "--claims", claims])
    let total = try awards(settled.output).values.compactMap { Decimal(string: $0) }.reduce(0, +)
    let assessed = try Program.run(["assess", "--store", scratch.store, "--no-trace"])
    let object = try JSONSerialization.jsonObject(with: Data(assessed.output.utf8)) as? [String: Any]
    let totals = object?["totals"] as? [String: Any]
    #expect(Decimal(string: totals?["award"] as? String ?? "") == total)
  }

  @Test func wrongUseIsSaid() throws {
    let scratch = try Scratch()
    #expect(try Program.run(["claims", "--into", scratch.path + "/a"]).status == 64)
    #expect(
      try Program.run(["claims", Self.demo, "--into", scratch.path + "/a", "--by", "county"]).status == 64)
    #expect(try Program.run(["awards"]).status == 64)
    #expect(try Program.run(["awards", "--claims", scratch.path]).status == 66)
    let broken = try scratch.file("broken.json", "{")
    let claims = try Program.run(["claims", broken, "--into", scratch.path + "/b"])
    #expect(claims.status == 65 && claims.errors.contains("broken.json:1:2"))
  }
}
