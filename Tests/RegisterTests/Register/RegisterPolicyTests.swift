import Interchange
import SubsidyRules
import Testing
import Wording

@Suite("The register's part of a policy file")
struct RegisterPolicyTests {
  private func shipped() throws -> String {
    String(decoding: try TestData.bytes("policies/qingyuan-2018-27.json"), as: UTF8.self)
  }

  @Test("Every article that pays nothing by itself has a kind of record, and 1, 4 and 19 have one too")
  func articles() throws {
    let policy = try RegisterOffice.policy()
    let recorded = Set(policy.register.map(\.article))
    // The last table of how the policy is read.
    #expect(recorded == ["1", "3", "4", "8", "10", "13", "14", "15", "16", "17", "19", "20", "21"])
    #expect(Set(policy.articles.filter { $0.record != nil }.map(\.number)) == recorded)
    #expect(Set(policy.items.map(\.article)).union(recorded).count == 21)
  }

  @Test(
    "A mistake is told with its place and path",
    arguments: [
      (
        "\"day\": \"heldOn\",\n      \"fields\": [\n        {\"id\": \"heldOn\", \"kind\": \"date\", \"label\": \"培训日期\"",
        "\"day\": \"heldon\",\n      \"fields\": [\n        {\"id\": \"heldOn\", \"kind\": \"date\", \"label\": \"培训日期\"",
        "register[training].day", "heldOn"
      ),
      (
        "\"id\": \"namedOn\", \"kind\": \"date\"", "\"id\": \"namedOn\", \"kind\": \"text\"",
        "register[training-base].day", ""
      ),
      (
        "\"id\": \"since\", \"kind\": \"date\"", "\"optional\": true, \"id\": \"since\", \"kind\": \"date\"",
        "register[talent].day", ""
      ),
      (
        "\"id\": \"topic\", \"kind\": \"text\"", "\"id\": \"district\", \"kind\": \"text\"",
        "register[training].fields[district].id", ""
      ),
      (
        "\"id\": \"topic\", \"kind\": \"text\"", "\"sum\": true, \"id\": \"topic\", \"kind\": \"text\"",
        "register[training].fields[topic].sum", ""
      ),
      (
        "\"id\": \"topic\", \"kind\": \"text\"", "\"id\": \"place\", \"kind\": \"text\"",
        "register[training].fields[place]", ""
      ),
      (
        "{\"label\": \"审理\", \"on\": \"heardOn\"}", "{\"label\": \"审理\", \"on\": \"result\"}",
        "register[enforcement].stages[2].on", ""
      ),
      (
        "{\"label\": \"立案\", \"on\": \"openedOn\"}", "{\"label\": \"立案\", \"on\": \"policeOn\"}",
        "register[enforcement].stages[1].on", ""
      ),
      ("\"once\": [\"case\"]", "\"once\": [\"cases\"]", "register[enforcement].once[1]", "case"),
      (
        "\"id\": \"guidance\", \"article\": \"15\"", "\"id\": \"guidance\", \"article\": \"25\"",
        "register[guidance].article", ""
      ),
      ("\"id\": \"guidance\", \"article\"", "\"id\": \"publicity\", \"article\"", "register[publicity]", ""),
      ("\"label\": \"业务指导\"", "\"label\": \"宣传\"", "register[guidance]", ""),
      (
        "\"id\": \"pledge-loan\", ", "\"id\": \"pledge-loan\", \"days\": \"grantedOn\", ",
        "register[pledge-loan].days", ""
      ),
      ("\"budget\": \"amount\"", "\"budget\": \"document\"", "register[fund-budget].budget", ""),
      ("\"budget\": \"amount\"", "\"budget\": \"amounts\"", "register[fund-budget].budget", "amount"),
    ])
  func mistakes(_ place: String, _ other: String, _ path: String, _ hint: String) throws {
    let good = try shipped()
    try #require(good.ranges(of: place).count == 1, "\(place)")
    guard case .failure(let mistakes) = PolicyFile.read(Array(good.replacing(place, with: other).utf8)) else {
      Issue.record("read without a mistake: \(other)")
      return
    }
    let found = try #require(mistakes.mistakes.first { $0.path == path }, "\(mistakes.mistakes.map(\.path))")
    let sentence = MistakeWording.sentence(found)
    #expect(sentence.contains(hint) && !sentence.isEmpty)
  }

  @Test("A policy may keep no register")
  func none() throws {
    let good = try shipped()
    let start = try #require(good.ranges(of: ",\n\n  \"register\": [").first)
    let without = String(good[..<start.lowerBound]) + "\n}\n"
    #expect(try PolicyFile.read(Array(without.utf8)).get().register.isEmpty)
  }
}
