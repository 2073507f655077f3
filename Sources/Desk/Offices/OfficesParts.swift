import Casework
import Cells

/// 各局, as a screen: a city's alone.
struct OfficesParts: ScreenParts {
  let label = "各局"
  let help =
    "各局：每个县局报送到哪里、静默几天、多少件等市局核定；按右键看各局之间的冲突，Enter 看各方和每种裁定的结果。F5 收下报送件，F6 写回执件，F9 打印交接单、催报函、对照表。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.offices.list }
  var query: WritableKeyPath<Model, LineEditor> { \.states.offices.query }
  var isNarrowed: Bool { true }
  /// The offices stand by code.
  var isSorted: Bool { false }

  func count(_ model: Model) -> Int {
    model.states.offices.tab == .offices ? model.lists.city.offices.count : model.lists.city.conflicts.count
  }

  func height(_ model: Model) -> Int { model.officesHeight }
  func hold(_ model: inout Model) {
    switch model.states.offices.tab {
    case .offices: model.hold(self, model.lists.city.offices.lazy.map { .id($0.code) })
    case .conflicts: model.hold(self, model.lists.city.conflicts.lazy.map { .id($0.id) })
    }
  }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawOffices(into: &pane, state)
  }
  func tabs(_ model: Model, _ state: OfficeState) -> [String] { model.officesTabs(state) }

  /// What can be done with the offices, or with what stands between them.
  func deeds(_ model: Model) -> [KeyHint] {
    let ends = [KeyHint(.f(7), "查找"), KeyHint(.f(9), "打印", isMinor: true)]
    if model.states.offices.tab == .conflicts {
      return (model.chosenConflict == nil ? [] : [KeyHint(.f(5), "裁定")]) + ends
    }
    return [KeyHint(.f(5), "汇总")] + (model.chosenOffice?.office == nil ? [] : [KeyHint(.f(6), "回执")]) + ends
  }

  func hints(_ model: Model) -> [KeyHint] {
    let isOffices = model.states.offices.tab == .offices
    return [KeyHint(.leftRight, isOffices ? "冲突" : "各局")]
      + (model.chosenOffice == nil ? [] : [KeyHint(.enter, "只看它", isMinor: model.device.columns < 80)])
      + (isOffices ? [] : [KeyHint(.zero, model.states.offices.showsRuled ? "未裁定的" : "已裁定的", isMinor: true)])
      + model.yearHints
  }

  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] { model.openOffices(state) }
  func turn(by step: Int, _ model: inout Model, _ state: OfficeState) { model.states.offices.turn() }
  func choose(tab: Int, _ model: inout Model) {
    if let tab = OfficesState.Tab(rawValue: tab) { model.states.offices.choose(tab) }
  }
  func canToggle(_ model: Model) -> Bool { model.states.offices.tab == .conflicts }
  func toggle(_ model: inout Model) { model.states.offices.showsRuled.toggle() }
  func actions(_ model: Model) -> [Action] {
    let isHere = model.screen == .offices
    let isConflict = isHere && model.chosenConflict != nil
    let rule = Action(
      .nextStep, .f(5), "裁定这一冲突", isFoundOnly: !isConflict,
      unless: isConflict ? nil : .before("按 9 到各局，按右键选一个冲突")
    ).asking { model, _ in model.weighChosen() }
    let gather = Action(.nextStep, .f(5), "汇总：收下报送件") { $0.openExchange(.gather, $1) }
    let reply = Action(
      .otherStep, .f(6), "写回执件", words: ["回执"], isFoundOnly: !isHere,
      unless: isHere && model.chosenOffice?.office != nil ? nil : .before("在各局里选一个县局")
    ) { $0.openReply($1) }
    return (isHere && model.states.offices.tab == .offices ? [gather] : []) + [rule, reply]
  }
}
