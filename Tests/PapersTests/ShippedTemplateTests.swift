import Testing

@testable import Papers

@Suite("The templates that come with the program")
struct ShippedTemplateTests {
  @Test("Each paper has both, and names only what it knows", arguments: PrintedPaper.allCases)
  func whole(paper: PrintedPaper) throws {
    let templates = try PrintOffice.templates()
    for format in TemplateFormat.allCases {
      _ = try templates.template(paper.rawValue, format, names: paper.names)
    }
  }

  @Test("No name stands for two things where one scope lies within another", arguments: PrintedPaper.allCases)
  func distinct(paper: PrintedPaper) {
    func check(_ names: [TemplateName], within outer: Set<String>) {
      for name in names {
        #expect(!outer.contains(name.name), "\(paper) \(name.name)")
        if case .list(let inner) = name.kind {
          check(inner, within: outer.union(names.map(\.name)))
        }
      }
      #expect(Set(names.map(\.name)).count == names.count)
    }
    check(paper.names, within: [])
  }

  @Test(
    "A page for A4 with the head of each table on every page",
    arguments: [PrintedPaper.batch, .payment, .approval])
  func page(paper: PrintedPaper) throws {
    let html = try PrintOffice.printout(paper, ["F4"]).html(try PrintOffice.templates())
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"))
    for line in [
      "@page { size: A4", "thead { display: table-header-group; }", ".sheet { break-after: page; }",
      "<thead>",
    ] {
      #expect(html.contains(line))
    }
    #expect(html.contains("4,250.00"))
    #expect(html.contains("肆仟贰佰伍拾元整"))
  }

  @Test("A report as a page")
  func report() throws {
    let state = try PrintOffice.state()
    let table = try #require(YearReport.named("caps")).table(
      of: state, year: 2019, today: PrintOffice.day("2020-03-27"))
    let html = try table.html(office: "清远市知识产权局", templates: try PrintOffice.templates())
    #expect(html.contains("<h1>2019 年度限额</h1>"))
    #expect(
      html.contains(
        "<tr><td>代理机构年度限额</td><td>G1</td><td>清远市北江专利代理事务所</td><td class=\"figure\">50,000.00</td>"))
  }
}
