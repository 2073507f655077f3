public import CaseModel
import Wording

/// Sheet of a sealed year 年度封存表: what the year came to, item by item, and the journal's head that stands for it;
/// signed and kept.
public struct YearSealSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var article: String
    public var item: String
    public var filings: Int
    public var requested: MoneyTotal
    public var committed: MoneyTotal
    public var paid: MoneyTotal
    public var returned: MoneyTotal
    public var award: MoneyTotal
  }

  public var year: Int
  /// Which sealing of the year it is, from 1.
  public var number: Int
  public var rows: [Row]
  public var total: Row
  public var head: String
  /// Of a city the heads of its offices, in the order in which they are the seed of the audit sample.
  public var heads: [String]
  public var by: String
  public var at: String
  public var note: String
}

extension YearSealSheet: Sheet {
  static let fields: [TemplateField<YearSealSheet>] = [
    .text("year", "年度") { String($0.year) },
    .text("number", "第几次封存") { String($0.number) },
    .flag("isAgain", "不是第一次封存") { $0.number > 1 },
    .list("rows", "各项目", Row.fields) { $0.rows },
    .list("total", "合计", Row.fields) { [$0.total] },
    .text("awardInWords", "净额，大写") { AmountInWords.words($0.total.award) },
    .text("award", "净额，小写") { MoneyWording.grouped($0.total.award) },
    .text("count", "件数") { String($0.total.filings) },
    .text("head", "封存时的日志链头") { $0.head },
    .flag("hasHeads", "市局，封存时有各局的日志") { !$0.heads.isEmpty },
    .list("heads", "市局：封存时各局的日志链头，抽样的种子", [.text("officeHead", "一局的链头") { $0 }]) { $0.heads },
    .text("by", "封存人") { $0.by },
    .text("at", "封存时间") { MomentWording.onPaper($0.at) },
    .text("note", "说明；没有写时没有") { $0.note },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    Self.table("\(year) \(PrintedPaper.yearSeal.title)", rows, total)
  }

  static func table(_ title: String, _ rows: [Row], _ total: Row) -> ReportTable {
    ReportTable(
      title: title,
      columns: [
        .init("article", "条款"), .init("item", "项目"), .init("filings", "件数", isNumber: true),
        .init("requested", "申请", isNumber: true), .init("committed", "已审定", isNumber: true),
        .init("paid", "已拨付", isNumber: true), .init("returned", "已追回", isNumber: true),
        .init("award", "净额", isNumber: true),
      ], rows: rows.map { $0.cells(isTotal: false) } + [total.cells(isTotal: true)])
  }
}

extension YearSealSheet.Row {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("article", "条款") { Labels.articleName($0.article) },
    .text("item", "项目") { $0.item },
    .text("filings", "件数") { String($0.filings) },
    .text("requested", "申请：限额之前的应资助额") { MoneyWording.grouped($0.requested) },
    .text("committed", "已审定，尚未拨付") { MoneyWording.grouped($0.committed) },
    .text("paid", "已拨付") { MoneyWording.grouped($0.paid) },
    .text("returned", "已追回") { MoneyWording.grouped($0.returned) },
    .text("rowAward", "净额：已审定 + 已拨付 - 已追回") { MoneyWording.grouped($0.award) },
  ]

  fileprivate func cells(isTotal: Bool) -> ReportTable.Row {
    .init(
      [
        .text(Labels.articleName(article)), .text(item), .count(filings), .money(requested),
        .money(committed), .money(paid), .money(returned), .money(award),
      ], isTotal: isTotal)
  }
}
