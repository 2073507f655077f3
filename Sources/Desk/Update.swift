public import Casework
public import Cells
import CaseModel
import Forms
import SubsidyRules
import Wording

extension Model {
  /// Takes in one event and says what is to be done outside. Pure: the office's state is only looked at.
  public mutating func update(_ event: Event, _ state: OfficeState) -> [Effect] {
    defer { renewLists(state) }
    switch event {
    case .key(let key):
      message = nil
      return press(key, state)
    case .text(let text):
      message = nil
      return type(text, state)
    case .paste(let text):
      message = nil
      paste(text, state)
    case .resize(let rows, let columns):
      self.rows = rows
      self.columns = columns
      withOverlay(state) { $0.renew($1) }
      fitHelp()
    case .terminate, .endOfInput: return [.leave]
    case .mouse(let mouse): return take(mouse, state)
    case .resume, .tick: break
    }
    return []
  }

  /// The office has moved, by our own save or another's: what is shown is made anew.
  public mutating func stateChanged(_ state: OfficeState) {
    renewLists(state)
    filing?.offer(state: state)
    filing?.refresh(today: today, state: state)
    // A form that waits for its own save is about to close.
    if saving != .overlay { withOverlay(state) { $0.renew($1) } }
    // Rows that were saved just now would be duplicates of themselves.
    if saving != .list { listEntry?.refresh(today: today, state: state) }
  }

  /// A save is safe on the disk.
  public mutating func saved(_ changes: [Change], _ state: OfficeState) {
    defer { saving = nil }
    remember(changes)
    switch saving {
    case .overlay:
      message = overlay?.saved(changes, surroundings(state))
      overlay = nil
      marks = []
    case .amendment:
      guard let id = filing?.amended?.filing.id else { break }
      filing = nil
      message = Notice(.good, changes.isEmpty ? "没有变化。" : "已修改 \(id)" + result(of: id, state) + "。")
    case .applicant where applicantForm?.amended != nil:
      guard let id = applicantForm?.amended?.applicant.id else { break }
      applicantForm = nil
      message = Notice(.good, changes.isEmpty ? "没有变化。" : "已修改申请人 \(id)。")
    case .applicant:
      guard case .applicantEntered(let applicant)? = changes.first else { break }
      applicantForm = nil
      filing?.choose(applicant, state: state, today: today)
      if filing?.focus == 1 { _ = filing?.moveFocus(by: 1, state: state, today: today) }
      message = Notice(.good, "已保存申请人 \(applicant.id)。")
      if filing == nil { show(applicant: applicant.id, state) }
    case .list:
      listEntry?.removeStanding(today: today, state: state)
      let left = listEntry?.filled().count ?? 0
      message = Notice(
        left == 0 ? .good : .warning,
        "已保存 \(changes.count) 件。" + (left == 0 ? "" : "还有 \(left) 行不成立，留在列表里，请改好或删去。"))
      guard left == 0 else { break }
      listEntry = nil
      filing = nil
      screen = .worklist
    case .filingThenNext:
      guard case .filingReceived(let filing, _)? = changes.first else { break }
      lastFiling = filing
      message = Notice(.good, "已保存 \(filing.id)" + result(of: filing.id, state) + "。请录下一件。")
      self.filing = FilingForm.next(after: filing, state: state, today: today)
    case .filing:
      guard case .filingReceived(let filing, _)? = changes.first else { break }
      self.filing = nil
      lastFiling = filing
      message = Notice(.good, "已保存 \(filing.id)" + result(of: filing.id, state) + "。")
      year = state.file(filing.id)?.year ?? year
      screen = .worklist
      renewLists(state)
      let rows = lists.worklist
      worklist.chosen = rows.firstIndex { state.files.id(of: $0) == filing.id } ?? 0
      worklist.reveal(count: rows.count, height: worklistHeight)
    case nil: break
    }
  }

  private func result(of id: String, _ state: OfficeState) -> String {
    guard let decision = state.file(id)?.decision else { return "" }
    return "：\(Labels.label(decision.outcome)) \(MoneyWording.grouped(decision.award)) 元"
  }

  /// A save was not made; what was typed stays.
  public mutating func notSaved(_ sentence: String) {
    saving = nil
    message = Notice(.bad, sentence)
  }

