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
    let unitRows = Self.rows(units, kind: "单位")
    let personRows = Self.rows(persons, kind: "个人")
    let total = ReportTable.Row(
      [
        .blank, .text("合计"), .text("\(rows.count) 件"), .blank, .blank, .blank, .blank, .blank,
        .money(rows.award),
      ],
      isTotal: true)
    return ReportTable(
      title: PrintedPaper.public.title, columns: [.init("kind", "类别")] + Self.columns("代码（证件号码）"),
      rows: unitRows + personRows + [total])
  }

  var textTables: [ReportTable] { [unitTable, personTable].compactMap { $0 } }
  private var unitTable: ReportTable? { part(units, "统一社会信用代码") }
  private var personTable: ReportTable? { part(persons, "公民身份号码") }

  /// One of the two lists; nil where nobody stands in it.
  private func part(_ rows: [Row], _ codeName: String) -> ReportTable? {
    guard !rows.isEmpty else { return nil }
    let total = ReportTable.Row(
      [.blank, .text("小计"), .text("\(rows.count) 件"), .blank, .blank, .blank, .blank, .money(rows.award)],
      isTotal: true)
    let body = Self.rows(rows, kind: "").map { ReportTable.Row(Array($0.cells.dropFirst())) }
    return ReportTable(
      title: "", columns: Self.columns(codeName), rows: body + [total])
  }

  private static func columns(_ codeName: String) -> [ReportTable.Column] {
    [
      .number("number", "序号"), .init("applicant", "申请人"), .init("code", codeName),
      .init("district", "所在地"), .init("item", "项目"), .init("article", "条款"), .init("patent", "专利（申请）号"),
      .number("award", "资助额（元）"),
    ]
  }

  private static func rows(_ rows: [Row], kind: String) -> [ReportTable.Row] {
    rows.enumerated().map { index, row in
      .init([
        .text(kind), .count(index + 1), .text(row.party.name), .text(row.party.code),
        .text(row.party.district),
        .text(row.item), .text(Labels.articleName(row.article)), .text(row.patent), .money(row.award),
      ])
    }
  }
}

extension PublicList.Row {
  fileprivate static let fields: [TemplateField<NumberedRow<Self>>] =
    [
      .text("number", "序号") { String($0.number) },
      .text("item", "项目") { $0.row.item },
      .text("article", "条款") { Labels.articleName($0.row.article) },
      .text("patent", "专利（申请）号") { $0.row.patent },
      .text("rowAward", "资助额") { MoneyWording.grouped($0.row.award) },
    ] + Party.fields { $0.row.party }
}

extension [PublicList.Row] {
  fileprivate var award: MoneyTotal { reduce(into: .zero) { $0 += $1.award } }
}
