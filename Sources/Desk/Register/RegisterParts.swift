import Casework
import Cells
import SubsidyRules

/// 工作台账, as a screen.
struct RegisterParts: ScreenParts {
  let label = "工作台账"
  let help = "工作台账：本身不付钱、但要上报的各条。Enter 打开一类，F2 登记一条（成批的按 Ctrl-P 选“从表格读入台账”），F7 在各类里查找；作废的仍看得见，不计数。"
  var list: WritableKeyPath<ScreenStates, ListState> { \.register.list }
  var query: WritableKeyPath<Model, LineEditor> { \.states.register.query }

  func count(_ model: Model) -> Int {
    model.states.register.isListing ? model.lists.register.records.count : model.lists.register.kinds.count
  }

  func height(_ model: Model) -> Int { model.registerHeight }
  func hold(_ model: inout Model) {
    if model.states.register.isListing {
      model.hold(self, model.lists.register.records.lazy.map { .id($0.id) })
    } else {
      model.hold(self, model.lists.register.kinds.lazy.map { .id($0.kind.id) })
    }
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

  func canWiden(_ model: Model) -> Bool { model.states.register.isListing }
  func widen(_ model: inout Model) { model.states.register.close() }
  func canToggle(_ model: Model) -> Bool { model.states.register.isListing }
  func toggle(_ model: inout Model) { model.states.register.isEveryYear.toggle() }
  func sort(_ change: OrderChange, _ model: inout Model) {
    if model.states.register.isListing {
      model.states.orders.records.take(change)
    } else {
      model.states.orders.kinds.take(change)
    }
  }
  func actions(_ model: Model) -> [Action] {
    let isHere = model.screen == .register
    let record = isHere ? model.chosenRecord : nil
    let unchosen: Action.Hindrance? =
      record == nil ? .before(isHere ? "按 Enter 打开类别，选一条记录" : "按 6 到工作台账，选一条没有作废的记录") : nil
    let struck = record.flatMap { $0.struckOut == nil ? nil : Action.Hindrance.because("\($0.id) 已经作废。") }
    return [
      Action(.newFiling, .f(2), "登记台账", brief: "登记", words: ["收件", "录入", "登记"]) {
        $0.enterRecord($1)
      },
      Action(
        .recordsTable, nil, "从表格读入台账", words: ["读入", "导入", "清单", "成批", "Excel"],
        isFoundOnly: !isHere, unless: isHere ? nil : .before("按 6 到工作台账，选一个类别，再从表格读入")
      ) { $0.openRecordsTable($1) },
      Action(.otherStep, .f(6), "作废这条记录", unless: unchosen ?? struck) { $0.strikeRecord($1) },
    ]
  }

  func isSearched(_ model: Model) -> Bool { model.states.register.isListing }
  func searched(_ model: inout Model) { model.states.register.searched() }
  func endSearch(_ model: inout Model) {
    // From the records of a kind the way back leads to the kinds.
    if model.states.register.query.text.isEmpty { model.states.register.close() }
    model.states.register.query.clear()
    searched(&model)
  }
}
