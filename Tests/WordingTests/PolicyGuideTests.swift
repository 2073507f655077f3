import Interchange
import Testing
import Wording

@Suite("The guide to the policy file")
struct PolicyGuideTests {
  @Test("Every key and word of the reader's tables has a meaning, and nothing else has one")
  func everyWord() {
    for part in PolicyGuide.parts {
      #expect(Set(part.meanings.keys) == Set(part.words), "\(part.title)")
      #expect(!part.meanings.values.contains { $0.isEmpty }, "\(part.title)")
    }
  }

  /// A policy in which an example stands: as an amount, a condition or the value of a derived value.
  private func policy(_ amount: String, condition: String = "", value: String = #""filings""#) -> String {
    """
    {
      "format": "zizhu-policy/1", "id": "example", "title": "例", "document": "例", "signed": "2021-01-01",
      "periods": [{"from": "2021-01-01", "to": "2023-12-31", "article": "closing"}], "districts": ["441802"],
      "readings": [], "caps": [], "papers": [{"id": "form", "label": "申请表"}],
      "items": [{
        "id": "item", "article": "1", "label": "项目", "who": ["enterprise"],
        "inputs": [
          {"id": "number", "label": "申请号", "kind": "application-number", "record": true},
          {"id": "grantedOn", "label": "授权日", "kind": "date", "record": true},
          {"id": "paidOn", "label": "付款日", "kind": "date"},
          {"id": "year", "label": "年度", "kind": "year", "record": true},
          {"id": "fee", "label": "费用", "kind": "money", "record": true},
          {"id": "paidByOthers", "label": "已资助", "kind": "money", "record": true},
          {"id": "grants", "label": "授权", "kind": "count", "record": true},
          {"id": "filings", "label": "申请", "kind": "count", "record": true}
        ],
        "values": [{"id": "example", "label": "例", "of": \(value)}],
        "event": "paidOn", "conditions": [\(condition)], "amount": \(amount),
        "once": ["applicant", "example"], "papers": [{"id": "proof", "label": "证明"}]
      }],
      "articles": [{"article": "1", "title": "例"}]
    }
    """
  }

  private func mistakes(_ text: String) -> [String] {
    switch PolicyFile.read(Array(text.utf8)) {
    case .success: []
    case .failure(let mistakes): mistakes.mistakes.map(MistakeWording.sentence)
    }
  }

