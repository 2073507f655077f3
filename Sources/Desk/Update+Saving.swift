public import Casework
import CaseModel
import Cells
import SubsidyRules
import Wording

/// Saving what lies on top, and what follows once it is safe.
extension Model {
  /// What a save key comes to: `save`, or `saveAndNext`, which goes on with the next filing or step.
  ///
  /// - Parameter isConfirmed: Whether somebody has said that a filing is to be received as it stands.
  mutating func save(_ way: Request, isConfirmed: Bool = false, _ state: OfficeState) -> [Effect] {
    if way == .saveAndNext, overlay is StepForm { return stepOn(state) }
    let effects = save(isConfirmed: isConfirmed, way: way, state)
    if way == .saveAndNext, saving == .filing { saving = .filingThenNext }
    return effects
  }

  /// What lies on top, in a few words; nil where there is nothing to save.
  private func savedNext(_ state: OfficeState) -> String? {
    if var top = overlay {
      // What it would refuse anyway needs no question.
      guard top.canSave, case .asks = top.save(surroundings(state)) else { return nil }
      let what = top.keyHints.first { $0.name == .f(8) }?.label ?? "保存"
      return (top as? StepForm)?.name ?? "\(top.heading)：\(what)"
    }
    return applicantForm != nil ? "申请人" : listEntry != nil ? "列表" : filing != nil ? "申报" : nil
  }

  /// Asks before a key that has just saved something saves this too; false where there is no need.
  mutating func asksAgain(_ way: Request, _ state: OfficeState) -> Bool {
    guard isRepeated, let next = savedNext(state) else { return false }
    question = .again(next, way)
    return true
  }

  mutating func save(isConfirmed: Bool = false, way: Request = .save, _ state: OfficeState) -> [Effect] {
    if asksAgain(way, state) { return [] }
    if let readOnly, overlay?.canSave ?? (filing != nil || applicantForm != nil) {
      message = Notice(.bad, "没有保存：" + readOnly)
      return []
    }
    if overlay != nil { return saveOverlay(state) }
    // What was typed to look something up counts as if the field had been left.
    if applicantForm != nil {
      _ = applicantForm?.moveFocus(by: 0, state: state, today: today)
    } else {
      _ = filing?.moveFocus(by: 0, state: state, today: today)
    }
    if let form = applicantForm {
      switch form.applicant() {
      case .success(let applicant):
        // Of an equal code the office says so itself.
        if form.amended == nil, form.codeOwner(state) == nil,
          let known = form.namesakes(state).first(where: { $0.kind.isUnit }),
          applicant.note == nil
        {
          applicantForm?.askForReason()
          message = Notice(.warning, "没有保存：已有同名的 \(known.id) \(known.name)。确要另立一个，请在“说明”写明理由。")
          return []
        }
        if let amended = form.amended, amended.applicant.parent != applicant.parent,
          applicantForm?.askSince() == true
        {
          message = Notice(.warning, "还没有保存：总部改了。一直如此的再按 F8（更正）；自某日起变更的先填变更日。")
          return []
        }
        guard let since = form.since(today: today) else {
          message = Notice(.bad, "没有保存：总部变更日读不出来，请写如 2019-05-01。")
          return []
        }
        saving = .applicant
        guard let amended = form.amended else { return [.save(.enterApplicant(applicant))] }
        return [
          .save(
            .changeApplicant(applicant, touching: form.touched(today: today), since: since),
            expecting: Expected(changes: [applicant.id: amended.changes]))
        ]
      case .failure(let gap):
        applicantForm?.focus = gap.field
        applicantForm?.isTried = true
        // What was typed and can't be read says more than that something is missing.
        let field = form.fields.indices.contains(gap.field) ? form.fields[gap.field] : nil
        let problem = field?.kind == .text ? nil : field?.problem(today: today)
        let others = form.gaps.dropFirst().map(\.text).joined()
        message = Notice(.bad, gap.text + (problem.map { "\($0)。" } ?? "") + others)
        return []
      }
    }
    if let list = listEntry {
      let standing = list.standing(today: today, state: state)
      guard !standing.isEmpty else {
        message = Notice(.bad, "还没有可以保存的行。")
        return []
      }
      if let asked = list.reasonAsked(surroundings(state)) {
        overlay = asked
        return []
      }
      saving = .list
      let decisions = list.preview.rows.map(\.decision).filter(\.outcome.isServed)
      return [
        .save(
          .receiveFilings(standing, ticks: filing?.ticks(state) ?? []),
          expecting: Expected(decisions: decisions))
      ]
    }
    guard let form = filing else { return [] }
    guard var draft = form.draft(today: today, state: state) else {
      filing?.focus = form.item.chosen == nil ? 0 : form.applicant.chosen == nil ? 1 : 2
      filing?.offer(state: state)
      let problem = filing?.focus == 2 ? form.received.problem(today: today) : nil
      message = Notice(.bad, "还没有保存：" + (problem.map { "收件日期：\($0)。" } ?? "请先填好项目、申请人和收件日期。"))
      return []
    }
    if let place = form.openBanReason {
      filing?.focus = place
      message = Notice(.warning, "还没有保存：申请人在不予资助名单内，请当面告知；仍收件的，请写明收件理由。")
      return []
    }
    if !isConfirmed {
      if let problem = form.firstProblem(today: today) {
        filing?.focus = problem.place
        question = .saveAsTyped(problem.text, way)
        return []
      }
      // A paper claim is received as it stands, but not by a slip of the finger.
      if form.amended == nil, let empty = form.emptyFields {
        question = .saveEmpty(empty, way)
        return []
      }
    }
    if let amended = form.amended {
      saving = .amendment
      return [.save(.changeFiling(draft, seen: amended.seen))]
    }
    // The store gives the number when it saves, since another desk may take this one first.
    draft.id = ""
    saving = .filing
    return [
      .save(
        .receiveFiling(draft, ticks: form.ticks(state)),
        expecting: form.live.map { Expected(decisions: [$0.decision]) })
    ]
  }

