import CaseModel
public import Casework
import Wording

/// Correction sheet 年度更正表: what changed in a year after it had been sealed, filing by filing, and why it was
/// opened.
public struct YearCorrectionSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var applicant: String
    public var item: String
    public var line: YearCorrection.Line
    /// What was done, with who did it.
    public var deeds: [String]
  }

  public var correction: YearCorrection
  public var rows: [Row]
  /// When it was sealed, and by whom.
  public var sealed: String
  /// When it was opened, by whom, and why.
  public var opened: String
  public var reason: String

  var before: MoneyTotal { correction.seal.sums.award }
  var after: MoneyTotal { correction.after.award }
  var difference: MoneyTotal { after - before }
}

extension YearCorrectionSheet: Sheet {
  static let fields: [TemplateField<YearCorrectionSheet>] = [
    .text("year", "年度") { String($0.correction.seal.year) },
    .list("rows", "有变动的申报", Row.columns.map(\.field)) { $0.rows },
    .text("count", "变动件数") { String($0.rows.count) },
    .text("before", "封存时净额") { MoneyWording.grouped($0.before) },
    .text("after", "现净额") { MoneyWording.grouped($0.after) },
    .text("difference", "差额") { ReportTable.Cell.difference($0.difference).shown },
    .text("sealed", "封存的时间和人") { $0.sealed },
    .text("opened", "解封的时间和人") { $0.opened },
    .text("reason", "解封理由") { $0.reason },
    .text("head", "原链头") { $0.correction.seal.head },
    .text("nextHead", "重新封存的链头；还没有封存时没有") { $0.correction.next?.head },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    ReportTable(
      "\(correction.seal.year) \(PrintedPaper.yearCorrection.title)", Row.columns, rows,
      total: [
        .blank, .blank, .text("年度合计"), .money(before), .money(after), .difference(difference), .blank,
      ])
  }
}

extension YearCorrectionSheet.Row {
  fileprivate static let columns: [SheetColumn<Self>] = [
    .text("filing", "收件编号") { $0.line.filing },
    .text("applicant", "申请人") { $0.applicant },
    .text("item", "项目") { $0.item },
    .cell("before", "封存时", as: "rowBefore", meaning: "封存时的净额；封存后才收件的没有") {
      $0.line.before.map { .money($0) } ?? .blank
    },
    .money("after", "现在", as: "rowAfter", meaning: "现在的净额") { $0.line.after },
    .cell("difference", "差额", as: "rowDifference") { .difference($0.line.difference) },
    .text("deeds", "经过") { $0.deeds.joined(separator: "；") },
  ]
}
