import CaseModel
public import Casework
import SubsidyRules

/// Why a filing is not moved on, and what to do.
public enum StepRefusalWording {
  public static func sentence(_ refusal: StepRefusal, _ words: CaseWords = CaseWords()) -> String {
    switch refusal {
    case .wrongStanding(let standing, let step): return standingSentence(standing, step)
    case .movedOn(let by, let at): return "\(by) 于 \(MomentWording.local(at)) 又办理过这一件，请看过最新情况再办。"
    case .awardMoved(let seen, let now):
      return "资助额已由 \(MoneyWording.yuan(seen)) 变为 \(MoneyWording.yuan(now))，请看过再办。"
    case .duty(let conflict, let others): return DutyWording.sentence(conflict, mayAct: others, words)
    case .aloneByRetirement(let names):
      return "今天刚停用了\(names.joined(separator: "、"))，当天不能独自审定或拨付自己经办的申报；请改日办理，或由另一人办理。"
    case .dayBeforeReceipt(let day, let received): return "办理日期 \(day) 早于收件日期 \(received)，请核对。"
    case .dayBeforeLastStep(let day, let last, let on):
      return "办理日期 \(day) 早于\(StepLabels.label(last))的 \(on)：日期不能倒退，请核对。"
    case .beforeSigning(let day, let signed):
      return "日期 \(day) 早于办法签发的 \(signed)：签发以前不能审定、拨付，请核对。"
    case .dayInFuture(let day): return "日期 \(day) 还没有到，请核对。"
    case .readingOpen(let readings, let others):
      let names = CaseWords.list(readings.map(words.reading))
      return "换一种口径，本件结论不同：\(names)。请主管先选定口径（选定后全单位适用，另涉及 \(others) 件未审定的申报）。"
    case .outOfTurn(let cap, let overtakes):
      return "“\(words.cap(cap))”下还有先收到而未审定的申报：\(overtakes.joined(separator: "、"))。要越过它们，请写明理由。"
    case .turnTaken(let losers): return TurnWording.stepSentence(losers)
    case .orderOpen(let cap, let until):
      return "“\(words.cap(cap))”不按收件先后，到 \(until) 为止还可能有排在前面的申报；请在这天之后审定。"
    case .lotNotDrawn(let cap, let year):
      return "“\(words.cap(cap))”下同日收件的由抽签定先后，以 \(year) 年度的封存为准，封存以前不能审定；请先封存 \(year) 年度。"
    case .publicUntil(let day): return "公示到 \(day) 为止，公示期满以前不能列入批次或拨付。"
    case .objectionOpen(let day):
      return "公示中 \(day) 登记的异议还没有处理：不成立的，由另一位复核登记“异议不成立”；成立的，不予资助，或撤销审定后重办。"
    case .noObjection: return "没有待处理的异议。"
    case .nothingToServe: return "这一件没有要送达的决定。"
    case .numberMissing: return "请写明所送达文书的文号。"
    case .wayMissing: return "请写明送达方式。"
    case .badNews(let id): return "本件所依据的专利或合同已登记不利情形（\(id)），不能办理。请先按该情形处理。"
    case .notPayable(let outcome): return payable(outcome)
    case .keyHeld(let filing): return "同一依据已由申报 \(filing) 占用，只能资助一次，这一件没有可以审定的资助额。请核对，或不予资助。"
    case .groundMissing(let step): return "\(StepLabels.label(step))须有事由：请选事由代码，或写明理由。"
    case .unknownGround(let code, let known):
      let names = known.map { "\($0)（\(words.ground($0))）" }.joined(separator: "、")
      return "这一步没有事由“\(code)”。可用的有：\(names)。"
    default: return gaps(refusal, words)
    }
  }

  private static func standingSentence(_ standing: Standing, _ step: Step) -> String {
    // Where something comes back from a city is told where it does.
    let from = StageRule.of(step).from.filter { $0 != .sentBack }.map(StepLabels.label).joined(separator: "、")
    return "这一件现为“\(StepLabels.label(standing))”，不能\(StepLabels.label(step))；须在\(from)时办理。"
  }

  private static func payable(_ outcome: Outcome) -> String {
    switch outcome {
    case .refused: "本件不符合条件，没有可以审定的资助额。请核对，或不予资助。"
    case .exhausted: "限额已经用尽，没有可以审定的资助额。可以等候余额，或以限额用尽为由不予资助。"
    default: "本件还没有可以审定的资助额（\(Labels.label(outcome))）。"
    }
  }