  // MARK: - Afterwards

  /// A save is safe on the disk.
  public mutating func saved(_ changes: [Change], _ state: OfficeState) {
    // The next key acts on what is chosen from now on, and it may come before anything else is told.
    defer {
      saving = nil
      savedMessage = message
      renewLists(state)
    }
    remember(changes, state)
    switch saving {
    case .overlay:
      message = overlay?.saved(changes, surroundings(state))
      let done = overlay as? StepForm
      overlay = nil
      marks = []
      overlay = done.flatMap { following($0, state) }
    case .amendment:
      guard let id = filing?.amended?.filing.id else { break }
      filing = nil
      message = Notice(.good, changes.isEmpty ? "没有变化。" : "已修改 \(id)" + result(of: id, state) + "。")
    case .applicant where applicantForm?.amended != nil:
      guard let id = applicantForm?.amended?.applicant.id else { break }
      applicantForm = nil
      // An overrun says more than how the change was taken.
      let outcome = FamilyWording.outcome(of: changes, state)
      let told = outcome.last { $0.hasPrefix("超出上限") } ?? outcome.first ?? ""
      message = Notice(.good, changes.isEmpty ? "没有变化。" : "已修改申请人 \(id)。\(told)")
    case .applicant:
      guard case .applicantEntered(let applicant)? = changes.first else { break }
      applicantForm = nil
      filing?.choose(applicant, state: state, today: today)
      if filing?.focus == 1 { _ = filing?.moveFocus(by: 1, state: state, today: today) }
      message = Notice(.good, "已保存申请人 \(applicant.id)。")
      if filing == nil { show(applicant: applicant.id, state) }
    case .list:
      listEntry?.removeStanding(today: today, state: state)
      let numbers = listEntry.map { list in list.filled().map { list.number(ofRow: $0.place) } } ?? []
      let left = numbers.count
      message = Notice(
        left == 0 ? .good : .warning,
        "已保存 \(Set(changes.compactMap(\.record)).count) 件。"
          + (left == 0 ? "" : "还有 \(left) 行不成立（第 \(Self.few(numbers)) 行），留在列表里，请改好或删去。"))
      guard left == 0 else { break }
      listEntry = nil
      filing = nil
      leaveTrail()
      screen = .worklist
      worklist.showAll()
    case .filingThenNext:
      guard case .filingReceived(let filing, _)? = changes.first else { break }
      lastFiling = filing
      message = Notice(.good, "已保存 \(filing.id)" + result(of: filing.id, state) + "。请录下一件。")
      self.filing = FilingForm.next(after: filing, state: state, today: today)
    case .filing:
      guard case .filingReceived(let filing, _)? = changes.first else { break }
      self.filing = nil
      lastFiling = filing
      message = Notice(.good, "已保存 \(filing.id)" + result(of: filing.id, state) + "。")
      year = state.file(filing.id)?.year ?? year
      leaveTrail()
      screen = .worklist
      worklist.showAll()
      renewLists(state)
      choose(state.number(ofFile: filing.id))
    case nil: break
    }
  }

  /// The first ones of a row of numbers, so that a sentence stays one.
  private static func few(_ numbers: [Int]) -> String {
    numbers.prefix(8).map(String.init).joined(separator: "、") + (numbers.count > 8 ? " 等" : "")
  }

  private func result(of id: String, _ state: OfficeState) -> String {
    guard let decision = state.file(id)?.decision else { return "" }
    let points = state.file(id).map { state.correctionPoints(of: $0).count } ?? 0
    return "：\(Labels.label(decision.outcome)) \(MoneyWording.grouped(decision.award)) 元"
      + (points == 0 ? "" : "，要补正 \(points) 项")
  }

  /// A save was not made; what was typed stays.
  public mutating func notSaved(_ sentence: String) {
    (saving, savedWith) = (nil, nil)
    message = Notice(.bad, sentence)
  }
}
