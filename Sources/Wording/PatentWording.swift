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
    }
  }

  /// What is told of a filing while it is typed and when it is looked up.
  public static func warnings(_ filing: Filing, _ state: OfficeState) -> [String] {
    (NewsWording.warning(filing, state).map { [$0] } ?? []) + state.patentDoubts(of: filing).map(sentence)
  }

  /// The card's lines: days, owners, agencies, bad news; what contradicts itself is said.
  public static func lines(_ card: PatentCard, _ state: OfficeState) -> [String] {
    func name(_ id: String) -> String { state.applicant(id)?.name ?? id }
    var lines = stated("申请日", card.filedOn) { "\($0)" } + stated("授权公告日", card.grantedOn) { "\($0)" }
    lines += owners(card.owners, name)
    lines += card.agencies.map { "代理机构 \(name($0.value))（\($0.filings.joined(separator: "、"))）" }
    lines += card.news.map { "不利情形 \($0.id) \(NewsWording.label($0.kind))（\($0.paper)，\($0.day)）" }
    return lines.map { "  " + $0 }
  }

  private static func stated<Value>(
    _ label: String, _ all: [PatentCard.Stated<Value>], _ text: (Value) -> String
  ) -> [String] {
    let lines = all.map { "\(label) \(text($0.value))（\($0.filings.joined(separator: "、"))）" }
    return all.count > 1 ? lines + ["\(label)前后不一，请核对证书。"] : lines
  }

  private static func owners(_ all: [PatentCard.Stated<String>], _ name: (String) -> String) -> [String] {
    let lines = all.map { "权利人（申报人） \(name($0.value))（\($0.filings.joined(separator: "、"))）" }
    return all.count > 1 ? lines + ["先后由不同申请人申报，请核对权利人和转让日期。"] : lines
  }
}
