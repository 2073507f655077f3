public import CaseModel
import Wording

/// Correction sheet 年度更正表: what changed in a year after it had been sealed, filing by filing, and why it was
/// opened.
public struct YearCorrectionSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var filing: String
    public var applicant: String
    public var item: String
    /// Nil where the filing was not there when the year was sealed.
    public var before: MoneyTotal?
    public var after: MoneyTotal
    public var difference: MoneyTotal
    /// What was done, with who did it.
    public var deeds: [String]
  }

  public var year: Int
  public var rows: [Row]
  public var before: MoneyTotal
  public var after: MoneyTotal
  /// When it was sealed, and by whom.
  public var sealed: String
  /// When it was opened, by whom.
  public var opened: String
  public var reason: String
  public var head: String
  /// The head when it was sealed again; nil while it is open.
  public var nextHead: String?

  var difference: MoneyTotal { after - before }
}

extension YearCorrectionSheet: Sheet {
  static let fields: [TemplateField<YearCorrectionSheet>] = [
    .text("year", "年度") { String($0.year) },
    .list("rows", "有变动的申报", Row.fields) { $0.rows },
    .text("count", "变动件数") { String($0.rows.count) },
    .text("before", "封存时净额") { MoneyWording.grouped($0.before) },
    .text("after", "现净额") { MoneyWording.grouped($0.after) },
    .text("difference", "差额") { ReportTable.Cell.difference($0.difference).shown },
    .text("sealed", "封存的时间和人") { $0.sealed },
    .text("opened", "解封的时间和人") { $0.opened },
    .text("reason", "解封理由") { $0.reason },
    .text("head", "原链头") { $0.head },
    .text("nextHead", "重新封存的链头；还没有封存时没有") { $0.nextHead },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    ReportTable(
      title: "\(year) \(PrintedPaper.yearCorrection.title)",
      columns: [
        .init("filing", "收件编号"), .init("applicant", "申请人"), .init("item", "项目"),
        .init("before", "封存时", isNumber: true), .init("after", "现在", isNumber: true),
        .init("difference", "差额", isNumber: true), .init("deeds", "经过"),
      ],
      rows: rows.map { row in
        .init([
          .text(row.filing), .text(row.applicant), .text(row.item), row.before.map { .money($0) } ?? .blank,
          .money(row.after), .difference(row.difference), .text(row.deeds.joined(separator: "；")),
        ])
      } + [
        .init(
          [
            .blank, .blank, .text("年度合计"), .money(before), .money(after), .difference(difference), .blank,
          ], isTotal: true)
      ])
  }
}

extension YearCorrectionSheet.Row {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("filing", "收件编号") { $0.filing },
    .text("applicant", "申请人") { $0.applicant },
    .text("item", "项目") { $0.item },
    .text("rowBefore", "封存时的净额；封存后才收件的没有") { $0.before.map { MoneyWording.grouped($0) } },
    .text("rowAfter", "现在的净额") { MoneyWording.grouped($0.after) },
    .text("rowDifference", "差额") { ReportTable.Cell.difference($0.difference).shown },
    .text("deeds", "经过") { $0.deeds.joined(separator: "；") },
  ]
}
