import Casework
import Cells

/// 待办, as a screen.
struct WorklistParts: ScreenParts {
  let label = "待办"
  let help = "待办：各年要办的，轮到您的在前；左右键换排序，0 只看本年度。行首 x 不符合，? 材料不全，! 过期、核减、额度用尽。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.worklist.list }
  var query: WritableKeyPath<Model, LineEditor> { \.states.worklist.query }
  /// What waits stands in one of three orders.
  var isReversible: Bool { false }

  func height(_ model: Model) -> Int { model.worklistHeight }
  func rowsAbove(_ model: Model) -> Int { model.rowsAboveWorklist }
  func filings(_ model: Model) -> [Int] { model.lists.worklist.numbers }
  func hold(_ model: inout Model) { model.hold(self, filings(model).lazy.map(RecordKey.number)) }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawWorklist(into: &pane, state)
  }

  /// What moves the worklist about gives way before what works on its filings.
  func hints(_ model: Model) -> [KeyHint] {
    model.minorHints + [
      KeyHint(.leftRight, "排序", isMinor: true),
      KeyHint(.zero, model.states.worklist.isOneYear ? "各年" : "本年", isMinor: true),
    ]
  }

  func canToggle(_ model: Model) -> Bool { true }
  func toggle(_ model: inout Model) { model.states.worklist.isOneYear.toggle() }
  func sort(_ change: OrderChange, _ model: inout Model) {
    if case .turn(let step) = change { model.states.worklist.sort(by: step) }
  }

  func findsNothing(_ lists: Lists) -> Bool { lists.worklist.numbers.isEmpty }
}