  private static func gaps(_ refusal: StepRefusal, _ words: CaseWords) -> String {
    switch refusal {
    case .incomplete(let points): "还有要补正的：\(PointWording.list(points, words))。请先补正。"
    case .papers(let points): "材料还不齐备：\(PointWording.list(points, words))。请先补正。"
    case .papersUnchecked(let papers):
      "材料 \(papers.count) 项还未核对：\(CaseWords.list(papers.map(words.paper)))。按政策，核对后才能办理；请先核对（列表里按 F4，或用 zizhu papers）。"
    case .figuresMissing(let inputs): "请先填写：\(CaseWords.list(inputs.map(words.input)))。"
    case .unknownInput(let input): "该项目没有“\(input)”这一栏。"
    case .noFiguresHere(let step): "\(StepLabels.label(step))时不填写数据；请在受理或初审时填写。"
    case .figureAtReview(let input): "“\(words.input(input))”由本单位在初审时填写。"
    case .nothingToCorrect: "没有要补正的内容。请先核对材料，或写明要补正什么。"
    case .notOneTime(let points):
      "补正内容应当一次告知；以下各项在第一次通知时已能看到：\(PointWording.list(points, words))。须由主管写明理由后办理。"
    case .dueBeforePeriod(let due, let least): "期限 \(due) 短于本局设定的，最早为 \(least)，请核对。"
    case .dueNotAfter(let due, let day): "期限 \(due) 不在 \(day) 之后，请核对。"
    case .calendarUnknown(let year): "放假安排 holidays.json 里没有 \(year) 年，算不出工作日。请补上该年的安排，或直接写明期限的日期。"
    case .noDue: "没有记录期限。请先通知申请人并写明期限。"
    case .dueNotOver(let due): "期限到 \(due) 为止，还没有过。"
    case .amountMissing: "请写明金额。"
    case .amountDiffers(let asked, let actual):
      "写的是 \(MoneyWording.yuan(asked))，应为 \(MoneyWording.yuan(actual))，没有办理。请核对。"
    case .amountTooLarge(let asked, let most):
      "\(MoneyWording.yuan(asked))超过了可以追回的 \(MoneyWording.yuan(most))。"
    case .amountUnchanged: "金额没有变化，不必变更。"
    case .nothingOwed: "没有应付而未付的金额。"
    case .nothingKept: "没有已经拨付、可以退回或追回的金额。"
    case .accountMissing: "申请人没有收款账号，请先补上。"
    case .bankMissing: "申请人没有登记开户银行，拨付名单上要写；请先补上。"
    case .accountUnchanged: "账号与退票时的相同。请先更正账号，或写明为什么不用更正。"
    case .noProposal: "没有人提出变更，无可确认。"
    case .noRoom(let cap, let left):
      "“\(words.cap(cap))”只剩 \(CapWording.named(MoneyTotal(left), isInPieces: words.isInPieces(cap)))，不够补付。"
    case .noOpenRecovery(let filing): "申报 \(filing) 没有待追回的金额。"
    case .otherApplicant(let filing): "申报 \(filing) 属于另一个申请人。"
    case .boundToSetOff(let filing): "这一步与申报 \(filing) 的抵扣是一笔，请在那一件上撤销。"
    case .inBatch(let batch):
      "这一件已列入拨付批次 \(batch)，名单已定，只能按它拨付；要改的，请先撤销“列入拨付批次”。"
    case .batchDiffers(let batch):
      "应付金额、收款账户或抵扣已与拨付批次 \(batch) 所列的不同，没有拨付。请先撤销“列入拨付批次”，再列入新的批次。"
    case .nothingToUndo: "没有可以撤销的办理步骤。"
    case .roomGivenAway(let cap, let left):
      "这一步让出的额度已核给别的申报，“\(words.cap(cap))”只剩 "
        + "\(CapWording.named(MoneyTotal(left), isInPieces: words.isInPieces(cap)))，不能撤销。要恢复的，请先变更占用额度的申报。"
    case .keyGivenAway(let filing): "同一依据已由申报 \(filing) 核定，不能撤销，否则会重复资助。要恢复的，请先撤销那一件的核定。"
    default: OfficesWording.sentence(refusal)
    }
  }
}
