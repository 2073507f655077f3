import CaseModel
import Casework
import Cells

/// What a request comes to, whichever key, command or button asked for it.
extension Model {
  mutating func carryOut(_ request: Request, _ state: OfficeState) -> [Effect] {
    switch request {
    case .help: openHelp(state)
    case .save where work != nil, .saveAndNext where work != nil: return save(request, state)
    case .palette: lay(Palette(paletteCommands(state)))
    case .back: return back(state)
    case .leave: ask(work?.isChanged == true || !unsaved.isEmpty ? .leaveForm : leavingQuestion)
    case .changeOperator: changeOperator(state)
    case .lock: lock(state)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .mouse:
      device.isMouseUsed.toggle()
      message = Notice(.good, device.isMouseUsed ? "鼠标可用了；要选取文字复制时，按住 Shift 或停用鼠标。" : "鼠标已停用，可以用终端选取文字复制。")
      return [.useMouse(device.isMouseUsed)]
    case .undo: return work == nil && !search.isTyping && refusesToWrite(request) ? [] : undo(state)
    default: return work == nil ? carryOutOnScreen(request, state) : []
    }
    return []
  }

  /// What is asked for where nothing lies over the screen; what can't be done says why.
  private mutating func carryOutOnScreen(_ request: Request, _ state: OfficeState) -> [Effect] {
    if refusesToWrite(request) { return [] }
    if actsOnChosen(request), refusesSlipped(state) || refusesNear() { return [] }
    guard let action = action(for: request, state) else { return [] }
    guard let hindrance = action.hindrance else { return action.perform(&self, state) }
    return warned(hindrance.sentence)
  }

  /// A key that means nothing on what is worked on, and something on the screen below: says how one comes to that.
  mutating func refuse(_ request: Request, _ state: OfficeState) {
    guard let work, let command = action(for: request, state)?.command.below(form: work.leaving),
      case .tells(let sentence) = command.action
    else { return }
    warn(sentence)
  }

  /// F10: one step back, and where there is none out of the program, having asked.
  mutating func back(_ state: OfficeState) -> [Effect] {
    if !stepsBack(state) { ask(leavingQuestion) }
    return []
  }

  /// Esc: one step back, and never out of the program, since Enter is soon pressed.
  mutating func escape(_ state: OfficeState) -> [Effect] {
    if !stepsBack(state) { warn("这里没有要取消的；要离开请按 F10。") }
    return []
  }

  /// False where nothing is left to go back from.
  private mutating func stepsBack(_ state: OfficeState) -> Bool {
    if let work {
      if work.isChanged { ask(.leaveForm) } else { close() }
    } else if !selection.marks.isEmpty {
      selection.marks = []
      message = Notice(.good, "已取消标记。")
    } else if search.isTyping {
      endSearch()
    } else if leadsBack {
      goBack(state)
    } else if isSearched {
      endSearch()
    } else if seat.oneOffice != nil {
      leaveOffice()
    } else {
      return false
    }
    return true
  }

  /// Whether the list on screen shows what was searched for.
  var isSearched: Bool { screen.parts.isSearched(self) }
}
