import CaseModel
import Casework
import SubsidyRules
import Wording

extension OfficeState {
  // MARK: - 收件回执

  func receiptSlip(_ file: FiledFiling) throws(PrintRefusal) -> ReceiptSlip {
    if file.isVoid { throw .void(file.filing.id) }
    return ReceiptSlip(
      subject: subject(file), stated: stated(file),
      papers: tickList(of: file).map(paperLine),
      handler: file.history.first?.by ?? "")
  }

  private func paperLine(_ row: TickRow) -> ReceiptSlip.PaperLine {
    guard let tick = row.tick else {
      return .init(label: row.paper.label, needed: row.paper.needed, found: nil, isThere: nil)
    }
    let isThere = tick.verdict != .missing
    let parts = [
      isThere && tick.copies > 0 ? "\(tick.copies)份" : "", isThere && tick.hasOriginal ? "原件" : "",
      isThere && tick.pages > 0 ? "\(tick.pages)页" : "", isThere ? "" : "未交",
    ]
    return .init(
      label: row.paper.label, needed: row.paper.needed,
      found: parts.filter { !$0.isEmpty }.joined(separator: "，"), isThere: isThere)
  }

  // MARK: - 补正通知书

  /// The notice that was given last, or what one would say today, as a draft.
  func correctionLetter(_ file: FiledFiling, _ today: CivilDate) throws(PrintRefusal) -> CorrectionLetter {
    let notices = file.notices
    if file.standing == .correction, let last = notices.last {
      return CorrectionLetter(
        subject: subject(file), points: last.notice.points.map { point($0, file) },
        due: file.notice?.due ?? last.notice.due, isFurther: notices.count > 1, isDraft: false,
        issued: last.day, documentNumber: documentNumber(file, .correct))
    }
    let points = correctionPoints(of: file)
    guard !points.isEmpty else { throw .nothingToCorrect(file.filing.id) }
    return CorrectionLetter(
      subject: subject(file), points: points.map { point($0, file) }, due: nil,
      isFurther: !notices.isEmpty, isDraft: true, issued: today)
  }

  /// A point in words; of an input that is still wrong, what is wrong with it.
  private func point(_ point: CorrectionPoint, _ file: FiledFiling) -> String {
    let reasons = file.decision.reasons
    switch point {
    case .missingInput(let input) where reasons.contains(.missing(input)):
      return finding(.missing(input), file.decision, file) + "，请补齐。"
    case .invalidInput(let input) where reasons.contains(.invalid(input)):
      return finding(.invalid(input), file.decision, file) + "，请更正。"
    default: return PointWording.sentence(point, CaseWords(self, filing: file.filing.id)).ended
    }
  }

  // MARK: - 不予资助通知书

  /// The refusal as it was entered, or what the program finds, as a draft.
  func refusalLetter(_ file: FiledFiling, _ today: CivilDate) throws(PrintRefusal) -> RefusalLetter {
    let step = file.lastStep(.reject)
    let decision: Decision
    switch file.decision.outcome {
    case .refused, .exhausted: decision = self.decision(of: file.filing.id) ?? file.decision
    case .closed where file.standing == .rejected: decision = asIfOpen(file)
    default: throw .notRefused(file.filing.id)
    }
    let reasons =
      step.map { self.reasons($0, decision, file) } ?? decision.reasons.map { finding($0, decision, file) }
    guard !reasons.isEmpty else { throw .noReason(file.filing.id) }
    return RefusalLetter(
      subject: subject(file), reasons: reasons, isDraft: file.standing != .rejected,
      issued: step?.day ?? today, documentNumber: documentNumber(file, .reject))
  }

  /// The number of the paper that tells the last step of a kind: as it was served, else as the step has it.
  private func documentNumber(_ file: FiledFiling, _ kind: Step) -> String {
    guard let held = file.steps.last(where: { $0.step.step == kind }) else { return "" }
    if let service = file.service(of: held) { return service.service.number }
    // What bad news brought stands in the reasons.
    return news(namedBy: held.step, of: file) == nil ? held.step.paper : ""
  }

  // MARK: - 送达回证

  func serviceSlip(_ file: FiledFiling) throws(PrintRefusal) -> ServiceSlip {
    guard let held = file.decisionToServe else { throw .nothingToServe(file.filing.id) }
    let served = file.service(of: held)
    return ServiceSlip(
      subject: subject(file), document: PeriodWording.document(held.step.step),
      number: documentNumber(file, held.step.step), issued: held.step.day,
      way: served.map { PeriodWording.label($0.service.way) } ?? "", servedOn: served?.step.day)
  }

  /// What a closed filing would come to if it were still open: why it was refused.
  private func asIfOpen(_ file: FiledFiling) -> Decision {
    guard let applicant = applicant(file.filing.applicant) else { return file.decision }
    var open = file.filing
    open.stage = .received
    return preview(open, of: applicant).decision
  }

  // MARK: - 追回通知书

  /// The notice of a demand, from 1 on: of the last one where none is named.
  func recoveryLetter(_ file: FiledFiling, notice number: Int?) throws(PrintRefusal) -> RecoveryLetter {
    let demands = file.recoveries.demands
    let number = number ?? demands.count
    guard !demands.isEmpty else {
      throw file.balance.recovered > .zero
        ? .recoveredElsewhere(file.filing.id) : .nothingToRecover(file.filing.id)
    }
    guard demands.indices.contains(number - 1) else { throw .noSuchNotice(file.filing.id, of: demands.count) }
    let demand = demands[number - 1]
    guard demand.amount > .zero else { throw .nothingToRecover(file.filing.id) }
    return RecoveryLetter(
      subject: subject(file), number: number, demand: demand,
      reasons: reasons(demand.reasons, file.decision, file))
  }

  // MARK: - Reasons

  /// Why a step was taken, for a letter: each reason with what the decision found, and the note.
  private func reasons(_ step: StepTaken, _ decision: Decision, _ file: FiledFiling) -> [String] {
    let item = policy.item(file.filing.item)
    var reasons = step.grounds.filter { $0 != Ground.other.rawValue }.map { code in
      if let found = decision.reasons.first(where: { $0.code == code }) {
        return finding(found, decision, file)
      }
      return ReasonWording.ground(code, item: item, policy: policy)
    }
    var note = step.note.withoutStop
    // The number under which the office keeps its bad news says nothing to an applicant; the paper that brought it does.
    if let named = news(namedBy: step, of: file) {
      note = named.note.withoutStop
      if let last = reasons.popLast() { reasons.append("\(last)（\(named.news.paper)）") }
    }
    if !TextFolding.isBlank(note) { reasons.append(note) }
    return reasons
  }

  /// A reason for a letter: what was found, without a full stop.
  func finding(_ reason: Reason, _ decision: Decision, _ file: FiledFiling) -> String {
    ReasonWording.finding(
      reason, item: policy.item(file.filing.item), policy: policy, trace: decision.trace, filing: file.filing)
  }
}

extension FiledFiling {
  /// The notices that hold, in order, each with its day.
  fileprivate var notices: [(notice: CorrectionNotice, day: CivilDate)] {
    steps.compactMap { held in
      if case .notice(let notice) = held.step.detail { (notice, held.step.day) } else { nil }
    }
  }

  /// The last step of these kinds that holds.
  fileprivate func lastStep(_ kinds: Step...) -> StepTaken? {
    steps.last { kinds.contains($0.step.step) }?.step
  }
}

extension String {
  fileprivate var ended: String { withoutStop + "。" }
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
