import Foundation
import Testing

/// Names and words that would act on a terminal, in every output of the program: none gets there, and what is data
/// keeps them as its format writes them.
@Suite struct HostileNameTests {
  /// A title, a colour, a cleared screen, C1's own introducer, a turned direction and a bell.
  private static let act = "\u{1B}]0;PWNED\u{07}\u{1B}[31m红\u{1B}[2J\u{9B}5m\u{202E}倒\u{2066}\u{200F}\u{08}"

  private static var office: String {
    let name = act.unicodeScalars.map { scalar in
      scalar.value < 0x20
        ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : "\(scalar)"
    }.joined()
    return """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [
        {"id": "E1", "name": "公司\(name)", "kind": "enterprise", "district": "441802", "contact": "\(name)",
         "bank": "\(name)", "account": "\(name)"}], "filings": [
        {"id": "F1", "item": "utility-grant", "applicant": "E1", "received": "2019-04-01",
         "inputs": {"applicationNumber": "201820123456.0", "grantedOn": "2019-01-15"},
         "overrides": {"grantedOn": "\(name)"}},
        {"id": "F2", "item": "recognition", "applicant": "E1", "received": "2019-04-01",
         "inputs": {"title": "\(name)", "documentNumber": "\(name)", "listedOn": "2019-01-15"}}]}
      """
  }

  private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func expectNone(in text: String, of what: [String]) {
    // CSV ends its lines as RFC 4180 says.
    let text = text.replacingOccurrences(of: "\r\n", with: "\n")
    let found = text.unicodeScalars.filter(isHarmful).map { "U+" + String($0.value, radix: 16) }
    #expect(found.isEmpty, "\(what.map { $0.debugDescription }): \(Set(found))")
  }

  @Test func noOutputActsOnATerminal() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let file = try scratch.file("office.json", Self.office)
    let store = ["--store", scratch.store]
    let broken = try scratch.file(
      "broken.json",
      Self.office.replacingOccurrences(of: "\"kind\": \"enterprise\"", with: "\"kind\": \"x\u{9B}\u{202E}\""))
    let key = try scratch.file(
      "key.json", Self.office.replacingOccurrences(of: "\"contact\"", with: "\"kon\u{9B}takt\u{202E}\""))
    let table = try scratch.file(
      "old.csv", "申请人,项目,专利号\(Self.act),授权公告日\n甲\(Self.act),实用新型授权\(Self.act),201820123456.0,2019-01-15\n")
    #expect(try Program.run(["import", file] + store).status == 0)
    let act = Self.act
    let commands: [[String]] = [
      ["show", "F1"] + store, ["show", "F2"] + store, ["show", "E1"] + store, ["show", act] + store,
      ["history", "F1"] + store, ["history", "E1"] + store, ["history", act] + store, ["undo", act] + store,
      ["report", "applicants", "--year", "2019"] + store, ["report", "totals", "--year", "2019"] + store,
      ["report", "tieout"] + store, ["report", "overlaps", "--year", "2019"] + store,
      ["report", act] + store,
      ["print", "receipt", "F1"] + store, ["print", "receipt", "F2"] + store, ["print", act, "F1"] + store,
      ["print", "receipt", act] + store, ["step", "accept", "F1", "--dry-run"] + store,
      ["step", act, "F1"] + store, ["step", "accept", act] + store,
      ["step", "reject", "F1", "--note", act, "--dry-run"] + store,
      ["import", broken] + store, ["import", key] + store, ["import", file] + store, ["import", act] + store,
      ["import", table, "--dry-run"] + store, ["assess", act], ["assess", broken],
      ["assess", file, "--reading", act], ["export"] + store, ["export", "--format", "csv"] + store,
      ["operator", "add", act, "--role", "clerk"] + store, ["operator", "list"] + store,
      ["operator", "retire", act] + store, ["show", "F1", "--as", act] + store,
      ["show", "F1", "--store", act],
      ["init", scratch.path + "/other", "--office", act, "--district", "441881"],
      ["init", scratch.path + "/other", "--office", "局", "--district", act], [act], ["show", "--" + act],
      ["file"] + store + ["--today", act], ["policy", "check", act], ["verify", act],
      ["backup", act + "/x"] + store,
      ["register", "list", "--kind", act] + store, ["amend", act] + store,
    ]
    for command in commands {
      let result = try Program.run(command, input: "{}")
      expectNone(in: result.errors, of: command)
      // Data in a pipe is the file that another program reads.
      if command.first != "export" { expectNone(in: result.output, of: command) }
    }
    let json = try Program.run(["export"] + store).output
    let export = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let applicants = try #require(export["applicants"] as? [[String: Any]])
    #expect(applicants[0]["name"] as? String == "公司" + Self.act)
  }

  @Test(arguments: [
    "经办\u{1B}[2J", "经办\n乙", "经办\u{202E}乙", "经办乙\u{200B}", "经办\u{3164}乙", "\u{FEFF}经办乙", "经办\u{9B}乙",
  ])
  func noNameThatCannotBeSeen(_ name: String) throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let added = try Program.run(["operator", "add", name, "--role", "clerk", "--store", scratch.store])
    #expect(added.status == 65 && added.errors.contains("看不见的字符"), "\(added.errors)")
    for words in [["--office", name, "--operator", "甲"], ["--office", "局", "--operator", name]] {
      let made = try Program.run(["init", scratch.path + "/new", "--district", "441881"] + words)
      #expect(made.status == 64 && made.errors.contains("看不见的字符"), "\(made.errors)")
    }
  }

  /// Papers and refusals rest on names: one that looks like another's, or like the program's own, is none.
  @Test func noNameThatLooksLikeAnother() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    func add(_ name: String) throws -> Launch.Result {
      try Program.run(["operator", "add", name, "--role", "clerk", "--store", scratch.store])
    }
    #expect(try add("王A").status == 0)
    for name in ["王\u{410}", "王\u{391}", "王Ａ", "zizhu", "z\u{456}zhu"] {
      let added = try add(name)
      #expect(added.status == 65 && added.errors.contains("看上去一样"), "\(name): \(added.errors)")
    }
    #expect(try add("王B").status == 0)
  }

  @Test func longNumbersInEchoesAreMasked() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let store = ["--store", scratch.store]
    let (account, phone) = ("44013579246801357", "13807639753")
    let office = Self.office
    let key = try scratch.file(
      "key.json", office.replacingOccurrences(of: "\"contact\"", with: "\"\(account)\""))
    let kind = try scratch.file(
      "kind.json", office.replacingOccurrences(of: "\"enterprise\"", with: "\"\(account)\""))
    let parent = try scratch.file(
      "parent.json",
      office.replacingOccurrences(of: "\"contact\"", with: "\"parent\": \"\(phone)\", \"contact\""))
    let table = try scratch.file(
      "old.csv", "申请人,项目,\(phone),联系,专利号\n甲,\(account),\(phone),\(account),\(phone)\n")
    let commands: [[String]] = [
      ["import", key] + store, ["import", kind] + store, ["import", parent] + store,
      ["import", table, "--dry-run"] + store, ["show", account] + store, ["step", "accept", phone] + store,
      ["print", "receipt", account] + store, ["amend", phone] + store, ["history", phone] + store,
      ["report", account] + store, ["show", "F1", "--as", phone] + store, ["--" + account],
      ["operator", "retire", phone] + store,
    ]
    for command in commands {
      let result = try Program.run(command, input: "{}")
      for text in [result.output, result.errors] {
        #expect(!text.contains(account) && !text.contains(phone), "\(command[0])")
      }
    }
  }
}
