import CaseModel
import Casework
import Wording

extension YearReport {
  /// Every demand for money that was paid, with what came of it; what is outstanding first.
  static func recoveries(_ state: OfficeState, on today: CivilDate) -> ReportTable {
    let demands = state.files.lazy.filter { !$0.steps.isEmpty }.flatMap { file in
      file.recoveries.demands.enumerated().map { (file: file, number: $0.offset + 1, demand: $0.element) }
    }.sorted { a, b in
      let isOpen = (a.demand.outstanding > .zero, b.demand.outstanding > .zero)
      return isOpen.0 == isOpen.1 ? a.demand.day < b.demand.day : isOpen.0
    }
    return ReportTable(
      title: "追回台账",
      columns: [
        .init("filing", "收件编号"), .number("number", "第几笔"), .init("applicant", "申请人"), .init("day", "日期"),
        .init("reason", "事由"), .number("amount", "应退"), .number("returned", "已退"), .number("setOff", "抵扣"),
        .number("outstanding", "未退"), .init("due", "期限"), .number("overdue", "逾期天数"),
      ],
      rows: demands.map { file, number, demand in
        ReportTable.Row(
          [
            .text(file.filing.id), .count(number),
            .text(state.applicant(file.filing.applicant)?.name ?? file.filing.applicant), .day(demand.day),
            .text(demand.reasons.grounds.map(StepLabels.ground).joined(separator: "、")),
            .money(MoneyTotal(demand.amount)), .money(MoneyTotal(demand.returned)),
            .money(MoneyTotal(demand.setOff)), .money(MoneyTotal(demand.outstanding)),
            demand.due.map { .day($0) } ?? .blank, overdue(demand, today),
          ], filings: [file.filing.id] + demand.setOffs.map(\.filing))
      },
      notes: demands.isEmpty ? ["没有追回。"] : ["退款先抵最早的一笔；接收旧档以前退回的，没有逐笔记录，不在此列。"])
  }

  /// For how many days the time to give something back has been over.
  private static func overdue(_ demand: RecoveryAccount.Demand, _ today: CivilDate) -> ReportTable.Cell {
    guard demand.outstanding > .zero, let due = demand.due, due < today else { return .blank }
    return .count(due.days(to: today))
  }
}
