public import Casework

/// Why the same person does not approve or pay what they handled, and who may.
public enum DutyWording {
  public static func sentence(_ conflict: DutyConflict, mayAct others: [String], _ words: CaseWords) -> String
  {
    let who = others.isEmpty ? "目前没有别人可以办，请主管添加操作员。" : "可由\(others.joined(separator: "、"))办理。"
    return "\(conflict.by) 于 \(MomentWording.local(conflict.at)) \(deed(conflict.kind, words))，"
      + (conflict.tie.map(sentence) ?? "") + "这一步须由另一人办理（一人经办、一人复核）。\(who)"
  }

  /// Said before somebody handles a filing that nobody else could then approve or pay; nil where others could.
  public static func brief(_ steps: [Step]) -> String? {
    guard !steps.isEmpty else { return nil }
    return "由您办理的，以后没有别人可以\(steps.map(StepLabels.label).joined(separator: "、"))。"
  }

  /// The same, with what to do.
  public static func warning(_ steps: [Step]) -> String? {
    brief(steps).map { $0 + "请由别人办理，或先请主管用 zizhu operator add 添加操作员。" }
  }

  /// Why two names count as one.
  private static func sentence(_ tie: DutyTie) -> String {
    switch tie.reason {
    case .given(let given, let sponsor, let at):
      "而 \(given) 是 \(sponsor) 于 \(MomentWording.local(at)) 添加、改任或清除 PIN 的，当天 \(tie.name) 与 \(tie.other) 按一人计，"
    case .elsewhere(let office):
      "而\(office)的 \(tie.other) 与 \(tie.name) 登录名相同或已裁定为同一人，按一人计（确是两人的，由市局另一名主管裁定：zizhu rule operators distinct --parties 局:姓名,局:姓名 --note 理由），"
    }
  }

  private static func deed(_ kind: DutyConflict.Kind, _ words: CaseWords) -> String {
    switch kind {
    case .handled(.accepted): "受理或接收了这一件"
    case .handled(.input(let input)): "最后修改了“\(words.input(input))”"
    case .handled(.paper(let paper)): "最后核对了材料“\(words.paper(paper))”"
    case .handled(.facts): "更新了这一件所依据的申请人情况"
    case .handled(.handedUp): "上报了这一件"
    case .handled(.amount): "追回了款项或提出了变更金额"
    case .applicant(let fields): "最后修改了申请人的\(fields.map(Labels.label).joined(separator: "、"))"
    case .entered(let input): "录入了“\(words.input(input))”，此后没有人改过"
    case .accountEntered: "录入了申请人的账号，此后没有人改过"
    case .reading(let reading): "选定了关系到这一件的口径“\(words.reading(reading))”"
    case .news(let id): "登记了不利情形 \(id)"
    case .approved: "审定了这一件"
    case .undoneApproval: "撤销了这一件的审定"
    case .policy: "启用了改变这一件结论的政策"
    }
  }
}
