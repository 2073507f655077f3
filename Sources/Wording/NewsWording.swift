public import CaseModel
public import Casework
import SubsidyRules

/// What follows from bad news, and what rests on an application, in lines.
public enum NewsWording {
  public static func label(_ kind: News.Kind) -> String { StepLabels.ground(kind.rawValue) }

  /// That bad news stands against what a filing claims for, to be told at the counter; nil where there is none.
  public static func warning(_ filing: Filing, _ state: OfficeState) -> String? {
    state.news(against: filing).map { news in
      "所依据的专利或合同已登记不利情形 \(news.id)：\(label(news.kind))（\(news.paper)，\(news.day)）。本件不能审定，请当面告知申请人。"
    }
  }

  /// The filings with their differences, the caps that get room back, the filings it goes to, and the sum.
  public static func lines(_ consequences: NewsConsequences, _ state: OfficeState) -> [String] {
    let records = consequences.records.map { id in
      let entry = state.books.register[id]?.entry
      let kind = entry.flatMap { state.recordKind($0.kind) }
      return "台账 \(id) \(kind?.label ?? "")  \(entry.map { RegisterWording.summary($0, kind) } ?? "")"
    }
    guard !consequences.rows.isEmpty else { return records + ["没有申报以此为依据。"] }
    var lines = consequences.rows.map { line($0, state) }
    lines += consequences.caps.map { move in
      let holder = state.applicant(move.group.holder)?.name ?? move.group.holder
      return CapWording.moved(move, of: holder, state.policy)
    }
    lines += consequences.moved.map {
      "另有 \($0.filing)  \(MoneyWording.grouped($0.before)) -> \(MoneyWording.grouped($0.after))"
    }
    return lines + records + [
      "共 \(consequences.rows.count) 件，差额 \(MoneyWording.grouped(consequences.difference)) 元。"
    ]
  }

  private static func line(_ row: NewsConsequences.Row, _ state: OfficeState) -> String {
    let words = CaseWords(state, filing: row.filing)
    return [
      row.filing, name(row.filing, state), StepLabels.label(row.standing), reach(row.reach, words),
      "\(MoneyWording.grouped(row.before)) -> \(MoneyWording.grouped(row.after))（\(MoneyWording.grouped(row.difference))）",
      action(row.action),
    ].joined(separator: "  ")
  }

  /// Every filing that rests on an application, by anyone, in any year.
  public static func lines(restingOn application: ApplicationNumber, _ state: OfficeState) -> [String] {
    let rows = state.filings(restingOn: application)
    let type = Labels.label(application.type)
    let card = PatentWording.lines(state.card(of: application), state)
    guard !rows.isEmpty else { return ["专利申请 \(application)（\(type)）：没有申报以此为依据。"] + card }
    var total = MoneyTotal.zero
    var lines = ["专利申请 \(application)（\(type)）"] + card
    for row in rows {
      guard let file = state.file(row.filing) else { continue }
      let words = CaseWords(state, filing: row.filing)
      lines.append(
        [
          "  \(row.filing)", name(row.filing, state), "\(file.year)年度", StepLabels.label(file.standing),
          reach(row.reach, words), MoneyWording.yuan(file.decision.award),
        ].joined(separator: "  "))
      if row.reach == .claim { total += file.decision.award }
    }
    return lines + ["共 \(rows.count) 件；直接以此申报的合计 \(MoneyWording.grouped(total)) 元。"]
  }

  private static func name(_ id: String, _ state: OfficeState) -> String {
    guard let filing = state.file(id)?.filing else { return "" }
    let item = state.policy.item(filing.item)?.label ?? filing.item
    return "\(item)  \(state.applicant(filing.applicant)?.name ?? filing.applicant)"
  }

  private static func reach(_ reach: Reach, _ words: CaseWords) -> String {
    switch reach {
    case .claim: "直接申报"
    case .counts(let inputs): "计入\(inputs.map(words.input).joined(separator: "、"))"
    }
  }

  private static func action(_ action: NewsConsequences.Action) -> String {
    switch action {
    case .none: "不自动办理"
    case .reject: "不予资助"
    case .amend: "更正数据"
    case .reopen(let figures):
      figures.isEmpty ? "撤销审定，由另一人不予资助" : "撤销审定，更正数据后由另一人重新审定或不予资助"
    case .hold: "停止公示和拨付，由另一人不予资助"
    case .revise(let amount): "提出变更为 \(MoneyWording.yuan(amount))，待他人确认"
    }
  }
}
