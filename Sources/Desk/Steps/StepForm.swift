import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// One step for one filing or many: what has to be said with it, and for each filing what would come of it.
///
/// The verdict is made by the same rules that save, so that what stands here is what will happen. Nothing moves
/// before the save key, and nothing that somebody else has touched since the form was opened.
struct StepForm: FieldsLayer {
  let step: Step
  /// The filings as they were seen when the form was opened.
  let rows: [StepRequest.Row]
  var fields: FieldSet
  var pane = LinesPane()
  /// What the request came to, and what it was tried on: the same is not tried again.
  private(set) var verdict: Result<BatchVerdict, Refusal>?
  /// What is known of the filings' patents: a look through all filings, which no key needs anew while the office stands still.
  private var cards: [UInt64: PatentCard] = [:]
  private var tried: (request: StepRequest, version: Int)?
  /// Whether the next step's form follows once this one is done.
  var goesOn = false

  init(_ step: Step, _ ids: [String], _ desk: Surroundings) {
    self.step = step
    rows = ids.map(desk.state.row)
    fields = FieldSet(Self.fields(for: step, ids, desk))
    renew(desk)
  }

  var heading: String { Text.columns(of: name) > 12 ? StepLabels.brief(step) : name }
  /// What is done, in full.
  var name: String { StepLabels.label(step) }
  var action: String? { "办理" }
  var records: [String] { rows.map(\.filing) }
  /// Whether Ctrl-N does it and goes on: a step that decides on money or lets it go is done by F8 alone, so that a key
  /// held down does not run through it.
  var canGoOn: Bool { rows.count == 1 && Offered.straight.contains(step) && step != .confirm && step != .pay }
  /// The same where another step came before it by that key.
  var isToBeAsked: Bool { goesOn && step.isApproval }
  /// Readings are weighed on all filings under the same caps; many rows are each tried on what the others leave.
  var isCostly: Bool { rows.count > 20 || StageRule.of(step).needs.contains(.readings) }
  var help: [String] {
    [
      "这里先列出每一件能不能办、会得到什么，按 F8 才办理；Ctrl-N 办理后接着看下一步。",
      "期限可写日期，也可写工作日数；不填为 10 个工作日。",
      "别人刚办理过的申报不会被覆盖：请按 F10 返回，看过最新情况再办。",
    ]
  }

  var keyHints: [KeyHint] {
    guard !isListOpen else { return fields.keyHints }
    let on = canGoOn && !isToBeAsked ? [KeyHint(.control("n"), "办并续", isMinor: true)] : []
    return [KeyHint(.f(8), "办理")] + fields.keyHints + pane.keyHints + on
  }

  // MARK: - Fields

  private static func fields(for step: Step, _ ids: [String], _ desk: Surroundings) -> [Field] {
    let needs = StageRule.of(step).needs
    let first = ids.first.flatMap { desk.state.file($0) }
    var fields = [Field(id: "day", label: "办理日期", kind: .date, text: desk.today.description)]
    if needs.contains(.ground) {
      let choices = grounds(step, ids.count == 1 ? first : nil, desk.state).map { code in
        let item = first.flatMap { desk.state.policy.item($0.filing.item) }
        return Field.Choice(
          id: code, label: ReasonWording.ground(code, item: item, policy: desk.state.policy))
      }
      let hint =
        step == .reject && !choices.isEmpty
        ? "不填则用核算所列的理由" : "按 F4 选择"
      fields.append(Field(id: "ground", label: "事由", hint: hint, kind: .choice(choices)))
    }
    if step == .reclaim || needs.contains(.amount) {
      fields.append(Field(id: "amount", label: amountLabel(step), hint: amountHint(step), kind: .money))
    }
    if needs.contains(.due) || step == .confirm {
      fields.append(
        Field(id: "due", label: step == .confirm ? "退款期限" : "期限", hint: dueHint(step, desk), kind: .text))
    }
    if step == .serve {
      fields.append(
        Field(
          id: "way", label: "送达方式", hint: "按 F4 选择",
          kind: .choice(of: Service.Way.self) { PeriodWording.label($0) }))
    }
    if step == .review, ids.count == 1, let first { fields += officeFields(first, desk.state) }
    if step == .pay || step == .batch { fields += setOffFields(ids, desk.state) }
    if ![.accept, .review, .confirm, .batch, .undo].contains(step) {
      let isServed = step == .serve
      fields.append(
        Field(
          id: "paper", label: isServed ? "文号" : "文书", hint: isServed ? "所送达文书的文号；已登记的可不填" : "文书号或名称，可不填",
          kind: .text))
    }
    fields.append(
      Field(id: "note", label: needs.contains(.note) ? "理由" : "说明", hint: noteHint(step), kind: .text))
    if needs.contains(.errorSaid) {
      let choices = Ground.of(step).map {
        Field.Choice(id: $0.rawValue, label: StepLabels.ground($0.rawValue))
      }
      fields.append(Field(id: "ground", label: "事由", hint: "申请人撤回的不填；误录的由复核选定", kind: .choice(choices)))
    }
    if ids.count > 1 {
      fields.append(Field(id: "fit", label: "能办的先办", hint: "否：有一件不能办，就一件也不办", kind: .flag, text: "否"))
    }
    return fields
  }

