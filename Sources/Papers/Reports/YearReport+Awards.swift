import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// The year's awards by item, county, month or applicant, with their five columns and their sum.
  static func awards(_ state: OfficeState, of year: Int, by dimension: AwardDimension) -> ReportTable {
    let lines = state.awards(of: year, by: dimension)
    let whole = AwardCells.total(lines.map(\.sheet))
    // What the bars are measured by: the year's sum, or where people compare, the largest.
    let scale = dimension == .month ? lines.map(\.sheet.award).max() ?? .zero : whole.award
    func row(_ names: [ReportTable.Cell], _ sheet: AwardSheet, isTotal: Bool = false) -> ReportTable.Row {
      ReportTable.Row(
        names + [.count(sheet.lines.count)] + AwardCells.cells(sheet) + [
          .money(sheet.award), isTotal ? .blank : .share(sheet.award, of: scale),
        ], isTotal: isTotal, filings: sheet.filings, behind: AwardCells.behind(sheet))
    }
    let blank = [ReportTable.Cell](repeating: .blank, count: nameColumns(dimension).count - 1)
    let total = row(blank + [.text("合计")], whole, isTotal: true)
    return ReportTable(
      title: "\(year) 年度资助合计\(suffix(dimension))",
      columns: nameColumns(dimension) + [.number("count", "件数")]
        + AwardCells.columns.map(\.asDetail) + [
          .number("award", "资助额"), .init("share", dimension == .month ? "与最多的月份比" : "占比"),
        ],
      rows: lines.map { row(names($0, dimension, state), $0.sheet) } + [total])
  }

  private static func suffix(_ dimension: AwardDimension) -> String {
    switch dimension {
    case .item: ""
    case .district: "（按县区）"
    case .month: "（按月）"
    case .stage: "（按阶段）"
    case .applicant: "（按申请人）"
    }
  }

  private static func nameColumns(_ dimension: AwardDimension) -> [ReportTable.Column] {
    switch dimension {
    case .item: [.init("article", "条款"), .init("item", "项目")]
    case .district: [.init("district", "县区")]
    case .month: [.init("month", "月份")]
    case .stage: [.init("stage", "阶段")]
    case .applicant: [.init("applicant", "编号"), .init("name", "申请人")]
    }
  }

  private static func names(
    _ line: AwardLine, _ dimension: AwardDimension, _ state: OfficeState
  ) -> [ReportTable.Cell] {
    switch dimension {
    case .item:
      let item = state.policy.item(line.key)
      return [
        .text(Labels.articleName(item?.article ?? "")), .text(ItemWording.name(line.key, in: state.policy)),
      ]
    case .district: return [.text(Labels.district(line.key, among: state.districts))]
    case .month: return [.text(line.key)]
    case .stage: return [.text(Stage(rawValue: line.key).map(Labels.label) ?? line.key)]
    case .applicant: return [.text(line.key), .text(state.applicant(line.key)?.name ?? "")]
    }
  }
}
