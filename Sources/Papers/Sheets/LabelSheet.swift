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
    .list("labels", "标签，一件一张", Label.fields) { $0.labels },
    .text("count", "标签张数") { String($0.labels.count) },
  ]

  var table: ReportTable? {
    ReportTable(
      title: PrintedPaper.label.title,
      columns: [
        .init("number", "档号"), .init("place", "存放位置"), .number("pages", "页数"), .init("filing", "收件编号"),
        .init("applicant", "申请人"), .init("item", "项目"), .number("year", "年度"),
      ],
      rows: labels.map { label in
        .init([
          .text(label.number), .text(label.place), .text(label.pages), .text(label.filing),
          .text(label.applicant), .text(label.item), .count(label.year),
        ])
      })
  }

  var textTables: [ReportTable] { [] }
}

extension LabelSheet.Label {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("number", "档号；还没有归档时没有") { $0.number },
    .text("place", "存放位置") { $0.place },
    .text("pages", "页数") { $0.pages },
    .text("filing", "收件编号") { $0.filing },
    .text("applicant", "申请人") { $0.applicant },
    .text("item", "项目") { $0.item },
    .text("year", "年度") { String($0.year) },
  ]
}
