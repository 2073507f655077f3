import CaseModel
import Casework
import Cells

/// 限额, as a screen.
struct CapsParts: ScreenParts {
  let label = "限额"
  let help = "限额：余额最少的在前，下面是用了选中限额的各件；左右键换到专项资金（各县区的预算和余额）和等候（哪个阶段等得最久）。Enter 看背后的申报。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.caps.list }
  var query: WritableKeyPath<Model, LineEditor> { \.states.caps.query }
  var isNarrowed: Bool { true }

  func count(_ model: Model) -> Int {
    switch model.states.caps.tab {
    case .caps: model.lists.figures.caps.count
    case .fund: model.lists.figures.fund.count
    case .waits: model.lists.figures.waits.count
    }
  }

  func height(_ model: Model) -> Int { model.capsHeight }
  func hold(_ model: inout Model) {
    switch model.states.caps.tab {
    case .caps: model.hold(self, model.lists.figures.caps.lazy.map { .cap($0.group) })
    case .fund: model.hold(self, model.lists.figures.fund.lazy.map { .id($0.district) })
    case .waits: model.hold(self, model.lists.figures.waits.lazy.map { .id($0.stage.rawValue) })
    }
  }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawCaps(into: &pane, state)
  }
  func tabs(_ model: Model, _ state: OfficeState) -> [String] { CapsState.Tab.allCases.map(\.label) }

  func hints(_ model: Model) -> [KeyHint] {
    [KeyHint(.leftRight, "换页", isMinor: true)]
      + (count(model) == 0 ? [] : [KeyHint(.enter, "看申报"), KeyHint(.angles, "排序", isMinor: true)])
      + model.minorHints
  }

  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] {
    model.openCaps(state)
    return []
  }

  func turn(by step: Int, _ model: inout Model, _ state: OfficeState) { model.states.caps.turn(by: step) }
  func choose(tab: Int, _ model: inout Model) {
    if let tab = CapsState.Tab(rawValue: tab) { model.states.caps.choose(tab) }
  }
  func sort(_ change: OrderChange, _ model: inout Model) {
    switch model.states.caps.tab {
    case .caps: model.states.orders.caps.take(change)
    case .fund: model.states.orders.fund.take(change)
    case .waits: model.states.orders.waits.take(change)
    }
  }

  func actions(_ model: Model) -> [Action] {
    model.states.caps.tab == .fund
      ? [Action(.newFiling, .f(2), "登记预算", words: ["录入", "登记"]) { $0.enterBudget($1) }] : []
  }
}
