import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// Every cap with its five columns, what is left and what is over; over the limit first, then the fullest.
  static func caps(_ state: OfficeState, of year: Int) -> ReportTable {
    let rows = state.capLedger(of: year)
    return ReportTable(
      title: "\(year) 年度限额",
      columns: [
        .init("cap", "限额"), .init("holder", "编号"), .init("name", "享受者"), .number("limit", "上限"),
      ] + AwardCells.columns + [
        .number("used", "已用"), .number("remaining", "余额"), .number("over", "超出"), .init("share", "使用率"),
      ],
      rows: rows.map { row in
        ReportTable.Row(
          names(row, state) + [row.cell(MoneyTotal(row.limit))] + AwardCells.cells(row.sheet) + [
            row.cell(row.used), row.cell(MoneyTotal(row.left)), row.cell(row.over),
            .share(row.used, of: MoneyTotal(row.limit)),
          ], filings: row.sheet.filings, behind: AwardCells.behind(row.sheet))
      },
      notes: shared(rows, state) + AwardCells.notes + [
        "已用 = 拟资助 + 已审定 + 已拨付 - 已追回；余额 = 上限 - 已用。逐件次序见报表 cap-order。"
      ]
        + (rows.contains(where: \.isInPieces) ? ["按件数计的限额，上限、已用、余额、超出是件数，已用是有资助额的件数，其余各栏是金额。"] : []))
  }

  /// The proof of order: each filing under a cap, with the room that those before it left.
  static func capOrder(_ state: OfficeState, of year: Int) -> ReportTable {
    ReportTable(
      title: "\(year) 年度限额使用次序",
      columns: [
        .init("cap", "限额"), .init("holder", "编号"), .init("name", "享受者"), .init("filing", "收件编号"),
        .init("applicant", "申请人"), .init("received", "收件日期"), .number("place", "次序"),
        .number("roomBefore", "此前余额"), .number("amount", "使用"), .number("roomAfter", "此后余额"),
        .init("decided", "审定"), .init("moved", "收件日期提前理由"),
      ],
      rows: state.capLedger(of: year).flatMap { row in
        row.order.enumerated().map { place, use in
          let filing = state.file(use.filing)?.filing
          let applicant = filing.flatMap { state.applicant($0.applicant)?.name }
          return ReportTable.Row(
            names(row, state) + [
              .text(use.filing), .text(applicant ?? ""), .day(use.received), .count(place + 1),
              row.cell(MoneyTotal(use.roomBefore)),
              row.cell(MoneyTotal(Cap.use(of: use.amount, inPieces: row.isInPieces))),
              row.cell(MoneyTotal(use.roomAfter)), .text(use.isDecided ? "已审定" : "未审定"),
              // Whoever stands before others by an earlier day than it was entered with is marked.
              filing?.override(of: Filing.receipt).map { .text($0) } ?? .blank,
            ], filings: [use.filing])
        }
      },
      notes: ["已审定的先用额度；未审定的按收件日期、再按收件编号排队，额度不足的核减。"])
  }

  /// How old it is what a county knows of others' use of its caps.
  private static func shared(_ rows: [CapLedgerRow], _ state: OfficeState) -> [String] {
    guard state.offices.city != nil, let day = state.given.advice.day,
      rows.contains(where: { $0.elsewhere > .zero })
    else { return [] }
    return ["与他局共用的限额，余额是全市的：已减去他局已核定和已上报的（以市局 \(day) 为准）。"]
  }

  private static func names(_ row: CapLedgerRow, _ state: OfficeState) -> [ReportTable.Cell] {
    [
      .text(ItemWording.cap(row.group.cap, in: state.policy)),
      .text(row.group.holder),
      .text(state.applicant(row.group.holder)?.name ?? ""),
    ]
  }
}

extension CapLedgerRow {
  /// A figure of the cap's own: of its limit and its room.
  fileprivate func cell(_ total: MoneyTotal) -> ReportTable.Cell { .figure(total, isInPieces: isInPieces) }
}
