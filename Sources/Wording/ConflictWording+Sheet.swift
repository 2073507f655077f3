public import CaseModel
public import Casework
import SubsidyRules

/// A conflict as whoever rules on it reads it: one sentence, the parties side by side, the order of serving, and what each
/// verdict would move.
extension ConflictWording {
  // MARK: - In one sentence

  /// What has happened, between whom, and what follows until somebody has ruled; with what was ruled before another party
  /// came to it.
  public static func sentence(_ conflict: OfficeConflict, _ state: OfficeState) -> String {
    let earlier = conflict.earlierRuling.map { ruling in
      "此前已裁定\(label(ruling.verdict, state))（\(ruling.by)：\(ruling.note)），后来当事又有增减，请重新裁定。"
    }
    return plainSentence(conflict, state) + (earlier ?? "")
  }

  private static func plainSentence(_ conflict: OfficeConflict, _ state: OfficeState) -> String {
    let codes = codes(conflict, state)
    let names = codes.map { OfficeNames.full($0, in: state) }.joined(separator: "、")
    switch conflict.kind {
    case .redelivery: return "\(names)的这一份报送件以前收过，没有重复计入。"
    case .gap:
      var (numbers, missing, ask): (Set<Int>, String?, String) = ([], nil, "请催报缺的那一份。")
      for file in state.joint.waitingFiles where conflict.writers.contains(file.writer) {
        guard let text = OfficesWording.missing(file.reason) else { continue }
        if let number = file.bundle { numbers.insert(number) }
        if missing == nil, file.reason.lastMissing == nil { ask = OfficesWording.askForAll }
        missing = missing ?? text
      }
      let listed = numbers.sorted().map { "\($0)" }.joined(separator: "、")
      let files = listed.isEmpty ? "报送件" : "第 \(listed) 号报送件"
      guard let missing else { return "\(names)的\(files)前面缺记录。" }
      return "\(names)的\(files)前面缺\(missing)，先存放着，没有计入；补齐后自动计入，其余各局不受影响。\(ask)"
    case .fork where isOfLostStore(conflict, state):
      return
        "\(names)丢了的那个旧盘，在市局写恢复件以后又送来了它的记录。该局已按恢复件重新开始，旧盘的没有计入，先存放着：请汇总该局恢复以后的报送件，以它为准。恢复件其实没有用上的，才裁定以旧盘的这一支为准。"
    case .fork:
      let outcome = conflict.ruling == nil ? "分开以后的都没有计入，请裁定以哪一支为准。" : "已裁定以一支为准，另一支没有计入。"
      return "\(names)送来的记录与已收的分成了两支：两台机器各记各的，或者旧备份恢复以后接着用了。" + outcome
    case .person:
      return "\(names)各有这一申请人的档案，内容不同（见下）；限额和同一依据现在合在一起算，请裁定是不是同一申请人。"
    case .sameKey: return "同一依据在\(names)各报了一件，只能资助一次；裁定以前，几件都不能核定、拨付。"
    case .overrun:
      let over = CapWording.named(conflict.amount ?? .zero, isInPieces: conflict.isInPieces)
      return "\(names)已核定的合计超出上限 \(over)。已核定的金额不动；按次序，限额线以下的是超出的。"
    case .moved where conflict.isLate:
      return "\(names)在年度封存以后又报来或者改了这一件；迟到的不计入合计、限额和同一依据，年度解封以后才计入。"
    case .moved: return "市局核定以后，\(names)又改了这一件或其申请人的资料。核定额不变，裁定以前不能公示、拨付；核定要改的，用退回、不予资助或变更核定额。"
    case .noRight: return "\(names)入网以后自行审定了这一件，这一步应由市局办理；裁定以前不能公示、拨付。裁定不作数的，退到它审定以前，已上报的由市局核定；维持的，照它审定的办。"
    case .otherRules:
      return "\(names)用的政策或口径与市局不同，核算结果不同的有 \(conflict.filings.count) 件；一律以市局的为准。"
    case .unknownCode:
      return
        "\(names)的申报用了市局政策里没有的县区代码 \(conflict.code ?? "")，按外地的算。请裁定它是哪个县区，以后各局合计时都按那个县区算；不是建议的那个县区的，用 zizhu rule \(conflict.id) map --district 县区代码。"
    case .sameNumber where conflict.isOfCopies:
      return "市局自己的账里有\(names)的 \(conflict.parties.count) 件，编号、申请人、项目都相同，是入网以前导入的副本；裁定以前，副本不占限额和同一依据。"
    case .sameNumber: return "\(names)给两件不同的申报编了同一个号，后一件在这里另加后缀；裁定以前，两件都不能核定、拨付。"
    case .clock: return "\(names)的时钟在两次保存之间倒退了；日期以纸面材料为准，这里只作提示。"
    case .void: return "市局已经核定，\(names)又撤回或者结了这一件。裁定以前不能公示、拨付。"
    case .cover:
      func told(_ line: CoverLine) -> String {
        "\(line.filings) 件 \(MoneyWording.grouped(line.award)) 元"
      }
      let sides = conflict.cover.map {
        "：交接单上 \(told($0.said))，报送件里 \(told($0.came))（各年合计）"
      }
      return
        "\(names)交接单上这一项目的件数或金额，与报送件里的不同\(sides ?? "")；裁定以前，报来的这一项目各件不能核定、拨付。"
    }
  }

