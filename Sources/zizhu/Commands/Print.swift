import ArgumentParser
import CaseModel
import Casework
import JSONText
import Office
import Papers
import SubsidyRules

/// Prints a paper.
struct Print: StoreCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印文书：" + PrintedPaper.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "，"),
    discussion: """
      市局：handover、reminder 写局的代码，conflict 写冲突的编号；县局：handover 印报送件的交接单（--bundle 第几号，默认最后一份），year-close 印年度结账表（市局印各局结账表）。
      列表类文书（batch、public、payment）不写编号时，取该年度通常应列入的申报；cap-sheet 的编号是享受者。
      payment --batch 批次 照列入时的名单再打印，不论后来有什么变化。
      form、guide 写项目的代码或名称，不写就是全部项目；加 --policy 不用数据库，直接按政策文件打印。
      文书由模板生成，可改：把程序 data/templates 里的文件复制到数据库的 templates 文件夹再改。--names 列出模板可用的名称。
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, csv, xlsx }

  @Argument(help: "文书名称") var paper: String
  @Argument(help: "收件编号；cap-sheet 为享受者编号；form、guide 为项目") var ids: [String] = []
  @Option(help: "text、html、csv 或 xlsx") var format = Format.text
  @Option(help: "年度（默认为有申报的最近一年）") var year: Int?
  @Option(help: "列表只取这一阶段的申报，如 published") var stage: String?
  @Option(help: "追回通知书的第几份（默认最后一份）") var notice: Int?
  @Option(help: "payment：照原样再打印这个拨付批次") var batch: String?
  @Option(help: "handover：县局的第几号报送件（默认最后一份）") var bundle: Int?
  @Option(help: "政策文件，只用于 form、guide") var policy: String?
  @Flag(help: "列出模板可用的名称") var names = false
  @OptionGroup var options: StoreOptions

  func openStore() throws -> OpenOffice { try options.openToHandOut() }

  func run() throws {
    let paper = try printedPaper()
    guard !names else { return try Streams.write(Self.listing(paper.names, "")) }
    guard paper.isList || format == .text || format == .html else {
      throw Failure(.usage, "\(paper.title)不是表格，没有 \(format.rawValue)，请用 text 或 html。")
    }
    if let policy { return try printItems(paper, policyFile: policy) }
    try runOnStore()
  }

  func run(on office: OpenOffice) throws {
    let (paper, state) = (try printedPaper(), office.state)
    let today = try options.clock().today()
    let year = year ?? state.latestYear ?? today.year
    guard bundle == nil || paper == .handover else {
      throw Failure(.usage, "--bundle 只用于 handover。")
    }
    guard batch == nil || paper == .payment && self.ids.isEmpty else {
      throw Failure(.usage, "--batch 只用于 payment，也不另写编号。")
    }
    let ids =
      try ids.isEmpty && batch == nil
      ? state.usualFilings(for: paper, year: year, stage: chosenStage()) : ids
    let approved = paper == .approval ? try office.approved(ids) : [:]
    let printout =
      try paper.isBetweenOffices
      ? OfficePapers(office: office, today: today).printout(paper, ids, year: year, bundle: bundle)
      : state.printout(
        paper, of: ids, year: year, today: today, notice: notice, batch: batch, approved: approved)
    for remark in printout.remarks { Streams.complain("请核对：" + remark) }
    if format == .xlsx { return try Streams.writeWorkbook(printout.workbook()) }
    let bytes = try bytes(printout, TemplateFolders.templates(of: office, options: options))
    try format == .text ? Streams.write(bytes) : Streams.writeData(bytes)
  }

  /// Blank forms and guides need no store, so that an office has them before it begins.
  private func printItems(_ paper: PrintedPaper, policyFile: String) throws {
    guard paper.isOfItem else {
      throw Failure(.usage, "\(paper.title)要从数据库打印，--policy 只用于 form 和 guide。")
    }
    let policy = try DataFolder.readPolicy(policyFile)
    let letterhead = Letterhead(
      office: "", policy: policy.title, document: policy.document, today: try options.clock().today())
    let printout = ItemPapers.printout(
      paper, of: try ItemPapers.items(ids, of: policy), policy: policy, letterhead: letterhead)
    let bytes = try bytes(printout, TemplateFolders.own(DataFolder.find(options.data)))
    try format == .text ? Streams.write(bytes) : Streams.writeData(bytes)
  }

  private func printedPaper() throws -> PrintedPaper {
    if let known = PrintedPaper(rawValue: paper) { return known }
    let all = PrintedPaper.allCases
    let nearest = nearestWord(to: paper, among: all.map(\.rawValue)).map { "，是不是“\($0)”" } ?? ""
    throw Failure(
      .usage,
      "没有文书“\(paper)”\(nearest)。文书有："
        + all.map { "\($0.rawValue) \($0.title)" }.joined(separator: "，") + "。")
  }

  private func chosenStage() throws -> Stage? {
    guard let stage else { return nil }
    if let known = Stage(rawValue: stage) { return known }
    throw Failure(.usage, "没有阶段“\(stage)”，阶段有：" + Stage.allCases.map(\.rawValue).joined(separator: "、") + "。")
  }

  private func bytes(_ printout: Printout, _ templates: @autoclosure () throws -> Templates) throws -> [UInt8]
  {
    if format == .csv, let csv = printout.csv { return csv }
    let templates = try templates()
    return Array(try (format == .html ? printout.html(templates) : printout.text(templates)).utf8)
  }

  /// The names that a template may use, those of a list under it.
  private static func listing(_ names: [TemplateName], _ indentation: String) -> String {
    names.map { name in
      let line = "\(indentation)\(name.name)  \(name.meaning)"
      switch name.kind {
      case .text: return line + "\n"
      case .flag: return line + "（只用于 {{#\(name.name)}}、{{^\(name.name)}}）\n"
      case .list(let inner): return line + "\n" + listing(inner, indentation + "  ")
      }
    }.joined()
  }
}

extension PrintRefusal: Told {
  var failure: Failure {
    let status: Failure.Status =
      switch self {
      case .unknownFiling, .unknownBatch, .unknownHolder, .unknownItem, .notSealed, .notOpened,
        .unknownOffice,
        .unknownConflict, .nothingGathered, .nothingBundled, .unknownBundle, .nothingInYear:
        .notFound
      case .nothingChosen, .noOfficeChosen, .noConflictChosen: .usage
      default: .badInput
      }
    return Failure(status, sentence)
  }
}
