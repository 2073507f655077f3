import CaseModel
import Casework
import SubsidyRules
import Wording

extension OfficeState {
  /// - Parameter approved: what an approved filing was approved on; its sheet then says the same for ever.
  func approvalSheet(
    _ file: FiledFiling, _ approved: ApprovedDecision?
  ) throws(PrintRefusal) -> ApprovalSheet {
    let filing = file.filing
    let decision = self.decision(of: filing.id) ?? file.decision
    switch decision.outcome {
    case .closed: throw .closed(filing.id, filing.stage)
    case .incomplete: throw .incomplete(filing.id)
    case .decided:
      if let approved, let approval = file.approval { return sheet(file, approved, approval) }
      return sheet(file, decision, judged: judgedAlone(file))
    case .pay, .reduced, .exhausted, .refused: return sheet(file, decision, judged: nil)
    }
  }

  /// The sheet as it stood at the approval, whatever has happened since.
  private func sheet(
    _ file: FiledFiling, _ approved: ApprovedDecision, _ approval: (step: StepTaken, entry: HistoryEntry)
  ) -> ApprovalSheet {
    let (decision, policy) = (approved.kept.decision, approved.policy)
    let item = policy.item(file.filing.item)
    return ApprovalSheet(
      subject: subject(file, of: approved.applicant), stage: StepLabels.label(.approved),
      stated: stated(file),
      claimed: decision.gross, award: decision.award, isDecided: true,
      reasons: decision.reasons.map {
        ReasonWording.finding($0, item: item, policy: policy, trace: decision.trace, filing: file.filing)
      },
      working: WorkingWording.lines(decision.trace, item: item, policy: policy).map(\.cited),
      remarks: OverrideWording.lines(file.filing, item)
        + ApprovalWording.remarks(approved, approval.step, by: approval.entry.by)
        + remarks(on: approval.step) + remarks(onSponsorOf: approval.entry),
      handler: file.history.first?.by ?? "", approver: approval.entry.by, approved: approval.step.day)
  }

  /// - Parameter judged: for a filing that is decided, what it comes to by itself: its own decision says only what
  ///   was decided.
  private func sheet(_ file: FiledFiling, _ decision: Decision, judged: Decision?) -> ApprovalSheet {
    let item = policy.item(file.filing.item)
    var remarks = OverrideWording.lines(file.filing, item)
    remarks += decision.warnings.map { WarningWording.sentence($0, item: item, policy: policy) }
    if file.standing.isUndecided {
      let background = self.background(of: file.filing)
      remarks += PatentWording.warnings(file.filing, self, background) + PatentWording.remarks(background)
    }
    let reasons = (judged ?? decision).reasons.map { finding($0, judged ?? decision, file) }
    if judged?.reasons.isEmpty == false {
      remarks.append("按现行政策和口径核算，本件不符合条件或者材料不全，与核定额不一致。")
    }
    let approval = file.approval
    if let approval {
      remarks +=
        ApprovalWording.doubts(approval.step) + self.remarks(on: approval.step)
        + self.remarks(onSponsorOf: approval.entry)
    }
    return ApprovalSheet(
      subject: subject(file), stage: StepLabels.label(file.standing), stated: stated(file),
      claimed: (judged ?? decision).gross, award: file.filing.decided ?? decision.award,
      isDecided: judged != nil,
      reasons: reasons, working: working(file, decision, judged), remarks: remarks,
      handler: file.history.first?.by ?? "", approver: approval?.entry.by, approved: approval?.step.day)
  }

  /// That whoever approved was a new name.
  private func remarks(onSponsorOf entry: HistoryEntry) -> [String] {
    guard let sponsor = sponsor(behind: entry) else { return [] }
    return ["复核人 \(entry.by) \(ExceptionWording.sentence(.newName(sponsor), self))。"]
  }

  /// What an auditor should see of how it was approved.
  private func remarks(on approval: StepTaken) -> [String] {
    var remarks: [String] = []
    if approval.isAlone { remarks.append("本局一人办理，由同一人审定。") }
    if case .approval(let detail) = approval.detail, !detail.overtakes.isEmpty {
      let note = approval.note.isEmpty ? "" : "，理由：\(approval.note)"
      remarks.append("先于收件在前的 \(detail.overtakes.joined(separator: "、")) 审定\(note)。")
    }
    return remarks
  }

  private func working(_ file: FiledFiling, _ decision: Decision, _ judged: Decision?) -> [String] {
    func lines(_ trace: Trace) -> [String] {
      WorkingWording.lines(trace, item: policy.item(file.filing.item), policy: policy).map(\.cited)
    }
    guard let judged else { return lines(decision.trace) }
    // Of the decided one's own working the end: decided less what came back, and the award.
    return lines(judged.trace) + lines(decision.trace).suffix(2)
  }

  /// What a decided filing comes to by itself, under the policy in force and before shared caps and once-only keys.
  private func judgedAlone(_ file: FiledFiling) -> Decision {
    var open = file.filing
    open.stage = .received
    open.decided = nil
    open.reclaimed = nil
    let judgement = policy.judge(open, of: file.facts, tracing: true)
    var decision = policy.decide(judgement, in: Ledger(), settlement: nil)
    // An empty ledger has no say: its two steps at the end would tell of no key and no room.
    decision.trace.nodes.removeAll { $0.operation == .first || $0.operation == .award }
    return decision
  }
}
