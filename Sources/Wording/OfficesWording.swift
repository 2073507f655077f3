import CaseModel
public import Casework

/// Sentences about what goes on between a city and its offices.
public enum OfficesWording {
  /// What a line of the journal says, in the office's words.
  static func line(_ change: OfficesChange) -> String {
    switch change {
    case .enrolled(let office): "入网  \(office.name)（\(office.code)）"
    case .admitted(let code, _): "接纳  \(code)"
    case .retired(let code, let note): "停止报送  \(code)（\(note.withoutStop)）"
    case .joined(let link): "加入  \(link.name)"
    case .bundled(let number): "报送件  第 \(number) 号"
    case .gathered(let heads): "汇总  \(heads.count) 个局"
    case .parted(let found): "分叉  \(Set(found.map(\.writer)).count) 个局"
    case .ruled(let ruling) where ruling.isAmongOperators:
      "裁定  \(amongOperators(ruling.parties, ruling.verdict))（\(ruling.note.withoutStop)）"
    case .ruled(let ruling): "裁定  \(verdict(ruling.verdict))（\(ruling.note.withoutStop)）"
    case .stepped(let step): "\(StepLabels.label(step.step.step))  \(step.filing.id)"
    case .recalled(let steps): "收回恢复前的决定  \(steps.count) 步"
    case .replied(let code, let number): "回执件  \(code) 第 \(number) 号"
    case .recovered(let code, let head): "恢复件  \(code) 到第 \(head.sequence) 条"
    case .taken(let reply): "收到回执件  第 \(reply.number) 号"
    case .closeAccepted(let code, let close): "接受年终结算  \(code) \(close.year)"
    case .holidaysTold(let holidays):
      "市局的放假安排  \(holidays.years.keys.sorted().map(String.init).joined(separator: "、")) 年"
    case .newsTold(let news): "市局告知的不利情形  \(news.map(\.id).joined(separator: "、"))"
    case .closeReturned(let code, let close): "退回年终结算  \(code) \(close.year)（\(close.note.withoutStop)）"
    }
  }

  /// A word on people who work in several offices.
  public static func amongOperators(_ parties: [OfficeRecord], _ verdict: Ruling.Verdict) -> String {
    let names = Set(parties.map(\.id)).sorted()
    let who = names.count == 1 ? "各局同名的“\(names.joined())”" : names.joined(separator: "、")
    return who + (verdict == .link ? "为同一人" : "不是同一人")
  }

  /// A verdict in words.
  public static func verdict(_ verdict: Ruling.Verdict, on conflict: OfficeConflict? = nil) -> String {
    switch verdict {
    case .distinct where conflict?.isOfCopies == true: "不是副本，各算一件"
    case .link: "为同一申请人"
    case .distinct: "不是同一申请人"
    case .keep(let filing): "以 \(filing.id) 为先"
    case .head(let head): "总部为 \(head.id)"
    case .confirm: "维持核定"
    case .noted: "已知悉"
    case .map(let code): "按县区 \(code) 计"
    case .void: "不作数"
    case .forkKeep(let tail): "以 \(Ruling.spelled(tail)) 一支为准"
    }
  }

  /// The records that are missing before a file that waits: `第 9 至 12 条记录`, `第 9 条起的记录`; nil where none are.
  public static func missing(_ reason: WaitingFile.Reason) -> String? {
    guard case .missing(let from, let last) = reason else { return nil }
    return switch last {
    case nil: "第 \(from) 条起的记录"
    case from: "第 \(from) 条记录"
    case let last?: "第 \(from) 至 \(last) 条记录"
    }
  }

  /// What to ask for where nobody knows up to where records are missing: such a file may follow a continuation that does
  /// not count, behind which nothing but the whole comes in.
  static let askForAll = "请那台机器做一份全部的报送件（zizhu bundle --all）。"

  /// What a conflict is called: by its kind, but for what came late for a sealed year, and for copies.
  public static func label(_ conflict: OfficeConflict) -> String {
    conflict.isLate ? "迟到" : conflict.isOfCopies ? "重复入账" : label(conflict.kind)
  }

  /// What a kind of conflict is called.
  public static func label(_ kind: ConflictKind) -> String {
    switch kind {
    case .redelivery: "重复报送"
    case .gap: "缺件"
    case .fork: "分叉"
    case .person: "同一申请人"
    case .sameKey: "同一依据"
    case .overrun: "限额超出"
    case .moved: "核定后改动"
    case .noRight: "无权办理"
    case .otherRules: "规则不同"
    case .unknownCode: "未知代码"
    case .sameNumber: "同号两件"
    case .clock: "时钟异常"
    case .void: "撤回与核定"
    case .cover: "交接单不符"
    }
  }

