public import CaseModel
public import Casework
import SubsidyRules

/// What is said of branches that join a head office or leave it.
public enum FamilyWording {
  /// From when on another parent counts, behind what is said of the change; nothing where it is the same one.
  public static func remark(_ since: ParentSince?, of applicant: Applicant) -> String {
    guard let since else { return "" }
    let head = applicant.parent.map { "总部 \($0)" } ?? "没有总部"
    switch since {
    case .always: return "（更正：一直是\(head)）"
    case .day(let day): return "（变更：自 \(day) 起\(head)）"
    }
  }

  /// What came of it: how it was taken, and which limits of the families that it touches are overrun now.
  public static func outcome(of changes: [Change], _ state: OfficeState) -> [String] {
    guard case .applicantChanged(let applicant, let since?)? = changes.first else { return [] }
    let moved = changes.dropFirst().compactMap(\.record)
    var lines: [String]
    switch since {
    case .always: lines = ["总部的改动按更正计：一直如此。已核定的申报金额不变，在新总部名下也占用额度，原来占用的不退回。"]
    case .day(let day): lines = ["总部的改动自 \(day) 起计：这一日以前收件的申报仍在原总部名下。"]
    }
    if !moved.isEmpty { lines.append("未审定的申报已按各自收件日的总部核算：\(moved.joined(separator: "、"))。") }
    return lines + overruns(of: [applicant.id, state.family(of: applicant.id)], state)
  }

  /// The overrun limits of some heads of families.
  static func overruns(of heads: [String], _ state: OfficeState) -> [String] {
    state.capUses.values.filter { heads.contains($0.row.group.holder) && $0.row.over > .zero }
      .sorted { $0.row.group < $1.row.group }
      .map { use in
        let group = use.row.group
        let year = group.year.map { " \($0) 年" } ?? ""
        let cap = state.policy.cap(group.cap)?.label ?? group.cap
        return "超出上限：\(group.holder)\(year)“\(cap)”已用 \(MoneyWording.grouped(use.row.used)) 元，"
          + "上限 \(MoneyWording.yuan(use.row.limit))，超出 \(MoneyWording.grouped(use.row.over)) 元。"
      }
  }

  static func sentence(_ refusal: FamilyRefusal) -> String {
    switch refusal {
    case .sameParent: "总部没有改动，不用写自哪一日起。"
    case .notYet(let day): "变更日 \(day) 还没有到，请到那一日再改。"
    case .beforeLastChange(let day): "总部自 \(day) 起已变更过一次，这次不能早于那一日；若一直如此，请按更正改。"
    }
  }
}
