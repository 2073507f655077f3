/// Labels for paper files 档案标签: one for each filing, with its number in the archive and where it lies.
public struct LabelSheet: Hashable, Sendable {
  public struct Label: Hashable, Sendable {
    /// 档号; empty where the file is not in the archive yet.
    public var number: String
    public var place: String
    /// So many leaves as were counted; empty where nobody has.
    public var pages: String
    public var filing: String
    public var applicant: String
    public var item: String
    public var year: Int
  }

  public var labels: [Label]
}

extension LabelSheet: Sheet {
  static let fields: [TemplateField<LabelSheet>] = [
    .list("labels", "标签，一件一张", Label.columns.map(\.field)) { $0.labels },
    .text("count", "标签张数") { String($0.labels.count) },
  ]

  var table: ReportTable? { ReportTable(PrintedPaper.label.title, Label.columns, labels) }

  var textTables: [ReportTable] { [] }
}

extension LabelSheet.Label {
  fileprivate static let columns: [SheetColumn<Self>] = [
    .text("number", "档号", meaning: "档号；还没有归档时没有") { $0.number },
    .text("place", "存放位置") { $0.place },
    .cell("pages", "页数") { .text($0.pages) },
    .text("filing", "收件编号") { $0.filing },
    .text("applicant", "申请人") { $0.applicant },
    .text("item", "项目") { $0.item },
    .count("year", "年度") { $0.year },
  ]
}
