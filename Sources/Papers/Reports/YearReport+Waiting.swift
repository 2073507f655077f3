import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// How long the open filings of the year have waited, by stage.
  static func ages(_ state: OfficeState, of year: Int, on today: CivilDate) -> ReportTable {
    let ages = state.ages(of: year, on: today)
    let longest = ages.map(\.longestHere).max() ?? 0
    func days(_ count: Int) -> MoneyTotal { MoneyTotal(fen: Int128(max(count, 0))) }
    return ReportTable(
      title: "\(year) 年度各阶段等候天数（至 \(today)）",
      columns: [
        .init("stage", "阶段"), .number("count", "件数"), .number("award", "资助额"), .number("medianHere", "本阶段中位"),
        .number("longestHere", "本阶段最久"), .number("median", "收件后中位"), .number("longest", "收件后最久"),
        .init("oldest", "收件最早"), .init("share", "本阶段最久"),
      ],
      rows: ages.map { age in
        ReportTable.Row(
          [
            .text(Labels.label(age.stage)), .count(age.count), .money(age.award), .count(age.medianHere),
            .count(age.longestHere), .count(age.median), .count(age.longest), .text(age.oldest),
            .share(days(age.longestHere), of: days(longest)),
          ], filings: age.filings)
      },
      notes: ["天数按公历日数；接收的旧档和没有动过的，本阶段从收件日起算。"])
  }

  /// The filings that another reading would decide otherwise, with the yuan between.
  static func readings(_ state: OfficeState, of year: Int) -> ReportTable {
    let differences = state.readingDifferences(of: year)
    let remark = PolicyReports.remark(
      onDecidedOf: year, state, how: "请用 zizhu policy readings --decided")
    return ReportTable(
      title: "\(year) 年度口径有影响的申报",
      columns: [
        .init("reading", "口径"), .init("inForce", "现行"), .init("other", "另一口径"), .init("filing", "收件编号"),
        .init("applicant", "申请人"), .number("award", "资助额"), .number("otherAward", "改用后"),
        .number("difference", "差额"), .init("outcome", "结论"), .init("otherOutcome", "改用后结论"),
      ],
      rows: differences.filter { !$0.comparison.rows.isEmpty }.flatMap(readingRows(state)),
      notes: remark.isEmpty ? [] : [String(remark.dropLast())])
  }

  private static func readingRows(_ state: OfficeState) -> (ReadingDifference) -> [ReportTable.Row] {
    { difference in
      let reading = difference.reading
      let names: [ReportTable.Cell] = [
        .text(reading.label), .text(reading.options[reading.choice].label),
        .text(reading.options[difference.other].label),
      ]
      let rows = difference.comparison.rows
      let total = ReportTable.Row(
        names + [
          .text("合计"), .text("\(rows.count) 件"), .money(rows.reduce(into: .zero) { $0 += $1.before.award }),
          .money(rows.reduce(into: .zero) { $0 += $1.after.award }),
          .difference(difference.comparison.difference), .blank, .blank,
        ], isTotal: true, filings: rows.map(\.filing.id))
      return rows.map { row in
        ReportTable.Row(
          names + [
            .text(row.filing.id), .text(state.applicant(row.filing.applicant)?.name ?? row.filing.applicant),
            .money(row.before.award), .money(row.after.award), .difference(row.difference),
            .text(Labels.label(row.before.outcome)), .text(Labels.label(row.after.outcome)),
          ], filings: [row.filing.id])
      } + [total]
    }
  }
}
