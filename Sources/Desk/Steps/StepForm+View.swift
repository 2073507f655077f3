import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

extension StepForm {
  /// What is to be done with how many.
  func title(_ desk: Surroundings) -> String {
    guard rows.count == 1, let row = rows.first, let file = desk.state.file(row.filing) else {
      return "\(name) \(rows.count) 件"
    }
    let name = desk.state.applicant(file.filing.applicant)?.name ?? file.filing.applicant
    return "\(row.filing)  \(name)"
  }

  /// What would come of it: the verdict first, then what it rests on.
  func lines(width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    (step == .undo ? undone(width, desk) : []) + verdictLines(width, desk)
  }

  /// What would be taken back and what that leads to, before anybody asks for a reason.
  private func undone(_ width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    rows.flatMap { row -> [DecisionLines.Line] in
      guard let file = desk.state.file(row.filing), let last = file.steps.last,
        let before = file.standingBeforeLastStep
      else { return [] }
      let entry = file.history[last.entry]
      let text =
        "撤销“\(StepLabels.label(last.step.step))”（\(entry.by) \(MomentWording.local(entry.at))），"
        + "回到“\(StepLabels.label(before))”。"
      return DecisionLines.wrapped(rows.count > 1 ? "\(row.filing)  \(text)" : text, width, .strong)
    }
  }

  private func verdictLines(_ width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    switch verdict {
    case nil: return []
    case .failure(let refusal)?:
      return DecisionLines.wrapped(StoreWording.sentence(refusal, in: desk.state), width, .bad)
    case .success(let verdict)?:
      guard rows.count > 1 else {
        return verdict.rows.first.map { single($0, verdict, width, desk) } ?? []
      }
      return batch(verdict, width, desk)
    }
  }

  /// That it uses more than the fund or a cap has.
  private func overdrawn(_ verdict: BatchVerdict, _ width: Int, _ desk: Surroundings) -> [DecisionLines.Line]
  {
    OwedWording.beyond(verdict, of: step, in: desk.state).flatMap {
      DecisionLines.wrapped($0, width, .warning)
    }
  }

  /// How many of those who are paid owe something.
  private func owing(_ verdict: BatchVerdict, _ width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    guard [.pay, .batch].contains(step) else { return [] }
    let applicants = Set(verdict.fitting.compactMap { desk.state.file($0.filing)?.filing.applicant })
    let owing = applicants.count { !desk.state.unclaimedRecoveries(of: $0, after: verdict).isEmpty }
    guard owing > 0 else { return [] }
    return DecisionLines.wrapped("其中 \(owing) 个申请人还有待追回的金额；“抵扣欠款”填“是”并写明理由，就先从拨付中抵扣。", width, .warning)
  }

  private func single(
    _ row: BatchVerdict.Row, _ verdict: BatchVerdict, _ width: Int, _ desk: Surroundings
  ) -> [DecisionLines.Line] {
    var lines: [DecisionLines.Line]
    switch row.result {
    case .failure(let refusal):
      lines = DecisionLines.wrapped(
        "不能\(name)：" + StoreWording.sentence(refusal, in: desk.state, filing: row.filing), width, .bad)
      if case .step(.duty(_, let others)) = refusal, !others.isEmpty {
        lines += DecisionLines.wrapped("换人请按 Ctrl-O。", width, .warning)
      }
    case .success(let taken):
      lines = DecisionLines.wrapped("可以\(name)：\(MoneyWording.grouped(row.amount)) 元", width, .good)
      let words = CaseWords(desk.state, filing: row.filing)
      lines += DecisionLines.wrapped(HistoryWording.line(.stepped(taken), words), width)
      lines += doubts(taken, width)
      lines += lonely(width, desk)
      lines += overdrawn(verdict, width, desk)
      if [.pay, .batch].contains(step), let applicant = desk.state.file(row.filing)?.filing.applicant,
        let owed = OwedWording.sentence(desk.state.unclaimedRecoveries(of: applicant, after: verdict))
      {
        lines += DecisionLines.wrapped(owed, width, .warning)
      }
      lines += unasked(row.filing, desk).map { DecisionLines.wrapped($0, width, .warning) } ?? []
      let open = unchecked(row.filing, desk)
      if open > 0 {
        lines += DecisionLines.wrapped("材料 \(open) 项还未核对；先核对的，请按 F10 返回再按 F4。", width, .warning)
      }
    }
    guard let (filing, decision) = decision(of: row.filing, desk),
      let item = desk.state.policy.item(filing.item)
    else { return lines }
    lines.append(.init(text: ""))
    let made = DecisionLines(decision: decision, item: item, filing: filing, policy: desk.state.policy)
    return lines + made.verdict(width: width) + made.working(width: width)
  }

