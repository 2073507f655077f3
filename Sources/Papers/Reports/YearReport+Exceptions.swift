import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// What is allowed and out of the ordinary: of names and the clock everything, of filings those of the year.
  static func exceptions(_ state: OfficeState, of year: Int) -> ReportTable {
    let found = state.exceptions(of: year)
    return ReportTable(
      title: "\(year) 年度例外",
      columns: [
        .init("kind", "事项"), .init("filing", "收件编号"), .init("step", "步骤"), .init("by", "何人"),
        .init("at", "何时"),
        .init("detail", "说明"),
      ],
      rows: found.map { exception in
        ReportTable.Row(
          [
            .text(ExceptionWording.label(exception.kind)), exception.filing.map { .text($0) } ?? .blank,
            exception.step.map { .text(StepLabels.label($0)) } ?? .blank, .text(exception.by),
            exception.at.isEmpty ? .blank : .text(MomentWording.local(exception.at)),
            .text(ExceptionWording.sentence(exception.kind, state)),
          ],
          filings: exception.filing.map { [$0] + overtaken(exception.kind) } ?? behind(exception.kind, state))
      },
      notes: found.isEmpty ? ["没有例外。"] : ["姓名和时钟列全部年度，申报和限额只列本年度。均为程序允许而提请留意的事项，不说明有问题。"])
  }

  private static func overtaken(_ kind: OfficeException.Kind) -> [String] {
    guard case .passed(_, let overtaken) = kind else { return [] }
    return overtaken
  }

  private static func behind(_ kind: OfficeException.Kind, _ state: OfficeState) -> [String] {
    guard case .overrun(let row) = kind, let year = row.group.year ?? state.latestYear else { return [] }
    return state.capLedger(of: year).first { $0.group == row.group }?.sheet.filings ?? []
  }
}
