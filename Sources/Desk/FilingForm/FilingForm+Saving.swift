import CaseModel
import Casework
import SubsidyRules
import Wording

extension FilingForm {
  func saved(by way: Request, _ desk: Surroundings) -> String? { "申报" }

  mutating func save(_ way: Request, isConfirmed: Bool, _ desk: Surroundings) -> Answer {
    let (state, today) = (desk.state, desk.today)
    goesOn = way == .saveAndNext
    // What was typed to look something up counts as if the field had been left.
    _ = moveFocus(by: 0, desk)
    guard var draft = draft(today: today, state: state) else {
      focus = item.chosen == nil ? 0 : applicant.chosen == nil ? 1 : 2
      fields.offer(state)
      let problem = focus == 2 ? received.problem(today: today) : nil
      return .fails("还没有保存：" + (problem.map { "收件日期：\($0)。" } ?? "请先填好项目、申请人和收件日期。"))
    }
    if let place = openBanReason {
      focus = place
      return .warns("还没有保存：申请人在不予资助名单内，请当面告知；仍收件的，请写明收件理由。")
    }
    if !isConfirmed {
      if let problem = firstProblem(today: today) {
        focus = problem.place
        return .changes { $0.ask(.saveAsTyped(problem.text, way)) }
      }
      // A paper claim is received as it stands, but not by a slip of the finger.
      if amended == nil, let empty = emptyFields { return .changes { $0.ask(.saveEmpty(empty, way)) } }
    }
    if let amended { return .asks(.save(.changeFiling(draft, seen: amended.seen))) }
    // The store gives the number when it saves, since another desk may take this one first.
    draft.id = ""
    return .asks(
      .save(
        .receiveFiling(draft, ticks: ticks(state)),
        expecting: live.map { Expected(decisions: [$0.decision]) }))
  }

  func afterSave(_ changes: [Change], _ desk: Surroundings) -> Answer {
    let (amended, goesOn) = (amended?.filing.id, goesOn)
    return .works { model, state in
      if let amended {
        model.close()
        model.message = Notice(
          .good, changes.isEmpty ? "没有变化。" : "已修改 \(amended)" + Self.result(of: amended, state) + "。")
      } else if case .filingReceived(let filing, _)? = changes.first {
        model.close()
        model.received(filing, as: Self.result(of: filing.id, state), goesOn: goesOn, state)
      }
      return []
    }
  }

  private static func result(of id: String, _ state: OfficeState) -> String {
    guard let decision = state.file(id)?.decision else { return "" }
    let points = state.file(id).map { state.correctionPoints(of: $0).count } ?? 0
    return "：\(Labels.label(decision.outcome)) \(MoneyWording.grouped(decision.award)) 元"
      + (points == 0 ? "" : "，要补正 \(points) 项")
  }
}

extension Model {
  /// Goes on behind a filing that has just been received: with the next one, or to where it stands.
  fileprivate mutating func received(
    _ filing: Filing, as result: String, goesOn: Bool, _ state: OfficeState
  ) {
    saving.lastFiling = filing
    message = Notice(.good, "已保存 \(filing.id)\(result)。" + (goesOn ? "请录下一件。" : ""))
    if goesOn { return open(FilingForm.next(after: filing, state: state, today: device.today)) }
    year = state.file(filing.id)?.year ?? year
    goToWorklist()
    renewLists(state)
    choose(state.number(ofFile: filing.id))
  }
}