  /// What is doubtful in what is approved, which the approval keeps.
  private func doubts(_ taken: StepTaken, _ width: Int) -> [DecisionLines.Line] {
    ApprovalWording.open(taken).flatMap { DecisionLines.wrapped($0, width, .warning) }
  }

  /// That whoever accepts leaves nobody to approve or pay.
  private func lonely(_ width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    guard step == .accept else { return [] }
    let steps = desk.state.stepsWithoutOthers(than: desk.operatorName)
    return DutyWording.warning(steps).map { DecisionLines.wrapped($0, width, .warning) } ?? []
  }

  /// That a notice says nothing of papers that nobody has looked at.
  private func unasked(_ id: String, _ desk: Surroundings) -> String? {
    guard step == .correct, let file = desk.state.file(id) else { return nil }
    return TickWording.unchecked(desk.state.openPapers(of: file))
  }

  /// How many papers that are always asked for nobody has looked at, before what follows rests on them.
  private func unchecked(_ id: String, _ desk: Surroundings) -> Int {
    guard [.accept, .review, .approve, .handUp].contains(step), let file = desk.state.file(id) else {
      return 0
    }
    return desk.state.openPapers(of: file).count
  }

  /// The decision that stands, or with figures being entered the one that they would make.
  private func decision(of id: String, _ desk: Surroundings) -> (Filing, Decision)? {
    guard let filing = desk.state.file(id)?.filing else { return nil }
    let figures = request(desk).figures
    if !figures.isEmpty, let applicant = desk.state.applicant(filing.applicant) {
      let changed = filing.with(figures)
      return (changed, desk.state.preview(changed, of: applicant).decision)
    }
    return desk.state.decision(of: id).map { (filing, $0) }
  }

  /// Count and sum first, then those that can't be done with the reason, then the others.
  private func batch(_ verdict: BatchVerdict, _ width: Int, _ desk: Surroundings) -> [DecisionLines.Line] {
    var lines = DecisionLines.wrapped(
      "可以\(name) \(verdict.fitting.count) 件，合计 \(MoneyWording.grouped(verdict.sum)) 元；不能办 \(verdict.refused.count) 件。",
      width, verdict.refused.isEmpty ? .good : .warning)
    if !verdict.fitting.isEmpty { lines += lonely(width, desk) }
    lines += overdrawn(verdict, width, desk) + owing(verdict, width, desk)
    let lacking = verdict.fitting.count { unchecked($0.filing, desk) > 0 }
    if lacking > 0 {
      lines += DecisionLines.wrapped("其中 \(lacking) 件的材料还没有核对完；先核对的，请在列表里按 F4。", width, .warning)
    }
    let doubtful = verdict.fitting.count { ApprovalWording.isDoubtful($0) }
    if doubtful > 0 {
      lines += DecisionLines.wrapped("其中 \(doubtful) 件有需要注意的，写在各件下面。", width, .warning)
    }
    // One reason for many stands once, with all that it keeps.
    var reasons: [(sentence: String, filings: [String])] = []
    for row in verdict.refused {
      let sentence = StoreWording.sentence(row.refusal, in: desk.state, filing: row.filing)
      if let place = reasons.firstIndex(where: { $0.sentence == sentence }) {
        reasons[place].filings.append(row.filing)
      } else {
        reasons.append((sentence, [row.filing]))
      }
    }
    for (sentence, filings) in reasons {
      let whom = filings.count == 1 ? "\(filings[0])  不能办" : "\(filings.count) 件不能办"
      lines += DecisionLines.wrapped("\(whom)：\(sentence)", width, .bad)
      guard filings.count > 1 else { continue }
      lines += DecisionLines.wrapped(filings.joined(separator: "  "), width, .dim)
    }
    for row in verdict.fitting {
      let name = desk.state.file(row.filing).flatMap { desk.state.applicant($0.filing.applicant)?.name } ?? ""
      lines.append(
        .init(text: "\(row.filing)  \(name)", mark: MoneyWording.grouped(row.amount) + " 元"))
      if case .success(let taken) = row.result { lines += doubts(taken, width) }
    }
    return lines
  }
}