  /// Whether all that has come behind a parting is of a store that its office had lost.
  private static func isOfLostStore(_ conflict: OfficeConflict, _ state: OfficeState) -> Bool {
    state.joint.waitingFiles.contains { file in
      guard file.writer == conflict.writer, case .fork(_, "", let other) = file.reason else { return false }
      return other == conflict.keepable
    }
  }

  /// Whether a continuation of a history waits beside the store.
  private static func isHeld(_ tail: String, _ state: OfficeState) -> Bool {
    state.joint.waitingFiles.contains { file in
      if case .fork(_, _, tail) = file.reason { true } else { false }
    }
  }

  /// What commands call the offices that it is between, in the order of their codes.
  public static func codes(_ conflict: OfficeConflict, _ state: OfficeState) -> [String] {
    Set(conflict.writers.map { OfficeNames.code(ofWriter: $0, in: state) }).sorted()
  }

  // MARK: - Verdicts

  /// What the city may do, with the name of the office that it prefers.
  public static func label(
    _ choice: ConflictSheet.Choice, on conflict: OfficeConflict, _ state: OfficeState
  ) -> String {
    switch choice {
    case .verdict(.distinct): OfficesWording.verdict(.distinct, on: conflict)
    case .verdict(let verdict): label(verdict, state)
    case .step(let step): StepLabels.label(step)
    }
  }

  /// The sentence with what the office has done since the city decided.
  public static func sentence(_ sheet: ConflictSheet, _ state: OfficeState) -> String {
    let touches = sheet.touches.map { touch in
      let done =
        touch.fields.map { "修改申请人的" + $0.map(Labels.label).joined(separator: "、") }
        ?? HistoryWording.line(touch.entry, CaseWords(state, filing: sheet.conflict.filings.first))
      return "\(MomentWording.local(touch.entry.at)) \(touch.entry.by) \(done)"
    }
    return sentence(sheet.conflict, state)
      + (touches.isEmpty ? "" : "核定以后的改动：\(touches.joined(separator: "；"))。")
  }

  /// A verdict with the name of the office that it prefers.
  public static func label(_ verdict: Ruling.Verdict, _ state: OfficeState) -> String {
    switch verdict {
    case .keep(let filing):
      "以\(OfficeNames.short(OfficeNames.code(ofWriter: filing.writer, in: state), in: state))的 \(filing.id) 为先"
    case .head(let head):
      "总部为\(OfficeNames.short(OfficeNames.code(ofWriter: head.writer, in: state), in: state))的 \(head.id)"
    case .forkKeep(let tail): OfficesWording.verdict(verdict) + (isHeld(tail, state) ? "（另外存放的）" : "（已收的）")
    case .map(let code): "按\(Labels.district(code, among: state.districts))（\(code)）计"
    default: OfficesWording.verdict(verdict)
    }
  }