  /// Of many filings only what any may be refused for: the policy's own reasons are each item's.
  private static func grounds(_ step: Step, _ file: FiledFiling?, _ state: OfficeState) -> [String] {
    guard let file else { return Ground.of(step).map(\.rawValue) }
    return state.grounds(for: step, of: file)
  }

  private static func amountLabel(_ step: Step) -> String { step == .reclaim ? "追回金额" : "应为金额" }

  private static func amountHint(_ step: Step) -> String {
    step == .reclaim ? "不填为全部待追回的金额" : "应得的全部金额，不是差额"
  }

  private static func dueHint(_ step: Step, _ desk: Surroundings) -> String {
    let kind: OfficePeriod.Kind = step == .confirm ? .recovery : step == .bounce ? .account : .correction
    if let set = desk.state.period(kind, on: desk.today) {
      return "日期，或工作日数；不填照本局设定 \(set.count) \(PeriodWording.label(set.unit))"
    }
    return step == .confirm ? "日期，或工作日数；追回的款退到哪一日，可不填" : "日期，或工作日数；不填为 10 个工作日"
  }

  private static func noteHint(_ step: Step) -> String {
    switch step {
    case .approve, .commit: "越过先收到的申报时，必须写明理由"
    case .correct: "清单里没有要补正的，在这里写明要补正什么"
    case .pay, .batch: "账号没有更正又再付，或抵扣时，必须写明理由"
    case .undo, .overrule: "必须写明"
    case .object: "谁提出、什么异议，必须写明"
    default: "可不填"
    }
  }

  /// The figures that the office enters at review (for example the amount of the expert opinion).
  private static func officeFields(_ file: FiledFiling, _ state: OfficeState) -> [Field] {
    let rules = state.policy.item(file.filing.item)?.inputs.filter { $0.source == .office } ?? []
    return rules.map { rule in
      var field = Field(rule)
      if let raw = file.filing.input(rule.id) { field.show(raw) }
      return field
    }
  }

  /// Of one filing, another one of the same unit with money still to come back; of many, whether each settles first
  /// what its applicant owes.
  private static func setOffFields(_ ids: [String], _ state: OfficeState) -> [Field] {
    // A batch has its set-offs already.
    let files = ids.compactMap { state.file($0) }.filter { $0.openBatch == nil }
    if ids.count == 1, let file = files.first {
      let open = state.openRecoveries(of: file.filing.applicant)
      guard !open.isEmpty else { return [] }
      let choices = open.map {
        Field.Choice(id: $0.filing, label: "\($0.filing) 待追回 \(MoneyWording.grouped($0.amount))")
      }
      return [Field(id: "setOff", label: "抵扣", hint: "先抵扣这一件待追回的金额，可不填", kind: .choice(choices))]
    }
    guard Set(files.map(\.filing.applicant)).contains(where: { !state.openRecoveries(of: $0).isEmpty }) else {
      return []
    }
    return [Field(id: "setOffOwed", label: "抵扣欠款", hint: "是：每笔先抵扣申请人待追回的金额", kind: .flag, text: "否")]
  }

  // MARK: - What is asked for

  /// The request as typed; what can't be read is left out here and said by `mistake`.
  func request(_ desk: Surroundings) -> StepRequest {
    var request = StepRequest(step, rows)
    request.day = try? CivilDate.typed(fields.text("day"), today: desk.today).get()
    request.note = fields.text("note")
    request.paper = fields.text("paper")
    request.grounds = fields.choice("ground").map { [$0] } ?? []
    request.amount = try? Money.typed(fields.text("amount")).get()
    request.setOff = fields.choice("setOff")
    request.setsOffWhatIsOwed = fields.isYes("setOffOwed", today: desk.today)
    request.way = fields.choice("way").flatMap(Service.Way.init(rawValue:))
    request.due = due(desk)
    request.mode = fields.isYes("fit", today: desk.today) ? .thoseThatFit : .allOrNothing
    if step == .review, let id = rows.first?.filing, let item = desk.state.file(id)?.filing.item {
      request.figures =
        desk.state.policy.item(item)?.inputs.compactMap { rule in
          fields.field(rule.id)?.raw(today: desk.today).map { Filing.Input(rule.id, $0) }
        } ?? []
    }
    return request
  }

  private func due(_ desk: Surroundings) -> StepRequest.Due? {
    let text = fields.text("due")
    if case .success(let days) = Count.typed(text), (1...999).contains(days) { return .workingDays(days) }
    return (try? CivilDate.typed(text, today: desk.today).get()).map { .day($0) }
  }

