import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// The form of a filing as what lies over a screen.
extension FilingForm {
  var heading: String { amended == nil ? "新申报" : "修改申报" }
  var records: [String] { amended.map { [$0.filing.id] } ?? [] }

  /// What was typed for an item that is no longer chosen would be lost too.
  var isChanged: Bool {
    fields.isChanged || fields.isTouched && shelved.contains { !$1.isEmpty && fields.field($0) == nil }
  }

  var action: String? { "保存" }
  var staysBelow: Bool { true }
  var typing: Typing { fields.typing }
  var end: String? { item.chosen == nil ? "请先选项目。" : "已是最后一栏，保存请按 F8。" }

  var fieldHelp: [String] {
    fields.focused?.help ?? ["材料", "按 F4 逐项核对；空格键：应交的都齐备。随这一件一起保存，以后在列表里按 F4 接着核对。"]
  }

  var commands: [Palette.Command] {
    [
      .init("保存", .f(8)), .init("保存并录下一件", .control("n")), .init("同上一件", .control("d")),
      .init("列表录入", .control("t")), .init("从列表选择", .f(4)), .init("新申请人", .f(3)), .back,
    ]
  }

  func hints(_ desk: Surroundings) -> [KeyHint] {
    var hints = keyHints
    if isListOpen { return hints }
    if let field = fields.focused, !field.hasList, !field.isLocked, field.kind != .flag,
      applicant.chosen != nil
    {
      hints.append(KeyHint(.f(4), "以前填的", isMinor: true))
    }
    if isOnPapers { hints.append(KeyHint(.f(4), "核对")) }
    if isOnPapers, let label = ticking(desk.state).label { hints.append(KeyHint(.space, label)) }
    if first != nil { hints.append(KeyHint(.control("e"), "看先收的")) }
    if focus == 1, amended == nil { hints.append(KeyHint(.f(3), "新申请人")) }
    if live != nil { hints.append(KeyHint(.pageDown, "看核算", isMinor: true)) }
    if item.chosen != nil, applicant.chosen != nil, amended == nil {
      hints += [KeyHint(.control("n"), "存并续", isMinor: true), KeyHint(.control("t"), "列表", isMinor: true)]
    }
    return hints + [KeyHint(.f(10), "返回"), KeyHint(.f(1), "帮助")]
  }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    if isListOpen { return pressInFields(key, desk) }
    switch Request(key) {
    case .story?: return FilingPage.answer(showing: first, desk)
    // What follows is for a new filing alone.
    case .saveAndNext? where amended == nil: return .works { $0.save(.saveAndNext, $1) }
    case .newApplicant? where amended == nil: return .opens(applicantForm(desk.state))
    case .list? where amended == nil: return beginList(desk)
    case .copy? where amended == nil:
      guard let last = desk.lastFiling else { return .warns("还没有可以照抄的上一件：先保存一件。") }
      copy(from: last, state: desk.state, today: desk.today)
      return .stays()
    default: break
    }
    guard key == .pageDown || key == .pageUp else { return pressInFields(key, desk) }
    scrollDecision(key, desk)
    return .stays()
  }

  private func applicantForm(_ state: OfficeState) -> ApplicantForm {
    let typed = focus == 1 ? applicant.editor.text : ""
    // What was typed to search by pinyin is no name.
    let name = typed.utf8.allSatisfy { $0 < 0x80 } ? "" : typed
    return ApplicantForm(name: name, districts: state.districts, state)
  }

  private mutating func beginList(_ desk: Surroundings) -> Answer {
    if let place = openBanReason {
      focus = place
      return .warns("申请人在不予资助名单内：请先写明收件理由，它用于列表的每一行。")
    }
    guard let list = ListEntry(self, today: desk.today, state: desk.state) else {
      return .warns("请先选好项目和申请人，再录入列表。")
    }
    return .opens(list)
  }

  func fieldsWidth(_ desk: Surroundings) -> Int { Self.fieldsWidth(of: desk.columns) }

  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer {
    // Several lines are several filings.
    guard !isListOpen, amended == nil, text.split(whereSeparator: \.isNewline).count > 1,
      var list = ListEntry(self, today: desk.today, state: desk.state)
    else { return pasteIntoFields(text, desk) }
    let answer = list.paste(text, desk)
    return .works { [list] model, state in
      model.open(list)
      return model.take(answer, state)
    }
  }

  mutating func renew(_ desk: Surroundings) {
    fields.offer(desk.state)
    refresh(today: desk.today, state: desk.state)
  }
}