  /// What may be ruled on a conflict; where nothing may, what is done instead.
  public static func offer(_ conflict: OfficeConflict) -> String {
    switch conflict.kind {
    case .redelivery: "重复收到的报送件没有重复计入，不用裁定，也不用办理。"
    case .gap: "缺的报送件补齐以后自动计入，不用裁定：请催报（zizhu print reminder 局的代码，桌面上按 F9），收到后再汇总（zizhu gather）。"
    default: "可用的有：\(conflict.verdicts.joined(separator: "、"))。"
    }
  }

  /// What is proposed, in a column; of one that is ruled on, that.
  public static func firstChoice(_ conflict: OfficeConflict) -> String {
    if conflict.ruling != nil { return "已裁定" }
    return switch conflict.verdicts.first {
    case "link": "同一申请人"
    case "keep": "先收的为先"
    case "confirm": "维持核定"
    case "fork-keep": "以已收为准"
    case "noted": "知悉"
    case "map": "认作县区"
    case "void": conflict.kind == .noRight ? "审定不作数" : "重复的不作数"
    default: conflict.kind == .gap ? "催报" : ""
    }
  }

  /// What a verdict would move, in yuan.
  public static func effect(_ proposal: ConflictSheet.Proposal) -> String {
    let files =
      proposal.filings == 0 ? "" : "计入的申报\(proposal.filings > 0 ? "多" : "少") \(abs(proposal.filings)) 件，"
    guard proposal.before != proposal.after else {
      return files + (proposal.moved.isEmpty ? "金额都不变" : "总额不变，\(proposal.moved.count) 件有增减")
    }
    let sign = proposal.after > proposal.before ? "+" : ""
    return files
      + "资助总额 \(sign)\(MoneyWording.grouped(proposal.after - proposal.before)) 元，\(proposal.moved.count) 件有增减"
  }

  /// A filing whose amount a verdict would move.
  public static func moved(_ moved: ConflictSheet.Moved) -> String {
    "\(moved.filing)  \(MoneyWording.grouped(moved.before)) → \(MoneyWording.grouped(moved.after))"
  }

  // MARK: - Side by side

  /// So many parties at most stand side by side; more are listed in the order of serving.
  public static let mostBeside = 3

  /// One line of the comparison, a value for each side.
  public struct Row: Hashable, Sendable {
    public var label: String
    public var values: [String]
    /// Whether the sides say different things here.
    public var differs: Bool { Set(values).count > 1 }
  }

  /// Whether a sheet's sides are laid beside each other, and not its filings in their order.
  public static func isBeside(_ sheet: ConflictSheet) -> Bool {
    !sheet.tails.isEmpty || (sheet.conflict.filings.count <= mostBeside && !sheet.sides.isEmpty)
  }

  public static func rows(_ sheet: ConflictSheet, _ state: OfficeState) -> [Row] {
    guard sheet.tails.isEmpty else { return tailRows(sheet.tails) }
    let isOfFilings = sheet.sides.contains { $0.file != nil }
    return isOfFilings ? filingRows(sheet, state) : applicantRows(sheet, state)
  }

  /// What either continuation of a history has: what is not kept is left out.
  private static func tailRows(_ tails: [ConflictSheet.Tail]) -> [Row] {
    func row(_ label: String, _ value: (ConflictSheet.Tail) -> String) -> Row {
      Row(label: label, values: tails.map(value))
    }
    return [
      row("哪一支") { $0.isInStore ? "已收的" : "另外存放的" }, row("首行") { Ruling.spelled($0.link) },
      row("记录") { "\($0.lines) 条" },
      row("涉及申报") { "\($0.touched) 件" }, row("其中新收") { "\($0.received) 件" },
      row("这些件合计") { "\(MoneyWording.grouped($0.award)) 元" },
    ]
  }

