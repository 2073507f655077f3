import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// The payment batches made in a year, and those of before that are not paid in full.
  static func batches(_ state: OfficeState, of year: Int) -> ReportTable {
    let isOverOffices = state.books.batches.contains { $0.office != nil }
    let batches = state.books.batches.map { ($0, state.rows(of: $0)) }.filter { _, rows in
      rows.first?.day.year == year || rows.contains { $0.fate == .open }
    }
    return ReportTable(
      title: "\(year) 年度拨付批次",
      columns: [
        .init("batch", "批次")
      ] + (isOverOffices ? [.init("office", "局")] : []) + [
        .init("day", "日期"), .init("by", "经办"), .number("count", "件数"), .number("settled", "核拨"),
        .number("setOff", "抵扣"), .number("amount", "实付"), .number("open", "待拨"), .number("paid", "已拨"),
        .number("returned", "退票"), .number("takenOut", "撤出"),
      ],
      rows: batches.map { batch, rows in
        row(
          batch.id,
          isOverOffices ? OfficeNames.short(batch.office ?? state.office?.district ?? "", in: state) : nil,
          rows)
      },
      notes: batches.isEmpty
        ? ["没有拨付批次。"]
        : ["名单照列入时固定，随时可以再打印：zizhu print payment --batch 批次；待拨的按批次拨付：zizhu step pay --batch 批次。"])
  }

  private static func row(_ id: String, _ office: String?, _ rows: [BatchRow]) -> ReportTable.Row {
    func sum(_ rows: [BatchRow]) -> ReportTable.Cell {
      .money(rows.reduce(into: MoneyTotal.zero) { $0 += $1.payment.transferred })
    }
    func of(_ isSo: (BatchRow.Fate) -> Bool) -> [BatchRow] { rows.filter { isSo($0.fate) } }
    let open = of { $0 == .open }
    let paid = of { if case .paid = $0 { true } else { false } }
    let returned = of { if case .returned = $0 { true } else { false } }
    let out = of { $0 == .takenOut }
    let settled = rows.reduce(into: MoneyTotal.zero) { $0 += $1.payment.amount }
    let setOff = rows.reduce(into: MoneyTotal.zero) { $0 += $1.payment.setOff?.amount ?? .zero }
    return ReportTable.Row(
      [
        .text(id)
      ] + (office.map { [.text($0)] } ?? []) + [
        rows.first.map { .day($0.day) } ?? .blank, .text(rows.first?.by ?? ""),
        .count(rows.count), .money(settled), .money(setOff), sum(rows), sum(open), sum(paid), sum(returned),
        sum(out),
      ], filings: rows.map(\.filing),
      behind: [
        "open": open.map(\.filing), "paid": paid.map(\.filing), "returned": returned.map(\.filing),
        "takenOut": out.map(\.filing), "setOff": rows.filter { $0.payment.setOff != nil }.map(\.filing),
      ])
  }
}
