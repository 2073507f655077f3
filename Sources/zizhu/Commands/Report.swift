import ArgumentParser
import CaseModel
import Casework
import JSONText
import Journal
import Office
import Papers

/// Makes a report of a year, as things stand or as they were known on a day.
struct Report: StoreCommand {
  static let configuration = CommandConfiguration(
    abstract: "年度报表；--list 列出报表名称",
    discussion: "--as-of 把日志重读到那一天（或封存表上的链头），给出当时的数字和此后的差额。")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, xlsx, html, json }

  @Argument(help: "报表名称") var name: String?
  @Option(help: "年度（默认为有申报的最近一年）") var year: Int?
  @Option(help: "text、csv、xlsx、html 或 json") var format = Format.text
  @Option(name: .customLong("as-of"), help: "当时：YYYY-MM-DD，或链头") var asOf: String?
  @Option(help: "抽样件数（sample）") var count = 20
  @Flag(help: "列出报表名称") var list = false
  @OptionGroup var one: OneOfficeOption
  @OptionGroup var options: StoreOptions

  /// On the terminal what can be read may be looked at; a file is handed on.
  func openStore() throws -> OpenOffice {
    try format == .text ? options.open() : options.openToHandOut()
  }

  func run() throws {
    guard !list else { return try Streams.write(Self.names) }
    // Who asks for what there is not need not wait for the store.
    _ = try (report(), past())
    try runOnStore()
  }

  func run(on office: OpenOffice) throws {
    let report = try report()
    let today = try options.clock().today()
    guard let past = try past() else {
      let year = year ?? office.state.latestYear ?? today.year
      return try write(report(one.part(of: office.state), year, today), of: year, since: nil, office)
    }
    let then = try office.past(past)
    let year = year ?? then.state.latestYear ?? then.day.year
    var table = try report(one.part(of: then.state), year, then.day)
    let now = try report(one.part(of: office.state), year, today)
    table.title += "（截至 \(then.day) 所知）"
    try write(table, of: year, since: ReportTable.since(table, now), office)
  }

  // MARK: - Which report

  private static let sample = "sample"

  private static var names: String {
    YearReport.all.map { "\($0.name)  \($0.title)：\($0.meaning)\n" }.joined()
      + "\(sample)  审计抽样：由封存的链头抽取，任何人可以重抽；--count 件数\n"
  }

  private func report() throws -> (OfficeState, Int, CivilDate) throws -> ReportTable {
    guard let name else { throw Failure(.usage, "请写明报表名称：\n" + Self.names) }
    if let report = YearReport.named(name) { return report.table }
    if name == Self.sample { return sampled }
    let all = YearReport.all.map(\.name) + [Self.sample]
    let nearest = nearestWord(to: name, among: all).map { "，是不是“\($0)”" } ?? ""
    throw Failure(.usage, "没有报表“\(name)”\(nearest)。报表有：\n" + Self.names)
  }

  private func sampled(_ state: OfficeState, _ year: Int, _ today: CivilDate) throws -> ReportTable {
    guard count > 0 else { throw Failure(.usage, "--count 应为 1 或更大的整数。") }
    guard let sample = state.auditSample(of: year, count: count) else {
      throw Failure(.badInput, "\(year) 年度没有封存，不能抽样：样本由封存的链头抽取。请先用 zizhu seal \(year)。")
    }
    return SampleTable.table(sample, state)
  }

  // MARK: - The past

  private func past() throws -> Past? {
    guard let asOf else { return nil }
    if let day = CivilDate(asOf) { return .day(day) }
    if let head = JournalHead(asOf) { return .head(head) }
    throw Failure(.usage, "--as-of“\(asOf)”既不是日期（2019-04-01），也不是链头（照封存表或 zizhu verify 原样填写）。")
  }

  // MARK: - Out

  private func write(
    _ table: ReportTable, of year: Int, since: ReportTable?, _ office: OpenOffice
  ) throws {
    switch format {
    case .text: try Streams.write(table.text + (since.map { "\n" + $0.text } ?? ""))
    case .csv: try Streams.writeData(table.csv)
    case .xlsx:
      let name = office.state.office?.name ?? ""
      try Streams.writeWorkbook(table.workbook(office: name, since: since))
    case .json: try Streams.writeData(table.json(name: name ?? "", year: year, since: since))
    case .html:
      let templates = try TemplateFolders.templates(of: office, options: options)
      try Streams.writeData(
        table.html(office: office.state.office?.name ?? "", templates: templates, since: since))
    }
  }
}
