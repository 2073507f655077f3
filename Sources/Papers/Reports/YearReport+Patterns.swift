import CaseModel
import Casework
import SubsidyRules
import Wording

extension YearReport {
  /// One patent under several items.
  static func overlaps(_ state: OfficeState, of year: Int) -> ReportTable {
    ReportTable(
      title: "\(year) 年度同一专利在几个项目下",
      columns: [
        .init("number", "专利申请号"), .number("count", "件数"), .number("award", "资助额"), .init("items", "项目"),
        .init("applicants", "申请人"), .init("filings", "收件编号"),
      ],
      rows: state.decidedTwice(of: year).map { twice($0, state) }
        + state.overlaps(of: year).map { overlap in
          ReportTable.Row(
            [
              .text(overlap.number.description), .count(overlap.filings.count), .money(overlap.award),
              .text(overlap.items.map { state.policy.item($0)?.label ?? $0 }.joined(separator: "、")),
              .text(names(overlap.filings.compactMap { state.file($0)?.filing.applicant }, state)),
              .text(overlap.filings.joined(separator: "、")),
            ], filings: overlap.filings)
        },
      notes: ["第5条和第18条可以同时资助一件发明；未核定的同一项目重复由核算直接排除，已核定的列在最前。"])
  }

  /// One thing that was decided twice: the amount is what the second one keeps.
  private static func twice(_ twice: DecidedTwice, _ state: OfficeState) -> ReportTable.Row {
    let filings = [twice.first, twice.other]
    let filed = filings.compactMap { state.file($0)?.filing }
    let item = filed.first.map { state.policy.item($0.item)?.label ?? $0.item } ?? ""
    return ReportTable.Row(
      [
        .text("同一依据重复核定"), .count(2), .money(MoneyTotal(twice.award)), .text(item),
        .text(names(filed.map(\.applicant), state)), .text(filings.joined(separator: "、")),
      ], filings: filings)
  }

  /// One account, phone or agency behind several applicants.
  static func shared(_ state: OfficeState, of year: Int) -> ReportTable {
    ReportTable(
      title: "\(year) 年度同一账号、电话或代理机构后面的申请人",
      columns: [
        .init("kind", "类别"), .init("mark", "尾号或机构"), .init("first", "最先登记"), .number("count", "申请人数"),
        .number("filings", "件数"), .number("award", "资助额"), .init("applicants", "申请人"),
      ],
      rows: state.sharedDetails(of: year).map { detail in
        let mark = detail.kind == .agency ? state.applicant(detail.mark)?.name ?? detail.mark : detail.mark
        return ReportTable.Row(
          [
            .text(label(detail.kind)), .text(mark), .text(detail.applicants.first ?? ""),
            .count(detail.applicants.count), .count(detail.filings.count), .money(detail.award),
            .text(names(detail.applicants, state)),
          ], filings: detail.filings)
      },
      notes: ["账号和电话只列末四位；总部和分支机构算一家。代理机构：申请人申报所依据的专利，代理机构也就它申报过代理授权。仅供核对，不说明有问题。"])
  }

  private static func label(_ kind: SharedDetail.Kind) -> String {
    switch kind {
    case .account: "账号"
    case .phone: "电话"
    case .agency: "代理机构"
    }
  }

  /// The names of applicants, each once.
  private static func names(_ ids: [String], _ state: OfficeState) -> String {
    ids.eachOnce.map { state.applicant($0)?.name ?? $0 }.joined(separator: "、")
  }
}
