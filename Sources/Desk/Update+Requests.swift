import CaseModel
import Casework
import Cells

/// What a request comes to, whichever key, command or button asked for it.
extension Model {
  mutating func carryOut(_ request: Request, _ state: OfficeState) -> [Effect] {
    if actsOnChosen(request), refusesSlipped(state) || refusesNear() { return [] }
    switch request {
    case .help: openHelp(state)
    case .newFiling where screen == .caps && caps.tab == .fund && filing == nil && applicantForm == nil:
      enterBudget(state)
    case .newFiling where screen == .register && filing == nil && applicantForm == nil: enterRecord(state)
    case .newFiling where filing == nil && applicantForm == nil:
      var form = FilingForm(today: today, applicant: screen == .applicants ? chosenApplicant(state) : nil)
      form.offer(state: state)
      filing = form
      isSearching = false
    case .newApplicant where applicantForm == nil && listEntry == nil && filing?.amended == nil:
      let typed = filing?.focus == 1 ? filing?.applicant.editor.text ?? "" : ""
      // What was typed to search by pinyin is no name.
      applicantForm = ApplicantForm(
        name: typed.utf8.allSatisfy { $0 < 0x80 } ? "" : typed, districts: state.districts, state)
      isSearching = false
    case .list where listEntry == nil && applicantForm == nil && filing != nil && filing?.amended == nil:
      beginList(state)
    case .lookup where filing == nil && applicantForm == nil:
      switch screen {
      case .applicants: amendApplicant(state)
      case .policy: openClause(state)
      default: openPapers(state)
      }
    case .lookup where filing?.amended != nil && filing.map { $0.focus < 2 } == true && applicantForm == nil:
      message = Notice(.warning, "项目和申请人不能改；要换的，请撤回这一件后重新收件。")
    case .lookup where (filing?.isOnPapers == true || listEntry != nil) && applicantForm == nil:
      overlay = filing?.tickForm(state)
    case .lookup where listEntry == nil:
      if applicantForm != nil {
        applicantForm?.openList(state: state)
      } else {
        message = filing?.openList(state: state, today: today)
      }
    case .find where filing == nil && applicantForm == nil:
      beginSearch()
    case .find where listEntry != nil && applicantForm == nil:
      if listEntry?.showNextRefused() == false { message = Notice(.good, "没有不成立的行。") }
    case .save: return save(.save, state)
    case .saveAndNext
    where filing != nil && filing?.amended == nil && listEntry == nil && applicantForm == nil:
      return save(.saveAndNext, state)
    case .copy where listEntry != nil: listEntry?.press(.control("d"), today: today, state: state)
    case .copy where filing != nil && filing?.amended == nil && applicantForm == nil:
      guard let lastFiling else {
        message = Notice(.warning, "还没有可以照抄的上一件：先保存一件。")
        break
      }
      filing?.copy(from: lastFiling, state: state, today: today)
    case .palette: palette = Palette(paletteCommands)
    case .back: return back(state)
    case .leave:
      question = isFormChanged || !unsaved.isEmpty ? .leaveForm : leavingQuestion
    case .nextStep where screen == .offices && filing == nil && applicantForm == nil:
      return openNextOfOffices(state)
    case .otherStep where screen == .offices && filing == nil && applicantForm == nil: openReply(state)
    case .gather where isCity && filing == nil && applicantForm == nil: openExchange(.gather, state)
    case .bundle where isCounty && filing == nil && applicantForm == nil: openExchange(.bundle, state)
    case .takeReply where isCounty && filing == nil && applicantForm == nil: openExchange(.takeReply, state)
    case .recall where isCity && filing == nil && applicantForm == nil: return openRecall(state)
    case .nextStep where filing == nil && applicantForm == nil: openNextStep(state)
    case .otherStep where screen == .register && filing == nil && applicantForm == nil: strikeRecord(state)
    case .otherStep where filing == nil && applicantForm == nil: openOtherSteps(state)
    case .story where filing != nil && applicantForm == nil: openFirst(state)
    case .story where filing == nil && applicantForm == nil:
      return (chosenFiling(state) ?? (screen == .applicants ? chosenApplicant(state)?.id : nil)).map {
        [.readStory($0)]
      } ?? []
    case .news where filing == nil && applicantForm == nil: overlay = NewsForm(surroundings(state))
    case .sealing where filing == nil && applicantForm == nil:
      isSearching = false
      overlay = SealForm(surroundings(state))
    case .periods where filing == nil && applicantForm == nil:
      isSearching = false
      overlay = PeriodForm(surroundings(state))
    case .merging where filing == nil && applicantForm == nil:
      isSearching = false
      let first = screen == .applicants ? chosenApplicant(state)?.id : nil
      overlay = MergeForm(surroundings(state), first: first)
    case .oldLedger where filing == nil && applicantForm == nil: openLedger(state)
    case .recordsTable where filing == nil && applicantForm == nil: openRecordsTable(state)
    case .number where filing == nil && applicantForm == nil: overlay = NumberPage(surroundings(state))
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
      .markAll, .printing, .news, .number, .story, .oldLedger, .recordsTable, .sealing, .periods, .merging,
      .gather, .bundle, .takeReply, .recall:
      break
    }
    return []
  }

  private var isFormChanged: Bool {
    overlay?.isChanged ?? applicantForm?.isChanged ?? listEntry?.isChanged ?? filing?.isChanged ?? false
  }

  private mutating func beginList(_ state: OfficeState) {
    if let place = filing?.openBanReason {
      filing?.focus = place
      message = Notice(.warning, "申请人在不予资助名单内：请先写明收件理由，它用于列表的每一行。")
      return
    }
    listEntry = filing.flatMap { ListEntry($0, today: today, state: state) }
    if listEntry == nil { message = Notice(.warning, "请先选好项目和申请人，再录入列表。") }
  }

  /// F10: one step back, and where there is none out of the program, having asked.
  mutating func back(_ state: OfficeState) -> [Effect] {
    if !stepsBack(state) { question = leavingQuestion }
    return []
  }

  /// Esc: one step back, and never out of the program, since Enter is soon pressed.
  mutating func escape(_ state: OfficeState) -> [Effect] {
    if !stepsBack(state) { message = Notice(.warning, "这里没有要取消的；要离开请按 F10。") }
    return []
  }

  /// False where nothing is left to go back from.
  private mutating func stepsBack(_ state: OfficeState) -> Bool {
    if overlay != nil || applicantForm != nil || filing != nil {
      if isFormChanged { question = .leaveForm } else { closeForm() }
    } else if !marks.isEmpty {
      marks = []
      message = Notice(.good, "已取消标记。")
    } else if isSearching {
      endSearch()
    } else if leadsBack {
      goBack(state)
    } else if isSearched {
      endSearch()
    } else {
      return false
    }
    return true
  }

  /// Whether the list on screen shows what was searched for.
  var isSearched: Bool {
    switch screen {
    case .applicants: !query.text.isEmpty
    case .filings: !filings.query.text.isEmpty
    case .journal: !journal.query.text.isEmpty
    case .register: register.isListing
    case .worklist: !worklist.query.text.isEmpty
    case .caps, .totals, .policy, .offices: narrowing?.isEmpty == false
    }
  }

  var isListOpen: Bool { applicantForm.map(\.isListOpen) ?? filing?.isListOpen ?? false }

  mutating func closeForm() {
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
}
