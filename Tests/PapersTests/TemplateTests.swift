import Testing

@testable import Papers

@Suite("Templates, held to the names a paper declares")
struct TemplateTests {
  private let names = [
    TemplateName("office", "本局名称"), TemplateName("isUnit", "是单位", .flag),
    TemplateName(
      "rows", "各行",
      .list([
        TemplateName("applicant", "申请人"), TemplateName("note", "备注"), TemplateName("office", "经办单位"),
        TemplateName("isUnit", "单位或个人"),
      ])),
  ]

  private let values: [String: TemplateValue] = [
    "office": .text("清远市知识产权局"), "isUnit": .flag(true),
    "rows": .list([
      ["applicant": .text("甲<乙>&\"丙\""), "note": .absent, "office": .absent, "isUnit": .text("单位")],
      ["applicant": .text("丁"), "note": .text("补"), "office": .text("英德市知识产权局"), "isUnit": .text("个人")],
    ]),
  ]

  private func fill(
    _ text: String, _ format: TemplateFormat = .text, besides others: [String: String] = [:]
  ) -> Result<String, TemplateMistakes> {
    var files = ["p." + format.rawValue: text]
    files.merge(others) { own, _ in own }
    let templates = Templates(
      files.map { TemplateFile(name: $0.key, path: "templates/" + $0.key, bytes: Array($0.value.utf8)) })
    return Result { () throws(TemplateMistakes) in
      try templates.template("p", format, names: names).filled(with: values)
    }
  }

  private func sentences(_ result: Result<String, TemplateMistakes>) -> [String] {
    guard case .failure(let mistakes) = result else { return [] }
    return mistakes.mistakes.map(\.sentence)
  }

  // MARK: - What is printed