  /// The first field that can't be read, with what is wrong.
  private func mistake(_ desk: Surroundings) -> (field: String, text: String)? {
    for field in fields.fields {
      if let problem = field.problem(today: desk.today) { return (field.id, "\(field.label)：\(problem)。") }
    }
    if !fields.text("due").isEmpty, due(desk) == nil { return ("due", "期限：请写日期，或 1 到 999 的工作日数。") }
    if fields.text("day").isEmpty { return ("day", "请填写办理日期。") }
    return nil
  }

  // MARK: - Saving

  /// Tries the step, where anything that it depends on has changed.
  mutating func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    let request = request(desk)
    if tried?.request != request || tried?.version != desk.state.version {
      if tried?.version != desk.state.version { cards = desk.state.cards(for: request) }
      verdict = desk.state.verdict(on: request, by: desk.operatorName, at: desk.moment, cards: cards)
      tried = (request, desk.state.version)
    }
    return lines(width: width, desk)
  }

  /// Ctrl-N does it, and its filing's next step follows.
  mutating func save(_ way: Request, isConfirmed: Bool, _ desk: Surroundings) -> Answer {
    if way == .saveAndNext {
      guard canGoOn, !isToBeAsked else { return .warns(rows.count > 1 ? "几件一起的，请按 F8 办理。" : "\(name)请按 F8。") }
    }
    let before = goesOn
    goesOn = before || way == .saveAndNext
    let answer = save(desk)
    // A key that came to nothing is not remembered.
    if case .asks = answer { return answer }
    goesOn = before
    return answer
  }

  func saved(by way: Request, _ desk: Surroundings) -> String? {
    if way == .saveAndNext, !canGoOn || isToBeAsked { return nil }
    var tried = self
    guard case .asks = tried.save(desk) else { return nil }
    return name
  }

  func afterSave(_ changes: [Change], _ desk: Surroundings) -> Answer {
    let (done, notice) = (self, saved(changes, desk))
    return .works { model, state in
      model.close()
      model.selection.marks = []
      model.message = notice
      if let next = model.following(done, state) { model.open(next) }
      return []
    }
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    if !isListOpen, Request(key) == .saveAndNext { return .works { $0.save(.saveAndNext, $1) } }
    return pressBesideLines(key, desk)
  }

  var commands: [Palette.Command] {
    let on = Palette.Command("办理并接着看下一步", .control("n")).known(as: "继续", "一路办")
    return [.init("保存、办理", .f(8))] + (canGoOn && !isToBeAsked ? [on] : []) + [.back]
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    fields.settle(today: desk.today)
    if let mistake = mistake(desk) { return fields.fails("没有办理。" + mistake.text, at: mistake.field) }
    renew(desk)
    let request = request(desk)
    switch verdict {
    case nil: break
    case .failure(let refusal)?: return .fails(StoreWording.sentence(refusal, in: desk.state))
    case .success(let verdict)?:
      if let first = verdict.refused.first,
        request.mode == .allOrNothing || verdict.fitting.isEmpty || verdict.rows.count == 1
      {
        let sentence = StoreWording.sentence(first.refusal, in: desk.state, filing: first.filing)
        guard verdict.rows.count > 1 else { return .fails("没有办理：" + sentence) }
        return .fails("没有办理：有 \(verdict.refused.count) 件不能办（见下）。能办的先办，请把“能办的先办”改为“是”。")
      }
    }
    return .asks(.save(.step(request)))
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    let done = changes.compactMap { change -> String? in
      guard let (id, taken) = taken(change, desk), taken.step == step else { return nil }
      return id
    }
    if step == .batch, let batch = done.first.flatMap({ desk.state.file($0)?.openBatch?.batch }) {
      return Notice(
        .good, "已列入拨付批次 \(batch)：\(done.count) 件\(sum(of: done, changes, desk))。按 F9 打印名单。")
    }
    guard done.count == 1, let id = done.first, let file = desk.state.file(id) else {
      return Notice(.good, "已\(name) \(done.count) 件\(sum(of: done, changes, desk))。")
    }
    return Notice(
      .good, "已\(name) \(id)，现为“\(StepLabels.label(file.standing))”\(sum(of: done, changes, desk))。")
  }

  /// The step that a change is, on which of the form's filings: a city's on what another office keeps is a verdict.
  private func taken(_ change: Change, _ desk: Surroundings) -> (id: String, step: StepTaken)? {
    switch change {
    case .stepped(let id, let taken): return (id, taken)
    case .offices(.stepped(let verdict)):
      let row = rows.first { desk.state.origin(of: $0.filing)?.filing == verdict.filing }
      return row.map { ($0.filing, verdict.step) }
    default: return nil
    }
  }

  private func sum(of done: [String], _ changes: [Change], _ desk: Surroundings) -> String {
    let sum = changes.reduce(into: MoneyTotal.zero) { sum, change in
      guard let (id, taken) = taken(change, desk), done.contains(id) else { return }
      sum += taken.amount ?? desk.state.file(id)?.decision.award ?? .zero
    }
    return "，\(done.count > 1 ? "合计 " : "")\(MoneyWording.grouped(sum)) 元"
  }
}