  // MARK: - Keys

  private mutating func press(_ key: Key, _ state: OfficeState) -> [Effect] {
    if signIn != nil { return pressInSignIn(key) }
    if question != nil { return answer(key, state) }
    if palette != nil { return pressInPalette(key, state) }
    if isHelpShown {
      pressInHelp(key)
      return []
    }
    if overlay != nil { return pressInOverlay(key, state) }
    if isListOpen {
      if Request(key) == .back || key == .escape {
        closeList()
      } else {
        message =
          applicantForm != nil
          ? applicantForm?.press(key, state: state, today: today)
          : filing?.press(key, state: state, today: today)
      }
      return []
    }
    // Alt with 8 may be Esc and a digit in one burst: it asks before it saves.
    if key == .alt("8"), filing != nil || applicantForm != nil || overlay?.canSave == true {
      question = .save
      return []
    }
    if let request = Request(key) { return carryOut(request, state) }
    if key == .escape { return back() }
    if applicantForm != nil {
      message = applicantForm?.press(key, state: state, today: today)
    } else if listEntry != nil {
      listEntry?.press(key, today: today, state: state)
    } else if filing != nil {
      if !scrollDecision(key, state) { message = filing?.press(key, state: state, today: today) }
    } else {
      return pressOnScreen(key, state)
    }
    return []
  }

  /// Scrolls the decision beside the fields; false where the key does something else.
  private mutating func scrollDecision(_ key: Key, _ state: OfficeState) -> Bool {
    guard key == .pageDown || key == .pageUp, let form = filing else { return false }
    let height = rows - 3
    let reach = DecisionPane(form: form, state: state, today: today).reach(
      rows: height, columns: columns - FilingForm.fieldsWidth(of: columns) - 2)
    let step = max(1, height - 3)
    filing?.scroll = max(0, min(reach, form.scroll + (key == .pageDown ? step : -step)))
    return true
  }

  private mutating func pressInPalette(_ key: Key, _ state: OfficeState) -> [Effect] {
    if key == .escape || key == .f(10) || key == .control("p") {
      palette = nil
      return []
    }
    guard let command = palette?.press(key, state) else { return [] }
    palette = nil
    switch command.action {
    case .event(let event): return update(event, state)
    case .request(let request): return carryOut(request, state)
    }
  }

  private mutating func answer(_ key: Key, _ state: OfficeState) -> [Effect] {
    let asked = question
    switch key {
    case .enter: question = nil
    case .escape, .f(10), .alt("0"):
      question = nil
      if asked == .resume || asked == .discardDraft { leaveForLater() }
      return []
    case .delete where asked == .resume:
      question = .discardDraft
      return []
    default: return []
    }
    switch asked {
    case .leaveForm:
      closeForm()
      return []
    case .leaveProgram, .leaveOthers: return [.leave]
    case .save: return save(state)
    case .resume: return takeUp(state)
    case .discardDraft: return leftBehind.first.map { [.discardDraft($0)] } ?? []
    case nil: return []
    }
  }

