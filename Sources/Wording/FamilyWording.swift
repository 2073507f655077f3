public import CaseModel
public import Casework
public import SubsidyRules

/// What is said of branches that join a head office or leave it.
public enum FamilyWording {
  /// From when on another parent counts, behind what is said of the change; nothing where it is the same one.
  public static func remark(_ since: ParentSince?, of applicant: Applicant) -> String {
    guard let since else { return "" }
    let head = applicant.parent.map { "总部 \($0)" }
    switch since {
    case .always: return "（更正：一直\(head.map { "是" + $0 } ?? "没有总部")）"
    case .day(let day): return "（变更：自 \(day) 起\(head ?? "没有总部")）"
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
    let touched = state.familyNames(around: applicant.id)
    if case .day = since, !touched.inSeveral.isEmpty {
      lines.append("已核定、在新旧总部名下都占用额度的：\(touched.inSeveral.few(20, counted: "件"))。")
    }
    return lines + overruns(of: touched.heads, state)
  }

  /// The overrun limits of some heads of families.
  static func overruns(of heads: Set<String>, _ state: OfficeState) -> [String] {
    state.sums.capUses.values.filter { heads.contains($0.row.group.holder) && $0.row.over > .zero }
      .sorted { $0.row.group < $1.row.group }
      .map { "超出上限：\(overrun($0.row, state))。" }
  }

  /// How far an overrun limit is over.
  public static func overrun(_ row: CapRow, _ state: OfficeState) -> String {
    let year = row.group.year.map { " \($0) 年" } ?? ""
    let cap = state.policy.cap(row.group.cap)
    func shown(_ total: MoneyTotal) -> String {
      CapWording.named(total, isInPieces: cap?.isInPieces ?? false)
    }
    return "\(row.group.holder)\(year)“\(cap?.label ?? row.group.cap)”已用 \(shown(row.used))，"
      + "上限 \(shown(MoneyTotal(row.limit)))，超出 \(shown(row.over))"
  }

  static func sentence(_ refusal: FamilyRefusal) -> String {
    switch refusal {
    case .sameParent: "总部没有改动，不用写自哪一日起；已按某日变更、其实一直如此的，用 amend 的 --from always 更正。"
    case .notYet(let day): "变更日 \(day) 还没有到，请到那一日再改。"
    case .beforeLastChange(let day): "总部自 \(day) 起已变更过一次，这次不能早于那一日；若一直如此，请按更正改。"
    }
  }
}