  private static func filingRows(_ sheet: ConflictSheet, _ state: OfficeState) -> [Row] {
    func row(_ label: String, _ value: (ConflictSheet.Side) -> String?) -> Row {
      Row(label: label, values: sheet.sides.map { value($0) ?? "" })
    }
    func money(_ money: Money?) -> String? { money.map { MoneyWording.grouped($0) } }
    func joint(_ side: ConflictSheet.Side) -> FiledFiling? { side.filing.flatMap { state.file($0) } }
    return [
      row("局") { $0.name }, row("编号") { $0.filing ?? $0.record.id }, row("申请人") { $0.applicant?.name },
      row("代码") { $0.applicant?.shownCode },
      row("项目") { side in side.file.map { state.policy.item($0.filing.item)?.label ?? $0.filing.item } },
      row("依据") { side in side.file.flatMap { state.applicationNumber(of: $0.filing) }.map { "\($0)" } },
      row("收件日期") { $0.file?.filing.received.description },
      row("县局阶段") { side in side.file.map { StepLabels.label($0.standing) } },
      row("全市阶段") { side in joint(side).map { StepLabels.label($0.standing) } },
      row("县局核算") { money($0.ownAward) },
      row("全市核算") { money(joint($0)?.decision.award) },
      row("核定额") { money(joint($0)?.filing.decided) },
    ].filter { row in row.values.contains { !$0.isEmpty } }
  }

  static func applicantRows(_ sheet: ConflictSheet, _ state: OfficeState) -> [Row] {
    func row(_ label: String, _ value: (ConflictSheet.Side) -> String?) -> Row {
      Row(label: label, values: sheet.sides.map { value($0) ?? "" })
    }
    return [
      row("局") { $0.name }, row("编号") { $0.record.id }, row("名称") { $0.applicant?.name },
      row("类型") { $0.applicant.map { Labels.label($0.kind) } },
      row("地区") { $0.applicant.map { Labels.district($0.district, among: state.districts) } },
      row("代码") { $0.applicant?.shownCode }, row("总部") { $0.applicant?.parent },
    ].filter { row in row.values.contains { !$0.isEmpty } }
  }

  // MARK: - In the order of serving

  /// A filing of a conflict among many, in the order in which it is served.
  public struct Place: Hashable, Sendable {
    public var number: Int
    public var filing: String
    public var office: String
    public var received: CivilDate
    public var stage: String
    public var award: Money
    /// What those before it have used, of a limit in pieces `Cap.onePiece` for each.
    public var before: MoneyTotal
    /// Whether it stands behind the line at which the limit ends.
    public var isBeyond: Bool
  }

  /// The limit of a cap that is overrun, of pieces `Cap.onePiece` for each; nil of any other conflict.
  public static func limit(_ conflict: OfficeConflict, _ state: OfficeState) -> Money? {
    conflict.group.flatMap { state.sums.capUses[$0] }.map(\.row.limit)
  }

  /// What it is about, with its unit: "金额 1,200.00 元", "2 件"; nil where it is about neither.
  public static func stake(_ conflict: OfficeConflict) -> String? {
    conflict.amount.map { amount in
      (conflict.isInPieces ? "" : "金额 ") + CapWording.named(amount, isInPieces: conflict.isInPieces)
    }
  }

  public static func order(_ conflict: OfficeConflict, _ state: OfficeState) -> [Place] {
    let limit = limit(conflict, state)
    var used = MoneyTotal.zero
    var places: [Place] = []
    for id in conflict.filings {
      guard let file = state.file(id) else { continue }
      let before = used
      used += Cap.use(of: file.decision.award, inPieces: conflict.isInPieces)
      places.append(
        Place(
          number: places.count + 1, filing: id,
          office: OfficeNames.short(state.office(of: id), in: state), received: file.filing.received,
          stage: StepLabels.label(file.standing), award: file.decision.award, before: before,
          isBeyond: limit.map { used > MoneyTotal($0) } ?? false))
    }
    return places
  }
}