  mutating func carryOut(_ request: Request, _ state: OfficeState) -> [Effect] {
    switch request {
    case .help: openHelp(state)
    case .newFiling where filing == nil && applicantForm == nil:
      var form = FilingForm(today: today, applicant: screen == .applicants ? chosenApplicant(state) : nil)
      form.offer(state: state)
      filing = form
      isSearching = false
    case .newApplicant where applicantForm == nil && listEntry == nil && filing?.amended == nil:
      let typed = filing?.focus == 1 ? filing?.applicant.editor.text ?? "" : ""
      // What was typed to search by pinyin is no name.
      applicantForm = ApplicantForm(name: typed.utf8.allSatisfy { $0 < 0x80 } ? "" : typed)
      isSearching = false
    case .list where listEntry == nil && applicantForm == nil && filing != nil && filing?.amended == nil:
      beginList(state)
    case .lookup where filing == nil && applicantForm == nil:
      if screen == .applicants { amendApplicant(state) } else { openPapers(state) }
    case .lookup where filing?.amended != nil && filing.map { $0.focus < 2 } == true && applicantForm == nil:
      message = Notice(.warning, "项目和申请人不能改；要换的，请撤回这一件后重新收件。")
    case .lookup where listEntry == nil:
      if applicantForm != nil {
        applicantForm?.openList(state: state)
      } else {
        filing?.openList(state: state, today: today)
      }
    case .find where filing == nil && applicantForm == nil:
      beginSearch()
    case .save: return save(state)
    case .saveAndNext
    where filing != nil && filing?.amended == nil && listEntry == nil && applicantForm == nil:
      let effects = save(state)
      if saving == .filing { saving = .filingThenNext }
      return effects
    case .copy where listEntry != nil: listEntry?.press(.control("d"), today: today, state: state)
    case .copy where filing != nil && filing?.amended == nil && applicantForm == nil:
      guard let lastFiling else {
        message = Notice(.warning, "还没有可以照抄的上一件：先保存一件。")
        break
      }
      filing?.copy(from: lastFiling, state: state, today: today)
    case .palette: palette = Palette(paletteCommands)
    case .back: return back()
    case .leave:
      question = isFormChanged || !unsaved.isEmpty ? .leaveForm : leavingQuestion
    case .nextStep where filing == nil && applicantForm == nil: openNextStep(state)
    case .otherStep where filing == nil && applicantForm == nil: openOtherSteps(state)
    case .story where filing == nil && applicantForm == nil:
      return (chosenFiling(state) ?? (screen == .applicants ? chosenApplicant(state)?.id : nil)).map {
        [.readStory($0)]
      } ?? []
    case .news where filing == nil && applicantForm == nil: overlay = NewsForm(surroundings(state))
    case .number where filing == nil && applicantForm == nil: overlay = NumberPage()
    case .changeOperator: changeOperator(state)
    case .lock: lock(state)
    case .printing where filing == nil && applicantForm == nil: openPrinting(state)
    case .markAll where filing == nil && applicantForm == nil: markAll(state)
    case .redraw: return [.redraw]
    case .undo: return undo(state)
    case .suspend: return [.suspend]
    case .mouse:
      isMouseUsed.toggle()
      message = Notice(.good, isMouseUsed ? "鼠标可用了；要选取文字复制时，按住 Shift 或停用鼠标。" : "鼠标已停用，可以用终端选取文字复制。")
      return [.useMouse(isMouseUsed)]
    // What has no place on what lies on top does nothing.
    case .newFiling, .newApplicant, .find, .lookup, .list, .saveAndNext, .copy, .nextStep, .otherStep,
      .markAll, .printing, .news, .number, .story:
      break
    }
    return []
  }

  private var isFormChanged: Bool {
    overlay?.isChanged ?? applicantForm?.isChanged ?? listEntry?.isChanged ?? filing?.isChanged ?? false
  }

  private mutating func beginList(_ state: OfficeState) {
    listEntry = filing.flatMap { ListEntry($0, today: today, state: state) }
    if listEntry == nil { message = Notice(.warning, "请先选好项目和申请人，再录入列表。") }
  }

  mutating func back() -> [Effect] {
    if overlay != nil || applicantForm != nil || filing != nil {
      if isFormChanged { question = .leaveForm } else { closeForm() }
    } else if !marks.isEmpty {
      marks = []
      message = Notice(.good, "已取消标记。")
    } else if isSearching || isSearched {
      endSearch()
    } else {
      question = leavingQuestion
    }
    return []
  }

  /// Whether the list on screen shows what was searched for.
  var isSearched: Bool {
    switch screen {
    case .applicants: !query.text.isEmpty
    case .filings: !filings.query.text.isEmpty
    case .journal: !journal.query.text.isEmpty
    case .worklist, .caps, .totals, .policy: false
    }
  }

  var isListOpen: Bool { applicantForm.map(\.isListOpen) ?? filing?.isListOpen ?? false }

  private mutating func closeList() {
    if applicantForm != nil { applicantForm?.list = nil } else { filing?.list = nil }
  }

  private mutating func closeForm() {
    if overlay != nil {
      overlay = nil
    } else if applicantForm != nil {
      applicantForm = nil
    } else if listEntry != nil {
      listEntry = nil
    } else {
      filing = nil
    }
  }

