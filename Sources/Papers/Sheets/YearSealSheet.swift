public import Casework
import Wording

/// Sheet of a sealed year 年度封存表: what the year came to, item by item, and the journal's head that stands for it;
/// signed and kept.
public struct YearSealSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var article: String
    public var item: String
    public var sums: YearSums.Line
  }

  public var seal: YearSeal
  /// Which sealing of the year it is, from 1.
  public var number: Int
  public var rows: [Row]
  public var total: Row

  /// Of a city the heads of its offices, in the order in which they are the seed of the audit sample.
  var heads: [String] { LineName.vector(seal.heads) }
}

extension YearSealSheet: Sheet {
  static let fields: [TemplateField<YearSealSheet>] = [
    .text("year", "年度") { String($0.seal.year) },
    .text("number", "第几次封存") { String($0.number) },
    .flag("isAgain", "不是第一次封存") { $0.number > 1 },
    .list("rows", "各项目", Row.columns.map(\.field)) { $0.rows },
    .list("total", "合计", Row.columns.map(\.field)) { [$0.total] },
    .text("awardInWords", "净额，大写") { AmountInWords.words($0.total.sums.award) },
    .text("award", "净额，小写") { MoneyWording.grouped($0.total.sums.award) },
    .text("count", "件数") { String($0.total.sums.filings) },
    .text("head", "封存时的日志链头") { $0.seal.head },
    .flag("hasHeads", "市局，封存时有各局的日志") { !$0.heads.isEmpty },
    .list("heads", "市局：封存时各局的日志链头，抽样的种子", [.text("officeHead", "一局的链头") { $0 }]) { $0.heads },
    .text("by", "封存人") { $0.seal.by },
    .text("at", "封存时间") { MomentWording.onPaper($0.seal.at) },
    .text("note", "说明；没有写时没有") { $0.seal.note },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    Self.table("\(seal.year) \(PrintedPaper.yearSeal.title)", rows, total)
  }

  static func table(_ title: String, _ rows: [Row], _ total: Row) -> ReportTable {
    ReportTable(title, Row.columns, rows, total: Row.columns.map { $0.cell(total) })
  }
}

extension YearSealSheet.Row {
  fileprivate static let columns: [SheetColumn<Self>] = [
    .text("article", "条款") { Labels.articleName($0.article) },
    .text("item", "项目") { $0.item },
    .count("filings", "件数") { $0.sums.filings },
    .money("requested", "申请", meaning: "申请：限额之前的应资助额") { $0.sums.requested },
    .money("committed", "已审定", meaning: "已审定，尚未拨付") { $0.sums.committed },
    .money("paid", "已拨付") { $0.sums.paid },
    .money("returned", "已追回") { $0.sums.returned },
    .money("award", "净额", as: "rowAward", meaning: "净额：已审定 + 已拨付 - 已追回") { $0.sums.award },
  ]
}
