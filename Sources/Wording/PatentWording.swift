public import CaseModel
public import Casework
import SubsidyRules

/// A patent's card, and what is doubtful in what a filing says of it.
public enum PatentWording {
  public static func sentence(_ doubt: PatentDoubt) -> String {
    switch doubt {
    case .filedYear(let day, let year): "申请日 \(day) 不在申请号所示的 \(year) 年，请核对。"
    case .aboveTariff(let paid, let annuity, let fee):
      "第 \(annuity) 年度年费实缴 \(MoneyWording.yuan(paid))，官方标准为 \(MoneyWording.yuan(fee))；含滞纳金的除外，请核对收据。"
    case .otherDay(let input, let day, let known, let by):
      "\(input == "filedOn" ? "申请日" : "授权公告日") \(day) 与 \(by) 所写的 \(known) 不同，请核对证书。"
    case .notOwner(let day, let owner, let by):
      "收件日 \(day) 的专利权人是 \(owner)（\(by)），不是本件申请人，请核对。"
    case .otherClaimant(let other, let by):
      "\(other) 已作为专利权人申报过（\(by)），没有登记转移，请核对权利人和转让日期。"
    case .otherAgency(let agency, let by): "专利卡片所写的代理机构是 \(agency)（\(by)），请核对。"
    case .notInForce(let word, let seen, let by):
      "\(seen) 查询，这件专利\(self.state(word))（\(by)），请核对。"
    case .aboveFees(let sum, let fees):
      "本件与其他资助合计 \(MoneyWording.grouped(sum)) 元，超过实际缴纳的官费 \(MoneyWording.yuan(fees))，请核对。"
    case .banned(let until, let reason, let record, let taken):
      "申请人的名称或代码在不予资助名单内（\(record)：\(reason.withoutStop)），\(until) 以前不予资助，"
        + (taken.map { "收件理由：\($0.withoutStop)。" } ?? "请核对是否同一家，当面告知。")
    case .listed(let input, let typed, let listed):
      "\(count(input))填报 \(typed) 件，申请清单为 \(listed) 件，请核对。"
    case .unlisted: "申请量为填报数，没有申请清单可核对。"
    }
  }

  /// Why a filing of somebody on the list of bans is not taken without a reason.
  public static func refusal(_ doubt: PatentDoubt) -> String {
    guard case .banned(let until, let reason, let record, _) = doubt else { return "" }
    return "申请人的名称或代码在不予资助名单内（\(record)：\(reason.withoutStop)），\(until) 以前不予资助。请核对是否同一家，当面告知；仍要收件的，请写明理由"
      + "（表单里的“收件理由”，或 overrides 的 ban）。"
  }

  private static func count(_ input: String) -> String {
    switch input {
    case "filingsThisYear": "当年申请量"
    case "filingsLastYear": "上年申请量"
    case "inventionsThisYear": "当年发明申请量"
    case "inventionsLastYear": "上年发明申请量"
    default: input
    }
  }

  /// What is told of a filing while it is typed and when it is looked up.
  ///
  /// - Parameters:
  ///   - background: what it is checked against; looked for where it is not given.
  ///   - award: what it comes to now.
  public static func warnings(
    _ filing: Filing, _ state: OfficeState, _ background: FilingBackground? = nil, award: Money? = nil
  ) -> [String] {
    (NewsWording.warning(filing, state).map { [$0] } ?? [])
      + state.patentDoubts(of: filing, background, award: award).map(sentence)
  }

  /// By what the counts of a filing stand: a list, or nothing but what was typed; nothing of other filings.
  public static func remarks(_ background: FilingBackground) -> [String] {
    if background.isCountTyped { return [sentence(.unlisted)] }
    guard let counts = background.counts else { return [] }
    let abnormal = counts.abnormal.isEmpty ? "" : "，已剔除非正常申请 \(counts.abnormal.count) 件"
    return [
      "申请清单：\(counts.year) 年 \(counts.filings) 件（发明 \(counts.inventions) 件），"
        + "上年 \(counts.filingsBefore) 件（发明 \(counts.inventionsBefore) 件）\(abnormal)。"
    ]
  }

  /// The card's lines: how it stands, days, owners, agencies, money from elsewhere, bad news; what contradicts itself is
  /// said.
  public static func lines(_ card: PatentCard, _ state: OfficeState) -> [String] {
    func name(_ id: String) -> String { state.applicant(id)?.name ?? id }
    var lines = record(card)
    lines += stated("申请日", card.filedOn) { "\($0)" } + stated("授权公告日", card.grantedOn) { "\($0)" }
    lines += owners(card, name)
    lines += card.transfers.map { "转移 \($0.on) \($0.from) -> \($0.to)（\($0.record)）" }
    lines += card.agencies.map { "代理机构 \(name($0.value))（\($0.filings.joined(separator: "、"))）" }
    lines += card.otherMoney.map { money in
      let fees = money.fees.map { "，实际缴纳官费 \(MoneyWording.yuan($0))" } ?? ""
      return "其他资助 \(money.on) \(money.payer) \(MoneyWording.yuan(money.amount))\(fees)（\(money.record)）"
    }
    lines += card.mentions.map { id in
      let entry = state.books.register[id]?.entry
      let kind = entry.flatMap { state.recordKind($0.kind) }
      return "台账 \(id) \(kind?.label ?? "") \(entry.map { RegisterWording.summary($0, kind) } ?? "")"
    }
    lines += card.news.map { "不利情形 \($0.id) \(NewsWording.label($0.kind))（\($0.paper)，\($0.day)）" }
    return lines.map { "  " + $0 }
  }

  /// What was looked up in the official register.
  private static func record(_ card: PatentCard) -> [String] {
    guard let record = card.record else { return [] }
    let seen = record.text("seenOn").map { "（\($0) 查询，\(record.id)）" } ?? "（\(record.id)）"
    var lines = ["法律状态 \(record.text("state").map(state) ?? "不明")\(seen)"]
    for (label, field) in [("专利权人", "owner"), ("地址", "address"), ("代理机构", "agency")] {
      if let text = record.text(field) { lines.append("\(label) \(text)（\(record.id)）") }
    }
    return lines
  }

  private static func state(_ word: String) -> String {
    guard case .choice(let options)? = OfficeKinds.patentKind?.field("state")?.rule.kind else { return word }
    return options.first { $0.id == word }?.label ?? word
  }

  private static func stated<Value>(
    _ label: String, _ all: [PatentCard.Stated<Value>], _ text: (Value) -> String
  ) -> [String] {
    let lines = all.map { "\(label) \(text($0.value))（\($0.filings.joined(separator: "、"))）" }
    return all.count > 1 ? lines + ["\(label)前后不一，请核对证书。"] : lines
  }

  private static func owners(_ card: PatentCard, _ name: (String) -> String) -> [String] {
    let lines = card.owners.map { "权利人（申报人） \(name($0.value))（\($0.filings.joined(separator: "、"))）" }
    let isExplained = !card.transfers.isEmpty
    return card.owners.count > 1 && !isExplained ? lines + ["先后由不同申请人申报，请核对权利人和转让日期。"] : lines
  }
}