  mutating func save(_ state: OfficeState) -> [Effect] {
    if let readOnly, overlay?.canSave ?? (filing != nil || applicantForm != nil) {
      message = Notice(.bad, "没有保存：" + readOnly)
      return []
    }
    if overlay != nil { return saveOverlay(state) }
    // What was typed to look something up counts as if the field had been left.
    if applicantForm != nil {
      _ = applicantForm?.moveFocus(by: 0, state: state, today: today)
    } else {
      _ = filing?.moveFocus(by: 0, state: state, today: today)
    }
    if let form = applicantForm {
      switch form.applicant() {
      case .success(let applicant):
        saving = .applicant
        guard let amended = form.amended else { return [.save(.enterApplicant(applicant))] }
        return [
          .save(
            .changeApplicant(applicant, touching: form.touched(today: today)),
            expecting: Expected(changes: [applicant.id: amended.changes]))
        ]
      case .failure(let gap):
        applicantForm?.focus = gap.field
        // What was typed and can't be read says more than that something is missing.
        let field = form.fields.indices.contains(gap.field) ? form.fields[gap.field] : nil
        let problem = field?.kind == .text ? nil : field?.problem(today: today)
        message = Notice(.bad, gap.text + (problem.map { "\($0)。" } ?? ""))
        return []
      }
    }
    if let list = listEntry {
      let standing = list.standing(today: today, state: state)
      guard !standing.isEmpty else {
        message = Notice(.bad, "还没有可以保存的行。")
        return []
      }
      saving = .list
      let decisions = list.preview.rows.map(\.decision).filter(\.outcome.isServed)
      return [.save(.receiveFilings(standing), expecting: Expected(decisions: decisions))]
    }
    guard let form = filing else { return [] }
    guard var draft = form.draft(today: today, state: state) else {
      filing?.focus = form.item.chosen == nil ? 0 : form.applicant.chosen == nil ? 1 : 2
      filing?.offer(state: state)
      let problem = filing?.focus == 2 ? form.received.problem(today: today) : nil
      message = Notice(.bad, "还没有保存：" + (problem.map { "收件日期：\($0)。" } ?? "请先填好项目、申请人和收件日期。"))
      return []
    }
    if let problem = filing?.warnOfProblem(today: today) {
      filing?.refresh(today: today, state: state)
      message = Notice(.bad, "没有保存：\(problem)。照收请再按 F8。")
      return []
    }
    if let amended = form.amended {
      saving = .amendment
      return [.save(.changeFiling(draft, seen: amended.seen))]
    }
    // The store gives the number when it saves, since another desk may take this one first.
    draft.id = ""
    saving = .filing
    return [.save(.receiveFiling(draft), expecting: form.live.map { Expected(decisions: [$0.decision]) })]
  }

  private mutating func type(_ text: String, _ state: OfficeState) -> [Effect] {
    if signIn != nil {
      signIn?.type(text)
      return []
    }
    if question != nil { return [] }
    if palette != nil {
      palette?.edit { $0.insert(text) }
      return []
    }
    if isHelpShown || isListOpen { return [] }
    if overlay != nil {
      withOverlay(state) { $0.type(text, $1) }
    } else if applicantForm != nil {
      applicantForm?.type(text, state: state)
    } else if listEntry != nil {
      listEntry?.type(text, today: today, state: state)
    } else if filing != nil {
      filing?.type(text, state: state, today: today)
    } else {
      typeOnScreen(text, state)
    }
    return []
  }

  private mutating func paste(_ text: String, _ state: OfficeState) {
    if signIn != nil || question != nil || palette != nil || isHelpShown || isListOpen { return }
    if overlay != nil {
      withOverlay(state) { $0.paste(text, $1) }
    } else if applicantForm != nil {
      message = applicantForm?.paste(text, state: state, today: today)
    } else if listEntry != nil {
      listEntry?.paste(text, today: today, state: state)
    } else if filing != nil {
      // Several lines are several filings.
      if filing?.amended == nil, text.split(whereSeparator: \.isNewline).count > 1,
        let list = filing.flatMap({ ListEntry($0, today: today, state: state) })
      {
        listEntry = list
        listEntry?.paste(text, today: today, state: state)
      } else {
        message = filing?.paste(text, state: state, today: today)
      }
    } else if isSearching {
      typeOnScreen(text, state)
    }
  }
}
