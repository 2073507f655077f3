public import CaseModel
public import Casework
public import SubsidyRules

/// What was done to a record, and what stood before.
public enum HistoryWording {
  /// What was done, in a word or two.
  public static func label(_ entry: HistoryEntry) -> String {
    entry.undoes == nil ? label(entry.deed) : "撤销修改"
  }

  public static func label(_ deed: Deed) -> String {
    switch deed {
    case .received: "收件"
    case .changed: "修改"
    case .takenOver: "接收旧档"
    case .stepped(let step): StepLabels.label(step.step)
    case .papersTicked: "核对材料"
    case .factsChanged: "更新申请人情况"
    }
  }

  /// What was done, with what it states; an undoing names the save it undid.
  public static func line(_ entry: HistoryEntry, _ words: CaseWords) -> String {
    line(entry.deed, words) + (entry.undoes.map { "（撤销第 \($0) 号）" } ?? "") + set(entry.day)
  }

  /// That another day than the clock's was set; nothing where none was.
  public static func set(_ day: CivilDate?) -> String { day.map { "（当时把日期设为 \($0)）" } ?? "" }

  /// What was done, with what it states: amounts, days, reasons, points.
  public static func line(_ deed: Deed, _ words: CaseWords) -> String {
    var parts = [label(deed)]
    switch deed {
    case .received: break
    case .takenOver(let standing, let decided, let reclaimed):
      parts.append("原为\(StepLabels.label(standing))")
      if let decided { parts.append("核定 \(MoneyWording.yuan(decided))") }
      if let reclaimed { parts.append("已追回 \(MoneyWording.yuan(reclaimed))") }
    case .changed(let names): parts += names.map { words.input($0) }
    case .stepped(let step): parts += self.parts(step, words)
    case .papersTicked(let ticks): parts += ticks.map { "\(words.paper($0.paper)) \(finding($0))" }
    case .factsChanged(let facts): parts.append(words.district(facts.district))
    }
    return parts.joined(separator: "  ")
  }

  private static func finding(_ tick: PaperTick) -> String {
    switch tick.verdict {
    case .missing: return "没有提交"
    case .failing(let why): return "不符合要求：\(why)"
    case .inOrder:
      let original = tick.hasOriginal ? "原件，" : ""
      let pages = tick.pages > 0 ? "，\(tick.pages) 页" : ""
      return "\(original)\(tick.copies) 份\(pages)"
    }
  }

  private static func parts(_ step: StepTaken, _ words: CaseWords) -> [String] {
    var parts = ["\(step.day)"] + detail(step.detail, words)
    if let due = step.due { parts.append(step.step == .publish ? "公示至 \(due)" : "期限 \(due)") }
    parts += step.grounds.map(words.ground)
    if !step.paper.isEmpty, step.step != .serve { parts.append("文书 \(step.paper)") }
    if step.isAlone { parts.append("一人办理") }
    if !step.note.isEmpty { parts.append(step.note) }
    return parts
  }

  private static func detail(_ detail: StepTaken.Detail, _ words: CaseWords) -> [String] {
    switch detail {
    case .none: return []
    case .figures(let figures): return ["填写 " + figures.map { words.input($0.name) }.joined(separator: "、")]
    case .notice(let notice):
      let late = notice.late.isEmpty ? [] : ["非一次性告知 \(notice.late.count) 项"]
      return ["期限 \(notice.due)", PointWording.list(notice.points, words)] + late
    case .approval(let approval):
      let overtakes = approval.overtakes.isEmpty ? [] : ["越过 \(approval.overtakes.joined(separator: "、"))"]
      return ["核定 \(MoneyWording.yuan(approval.amount))"] + overtakes
    case .payment(let payment): return self.payment(payment)
    case .batched(let entry): return ["批次 \(entry.batch)"] + payment(entry.payment)
    case .bounced(let amount, let due): return [MoneyWording.yuan(amount), "更正账号的期限 \(due)"]
    case .recovery(let recovery):
      let other = recovery.setOffAgainst.map { ["从 \($0) 的拨付中抵扣"] } ?? []
      return [MoneyWording.yuan(recovery.amount)] + other
    case .whole(let amount): return ["应为 \(MoneyWording.yuan(amount))"]
    case .undone(let step): return [StepLabels.label(step)]
    case .service(let service):
      let number = service.number.isEmpty ? "" : " \(service.number)"
      return ["\(PeriodWording.document(service.of))\(number)", PeriodWording.label(service.way)]
    }
  }

  private static func payment(_ payment: Payment) -> [String] {
    guard let setOff = payment.setOff else { return [MoneyWording.yuan(payment.amount)] }
    return [
      MoneyWording.yuan(payment.amount),
      "其中抵扣 \(setOff.filing) 待追回 \(MoneyWording.yuan(setOff.amount))，实付 \(MoneyWording.yuan(payment.transferred))",
    ]
  }

  /// A field that differs, with what stood before and after. Numbers of persons and accounts are not shown.
  ///
  /// - Parameter districts: the office's, which go by their own names.
  public static func sentence(_ change: FieldChange, item: Item?, districts: [District]) -> String {
    let name = label(change.field, item)
    if case .applicant(let field) = change.field, field.isPersonal { return name + "：已改动（在申请人表单中查看）" }
    func value(_ text: String?) -> String {
      guard let text else { return "空" }
      if change.field == .applicant(.district) { return Labels.district(text, among: districts) }
      return written(text, change.field, item)
    }
    return "\(name)：\(value(change.before)) → \(value(change.after))"
  }

  private static func label(_ field: FieldChange.Field, _ item: Item?) -> String {
    switch field {
    case .filing(let field): Labels.label(field)
    case .applicant(let field): Labels.label(field)
    case .input(let name): item?.input(name)?.label ?? name
    case .override(let name): OverrideWording.label(name, item)
    }
  }

  private static func written(_ text: String, _ field: FieldChange.Field, _ item: Item?) -> String {
    switch field {
    case .filing(.status): return Stage(rawValue: text).map(Labels.label) ?? text
    case .applicant(.kind): return ApplicantKind(rawValue: text).map(Labels.label) ?? text
    case .filing(.decided), .filing(.reclaimed): return Money(text).map(MoneyWording.yuan) ?? text + " 元"
    case .input(let name):
      switch item?.input(name)?.kind {
      case .flag: return text == "true" ? "是" : text == "false" ? "否" : text
      case .choice(let options): return options.first { $0.id == text }?.label ?? text
      case .money: return Money(text).map(MoneyWording.yuan) ?? text + " 元"
      default: return text
      }
    default: return text
    }
  }
}
