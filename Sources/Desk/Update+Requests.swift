import CaseModel
import Casework
import Cells

/// What a request comes to, whichever key, command or button asked for it.
extension Model {
  mutating func carryOut(_ request: Request, _ state: OfficeState) -> [Effect] {
    switch request {
    case .help: openHelp(state)
    case .save, .saveAndNext: return save(request, state)
    case .palette: lay(Palette(paletteCommands))
    case .back: return back(state)
    case .leave: ask(work?.isChanged == true || !unsaved.isEmpty ? .leaveForm : leavingQuestion)
    case .changeOperator: changeOperator(state)
    case .lock: lock(state)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .mouse:
      isMouseUsed.toggle()
      message = Notice(.good, isMouseUsed ? "鼠标可用了；要选取文字复制时，按住 Shift 或停用鼠标。" : "鼠标已停用，可以用终端选取文字复制。")
      return [.useMouse(isMouseUsed)]
    default: return work == nil ? carryOutOnScreen(request, state) : []
    }
    return []
  }

  /// What is asked for where nothing lies over the screen.
  private mutating func carryOutOnScreen(_ request: Request, _ state: OfficeState) -> [Effect] {
    if refusesToWrite(request) { return [] }
    if actsOnChosen(request), refusesSlipped(state) || refusesNear() { return [] }
    switch request {
    case .newFiling: screen.parts.enter(&self, state)
    case .newApplicant:
      open(ApplicantForm(name: "", districts: state.districts, state))
      isSearching = false
    case .lookup: screen.parts.lookUp(&self, state)
    case .find: beginSearch()
    case .nextStep: return screen.parts.stepOn(&self, state)
    case .otherStep: screen.parts.stepAside(&self, state)
    case .gather where isCity: openExchange(.gather, state)
    case .bundle where isCounty: openExchange(.bundle, state)
    case .takeReply where isCounty: openExchange(.takeReply, state)
    case .recall where isCity: return openRecall(state)
    case .story: return screen.parts.chosen(self, state).map { [.readStory($0)] } ?? []
    case .news: open(NewsForm(surroundings(state)))
    case .number: open(NumberPage(surroundings(state)))
    case .sealing:
      isSearching = false
      open(SealForm(surroundings(state)))
    case .periods:
      isSearching = false
      open(PeriodForm(surroundings(state)))
    case .merging:
      isSearching = false
      open(MergeForm(surroundings(state), first: screen == .applicants ? chosenApplicant(state)?.id : nil))
    case .oldLedger: openLedger(state)
    case .recordsTable: openRecordsTable(state)
    case .printing: openPrinting(state)
    case .markAll: markAll(state)
    case .undo: return undo(state)
    default: break
    }
    return []
  }

  /// F10: one step back, and where there is none out of the program, having asked.
  mutating func back(_ state: OfficeState) -> [Effect] {
    if !stepsBack(state) { ask(leavingQuestion) }
    return []
  }

  /// Esc: one step back, and never out of the program, since Enter is soon pressed.
  mutating func escape(_ state: OfficeState) -> [Effect] {
    if !stepsBack(state) { message = Notice(.warning, "这里没有要取消的；要离开请按 F10。") }
    return []
  }

  /// False where nothing is left to go back from.
  private mutating func stepsBack(_ state: OfficeState) -> Bool {
    if let work {
      if work.isChanged { ask(.leaveForm) } else { close() }
    } else if !marks.isEmpty {
      marks = []
      message = Notice(.good, "已取消标记。")
    } else if isSearching {
      endSearch()
    } else if leadsBack {
      goBack(state)
    } else if isSearched {
      endSearch()
    } else if oneOffice != nil {
      leaveOffice()
    } else {
      return false
    }
    return true
  }

  /// Whether the list on screen shows what was searched for.
  var isSearched: Bool { screen.parts.isSearched(self) }
}
