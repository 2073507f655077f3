import CaseModel
import Casework

/// The five columns of a supervisor's ledgers, as columns of a report.
enum AwardCells {
  static let columns: [ReportTable.Column] = [
    .number("requested", "申请"), .number("recommended", "拟资助"), .number("committed", "已审定"),
    .number("paid", "已拨付"), .number("returned", "已追回"),
  ]

  static let notes = ["申请：限额之前的应资助额；拟资助：尚未审定；已审定：尚未拨付。"]

  static func cells(_ sheet: AwardSheet) -> [ReportTable.Cell] {
    [
      .money(sheet.requested), .money(sheet.recommended), .money(sheet.committed), .money(sheet.paid),
      .money(sheet.returned),
    ]
  }

  /// The filings behind each of the five.
  static func behind(_ sheet: AwardSheet) -> [String: [String]] {
    [
      "requested": sheet.filings(behind: \.requested), "recommended": sheet.filings(behind: \.recommended),
      "committed": sheet.filings(behind: \.committed), "paid": sheet.filings(behind: \.paid),
      "returned": sheet.filings(behind: \.returned),
    ]
  }

  /// Some lines added up.
  static func total(_ sheets: [AwardSheet]) -> AwardSheet {
    sheets.reduce(into: AwardSheet()) { total, sheet in
      for line in sheet.lines { total.add(line.filing, line.columns) }
    }
  }
}
