public import Casework
public import SubsidyRules

/// What it does to put a policy in force or take it back, and why it is not done.
public enum AdoptionWording {
  public static func sentence(_ refusal: PolicyRefusal) -> String {
    switch refusal {
    case .continuesNothing(let names):
      "这份政策写明延续 \(names.joined(separator: "、"))，本局现行的政策里没有，或者不是一回事（持有人、期间、只资助一次的依据、选定的口径），没有改动。"
    case .movesDecided(let filings):
      "这份文件改了只资助一次的依据、限额的范围或者计算日，已经核定的申报会跟着变：\(filings.few(20, counted: "件"))"
        + "，没有采用。已核定的不能动；新的办法请另用一个编号。"
    case .otherDocument(let number): "这个编号的政策是\(number)，已有申报按它核定；文号不同的请另用一个编号，没有采用。"
    case .registerDiffers(let kinds):
      "台账“\(kinds.joined(separator: "”、“"))”与现行政策的不一样：已登记的会看不到，或者预算会重复计算，没有采用。"
        + "请保留原有的栏目，新的类别另用一个编号；预算只能有一种。"
    case .notInForce(let id): "本局没有采用编号为“\(id)”的政策。zizhu policy list 列出现行的政策。"
    case .isFounding(let id): "“\(id)”是建库时的政策，不能撤下。"
    case .isUsed(let id, let filings): "已有 \(filings) 件申报按“\(id)”办结或者核定，不能撤下。"
    case .leavesHomeless(let id, let filings):
      "这些申报的项目只有“\(id)”才有，撤下后没有着落：\(filings.few(20, counted: "件"))"
        + "。请先办结或者撤回。"
    case .isContinued(let id, let other): "政策“\(other)”延续“\(id)”的限额或者项目，请先撤下“\(other)”。"
    }
  }

  /// A policy in one line: title, number, the days that it holds, and in whose place it comes.
  public static func line(_ policy: Policy) -> String {
    let days = policy.periods.first.flatMap { first in
      policy.periods.last.map { "\(first.from) 至 \($0.to)" }
    }
    let replaced = policy.replaces.map { "，代替 \($0)" } ?? ""
    return "\(policy.id)  《\(policy.title)》（\(policy.document)）  \(days ?? "")\(replaced)"
  }

  /// By which policy a filing is decided, where the office has several.
  public static func basis(_ item: String, in office: Policy) -> String? {
    guard office.documents.count > 1 else { return nil }
    let document = office.document(of: item)
    return "依据《\(document.title)》（\(document.document)）"
  }
}
