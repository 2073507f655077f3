import ArgumentParser
import CaseModel
import Casework
import JSONText
import Office
import Papers

/// Makes a report of a year.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "年度报表；--list 列出报表名称")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, html, json }

  @Argument(help: "报表名称") var name: String?
  @Option(help: "年度（默认为有申报的最近一年）") var year: Int?
  @Option(help: "text、csv、html 或 json") var format = Format.text
  @Flag(help: "列出报表名称") var list = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try reporting {
      guard !list else { return try Streams.write(Array(Self.names.utf8)) }
      let report = try report()
      let office = try options.open()
      let state = office.state
      let year = try year ?? state.latestYear ?? options.clock().today().year
      let table = report.table(of: state, year: year, today: try options.clock().today())
      switch format {
      case .text: try Streams.write(Array(table.text.utf8))
      case .csv: try Streams.write(table.csv)
      case .json: try Streams.write(table.json(name: report.name, year: year))
      case .html: try Streams.write(Array(try html(table, office).utf8))
      }
    }
  }

  private static var names: String {
    YearReport.all.map { "\($0.name)  \($0.title)：\($0.meaning)\n" }.joined()
  }

  private func report() throws -> YearReport {
    guard let name else { throw Failure(status: .usage, sentence: "请写明报表名称：\n" + Self.names) }
    if let report = YearReport.named(name) { return report }
    let nearest = nearestWord(to: name, among: YearReport.all.map(\.name)).map { "，是不是“\($0)”" } ?? ""
    throw Failure(status: .usage, sentence: "没有报表“\(name)”\(nearest)。报表有：\n" + Self.names)
  }

  private func html(_ table: ReportTable, _ office: OpenOffice) throws -> String {
    let templates = try TemplateFolders.templates(of: office, options: options)
    do throws(TemplateMistakes) {
      return try table.html(office: office.state.office?.name ?? "", templates: templates)
    } catch {
      throw Failure(error)
    }
  }
}
