import Foundation
import Testing

/// Numbers of persons, phones and accounts stay in the store, the export and the backup: a search through all else
/// that the program wrote finds none of them.
@Suite struct CanaryTests {
  /// Codes with right check digits, a phone and an account that stand nowhere else.
  private static let canaries = [
    "441802199003070013", "91441802MAFARM019H", "13807639753", "44013579246801357",
  ]

  private static let office = """
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
      {"id": "P1", "name": "冯晓岚", "kind": "individual", "district": "441802", "code": "\(canaries[0])",
       "contact": "本人", "phone": "\(canaries[2])", "bank": "农行", "account": "\(canaries[3])"},
      {"id": "E1", "name": "清远市禾雀陶瓷有限公司", "kind": "enterprise", "district": "441802",
       "code": "\(canaries[1])", "phone": "\(canaries[2])", "account": "\(canaries[3])"}], "filings": [
      {"id": "441881-2019-000001", "item": "utility-grant", "applicant": "P1", "received": "2019-04-01",
       "inputs": {"applicationNumber": "201820123456.0", "grantedOn": "2019-01-15"}}]}
    """

  private func expectNone(in text: String, of what: String, sourceLocation: SourceLocation = #_sourceLocation)
  {
    for (number, canary) in Self.canaries.enumerated() where text.contains(canary) {
      // The number itself stays out of the test's own report.
      Issue.record("canary \(number) in \(what)", sourceLocation: sourceLocation)
    }
  }

  private func commands(_ scratch: Scratch, _ office: String) throws -> [[String]] {
    let broken = try scratch.file("broken.json", Self.office.replacingOccurrences(of: "农行\",", with: "农行\" "))
    let unknown = try scratch.file(
      "unknown.json",
      Self.office.replacingOccurrences(
        of: "\"account\": \"\(Self.canaries[3])\"}],", with: "\"acount\": \"\(Self.canaries[3])\"}],"))
    let twice = try scratch.file(
      "twice.json", Self.office.replacingOccurrences(of: Self.canaries[1], with: Self.canaries[0]))
    let again = try scratch.file("again.json", Self.office.replacingOccurrences(of: "\"P1\"", with: "\"P9\""))
    return [
      ["import", office], ["import", office], ["import", broken], ["import", unknown], ["import", twice],
      ["import", again], ["assess", broken], ["show", "P1"], ["show", "E1"], ["show", "441881-2019-000001"],
      ["show", Self.canaries[0]], ["history", "P1"], ["history", "E1"], ["undo", "P1"], ["verify"],
      ["verify", "--json"], ["report", "caps"], ["report", "totals"], ["policy", "check", broken],
    ].map { $0 + ($0[0] == "assess" || $0[0] == "policy" ? [] : ["--store", scratch.store]) }
  }

  @Test func noMessageAndNoFileNameHasThem() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let office = try scratch.file("office.json", Self.office)
    for words in try commands(scratch, office) {
      let result = try Program.run(words)
      // `assess` gives filings back, not applicants: it too must not tell.
      expectNone(in: result.output + result.errors, of: words.prefix(2).joined(separator: " "))
    }
    try damageTheLastLine(scratch.store)
    for words in [["verify"], ["show", "P1"], ["verify"]] {
      let result = try Program.run(words + ["--store", scratch.store])
      expectNone(in: result.output + result.errors, of: "\(words[0]) of a damaged store")
    }
    let names = FileManager.default.enumerator(atPath: scratch.path)?.compactMap { $0 as? String } ?? []
    #expect(names.contains { $0.contains("quarantine/") }, "the damaged line was set aside")
    expectNone(in: names.joined(separator: "\n"), of: "a file name")
    // What the store holds it may hold.
    let held = names.filter { $0.hasPrefix("store/") }.compactMap {
      try? Data(contentsOf: URL(filePath: scratch.path + "/" + $0))
    }
    let store = String(decoding: held.joined(), as: UTF8.self)
    #expect(Self.canaries.allSatisfy { store.contains($0) }, "or this test would show nothing")
  }

  /// The last line holds the applicants; a byte of it changes.
  private func damageTheLastLine(_ store: String) throws {
    let journal = URL(filePath: store + "/journal")
    let writer = try #require(try FileManager.default.contentsOfDirectory(atPath: journal.path).first)
    let segment = journal.appending(path: writer).appending(path: "000001-000001.jsonl")
    var bytes = try Data(contentsOf: segment)
    bytes[bytes.count - 40] ^= 1
    try bytes.write(to: segment)
  }

  @Test(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
  func noScreenListOrLogHasThem() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let office = try scratch.file("office.json", Self.office)
    #expect(try Program.run(["import", office, "--store", scratch.store]).status == 0)
    let (home, temporary) = (scratch.path + "/home", scratch.path + "/tmp")
    for folder in [home, temporary] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let variables = ["HOME": home, "TMPDIR": temporary, "XDG_STATE_HOME": home, "XDG_CACHE_HOME": home]
    let desk = try Terminal(
      "'\(Program.path)' --store '\(scratch.store)' --today 2020-03-27", columns: 160, rows: 45,
      environment: variables)
    try desk.wait(for: "1 待办")
    expectNone(in: desk.screen, of: "the first screen")
    for key in ["2", "3", "4", "5", "6", "F7"] {
      try desk.press(key)
      usleep(300_000)
      expectNone(in: desk.screen, of: "the screen behind \(key)")
    }
    let process = try #require(desk.process)
    kill(process, SIGSEGV)
    try desk.waitForEnd()
    expectNone(in: desk.screen, of: "what a crash leaves on the screen")
    for folder in [home, temporary] {
      for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
        let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
        expectNone(in: name + text, of: "a file outside the store")
      }
    }
  }
}
