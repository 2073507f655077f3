import ArgumentParser
import CaseModel
import Casework
import Office
import SubsidyRules
import Wording

/// Shows one filing or applicant: facts, decision, working, history.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "查看一件申报或一个申请人：事实、核算、经过；写专利申请号则列出所有以它为依据的申报")

  @Argument(help: "申报或申请人的编号，或专利申请号") var id: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try reporting {
      let state = try options.open().state
      let lines: [String]
      if let file = state.file(id), let decision = state.decision(of: id) {
        lines = Self.lines(file, decision, state)
      } else if let applicant = state.applicant(id) {
        lines = Self.lines(applicant, state)
      } else if let application = News.application(id) {
        lines = NewsWording.lines(restingOn: application, state)
      } else {
        throw Failure(status: .notFound, sentence: "没有这个编号的申报或申请人。")
      }
      try Streams.write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
  }

  private static func lines(_ file: FiledFiling, _ decision: Decision, _ state: OfficeState) -> [String] {
    let item = state.policy.item(file.filing.item)
    var lines = [
      "申报 \(file.filing.id)  \(item?.label ?? file.filing.item)（\(Labels.articleName(item?.article ?? ""))）",
      "申请人 \(state.applicant(file.filing.applicant)?.name ?? "") \(file.filing.applicant)",
      "收件 \(file.filing.received)  阶段 \(StepLabels.label(file.standing))  版本 \(state.revision(of: file))",
      "结论 \(Labels.label(decision.outcome))  资助额 \(MoneyWording.yuan(decision.award))",
    ]
    lines += decision.reasons.map {
      "  "
        + ReasonWording.sentence(
          $0, item: item, policy: state.policy, trace: decision.trace, filing: file.filing)
    }
    lines += decision.warnings.map { "  " + WarningWording.sentence($0, policy: state.policy) }
    lines.append("核算过程")
    lines += WorkingWording.lines(decision.trace, item: item, policy: state.policy).map { "  " + $0.cited }
    lines.append("经过")
    let words = CaseWords(state, filing: file.filing.id)
    lines += file.history.map {
      "  \(MomentWording.local($0.at)) \($0.by) \(HistoryWording.line($0, words))"
        + ExceptionWording.mark($0, of: file.filing.id, state)
    }
    return lines
  }

  private static func lines(_ applicant: Applicant, _ state: OfficeState) -> [String] {
    let files = state.files(of: applicant.id)
    return [
      "申请人 \(applicant.id)  \(applicant.name)",
      "\(Labels.label(applicant.kind))  \(Labels.district(applicant.district, among: state.districts))",
      "申报 \(files.count) 件",
    ]
      + files.map {
        "  \($0.filing.id)  \(state.policy.item($0.filing.item)?.label ?? "")  "
          + "\(Labels.label($0.decision.outcome))  \(MoneyWording.yuan($0.decision.award))"
      }
  }
}