  @Test("Names, lists, flags, absent texts and notes")
  func filled() throws {
    let text = """
      {{office}}
      {{! 给编辑者的
      说明 }}
      {{#rows}}
      {{applicant}}（{{office}}）{{#note}}备注：{{note}}{{/note}}{{^note}}无{{/note}}
      {{/rows}}
      {{#isUnit}}单位{{/isUnit}}{{^isUnit}}个人{{/isUnit}}
      """
    // An absent text of a row is not looked up around it: no office is printed in the first row.
    #expect(
      try fill(text).get() == """
        清远市知识产权局
        甲<乙>&"丙"（）无
        丁（英德市知识产权局）备注：补
        单位
        """)
  }

  @Test("Of two names the one that stands nearer counts")
  func shadowed() throws {
    #expect(try fill("{{#rows}}{{isUnit}}；{{/rows}}{{^isUnit}}否{{/isUnit}}").get() == "单位；个人；")
  }

  @Test("In HTML, names from papers can't become tags")
  func escaped() throws {
    let html = try fill("{{#rows}}<td>{{applicant}}</td>{{/rows}}", .html).get()
    #expect(html == "<td>甲&lt;乙&gt;&amp;&quot;丙&quot;</td><td>丁</td>")
  }

  @Test("A file that stands in another one, as Windows editors leave it")
  func takenIn() throws {
    let others = ["foot.txt": "\u{FEFF}{{office}}\r\n（印章）\r\n"]
    #expect(try fill("甲\n{{> foot}}\n乙\n", besides: others).get() == "甲\n清远市知识产权局\n（印章）\n乙\n")
    #expect(try fill("{{#isUnit}}\r\n甲\r\n{{/isUnit}}\r\n").get() == "甲\n")
  }

  @Test("The office's own file comes before the program's")
  func precedence() throws {
    let own = TemplateFile(name: "p.txt", path: "data/templates/p.txt", bytes: Array("旧".utf8))
    let office = TemplateFile(name: "p.txt", path: "store/templates/p.txt", bytes: Array("新{{offic}}".utf8))
    let first = Templates([own])
    #expect(try first.template("p", .text, names: names).filled(with: values) == "旧")
    let second = Templates([own, office])
    let result = Result { () throws(TemplateMistakes) in
      try second.template("p", .text, names: names).filled(with: values)
    }
    #expect(sentences(result) == ["store/templates/p.txt:1：这份文书没有“offic”这个名称，是不是“office”。"])
  }

  // MARK: - What is wrong

  @Test(
    "A mistake names file, line and name",
    arguments: [
      ("一\n二 {{offise}}\n", "2：这份文书没有“offise”这个名称，是不是“office”。"),
      ("{{#rows}}\n{{aplicant}}\n{{/rows}}", "2：这份文书没有“aplicant”这个名称，是不是“applicant”。"),
      // A row's names hold only inside the rows.
      ("{{applicant}}", "1：这份文书没有“applicant”这个名称。"),
      ("{{office.name}}", "1：这份文书没有“office.name”这个名称，是不是“office”。"),
      ("{{uppercased(office)}}", "1：这份文书没有“uppercased(office)”这个名称。"),
      ("{{申请人}}", "1：这份文书没有“申请人”这个名称。"),
      ("{{.}}", "1：这份文书没有“.”这个名称。"),
      ("{{rows}}", "1：“rows”不是文字，要写成 {{#rows}} … {{/rows}}。"),
      ("{{isUnit}}", "1：“isUnit”不是文字，要写成 {{#isUnit}} … {{/isUnit}}。"),
      ("甲\n乙 {{office\n}}", "2：“{{”没有在同一行用“}}”结束。"),
      ("甲\n{{office}", "2：“{{”没有在同一行用“}}”结束。"),
      ("甲{{", "1：“{{”没有在同一行用“}}”结束。"),
      ("{{! 说明\n没有完", "1：“{{”没有在同一行用“}}”结束。"),
      ("{{ }}", "1：花括号里没有名称。"),
      ("{{#}}{{/}}", "1：花括号里没有名称。"),
      ("\n{{#rows}}\n{{office}}\n", "2：“{{#rows}}”没有用“{{/rows}}”结束。"),
      ("{{/rows}}", "1：“{{/rows}}”前面没有对应的开头。"),
      ("{{#rows}}{{#isUnit}}\n{{/rows}}{{/isUnit}}", "2：这里应先结束“isUnit”，却写了“{{/rows}}”。"),
      ("{{> foot}}", "1：没有模板文件“foot.txt”。"),
      ("{{> p}}", "1：“p.txt”引用了自己，没有尽头。"),
    ])
  func mistake(text: String, expected: String) throws {
    #expect(sentences(fill(text)).first == "templates/p.txt:" + expected)
  }

  @Test("What the language has and we do not offer", arguments: ["{", "&", "=", "<", "$", "%"])
  func notOffered(sign: String) {
    let found = sentences(fill("{{\(sign)office}}}"))
    #expect(
      found.first
        == "templates/p.txt:1：这里不能用“{{\(sign)”，只能用 {{名称}}、{{#名称}}、{{^名称}}、{{/名称}}、{{! 说明}}、{{> 文件}}。")
  }

  @Test("Every mistake at once, in files taken in too; what stands under an unknown section is not judged")
  func several() {
    let others = ["foot.txt": "甲\n{{officee}}\n"]
    #expect(
      sentences(fill("{{a}}\n{{#b}}{{c}}{{/b}}\n{{> foot}}", besides: others)) == [
        "templates/p.txt:1：这份文书没有“a”这个名称。", "templates/p.txt:2：这份文书没有“b”这个名称。",
        "templates/foot.txt:2：这份文书没有“officee”这个名称，是不是“office”。",
      ])
  }

  @Test("A file that is not UTF-8, and one that is not there")
  func unreadable() {
    let gbk = TemplateFile(name: "p.txt", path: "templates/p.txt", bytes: [0xC7, 0xE5, 0xD4, 0xB6])
    func sentence(_ templates: Templates) -> [String] {
      sentences(
        Result { () throws(TemplateMistakes) in
          try templates.template("p", .text, names: names).filled(with: values)
        })
    }
    #expect(sentence(Templates([gbk])) == ["templates/p.txt:1：不是 UTF-8 文字，请用 UTF-8 编码另存。"])
    #expect(sentence(Templates([])) == ["templates/p.txt:1：没有模板文件“p.txt”。"])
  }

  @Test("Two files that take each other in")
  func circle() {
    let others = ["a.txt": "{{> b}}", "b.txt": "一\n{{> a}}"]
    #expect(sentences(fill("{{> a}}", besides: others)) == ["templates/b.txt:2：“a.txt”引用了自己，没有尽头。"])
  }

  @Test("Any text is filled or refused with the place; nothing traps")
  func anyText() {
    let pieces = [
      "{{", "}}", "{", "}", "{{office}}", "{{#rows}}", "{{/rows}}", "{{^isUnit}}", "{{/isUnit}}", "{{! ",
      "\n", " ", "\t",
      "office", "applicant", "#", "/", "^", ">", "&", "=", "%", "<", "$", "(", ")", ".", "*", "清远", "\u{301}",
      "\r\n", "\u{2028}",
      "{{note}}", "{{> p}}", "{{#note}}", "{{/note}}",
    ]
    var random = Dice(state: 20_180_704)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      .joined()
      switch fill(text, Bool.random(using: &random) ? .text : .html) {
      case .success: continue
      case .failure(let mistakes):
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
        for mistake in mistakes.mistakes where !(1...lines).contains(mistake.line) {
          Issue.record("line \(mistake.line) of \(lines): \(text.debugDescription)")
        }
      }
    }
  }
}

/// The same throws in every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 31)
  }
}
