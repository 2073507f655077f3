public import CaseModel
import Wording

/// Public list 公示名单: who is to be paid what, units and persons apart; no account, no whole identity number.
public struct PublicList: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var party: Party
    public var item: String
    public var article: String
    /// The patent or application that the award is for; empty where it is for none.
    public var patent: String
    public var award: Money
  }

  /// The first and the last day on which the list is public.
  public struct Time: Hashable, Sendable {
    public var from: CivilDate
    public var until: CivilDate
  }

  public var rows: [Row]
  public var time: Time?

  var units: [Row] { rows.filter(\.party.kind.isUnit) }
  var persons: [Row] { rows.filter { !$0.party.kind.isUnit } }
}

extension PublicList: Sheet {
  static let fields: [TemplateField<PublicList>] = [
    .list("units", "单位名单", Row.fields) { $0.units.numbered },
    .list("persons", "个人名单", Row.fields) { $0.persons.numbered },
    .text("unitCount", "单位件数") { String($0.units.count) },
    .text("unitAward", "单位资助额合计") { MoneyWording.grouped($0.units.award) },
    .text("personCount", "个人件数") { String($0.persons.count) },
    .text("personAward", "个人资助额合计") { MoneyWording.grouped($0.persons.award) },
    .text("count", "总件数") { String($0.rows.count) },
    .text("award", "资助额总计，小写") { MoneyWording.grouped($0.rows.award) },
    .text("awardInWords", "资助额总计，大写") { AmountInWords.words($0.rows.award) },
    .text("from", "公示的第一日；没有设定公示期时没有") { $0.time?.from.onPaper },
    .text("until", "公示的最后一日；没有设定公示期时没有") { $0.time?.until.onPaper },
    .tableLines("unitTable", "单位名单的各行，栏目对齐，用于文本版") { $0.unitTable },
    .tableLines("personTable", "个人名单的各行，栏目对齐，用于文本版") { $0.personTable },
  ]

  var table: ReportTable? {
    list(
      PrintedPaper.public.title, units.numbered + persons.numbered, [Row.kind] + Row.columns("代码（证件号码）"),
      sum: "合计")
  }

  var textTables: [ReportTable] { [unitTable, personTable].compactMap { $0 } }
  private var unitTable: ReportTable? { part(units, "统一社会信用代码") }
  private var personTable: ReportTable? { part(persons, "公民身份号码") }

  /// One of the two lists; nil where nobody stands in it.
  private func part(_ rows: [Row], _ codeName: String) -> ReportTable? {
    rows.isEmpty ? nil : list("", rows.numbered, Row.columns(codeName), sum: "小计")
  }

  private func list(
    _ title: String, _ rows: [NumberedRow<Row>], _ columns: [SheetColumn<NumberedRow<Row>>], sum: String
  ) -> ReportTable {
    let blanks = [ReportTable.Cell](repeating: .blank, count: columns.count - 4)
    return ReportTable(
      title, columns, rows,
      total: [.blank, .text(sum), .text("\(rows.count) 件")] + blanks + [.money(rows.map(\.row).award)])
  }
}

extension PublicList.Row {
  private typealias Column = SheetColumn<NumberedRow<Self>>

  private static let number = Column.count("number", "序号") { $0.number }
  private static let claim: [Column] = [
    .text("item", "项目") { $0.row.item },
    .text("article", "条款") { Labels.articleName($0.row.article) },
    .text("patent", "专利（申请）号") { $0.row.patent },
    .money("award", "资助额（元）", as: "rowAward", meaning: "资助额") { MoneyTotal($0.row.award) },
  ]
  fileprivate static let kind = SheetColumn<NumberedRow<Self>>.text("kind", "类别") {
    $0.row.party.kind.isUnit ? "单位" : "个人"
  }

  fileprivate static func columns(_ codeName: String) -> [SheetColumn<NumberedRow<Self>>] {
    [
      number, .text("applicant", "申请人") { $0.row.party.name }, .text("code", codeName) { $0.row.party.code },
      .text("district", "所在地") { $0.row.party.district },
    ] + claim
  }

  fileprivate static let fields = ([number] + claim).map(\.field) + Party.fields { $0.row.party }
}

extension [PublicList.Row] {
  fileprivate var award: MoneyTotal { reduce(into: .zero) { $0 += $1.award } }
}
