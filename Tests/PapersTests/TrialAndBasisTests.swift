import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

@testable import Papers

/// What stands on every paper: the mark of a trial, the policies cited, the moment in China's time.
@Suite("Marks, citations and moments")
struct TrialAndBasisTests {
  @Test(
    "The mark stands at the top of the page, whatever its template holds",
    arguments: [
      ("<html><body><p>甲</p></body></html>", "<html><body>\n", "<p>甲</p></body></html>"),
      (#"<body class="a"><p>"#, #"<body class="a">"# + "\n", "<p>"), ("<p>甲</p>", "", "<p>甲</p>"),
      ("<body", "", "<body"), ("", "", ""),
    ])
  func page(page: String, before: String, behind: String) {
    let marked = TrialMark.put(on: page)
    #expect(marked.hasPrefix(before + "<div ") && marked.hasSuffix("试用，不作凭据</div>" + behind))
  }

  @Test("In the middle of a line of eighty columns; behind a report's title")
  func line() {
    // Seven characters take fourteen columns: 33 stand before them.
    #expect(TrialMark.text == String(repeating: " ", count: 33) + "试用，不作凭据")
    #expect(TrialMark.title("限额", isTrial: true) == "限额（试用）" && TrialMark.title("限额", isTrial: false) == "限额")
  }

  private func printout(_ sheets: [LabelSheet], isTrial: Bool) throws -> Printout {
    Printout(
      .label, sheets,
      Letterhead(
        office: "清远市知识产权局", policy: "办法", document: "1号", today: try PrintOffice.day("2020-03-27"),
        isTrial: isTrial))
  }

  private let sheet = LabelSheet(labels: [
    .init(
      number: "2019-1", place: "一柜", pages: "12", filing: "F1", applicant: "甲公司", item: "代理授权", year: 2019)
  ])

  @Test("Each sheet of a trial's paper bears it, as text, page and table")
  func everySheet() throws {
    let templates = try PrintOffice.templates()
    let trial = try printout([sheet, sheet], isTrial: true)
    #expect(
      try trial.text(templates).split(separator: "\u{0C}").allSatisfy { $0.hasPrefix(TrialMark.text + "\n") })
    #expect(try trial.html(templates).contains("试用，不作凭据"))
    let csv = String(decoding: try #require(trial.csv), as: UTF8.self)
    #expect(csv.hasSuffix("\"试用，不作凭据\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"))
    let real = try printout([sheet], isTrial: false)
    #expect(try !real.text(templates).contains("试用") && !real.html(templates).contains("试用"))
    #expect(!String(decoding: try #require(real.csv), as: UTF8.self).contains("试用"))
  }

  @Test("A label in a row of the table: no number before it is in the archive")
  func labels() throws {
    var sheet = sheet
    sheet.labels.append(
      .init(number: "", place: "", pages: "", filing: "F2", applicant: "乙", item: "标准", year: 2020))
    let rows = try #require(sheet.table).rows.map { $0.cells.map(\.shown) }
    #expect(
      rows == [["2019-1", "一柜", "12", "F1", "甲公司", "代理授权", "2019"], ["", "", "", "F2", "乙", "标准", "2020"]])
    #expect(sheet.textTables.isEmpty)
  }

  @Test("One policy stands under its own name, several one after another as a template's brackets take them")
  func basis() {
    func cited(_ documents: [LegalBasis.Document]) -> String? {
      var basis = LegalBasis([])
      basis.documents = documents
      guard case .text(let title)? = basis.values["policy"],
        case .text(let number)? = basis.values["document"]
      else { return nil }
      return "《\(title)》（\(number)）"
    }
    let (one, two) = (
      LegalBasis.Document(title: "办法", number: "1号"), LegalBasis.Document(title: "新办法", number: "2号")
    )
    #expect(cited([]) == nil)
    #expect(cited([one]) == "《办法》（1号）")
    #expect(cited([one, two]) == "《办法》（1号）、《新办法》（2号）")
  }

  @Test(
    "A moment is told by the clocks of China, eight hours ahead",
    arguments: [
      ("2019-04-01T01:30:00Z", "2019年4月1日 09:30"), ("2019-12-31T15:59:59Z", "2019年12月31日 23:59"),
      ("2019-12-31T16:00:00Z", "2020年1月1日 00:00"), ("2020-02-28T16:00:00Z", "2020年2月29日 00:00"), ("不详", "不详"),
      ("", ""),
    ])
  func moments(at: String, written: String) { #expect(MomentWording.onPaper(at) == written) }

  @Test("What goes with an article is said as people say it")
  func needed() throws {
    let state = try PrintOffice.state()
    let papers = try #require(state.policy.item("utility-grant")).papers + state.policy.commonPapers
    let said = Dictionary(papers.map { ($0.id, $0.needed) }, uniquingKeysWith: { first, _ in first })
    // casework.md: form with seal or signature, proof of identity, account, declaration, letter of authority.
    #expect(said["application-form"] == "1份，须有原件" && said["identity"] == "复印件1份")
    #expect(Set(said.values) == ["1份，须有原件", "复印件1份", "原件", "原件，如有"])
  }
}
