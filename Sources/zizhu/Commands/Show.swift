import ArgumentParser
import CaseModel
import Casework
import Office
import SubsidyRules
import Wording

/// Shows one filing or applicant: facts, decision, working, history.
struct Show: StoreCommand {
  static let configuration = CommandConfiguration(abstract: "查看一件申报或一个申请人：事实、核算、经过；写专利申请号则列出所有以它为依据的申报")

  @Argument(help: "申报或申请人的编号，或专利申请号") var id: String
  @Flag(help: "已审定的申报：从日志重新列出限额下排在它前面的申报，与审定时保存的清单核对") var order = false
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let state = office.state
    if order { return try showOrder(in: office) }
    let lines: [String]
    if let file = state.file(id), let decision = state.decision(of: id) {
      lines = Self.lines(file, decision, try office.approved(id), state)
    } else if let applicant = state.applicant(id) {
      lines = Self.lines(applicant, state)
    } else if let application = News.application(id) {
      lines = NewsWording.lines(restingOn: application, state)
    } else {
      throw Failure(.notFound, "没有这个编号的申报或申请人。")
    }
    try Streams.write(lines)
  }

  /// The lists that the room was worked out from, made again; one that is not as it was kept fails the command.
  private func showOrder(in office: OpenOffice) throws {
    guard office.state.file(id) != nil else {
      throw Failure(.notFound, "没有这个编号的申报。")
    }
    guard let approved = try office.approved(id), let then = try office.stateAtApproval(of: id) else {
      throw Failure(.badInput, "申报 \(id) 没有在本局审定，或由别的局保管、清单分在几个局的日志里，在这里没有可核对的清单。")
    }
    let order = ServedOrder(of: id, approved, then)
    try Streams.write(order.lines)
    guard order.isAsKept else {
      throw Failure(.badInput, "重新列出的清单与审定时保存的不一致，请运行 zizhu verify 查明。")
    }
  }

  private static func lines(
    _ file: FiledFiling, _ decision: Decision, _ approved: ApprovedDecision?, _ state: OfficeState
  ) -> [String] {
    let item = state.policy.item(file.filing.item)
    var lines = [
      "申报 \(file.filing.id)  \(item?.label ?? file.filing.item)（\(Labels.articleName(item?.article ?? ""))）",
      "申请人 \(state.applicant(file.filing.applicant)?.name ?? "") \(file.filing.applicant)",
      "收件 \(file.filing.received)  阶段 \(StepLabels.label(file.standing))\(file.isVoid ? "（误录作废）" : "")  版本 \(state.revision(of: file))",
      "结论 \(Labels.label(decision.outcome))  资助额 \(MoneyWording.yuan(decision.award))",
    ]
    if let open = OwedWording.outstanding(file) { lines.append(open) }
    if let basis = AdoptionWording.basis(file.filing.item, in: state.policy) { lines.append(basis) }
    lines += ReasonWording.sentences(decision, item: item, policy: state.policy, filing: file.filing)
      .map { "  " + $0 }
    lines += OverrideWording.lines(file.filing, item).map { "  " + $0 }
    lines += decision.warnings.map { "  " + WarningWording.sentence($0, item: item, policy: state.policy) }
    if file.standing.isUnpaid {
      let background = state.background(of: file.filing)
      lines += (PatentWording.warnings(file.filing, state, background) + PatentWording.remarks(background))
        .map { "  " + $0 }
    }
    if let approved { lines += self.lines(approved, file) }
    lines.append(approved == nil ? "核算过程" : "审定以后")
    lines += WorkingWording.lines(decision.working, item: item, policy: state.policy).map { "  " + $0.cited }
    lines.append("经过")
    let words = CaseWords(state, filing: file.filing.id)
    lines += file.history.map {
      "  \(MomentWording.local($0.at)) \($0.by) \(HistoryWording.line($0, words))"
        + ExceptionWording.mark($0, of: file.filing.id, state)
    }
    return lines
  }

  /// What it was approved on.
  private static func lines(_ approved: ApprovedDecision, _ file: FiledFiling) -> [String] {
    guard let approval = file.approval else { return [] }
    let (decision, policy) = (approved.kept.decision, approved.policy)
    let item = policy.item(file.filing.item)
    var lines = [
      "审定时的核算（\(approval.entry.by) \(approval.step.day) 审定）",
      "  \(Labels.label(decision.outcome))  应资助额 \(MoneyWording.yuan(decision.gross))"
        + "  核定 \(MoneyWording.yuan(decision.award))",
    ]
    lines += decision.reasons.map {
      "  "
        + ReasonWording.sentence($0, item: item, policy: policy, trace: decision.trace, filing: file.filing)
    }
    lines += WorkingWording.lines(decision.trace, item: item, policy: policy).map { "  " + $0.cited }
    return lines
      + ApprovalWording.remarks(approved, approval.step, by: approval.entry.by).map { "  " + $0 }
  }

  private static func lines(_ applicant: Applicant, _ state: OfficeState) -> [String] {
    let files = state.files(of: applicant.id)
    return [
      "申请人 \(applicant.id)  \(applicant.name)",
      "\(Labels.label(applicant.kind))  \(Labels.district(applicant.district, among: state.districts))",
    ] + FormerNameWording.lines(of: applicant, state) + PersonWording.lines(of: applicant, state)
      + [OwedWording.outstanding(state.openRecoveries(of: applicant.id))].compactMap(\.self)
      + ["申报 \(files.count) 件"]
      + files.map {
        "  \($0.filing.id)  \(state.policy.item($0.filing.item)?.label ?? "")  "
          + "\(Labels.label($0.decision.outcome))  \(MoneyWording.yuan($0.decision.award))"
      }
  }
}
