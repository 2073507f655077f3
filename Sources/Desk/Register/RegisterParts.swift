import Casework
import Cells

/// 工作台账, as a screen.
struct RegisterParts: ScreenParts {
  let label = "工作台账"
  let help = "工作台账：本身不付钱、但要上报的各条。Enter 打开一类，F2 登记一条（成批的按 Ctrl-P 选“从表格读入台账”），F7 在各类里查找；作废的仍看得见，不计数。"
  var list: WritableKeyPath<Model, ListState> { \.register.list }
  var query: WritableKeyPath<Model, LineEditor> { \.register.query }

  func count(_ model: Model) -> Int {
    model.register.isListing ? model.lists.records.count : model.lists.registerKinds.count
  }

  func height(_ model: Model) -> Int { model.registerHeight }
  func hold(_ model: inout Model) {
    model.register.records.hold(model.lists.records.lazy.map { .id($0.id) }, height: height(model))
  }
  func draw(_ model: Model, into pane: inout Grid, _ state: OfficeState) {
    model.drawRegister(into: &pane, state)
  }

  func deeds(_ model: Model) -> [KeyHint] {
    model.registerHints + [KeyHint(.f(7), "查找"), KeyHint(.f(9), "打印", isMinor: true)]
  }
  func hints(_ model: Model) -> [KeyHint] { model.yearHints }

  func open(_ model: inout Model, _ state: OfficeState) -> [Effect] {
    model.openRegister(state)
    return []
  }

  func widen(_ model: inout Model) { model.register.close() }
  func toggle(_ model: inout Model) { model.register.isEveryYear.toggle() }
  func sort(_ change: OrderChange, _ model: inout Model) {
    if model.register.isListing { model.orders.records.take(change) } else { model.orders.kinds.take(change) }
  }
  func enter(_ model: inout Model, _ state: OfficeState) { model.enterRecord(state) }
  func stepAside(_ model: inout Model, _ state: OfficeState) { model.strikeRecord(state) }

  func isSearched(_ model: Model) -> Bool { model.register.isListing }
  func searched(_ model: inout Model) { model.register.searched() }
  func endSearch(_ model: inout Model) {
    // From the records of a kind the way back leads to the kinds.
    if model.register.query.text.isEmpty { model.register.close() }
    model.register.query.clear()
    searched(&model)
  }
}
