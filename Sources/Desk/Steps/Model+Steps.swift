import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// Moving filings on from the lists: F5 the next step, F6 the others, Space marks rows for one step together.
extension Model {
  /// The filing under the cursor; nil on screens without filings.
  func chosenFiling(_ state: OfficeState) -> String? { chosenNumber.map(state.files.id) }

  /// Its number among the office's files.
  var chosenNumber: Int? {
    chosenList.chosen(in: screen.parts.filings(self))
  }

  func surroundings(_ state: OfficeState) -> Surroundings {
    Surroundings(
      state: partInSight(of: state) ?? state, today: device.today, at: device.at,
      operatorName: seat.operatorName, year: year,
      rows: device.rows - 3,
      columns: device.columns, outlets: device.outlets, printFolder: device.printFolder,
      columnsKept: seat.columnsKept,
      lastFiling: saving.lastFiling)
  }

  /// F5.
  mutating func openNextStep(_ state: OfficeState) {
    // Marked filings may stand at several stages: each stage's are taken on by themselves.
    let next = selection.marks.isEmpty ? [] : nextSteps(state)
    if next.count > 1 {
      let others = next.reduce(selection.offered.ids.count) { $0 - $1.ids.count }
      open(StepMenu(entries: next, others: others, heading: "下一步"))
      return
    }
    guard let step = next.first?.step ?? selection.offered.next else { return warn(noNextStep(state)) }
    open(StepForm(step, selection.offered.ids, surroundings(state)))
  }

  private func nextSteps(_ state: OfficeState) -> [StepMenu.Entry] {
    var entries: [StepMenu.Entry] = []
    for id in selection.offered.ids {
      guard let file = state.file(id) else { continue }
      let steps = state.steps(offeredTo: seat.operatorName, for: file).map(\.step)
      guard let step = Offered.straight.first(where: steps.contains) else { continue }
      if let place = entries.firstIndex(where: { $0.step == step }) {
        entries[place].ids.append(id)
      } else {
        entries.append(.init(step: step, ids: [id]))
      }
    }
    return entries
  }

  func noNextStep(_ state: OfficeState) -> String {
    let standing = selection.offered.standing.map(StepLabels.label) ?? ""
    let others = selection.marks.isEmpty ? whoMayGoOn(state) : []
    let who = others.isEmpty ? "" : "可由\(others.joined(separator: "、"))办理，换人请按 Ctrl-O。"
    return "这一件现为“\(standing)”，没有您可以办的下一步。\(who)" + (selection.offered.aside.isEmpty ? "" : "其他办理请按 F6。")
  }

  /// Who else has a next step for the filing under the cursor.
  func whoMayGoOn(_ state: OfficeState) -> [String] {
    guard let file = selection.chosen.file else { return [] }
    return state.house.operators.filter { other in
      !other.isRetired && other.name != seat.operatorName
        && state.steps(offeredTo: other.name, for: file).contains { Offered.straight.contains($0.step) }
    }.map(\.name)
  }

  /// The form of the step that follows on one that was done just now; nil where there is none for whoever is here.
  mutating func following(_ done: StepForm, _ state: OfficeState) -> StepForm? {
    renewLists(state)
    guard done.goesOn, let id = done.rows.first?.filing, selection.offered.ids == [id],
      let next = selection.offered.next
    else {
      return nil
    }
    var form = StepForm(next, [id], surroundings(state))
    form.goesOn = true
    return form
  }

  /// F6.
  mutating func openOtherSteps(_ state: OfficeState) {
    guard let first = selection.offered.aside.first else {
      return
    }
    open(
      selection.offered.aside.count == 1
        ? StepForm(first, selection.offered.ids, surroundings(state))
        : StepMenu(
          entries: selection.offered.aside.map { .init(step: $0, ids: selection.offered.ids) },
          heading: "退回、不予等"))
  }

  /// F4: the papers of the filing under the cursor.
  mutating func openPapers(_ state: OfficeState) {
    if let id = chosenFiling(state), state.origin(of: id) != nil {
      return warn("这一件是\(OfficeNames.full(state.office(of: id), in: state))的，材料由该局核对。")
    }
    guard let form = chosenFiling(state).flatMap({ TickForm($0, state) }) else {
      return warn("请先在待办或申报里选一件申报。")
    }
    open(form)
  }

  // MARK: - Marks

  /// Draws the row of a filing, with its mark left of the first column.
  func drawRow(
    of number: Int, _ part: Part, isChosen: Bool, order: Int = 0, into pane: inout Grid, row: Int,
    _ state: OfficeState,
    _ draw: (FiledFiling, inout Grid) -> Void
  ) {
    let isMarked = !selection.marks.isEmpty && selection.marks.contains(state.files.id(of: number))
    let source = source(
      of: part, subject: number, isChosen: isChosen, isMarked: isMarked, order: order, state)
    pane.part(Area(row: row, column: 0, rows: 1, columns: pane.columns), from: source) { pane in
      draw(selection.chosen.file(number, state), &pane)
      if isMarked { pane.write("*", row: 0, column: 0, width: 1, style: .strong) }
    }
  }

  /// Space: marks the row or takes its mark away, and goes on to the next.
  mutating func toggleMark(_ state: OfficeState) {
    guard let id = chosenFiling(state) else { return }
    if selection.marks.remove(id) == nil { selection.marks.insert(id) }
    moveList(by: 1, state)
    sayMarks(state)
  }

  /// Marks every row of the list, or none where all are.
  mutating func markAll(_ state: OfficeState) {
    let ids = Set(screen.parts.filings(self).map { state.files.id(of: $0) })
    selection.marks =
      ids.isSubset(of: selection.marks) ? selection.marks.subtracting(ids) : selection.marks.union(ids)
    sayMarks(state)
  }

  private mutating func sayMarks(_ state: OfficeState) {
    guard !selection.marks.isEmpty else { return }
    let sum = selection.marks.compactMap(state.number(ofFile:)).reduce(into: MoneyTotal.zero) {
      $0 += state.files.rows[$1].award
    }
    message = Notice(
      .good, "已标记 \(selection.marks.count) 件，\(MoneyWording.grouped(sum)) 元。按 F5 一并办理，按 Esc 取消标记。")
  }
}
