public import Casework
public import Cells
import CaseModel
import Interchange
import SubsidyRules
import Wording

extension Model {
  /// Takes in one event and says what is to be done outside. Pure: the office's state is only looked at.
  public mutating func update(_ event: Event, _ state: OfficeState) -> [Effect] {
    defer { renewLists(state) }
    isSlipped = hasSlipped
    if isHeldOverNothing(event) { return [] }
    switch event {
    case .key, .text, .paste, .mouse: (savedMessage, insistence) = (nil, nil)
    case .resize, .terminate, .endOfInput, .resume, .tick: break
    }
    noteRepeat(of: event)
    switch event {
    case .key(let key):
      message = nil
      let effects = press(key, state)
      if effects.contains(where: \.isFinal) { savedWith = Request(key) }
      return effects
    case .text, .paste:
      message = nil
      if question != nil, signIn == nil { return answer(text: event, state) }
      if case .text(let text) = event { return type(text, state) }
      if case .paste(let text) = event { paste(text, state) }
    case .resize(let rows, let columns):
      self.rows = rows
      self.columns = columns
      withOverlay(state) { $0.renew($1) }
      fitHelp(state)
    case .terminate, .endOfInput: return [.leave]
    case .mouse(let mouse): return take(mouse, state)
    case .resume, .tick: break
    }
    return []
  }

  /// A save key that is held down after its save, with nothing left to save: what its save said stays.
  private func isHeldOverNothing(_ event: Event) -> Bool {
    guard case .key(let key) = event, let savedWith, Request(key) == savedWith else { return false }
    return question == nil && palette == nil && !isHelpShown && overlay == nil && filing == nil
      && applicantForm == nil && signIn == nil
  }

  /// Takes note whether the key that has saved comes again with nothing in between.
  private mutating func noteRepeat(of event: Event) {
    switch event {
    case .key(let key):
      isRepeated = savedWith != nil && Request(key) == savedWith
      savedWith = nil
    case .text, .paste: (isRepeated, savedWith) = (false, nil)
    case .mouse, .resize, .terminate, .endOfInput, .resume, .tick: break
    }
  }

  /// Something that happened beside the desk is told; that a save succeeded stays in front of it.
  public mutating func tell(_ notice: Notice) {
    guard let savedMessage else { return message = notice }
    message = Notice(notice.kind, savedMessage.text + notice.text)
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
      message =
        applicantForm != nil
        ? applicantForm?.press(key, state: state, today: today)
        : filing?.press(key, state: state, today: today)
      return []
    }
    // Alt with 8 may be Esc and a digit in one burst: it asks before it saves.
    if key == .alt("8"), filing != nil || applicantForm != nil {
      question = .save
      return []
    }
    if let request = Request(key) { return carryOut(request, state) }
    if key == .escape { return escape(state) }
    if applicantForm != nil {
      message = applicantForm?.press(key, state: state, today: today)
    } else if listEntry != nil {
      listEntry?.press(key, today: today, state: state)
    } else if filing != nil {
      if key == .pageDown || key == .pageUp {
        filing?.scrollDecision(key, rows: rows - 3, columns: columns, state: state, today: today)
      } else {
        message = filing?.press(key, state: state, today: today)
      }
    } else {
      return pressOnScreen(key, state)
    }
    return []
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
    case .step(let step): openStep(step, state)
    case .paper(let title): return openPaper(title, state)
    case .copies(let text):
      message = Notice(.good, "已\(command.label)。没有复制到的，请在终端设置里允许程序写剪贴板。")
      return [.copy(text)]
    case .tells(let sentence): message = Notice(.good, sentence)
    }
    return []
  }

  private mutating func type(_ text: String, _ state: OfficeState) -> [Effect] {
    if signIn != nil {
      signIn?.type(text)
      return []
    }
    if palette != nil {
      palette?.edit { $0.insert(text) }
      return []
    }
    if isHelpShown { return [] }
    if overlay != nil {
      withOverlay(state) { $0.type(text, $1) }
    } else if isListOpen {
      if applicantForm != nil { applicantForm?.list?.type(text) } else { filing?.list?.type(text) }
    } else if let field = fieldInFocus, let refusal = field.refusal(of: text) {
      let fitting = field.fitting(text)
      let effects = fitting.isEmpty ? [] : type(fitting, state)
      message = Notice(.warning, refusal)
      return effects
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

  /// The field that is typed into in a form.
  private var fieldInFocus: Field? {
    if let form = applicantForm {
      return form.fields.indices.contains(form.focus) ? form.fields[form.focus] : nil
    }
    if let list = listEntry {
      let cells = list.rows.indices.contains(list.row) ? list.rows[list.row] : []
      return cells.indices.contains(list.column) ? cells[list.column] : nil
    }
    return filing?.focusedField
  }

  private mutating func paste(_ text: String, _ state: OfficeState) {
    if signIn != nil || palette != nil || isHelpShown || isListOpen { return }
    if overlay != nil {
      withOverlay(state) { $0.paste(text, $1) }
    } else if applicantForm != nil {
      message = applicantForm?.paste(text, state: state, today: today)
    } else if listEntry != nil {
      pasteIntoList(text, state)
    } else if filing != nil {
      // Several lines are several filings.
      if filing?.amended == nil, text.split(whereSeparator: \.isNewline).count > 1,
        let list = filing.flatMap({ ListEntry($0, today: today, state: state) })
      {
        listEntry = list
        pasteIntoList(text, state)
      } else {
        message = filing?.paste(text, state: state, today: today)
      }
    } else if isSearching {
      typeOnScreen(text, state)
    }
  }

  private mutating func pasteIntoList(_ text: String, _ state: OfficeState) {
    switch listEntry?.paste(text, kept: columnsKept, today: today, state: state) {
    case .told(let notice)?: message = notice ?? message
    case .asks(let table, let question)?:
      guard let list = listEntry else { return }
      let form = PastedColumns(table, question, of: list)
      overlay = form
      message = Notice(.warning, form.why)
    case nil: break
    }
  }
}
