public import CaseModel
public import Casework
import SubsidyRules

/// Who is who among records of applicants, and what a word on it moves.
public enum PersonWording {
  public static func label(_ verdict: PersonWord.Verdict) -> String {
    switch verdict {
    case .link: "并户"
    case .distinct: "认定为各自独立"
    case .withdraw: "撤回并户或独立的认定"
    }
  }

  /// A word in a line, without its reason.
  public static func line(_ word: PersonWord, _ state: OfficeState) -> String {
    let records = word.applicants.map { "\($0) \(state.applicant($0)?.name ?? "")" }
    return "\(label(word.verdict))  \(records.joined(separator: "、"))"
  }

  /// Why something that was typed is not one record; nil where it is.
  public static func problem(_ typed: String, _ found: [Applicant]) -> String? {
    switch found.count {
    case 0: "没有编号为“\(typed)”的申请人，也没有这个代码或全名的。"
    case 1: nil
    default: "“\(typed)”有 \(found.count) 户：\(found.map(\.id).joined(separator: "、"))，请写编号。"
    }
  }

  /// A record that is like another, and in what.
  public static func line(_ like: LikeApplicant) -> String {
    let shared = like.shared.map { detail in
      switch detail {
      case .name: "同名"
      case .account: "同账号"
      case .phone: "同电话"
      }
    }
    return "\(like.applicant.id)  \(like.applicant.name)（\(shared.joined(separator: "、"))）"
  }

  /// With whom an applicant is one, and what was said of it.
  public static func lines(of applicant: Applicant, _ state: OfficeState) -> [String] {
    let others = state.unit(of: applicant.id).map { "\($0.id) \($0.name)" }
    return (others.isEmpty ? [] : ["与 \(others.joined(separator: "、")) 合并计算限额和一次性资助"])
      + state.words(on: applicant.id).map {
        "\(line($0, state))（\($0.by) \(MomentWording.local($0.at))：\($0.note.withoutStop)）"
      }
  }

  /// What a word would move: each record with what it has, keys, caps, filings, and the sum.
  public static func lines(_ moved: PersonConsequences, _ state: OfficeState) -> [String] {
    var lines = moved.records.map { record in
      "\(record.applicant)  \(state.applicant(record.applicant)?.name ?? "")  申报 \(record.filings) 件  "
        + "资助 \(MoneyWording.grouped(record.award)) 元"
    }
    lines += moved.twice.map { "重复：\($0.other) 与 \($0.first) 按一次性资助只能核定一件，多付 \(MoneyWording.yuan($0.award))" }
    lines += moved.noLongerTwice.map { "不再重复：\($0.other) 与 \($0.first)" }
    lines += moved.caps.map { move in
      let limit = CapWording.figure(move.limit, isInPieces: state.policy.isInPieces(move.group.cap))
      return CapWording.moved(move, of: move.group.holder, state.policy)
        + (move.usedAfter > MoneyTotal(move.limit) ? "，超出上限 \(limit)" : "")
    }
    lines += moved.rows.map { row in
      let file = state.file(row.filing)
      let name = file.flatMap { state.applicant($0.filing.applicant)?.name } ?? ""
      let item = file.flatMap { state.policy.item($0.filing.item)?.label } ?? ""
      return "\(row.filing)  \(item)  \(name)  \(MoneyWording.grouped(row.before)) -> "
        + "\(MoneyWording.grouped(row.after))（\(MoneyWording.grouped(row.difference))）"
    }
    let sum = "金额变动 \(moved.rows.count) 件，差额 \(MoneyWording.grouped(moved.difference)) 元。"
    return lines + [sum + "已核定的金额不变。"]
  }

  static func sentence(_ refusal: PersonRefusal) -> String {
    switch refusal {
    case .needsTwo: return "请写明两个或更多的申请人编号。"
    case .kindsDiffer: return "申请人类型不同，不能并户。录错的，请先更正类型。"
    case .headsDiffer: return "各户的总部或变更总部的日期不同，不能并户。请先更正总部。"
    case .contradicts(let one, let other):
      return "这与另一项认定矛盾（\(one) 与 \(other)）。请先撤回那一项。"
    case .nothingSaid: return "这几户之间没有可以撤回的认定。"
    case .ownRecord(let id, let at, let others):
      let who = others.isEmpty ? "目前没有别的主管可以办。" : "可由\(others.joined(separator: "、"))办理。"
      return "申请人 \(id) 的名称或代码是您于 \(MomentWording.local(at)) 录入或修改的，不能由您认定为各自独立（一人经办、一人复核）。\(who)"
    case .cityRules: return "市局请用 zizhu rule persons 裁定是否同一申请人。"
    }
  }
}
