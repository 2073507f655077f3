import ArgumentParser
import CaseModel
import Casework
import Office
import Wording

/// Bad news, followed to every award, count and cap that rests on it.
struct NewsCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "news", abstract: "登记不利情形：先列出涉及的申报和差额，确认后才登记和办理",
    discussion: """
      abnormal-application：非正常专利申请
      patent-invalid：专利权被宣告无效
      insurance-cancelled：保险合同解除
      """)

  @Argument(help: "情形（见下）", transform: closedWord("情形")) var kind: News.Kind
  @Argument(help: "专利申请号，或保险单号") var number: String
  @Option(help: "文书的日期（默认今天）") var day: String?
  @Option(help: "文书号或名称；确认时必填") var paper = ""
  @Option(help: "说明") var note = ""
  @Option(name: .customLong("applicant"), help: "该申请计入其申请量的申请人编号（申报里没有写明时）") var applicants: [String] = []
  @Flag(help: "确认：登记并办理所列各项") var confirm = false
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let day = try day.map { try typedDay($0, "--day") } ?? options.clock().today()
    for id in applicants where office.state.applicant(id) == nil {
      throw Failure(.notFound, "没有编号为“\(id)”的申请人。")
    }
    let news = News(
      kind: kind, number: number, day: day, paper: paper, note: note, applicants: applicants)
    let consequences = office.state.consequences(of: news)
    try Streams.write(NewsWording.lines(consequences, office.state))
    guard confirm else { return }
    try save(.enterNews(news, seen: consequences), in: office)
    try Streams.write("已登记 \(office.state.lastOwnNews?.id ?? "")，并办理所列各项。\n")
  }
}