  /// Why something of an office lies in the city's store and is no part of what counts.
  public static func sentence(_ file: WaitingFile) -> String {
    if let lost = file.lost { return sentence(lost) }
    let number = file.bundle.map { "第 \($0) 号报送件" } ?? "一份备份"
    switch file.reason {
    case .missing:
      let behind = file.reason.lastMissing == nil ? askForAll : ""
      return "\(number)存放着：前面缺\(missing(file.reason) ?? "记录")，补齐后自动计入。\(behind)"
    case .fork(let after, _, _): return "\(number)与已收的从第 \(after + 1) 条起分成两支，都没有计入，请先裁定。"
    case .unopened:
      return "存放的\(file.bundle.map { "第 \($0) 号" } ?? "")报送件是用以前的密钥做的，打不开，没有计入。请它重新做一份（zizhu bundle），内容不会少。"
    case .damaged:
      return "本库里它的记录损坏，未计入：合计、限额、清单里都没有它的申报。请它做一份全部的报送件（zizhu bundle --all），收下就补好。"
    }
  }

  /// That nothing of a continuation can be read any more, and what to do.
  private static func sentence(_ lost: WaitingFile.Lost) -> String {
    let (state, advice) =
      switch lost.cause {
      case .missing: ("不在了", "")
      case .damaged: ("被改动或截短", "")
      case .unopened: ("现在的密钥打不开", "有原来密钥的，先输回密钥（zizhu office keys --take）；")
      }
    return
      "分叉的另一支存放在 \(lost.file)，\(state)，两支都照样没有计入。\(advice)要以它为准的，请那台机器重做全部的报送件（zizhu bundle --all）再汇总；不用的，裁定以已收的一支为准。"
  }

  /// What of some offices counts nothing and is no conflict: damaged here, or not to be opened; a sentence each.
  public static func uncounted(_ files: [WaitingFile], in state: OfficeState) -> [String] {
    files.filter { $0.reason == .damaged || $0.reason == .unopened || $0.lost != nil }.map {
      "\(OfficeNames.full($0.office, in: state))：\(sentence($0))"
    }
  }

  /// Why a step is not taken, where a city and its offices divide the work.
  static func sentence(_ refusal: StepRefusal) -> String {
    switch refusal {
    case .cityDecides(let step): "本局已入网，\(StepLabels.label(step))由市局办理；初审后请上报市局。"
    case .noCity: "本局没有加入市局，不能上报；请在本局审定。"
    case .onlyAtCity(let step): "\(StepLabels.label(step))只在市局办理，且只对县局上报的申报。"
    case .officesSilent(let offices):
      "同一限额或同一依据下，这些局收到的记录早于这一件的收件日，可能还有更早收件的：\(offices.joined(separator: "、"))。请先汇总，或写明理由（--note）再核定。"
    case .alreadyReplied(let step): "回执件里已经写了这一步“\(StepLabels.label(step))”，不能撤销；请另作裁定，如退回、不予资助、变更核定额。"
    case .alreadyBundled: "这一件已上报市局，不能再撤销；申请人要撤回的，请写明申请人书面材料的名称或文号（--paper）。"
    case .inConflict(let kinds):
      "这一件还有未裁定的冲突（\(kinds.map(label).joined(separator: "、"))），裁定以前不能办理。请看 zizhu conflicts。"
    case .ofOtherOffice(let step): "这一件是县局的申报，市局不能\(StepLabels.label(step))；要改的，请退回县局。"
    // Each has its sentence before this is asked: one without any does not compile.
    case .wrongStanding, .movedOn, .awardMoved, .duty, .aloneByRetirement, .dayBeforeReceipt,
      .dayBeforeLastStep, .beforeSigning, .dayInFuture, .readingOpen, .outOfTurn, .turnTaken, .orderOpen,
      .lotNotDrawn, .publicUntil, .objectionOpen, .noObjection, .nothingToServe, .numberMissing,
      .wayMissing, .badNews, .notPayable, .groundMissing, .unknownGround, .incomplete, .papers,
      .papersUnchecked, .figuresMissing, .unknownInput, .noFiguresHere, .figureAtReview, .nothingToCorrect,
      .notOneTime, .dueBeforePeriod, .dueNotAfter, .calendarUnknown, .noDue, .dueNotOver, .amountMissing,
      .amountDiffers, .amountTooLarge, .amountUnchanged, .nothingOwed, .nothingKept, .accountMissing,
      .bankMissing, .accountUnchanged, .noProposal, .noRoom, .noOpenRecovery, .otherApplicant,
      .boundToSetOff, .inBatch, .batchDiffers, .nothingToUndo, .roomGivenAway, .keyGivenAway, .keyHeld:
      ""
    }
  }

