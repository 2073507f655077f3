import CaseModel
public import Casework
import SubsidyRules
import Wording

/// Every filing with its decision and what it states, as a table that a spreadsheet opens; at a city with the office whose
/// it is. Identity numbers are masked; phones and accounts are left out.
public enum FilingTable {
  public static func table(of state: OfficeState) -> LongTable {
    let inputs = statedInputs(state)
    let labels = Set(inputs.map { Stated(id: $0.id, label: $0.label) })
    let isCity = state.offices.isCity
    // Where one office is looked at, its filings' numbers begin behind those of others.
    let first = state.files.startIndex
    return LongTable(
      title: TrialMark.title("申报", isTrial: state.office?.isTrial ?? false),
      columns: columns + inputs.map { .init($0.id, heading($0), isNumber: $0.isFigure) }
        + [.init("override", "号码核对说明")] + (isCity ? [.init("office", "局")] : []),
      count: state.files.count
    ) { number in
      let file = state.files[first + number]
      let item = state.policy.item(file.filing.item)
      return ReportTable.Row(
        cells(file, item, state)
          + inputs.map { column in
            let own = item?.input(column.id)
            // Two items may ask for different things under one name: each has the column of its own label.
            if let own, own.label != column.label, labels.contains(Stated(id: own.id, label: own.label)) {
              return .blank
            }
            return cell(file.filing.input(column.id), own ?? column)
          } + [overrides(file.filing)]
          + (isCity ? [.text(OfficeNames.full(state.office(of: file.filing.id), in: state))] : []))
    }
  }

  private static let columns: [ReportTable.Column] = [
    .init("id", "编号"), .init("article", "条款"), .init("item", "项目"), .init("applicant", "申请人编号"),
    .init("name", "申请人"), .init("parent", "总部"), .init("kind", "申请人类型"), .init("code", "代码"),
    .init("district", "县区"), .init("received", "收件日期"), .init("year", "资助年度"), .init("status", "办理状态"),
    .init("outcome", "结论"), .number("gross", "限额前").summed, .number("award", "资助额").summed,
    .number("decided", "核定金额").summed, .number("reclaimed", "追回金额").summed,
  ]

  private static func cells(_ file: FiledFiling, _ item: Item?, _ state: OfficeState) -> [ReportTable.Cell] {
    let (filing, decision) = (file.filing, file.decision)
    let applicant = state.applicant(filing.applicant)
    return [
      .text(filing.id), .text(Labels.articleName(item?.article ?? "")), .text(item?.label ?? filing.item),
      .text(filing.applicant), .text(applicant?.name ?? ""),
      .text(applicant?.parent.flatMap { state.applicant($0)?.name } ?? ""),
      .text(Labels.label(file.received.kind)),
      .text(applicant?.shownCode ?? ""),
      .text(Labels.district(file.received.district, among: state.districts)),
      .day(filing.received), .count(file.year), .text(StepLabels.label(file.standing)),
      .text(Labels.label(decision.outcome)), .money(decision.gross), .money(decision.award),
      filing.decided.map { .money($0) } ?? .blank, filing.reclaimed.map { .money($0) } ?? .blank,
    ]
  }

  // MARK: - Inputs

  /// An input as it is headed.
  private struct Stated: Hashable {
    var id: String
    var label: String
  }

  /// Why numbers were taken whose check digits fail.
  private static func overrides(_ filing: Filing) -> ReportTable.Cell {
    let reasons = filing.overrides.map(\.reason).filter { !TextFolding.isBlank($0) }
    return reasons.isEmpty ? .blank : .text(reasons.joined(separator: "；"))
  }

  /// The inputs of items that have filings, each id and label once, in the order of the policy.
  private static func statedInputs(_ state: OfficeState) -> [InputRule] {
    let claimed = state.files.items
    var rules: [InputRule] = []
    for item in state.policy.items where claimed.contains(item.id) {
      for input in item.inputs
      where !rules.contains(where: { $0.id == input.id && $0.label == input.label }) { rules.append(input) }
    }
    return rules
  }

  private static func heading(_ rule: InputRule) -> String {
    rule.kind == .money ? "\(rule.label)（元）" : rule.label
  }

  private static func cell(_ raw: RawInput?, _ rule: InputRule) -> ReportTable.Cell {
    switch rule.value(of: raw).value {
    case .money(let money): return .money(money)
    case .number(let number): return .count(number)
    case .flag(let flag): return .text(flag ? "是" : "否")
    case .date(let day): return .day(day)
    case .patent(let number): return .text(number.description)
    case .percentage(let percentage): return .text(percentage.description)
    case .text(let text):
      guard case .choice(let options) = rule.kind else { return .text(text) }
      return .text(options.first { $0.id == text }?.label ?? text)
    case nil:
      // What can't be read stands as it was written, so that nothing is lost.
      switch raw {
      case .text(let text)?, .other(let text)?: return .text(text)
      case .count(let count)?: return .text(String(count))
      case .flag(let flag)?: return .text(flag ? "是" : "否")
      case .null?, nil: return .blank
      }
    }
  }
}

/// The applicants, as a table that a spreadsheet opens, with the same left out.
public enum ApplicantTable {
  public static func table(of state: OfficeState) -> LongTable {
    let applicants = state.people.applicants.filter { state.isShown(applicant: $0.id) }
    return LongTable(
      title: TrialMark.title("申请人", isTrial: state.office?.isTrial ?? false),
      columns: [
        .init("id", "编号"), .init("name", "名称"), .init("kind", "类型"), .init("code", "代码"),
        .init("district", "县区"),
        .init("parent", "总部"),
      ],
      count: applicants.count
    ) { number in
      let applicant = applicants[number]
      return ReportTable.Row([
        .text(applicant.id), .text(applicant.name), .text(Labels.label(applicant.kind)),
        .text(applicant.shownCode), .text(Labels.district(applicant.district, among: state.districts)),
        .text(applicant.parent.flatMap { state.applicant($0)?.name } ?? ""),
      ])
    }
  }
}

extension InputRule {
  fileprivate var isFigure: Bool {
    switch kind {
    case .money, .count, .year: true
    default: false
    }
  }
}
