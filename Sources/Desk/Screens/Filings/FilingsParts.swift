import Casework
import Cells

/// 申报, as a screen.
struct FilingsParts: ScreenParts {
  let label = "申报"
  let help = "申报：按 F7 输入申请人、项目、地区、阶段、结论或号码的一部分，几个词之间用空格隔开。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.filings.list }
  var query: WritableKeyPath<Model, LineEditor> { \.states.filings.query }

  func height(_ model: Model) -> Int { model.filingsHeight }
  func filings(_ model: Model) -> [Int] { model.lists.filings }
  func hold(_ model: inout Model) { model.hold(self, filings(model).lazy.map(RecordKey.number)) }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawFilings(into: &pane, state)
  }

  func hints(_ model: Model) -> [KeyHint] {
    [
      KeyHint(.leftRight, "排序", isMinor: true), KeyHint(.plusMinus, "倒序", isMinor: true),
      KeyHint(.zero, "各年", isMinor: true),
    ] + (model.states.filings.criteria.isNarrowed ? [KeyHint(.backspace, "取消筛选", isMinor: true)] : [])
      + model.minorHints
  }

  func canWiden(_ model: Model) -> Bool { model.states.filings.criteria.isNarrowed }
  func widen(_ model: inout Model) { model.states.filings.widen() }
  func canToggle(_ model: Model) -> Bool { true }
  func toggle(_ model: inout Model) { model.states.filings.criteria.isEveryYear.toggle() }
  func sort(_ change: OrderChange, _ model: inout Model) {
    switch change {
    case .turn(let step): model.states.filings.sort(by: step, isCity: model.seat.isCity)
    case .reverse: model.states.filings.criteria.isDescending.toggle()
    }
  }

  func findsNothing(_ lists: Lists) -> Bool { lists.filings.isEmpty }
  func searched(_ model: inout Model) { model.states.filings.searched() }
  /// What was found and chosen stays chosen in the whole list.
  func endSearch(_ model: inout Model) {
    model.states.filings.query.clear()
    model.states.filings.criteria.query = ""
  }
}
