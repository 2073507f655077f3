import Casework
import Cells

/// 日志, as a screen.
struct JournalParts: ScreenParts {
  let label = "日志"
  let help = "日志：每次保存一行，最近的在前；按 F7 输入姓名、编号、办理名称、操作员或日期，Enter 看一件的全部经过。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.journal.list }
  var query: WritableKeyPath<Model, LineEditor> { \.states.journal.query }
  /// The saves stand by time.
  var isSorted: Bool { false }

  func count(_ model: Model) -> Int { model.states.journal.saves.count }
  func height(_ model: Model) -> Int { model.journalHeight }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawJournal(into: &pane, state)
  }
  func hints(_ model: Model) -> [KeyHint] {
    (model.states.journal.saves.isEmpty ? [] : [KeyHint(.enter, "经过")]) + model.minorHints(hasYear: false)
  }

  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] { model.openSave(state) }

  func searched(_ model: inout Model) { model.states.journal.searched() }
  func endSearch(_ model: inout Model) {
    model.states.journal.query.clear()
    searched(&model)
  }
}
