import Casework
import Cells

/// 合计, as a screen.
struct TotalsParts: ScreenParts {
  let label = "合计"
  let help = "合计：按项目、地区、月份或阶段；选中一行，旁边再细分。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.totals.list }
  var query: WritableKeyPath<Model, LineEditor> { \.states.totals.query }
  var isNarrowed: Bool { true }

  func count(_ model: Model) -> Int { model.lists.figures.totals.count }
  func height(_ model: Model) -> Int { model.totalsHeight }
  func hold(_ model: inout Model) { model.hold(self, model.lists.figures.totals.lazy.map { .id($0.key) }) }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawTotals(into: &pane, state)
  }
  func tabs(_ model: Model, _ state: OfficeState) -> [String] {
    AwardDimension.onDesk.map { "按" + $0.label }
  }

  func hints(_ model: Model) -> [KeyHint] {
    [
      KeyHint(.leftRight, "分组", isMinor: true), KeyHint(.enter, "明细"), KeyHint(.angles, "排序", isMinor: true),
    ] + model.minorHints
  }

  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] {
    if let line = model.states.totals.list.chosen(in: model.lists.figures.totals) {
      model.showFilings(model.states.totals.dimension.criteria(line.key))
    }
    return []
  }

  func turn(by step: Int, _ model: inout Model, _ state: OfficeState) { model.states.totals.turn(by: step) }
  func choose(tab: Int, _ model: inout Model) { model.states.totals.choose(AwardDimension.onDesk[tab]) }
  func sort(_ change: OrderChange, _ model: inout Model) { model.states.orders.totals.take(change) }
}