  @Test("Every example can be read where it belongs")
  func examples() {
    var shown = 0
    for part in PolicyGuide.parts {
      for (word, meaning) in part.meanings {
        guard let range = meaning.firstRange(of: "例：") else { continue }
        let example = String(meaning[range.upperBound...])
        let file =
          if part.words == PolicyWords.operations {
            policy(#"{"fixed": "5元"}"#, value: example)
          } else if part.words == PolicyWords.amounts {
            policy(example)
          } else {
            policy(#"{"fixed": "5元"}"#, condition: example)
          }
        #expect(mistakes(file) == [], "\(part.title) \(word)")
        shown += 1
      }
    }
    #expect(shown == PolicyWords.operations.count + PolicyWords.amounts.count + PolicyWords.tests.count + 1)
  }

  /// A policy that has what the recipes speak of, with one of them in its place.
  private func policy(with recipe: PolicyGuide.Recipe) -> String {
    let isAmount = recipe.place == .amount || recipe.json.contains(#""amount""#)
    let amount = isAmount ? "" : #""amount": {"fixed": "5元"}, "#
    let own: String =
      switch recipe.place {
      case .amount: #""amount": \#(recipe.json), "#
      case .condition: amount + #""conditions": [\#(recipe.json)], "#
      case .item: amount + recipe.json + ", "
      case .cap: amount
      }
    func count(_ id: String, _ range: String = "") -> String {
      #"{"id": "\#(id)", "label": "\#(id)", "kind": "count"\#(range), "record": true}"#
    }
    let inputs = """
      {"id": "number", "label": "申请号", "kind": "application-number", "record": true},
      {"id": "filedOn", "label": "申请日", "kind": "date", "record": true},
      {"id": "grantedOn", "label": "授权日", "kind": "date", "record": true},
      {"id": "paidOn", "label": "付款日", "kind": "date"},
      {"id": "fee", "label": "官费", "kind": "money", "record": true},
      {"id": "agencyFee", "label": "代理费", "kind": "money", "record": true},
      {"id": "paidByOthers", "label": "上级已资助", "kind": "money", "record": true},
      {"id": "isMember", "label": "会员", "kind": "flag", "record": true},
      {"id": "country", "label": "国家", "kind": "text", "record": true},
      {"id": "level", "label": "级别", "kind": "choice", "record": true,
       "options": [{"id": "provincial", "label": "省级"}, {"id": "national", "label": "国家级"}]},
      {"id": "approvedAmount", "label": "核准金额", "kind": "money", "from": "office", "record": true},
      {"id": "basis", "label": "核准依据", "kind": "text", "from": "office", "record": true},
      \(["grants", "filings", "lastYear", "prior", "increase"].map { count($0) }.joined(separator: ", ")),
      \(["budget", "claimed"].map { count($0, #", "range": [1, 10000]"#) }.joined(separator: ", "))
      """
    func item(_ id: String, _ members: String) -> String {
      """
      {"id": "\(id)", "article": "1", "label": "项目 \(id)", "who": ["enterprise", "individual"], "inputs": [\(inputs)],
       "event": "paidOn", \(members)"once": ["number"], "papers": [{"id": "proof", "label": "证明"}]}
      """
    }
    return """
      {"format": "zizhu-policy/1", "id": "example", "title": "例", "document": "例", "signed": "2024-01-01",
       "periods": [{"from": "2024-01-01", "to": "2025-12-31", "article": "closing"}], "districts": ["441802"],
       "readings": [], "caps": [\(recipe.place == .cap ? recipe.json : "")], "papers": [{"id": "form", "label": "申请表"}],
       "items": [\(item("one", #""amount": {"fixed": "5元"}, "#)), \(item("other", own))],
       "articles": [{"article": "1", "title": "例"}]}
      """
  }

  @Test("Every clause can be written as the guide says", arguments: PolicyGuide.recipes.indices)
  func recipe(place: Int) {
    let recipe = PolicyGuide.recipes[place]
    #expect(mistakes(policy(with: recipe)) == [], "\(recipe.clause)")
  }

  @Test("The guide tells every part, and what has to be there")
  func lines() {
    let text = PolicyGuide.lines.joined(separator: "\n")
    for part in PolicyGuide.parts { #expect(text.contains("【\(part.title)】")) }
    #expect(text.contains("  who               （必有）可以申报的申请人类型"))
    #expect(text.contains("  agency-branch  代理分支机构"))
  }

  @Test("What a file begins with has no mistake")
  func draft() {
    let text = PolicyDraft.text(
      id: "yiyang-2024", title: "某市“办法”", document: "〔2024〕1号", year: 2024, districts: ["440100"])
    #expect(mistakes(text) == [])
  }

  @Test(
    "Chinese words are answered with the words that the file knows",
    arguments: [
      (#""who": ["enterprise"]"#, #""who": ["企业"]"#, "items[item].who[1]：不认识“企业”，是不是“enterprise”。"),
      (#""event": "paidOn""#, #""event": "付款日""#, "items[item].event：不认识“付款日”，是不是“paidOn”。"),
      (#""kind": "year""#, #""kind": "年度""#, "items[item].inputs[year].kind：不认识“年度”，是不是“year”。"),
    ])
  func chinese(place: String, other: String, said: String) {
    let file = policy(#"{"fixed": "5元"}"#).replacing(place, with: other)
    #expect(mistakes(file).first == said)
  }
}