  public static func sentence(_ refusal: OfficesRefusal) -> String {
    switch refusal {
    case .joinedAlready(let city): "本局已经加入\(city)，不能再加入别的市局。"
    case .isCity: "本局下面有入网的县局，不能再加入别的市局。"
    case .isCounty: "本局已加入市局，这一步由市局办理。"
    case .codeTaken(let code): "\(code) 已经有一台机器在报送。同一个局的第二台机器，请另给一个字母（--letter B）。"
    case .badLetter(let letter): "机器的字母“\(letter)”应为 A 到 Z 中的一个。"
    case .unknownOffice(let code): "没有入网的局“\(code)”。入网的局见 zizhu office list。"
    case .unknownDistrict(let code): "政策里没有县区“\(code)”，请核对代码。"
    case .ownDistrict(let code): "\(code) 是本局自己的县区，不能作为下面的局入网。请写下面的局的县区代码。"
    case .officeNameMissing: "没有写局名。请写单位的全称，交接单和回执件上都用它。"
    case .otherDistrict(let enrolled, let own): "入网文件是给 \(enrolled) 的，本局是 \(own)。请核对是不是拿错了文件。"
    case .otherLetter(let enrolled, let own):
      "本局一直用代码 \(own)，这份入网文件写的是 \(enrolled)。请市局按 \(own) 重新做入网文件。"
    case .unknownEnrolment: "这份入网回执对应的入网文件不是本局发出的，或已重新发过。请核对，或重新入网。"
    case .writerTaken(let code): "这台机器已经作为 \(code) 入网，不能再用别的名义入网。"
    case .trialDiffers: "试用数据库与正式数据库不能在一起汇总。"
    case .cityChooses: "本局已入网，口径和政策由市局选定，随回执件下发。"
    case .takeOverAtCity(let id): "本局已入网，初审以后的旧档（\(id)）由市局接收。"
    case .retired(let code): "\(code) 已停止报送。"
    case .olderReply(let number, let last): "这是第 \(number) 号回执件，本局已收到第 \(last) 号，没有再收。"
    case .notJoined: "本局没有加入市局。请先用 zizhu office join 加入。"
    case .unknownConflict: "没有这个编号的冲突，或已经裁定。请看 zizhu conflicts。"
    case .tailNotHere(let tail, let kept):
      "“\(Ruling.spelled(tail))”不是这次分叉的一支；可以为准的有 \(kept.map(Ruling.spelled).joined(separator: "、"))。另一台机器请新建数据库（zizhu init），用新的字母重新入网；它多出的申报随回执件退回，作为草稿重新登记。"
    case .tailLost(let tail, let file):
      "“\(Ruling.spelled(tail))”一支存放的原件 \(file) 不在、损坏或者打不开，现在不能以它为准。请那台机器重做全部的报送件（zizhu bundle --all），汇总以后再裁定。"
    case .unfitVerdict(let verdict): "“\(verdict)”不能用来裁定这一类冲突。"
    case .paidAlready(let id): "\(id) 已有拨付，不能直接作废：请先追回（zizhu step reclaim），再裁定。"
    case .keptBy(let office): "这是\(office)的记录，市局只能看；要改的，请那个局改好后再报送。"
    case .verdictsLost(let count, let offices):
      "本局数据库恢复过，\(offices.joined(separator: "、"))收下的回执里有本局 \(count) 次办理的决定，本库里没有。请先用 zizhu office recall 收回，再办理。"
    case .linkedThrough(let parties, let others):
      "\(parties.joined(separator: "、"))还通过\(others.joined(separator: "、"))连在一起，这样裁定分不开，没有办理。请把\(others.joined(separator: "、"))与其中一个先裁定为不是同一申请人；或者几个一起裁定（--parties），再把是同一个的裁定为 link。"
    case .replyBeforeRestore(let number):
      "这是市局恢复数据库以前写的第 \(number) 号回执件，本局已收过恢复以后的，没有再收。请市局重新写一份（zizhu reply）。"
    case .ownEyes(let name): "是不是同一人关系到 \(name) 自己，须由市局另一名主管裁定。"
    case .notAParty(let id): "“\(id)”不在这一冲突之中，请核对。"
    }
  }
}
