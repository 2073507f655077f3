public import CaseModel
import Wording
public import Workbooks

/// Papers ready to be printed: every value in words, whatever form they take in the end.
///
/// `OfficeState.printout` fills a plain value (a `Sheet`: `ReceiptSlip`, `PaymentList`) or says why not; its
/// `fields` say what each name stands for; `Templates` holds the template to those names and fills it;
/// `TextPage` lays a text out. On the desk F9 asks for a `PrintedDocument`, which the program's `Printer`
/// lays out and keeps as a file, as a PDF or on paper where `Outlet` finds a program for it.
public struct Printout: Sendable {
  public let paper: PrintedPaper
  private let letterhead: [String: TemplateValue]
  private let office: String
  private let isTrial: Bool
  private let sheets: [[String: TemplateValue]]
  private let textTables: [ReportTable]
  private let table: ReportTable?
  /// What whoever prints it should look at first, a sentence each; it stands beside the paper, never on it.
  public let remarks: [String]

  /// With `bases` each sheet cites the policies that it rests on, in their order; without, the letterhead's.
  init<Content: Sheet>(
    _ paper: PrintedPaper, _ contents: [Content], _ letterhead: Letterhead, bases: [LegalBasis] = [],
    remarks: [String] = []
  ) {
    self.remarks = remarks
    self.paper = paper
    self.letterhead = Letterhead.fields.values(of: letterhead)
    office = letterhead.office
    isTrial = letterhead.isTrial
    sheets = contents.enumerated().map { number, content in
      let basis = bases.indices.contains(number) ? bases[number].values : [:]
      return Content.fields.values(of: content).merging(basis) { _, new in new }
    }
    textTables = contents.flatMap(\.textTables)
    table = contents.first?.table
  }

  /// As plain text; from one sheet to the next the printer turns the page.
  public func text(_ templates: Templates) throws(TemplateMistakes) -> String {
    let template = try templates.template(paper.rawValue, .text, names: paper.names)
    let rows = textTables.flatMap(\.lines)
    let mark = isTrial ? TrialMark.text + "\n" : ""
    let pages = sheets.map { mark + TextPage.laidOut(template.filled(with: values([$0])), tableRows: rows) }
    return pages.joined(separator: "\u{0C}")
  }

  /// As a page that a browser prints on A4, each sheet on paper of its own.
  public func html(_ templates: Templates) throws(TemplateMistakes) -> String {
    let page = try templates.template(paper.rawValue, .html, names: paper.names).filled(with: values(sheets))
    return isTrial ? TrialMark.put(on: page) : page
  }

  /// Whether it is a table that a spreadsheet can open.
  public var isTable: Bool { table != nil }

  /// As a spreadsheet opens it; nil for a paper that is no table.
  public var csv: [UInt8]? { markedTable?.csv }

  /// As a workbook (`.xlsx`); nil for a paper that is no table.
  public func workbook() throws(WorkbookWriterError) -> [UInt8]? { try markedTable?.workbook(office: office) }

  private var markedTable: ReportTable? {
    guard var table, isTrial else { return table }
    let blanks = Array(repeating: ReportTable.Cell.blank, count: max(0, table.columns.count - 1))
    table.rows.append(.init([.text(TrialMark.words)] + blanks))
    return table
  }

  private func values(_ sheets: [[String: TemplateValue]]) -> [String: TemplateValue] {
    letterhead.merging(["sheets": .list(sheets)]) { _, new in new }
  }
}

/// What a template can print.
protocol Sheet: Sendable {
  /// Its names, with where their values come from.
  static var fields: [TemplateField<Self>] { get }
  /// The same as a table for a spreadsheet, where it is one.
  var table: ReportTable? { get }
  /// The tables whose lines stand in its text.
  var textTables: [ReportTable] { get }
}

extension Sheet {
  /// The names of its templates: the letterhead's, and in `sheets` those of one sheet.
  static var names: [TemplateName] {
    Letterhead.fields.map(\.name) + [TemplateName("sheets", "各份文书", .list(fields.map(\.name)))]
  }

  var table: ReportTable? { nil }
  var textTables: [ReportTable] { table.map { [$0] } ?? [] }
}

extension TemplateField {
  /// A table as lines of a text: `{{#table}}{{line}}{{/table}}`.
  static func tableLines(
    _ name: String = "table", _ meaning: String = "表格各行，栏目对齐，用于文本版",
    _ table: @escaping @Sendable (Content) -> ReportTable?
  ) -> TemplateField {
    .list(name, meaning, [TemplateField<String>.text("line", "一行") { $0 }]) { table($0)?.lines ?? [] }
  }
}

/// What stands on every paper of the office.
public struct Letterhead: Hashable, Sendable {
  public var office: String
  /// Title and number of the policy.
  public var policy: String
  public var document: String
  /// The day of printing.
  public var today: CivilDate
  /// The office only tries things out: its papers say so, whatever their templates hold.
  public var isTrial = false

  public init(office: String, policy: String, document: String, today: CivilDate, isTrial: Bool = false) {
    (self.office, self.policy, self.document) = (office, policy, document)
    (self.today, self.isTrial) = (today, isTrial)
  }

  static let fields: [TemplateField<Letterhead>] = [
    .text("office", "本局名称") { $0.office },
    .text("policy", "政策名称，不带书名号") { $0.policy },
    .text("document", "政策文号") { $0.document },
    .text("today", "打印日期") { $0.today.onPaper },
  ]
}

extension CivilDate {
  /// As papers write a day: 2019年4月1日.
  var onPaper: String { "\(year)年\(month)月\(day)日" }
}

extension MomentWording {
  /// `2019年4月1日 09:30` of a UTC moment, as papers write days; one that can't be read stands as it is.
  static func onPaper(_ at: String) -> String {
    let local = local(at)
    guard let day = CivilDate(String(local.prefix(10))) else { return local }
    return day.onPaper + local.dropFirst(10)
  }
}
