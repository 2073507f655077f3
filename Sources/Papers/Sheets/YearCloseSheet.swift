public import CaseModel
import Wording

/// Close sheet of a county's year 年度结账表: counts and claimed sums by item, what the city has committed of it as its
/// replies say, and the head of the journal; signed by the county and compared by the city.
public struct YearCloseSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var article: String
    public var item: String
    public var filings: Int
    /// What the caps have not cut yet.
    public var claimed: MoneyTotal
    /// Filings that wait for the city.
    public var handedUp: Int
    /// What is decided and paid, less what came back.
    public var committed: MoneyTotal
  }

  public var year: Int
  public var code: String
  public var to: String
  public var rows: [Row]
  /// Filings that are neither handed up nor decided nor closed: the year can't be closed over them.
  public var open: Int
  /// The last reply that was taken; nil where there was none.
  public var reply: Int?
  public var head: String

  private func sum(_ value: (Row) -> MoneyTotal) -> MoneyTotal { rows.reduce(.zero) { $0 + value($1) } }
  private func count(_ value: (Row) -> Int) -> Int { rows.reduce(0) { $0 + value($1) } }
}

extension YearCloseSheet: Sheet {
  static let fields: [TemplateField<YearCloseSheet>] = [
    .text("year", "年度") { String($0.year) },
    .text("code", "本局代码") { $0.code },
    .text("to", "市局") { $0.to },
    .list("rows", "各项目", Row.columns.map(\.field)) { $0.rows },
    .text("count", "合计件数") { sheet in String(sheet.count(\.filings)) },
    .text("claimed", "合计申请") { sheet in MoneyWording.grouped(sheet.sum(\.claimed)) },
    .text("committed", "合计核定") { sheet in MoneyWording.grouped(sheet.sum(\.committed)) },
    .text("committedInWords", "合计核定，大写") { sheet in AmountInWords.words(sheet.sum(\.committed)) },
    .text("handedUp", "待市局核定的件数；没有时没有") { sheet in
      let handedUp = sheet.count(\.handedUp)
      return handedUp > 0 ? String(handedUp) : nil
    },
    .text("open", "没有上报、审定或结案的件数；没有时没有") { $0.open > 0 ? String($0.open) : nil },
    .text("reply", "核定依据第几号回执件；没有收过时没有") { $0.reply.map(String.init) },
    .text("head", "日志链头") { $0.head },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    ReportTable(
      "\(year) \(PrintedPaper.yearClose.title)", Row.columns, rows,
      total: [
        .blank, .text("合计"), .count(count(\.filings)), .money(sum(\.claimed)), .count(count(\.handedUp)),
        .money(sum(\.committed)),
      ])
  }
}

extension YearCloseSheet.Row {
  fileprivate static let columns: [SheetColumn<Self>] = [
    .text("article", "条款") { Labels.articleName($0.article) },
    .text("item", "项目") { $0.item },
    .count("filings", "件数") { $0.filings },
    .money("claimed", "申请", as: "rowClaimed", meaning: "申请：限额之前的应资助额") { $0.claimed },
    .count("handedUp", "待核定", as: "rowHandedUp", meaning: "待市局核定的件数") { $0.handedUp },
    .money("committed", "已核定", as: "rowCommitted", meaning: "已核定，减去追回") { $0.committed },
  ]
}
