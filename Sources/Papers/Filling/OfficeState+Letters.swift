import CaseModel
import Casework
import SubsidyRules
import Wording

extension OfficeState {
  func receiptSlip(_ file: FiledFiling) -> ReceiptSlip {
    let papers = policy.commonPapers + (policy.item(file.filing.item)?.papers ?? [])
    return ReceiptSlip(
      subject: subject(file), stated: stated(file),
      papers: papers.map { .init(label: $0.label, needed: $0.needed, found: nil, isThere: nil) },
      handler: file.history.first?.by ?? "")
  }

  func correctionLetter(_ file: FiledFiling, _ today: CivilDate) throws(PrintRefusal) -> CorrectionLetter {
    let points = correctionPoints(file)
    guard !points.isEmpty else { throw .nothingToCorrect(file.filing.id) }
    return CorrectionLetter(
      subject: subject(file), points: points, due: nil, isFurther: false, issued: today)
  }

  /// What the applicant left out or wrote so that it can't be read; what the office is to fill in is not theirs.
  private func correctionPoints(_ file: FiledFiling) -> [String] {
    let item = policy.item(file.filing.item)
    return file.decision.reasons.compactMap { reason in
      switch reason {
      case .missing(let input) where item?.input(input)?.source != .office:
        finding(reason, file.decision, file) + "，请补齐。"
      case .invalid(let input) where item?.input(input)?.source != .office:
        finding(reason, file.decision, file) + "，请更正。"
      default: nil
      }
    }
  }

  func refusalLetter(_ file: FiledFiling, _ today: CivilDate) throws(PrintRefusal) -> RefusalLetter {
    let decision: Decision
    switch file.decision.outcome {
    case .refused, .exhausted: decision = self.decision(of: file.filing.id) ?? file.decision
    case .closed where file.filing.stage == .rejected: decision = asIfOpen(file)
    default: throw .notRefused(file.filing.id)
    }
    guard !decision.reasons.isEmpty else { throw .noReason(file.filing.id) }
    return RefusalLetter(
      subject: subject(file), reasons: decision.reasons.map { finding($0, decision, file) }, issued: today)
  }

  /// What a closed filing would come to if it were still open: why it was refused.
  private func asIfOpen(_ file: FiledFiling) -> Decision {
    guard let applicant = applicant(file.filing.applicant) else { return file.decision }
    var open = file.filing
    open.stage = .received
    return preview(open, of: applicant).decision
  }

  func recoveryLetter(_ file: FiledFiling, _ today: CivilDate) throws(PrintRefusal) -> RecoveryLetter {
    guard let decided = file.filing.decided, let amount = file.filing.reclaimed, amount > .zero else {
      throw .nothingToRecover(file.filing.id)
    }
    return RecoveryLetter(
      subject: subject(file), decided: decided, amount: amount, reasons: [], due: nil, issued: today)
  }

  /// A reason for a letter: what was found, without a full stop.
  func finding(_ reason: Reason, _ decision: Decision, _ file: FiledFiling) -> String {
    ReasonWording.finding(
      reason, item: policy.item(file.filing.item), policy: policy, trace: decision.trace, filing: file.filing)
  }
}

extension Paper {
  /// What has to be handed in: 复印件1份; 原件; 1份，须有原件.
  var needed: String {
    let what: String
    switch (original, copies) {
    case (true, 0): what = "原件"
    case (true, _): what = "\(copies)份，须有原件"
    case (false, _): what = "复印件\(copies)份"
    }
    return what + (optional ? "，如有" : "")
  }
}
