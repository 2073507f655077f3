public import CaseModel
import Wording

/// Cover sheet of a bundle 交接单: who hands what over to whom, counts and sums by item, and the head of the journal that
/// the bundle ends with; it goes with the file and is signed at both ends.
public struct HandoverSheet: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var article: String
    public var item: String
    public var filings: Int
    public var award: MoneyTotal
  }

  /// How many filings wait for the city, and what they come to.
  public struct HandedUp: Hashable, Sendable {
    public var filings: Int
    public var award: MoneyTotal
  }

  public var from: String
  public var code: String
  public var to: String
  /// The bundle's number; nil of a backup, which has none.
  public var number: Int?
  /// When it was written, or where the city prints it, when it was taken in: UTC.
  public var at: String
  public var isGathered: Bool
  public var rows: [Row]
  /// What waits for the city's decision among them; nil where that is not known.
  public var handedUp: HandedUp?
  public var head: String

  var filings: Int { rows.reduce(0) { $0 + $1.filings } }
  var award: MoneyTotal { rows.reduce(.zero) { $0 + $1.award } }
}

extension HandoverSheet: Sheet {
  static let fields: [TemplateField<HandoverSheet>] = [
    .text("from", "报送的局") { $0.from },
    .text("code", "报送的局的代码") { $0.code },
    .text("to", "收件的市局") { $0.to },
    .text("number", "第几号报送件；备份没有号") { $0.number.map(String.init) },
    .text("written", "写出的时间；市局打印时没有") { $0.isGathered ? nil : MomentWording.onPaper($0.at) },
    .text("gathered", "市局收下的时间；县局打印时没有") { $0.isGathered ? MomentWording.onPaper($0.at) : nil },
    .list("rows", "各项目", Row.columns.map(\.field)) { $0.rows },
    .text("count", "合计件数") { String($0.filings) },
    .text("award", "合计资助额") { MoneyWording.grouped($0.award) },
    .text("awardInWords", "合计资助额，大写") { AmountInWords.words($0.award) },
    .text("handedUp", "其中上报待核定的件数；没有时没有") { sheet in
      sheet.handedUp.flatMap { $0.filings > 0 ? String($0.filings) : nil }
    },
    .text("handedUpAward", "其中上报待核定的金额") { sheet in
      sheet.handedUp.flatMap { $0.filings > 0 ? MoneyWording.grouped($0.award) : nil }
    },
    .text("head", "日志链头") { $0.head },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    ReportTable(
      PrintedPaper.handover.title, Row.columns, rows,
      total: [.blank, .text("合计"), .count(filings), .money(award)])
  }
}

extension HandoverSheet.Row {
  fileprivate static let columns: [SheetColumn<Self>] = [
    .text("article", "条款") { Labels.articleName($0.article) },
    .text("item", "项目") { $0.item },
    .count("filings", "件数") { $0.filings },
    .money("award", "资助额", as: "rowAward") { $0.award },
  ]
}
