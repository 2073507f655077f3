public import CaseModel
import Wording

/// Batch list 汇总表: filings county by county with their sums.
public struct BatchList: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var filing: String
    public var applicant: String
    public var item: String
    public var article: String
    /// What the item comes to before caps that several awards share.
    public var claimed: Money
    public var award: Money
    /// What it came to: 全额资助, 核减.
    public var outcome: String
  }

  public struct County: Hashable, Sendable {
    public var name: String
    public var rows: [Row]

    var claimed: MoneyTotal { rows.reduce(into: .zero) { $0 += $1.claimed } }
    var award: MoneyTotal { rows.reduce(into: .zero) { $0 += $1.award } }
  }

  public var counties: [County]

  var count: Int { counties.reduce(0) { $0 + $1.rows.count } }
  var claimed: MoneyTotal { counties.reduce(.zero) { $0 + $1.claimed } }
  var award: MoneyTotal { counties.reduce(.zero) { $0 + $1.award } }
}

extension BatchList: Sheet {
  static let fields: [TemplateField<BatchList>] = [
    .list("counties", "各县（市、区）", County.fields) { $0.counties },
    .text("count", "总件数") { String($0.count) },
    .text("claimed", "应资助额总计") { MoneyWording.grouped($0.claimed) },
    .text("award", "资助额总计，小写") { MoneyWording.grouped($0.award) },
    .text("awardInWords", "资助额总计，大写") { AmountInWords.words($0.award) },
    .tableLines { $0.table },
  ]

  var table: ReportTable? {
    var number = 0
    var rows: [ReportTable.Row] = []
    for county in counties {
      for row in county.rows {
        number += 1
        var cells = Row.columns.map { $0.cell(.init(number: number, row: row)) }
        cells.insert(.text(county.name), at: 1)
        rows.append(.init(cells))
      }
      rows.append(sum("\(county.name)小计", county.rows.count, county.claimed, county.award))
    }
    rows.append(sum("总计", count, claimed, award))
    var columns = Row.columns.map(\.column)
    columns.insert(.init("county", "县（市、区）"), at: 1)
    return ReportTable(title: PrintedPaper.batch.title, columns: columns, rows: rows)
  }

  private func sum(_ name: String, _ count: Int, _ claimed: MoneyTotal, _ award: MoneyTotal)
    -> ReportTable.Row
  {
    .init(
      [
        .blank, .text(name), .text("\(count) 件"), .blank, .blank, .blank, .money(claimed), .money(award),
        .blank,
      ], isTotal: true)
  }
}

extension BatchList.County {
  fileprivate static let fields: [TemplateField<Self>] = [
    .text("county", "县（市、区）名称") { $0.name },
    .list("rows", "各件申报", BatchList.Row.columns.map(\.field)) { $0.rows.numbered },
    .text("countyCount", "本县件数") { String($0.rows.count) },
    .text("countyClaimed", "本县应资助额小计") { MoneyWording.grouped($0.claimed) },
    .text("countyAward", "本县资助额小计") { MoneyWording.grouped($0.award) },
  ]
}

extension BatchList.Row {
  fileprivate static let columns: [SheetColumn<NumberedRow<Self>>] = [
    .count("number", "序号", meaning: "县内序号") { $0.number },
    .text("filing", "收件编号") { $0.row.filing },
    .text("applicant", "申请人") { $0.row.applicant },
    .text("item", "项目") { $0.row.item },
    .text("article", "条款") { Labels.articleName($0.row.article) },
    .money("claimed", "应资助额", as: "rowClaimed", meaning: "应资助额（共用限额之前）") { MoneyTotal($0.row.claimed) },
    .money("award", "资助额", as: "rowAward") { MoneyTotal($0.row.award) },
    .text("outcome", "结论") { $0.row.outcome },
  ]
}
