import Casework
import Cells
import Forms
import Wording

/// The command palette: everything that can be done here and now, found by Chinese, pinyin or initials.
struct Palette: Sendable {
  enum Action: Hashable, Sendable {
    /// What pressing the key would send.
    case event(Event)
    case request(Request)
  }

  /// One command, with the key that does it too.
  struct Command: Hashable, Sendable {
    var label: String
    var key: String
    var action: Action

    init(_ label: String, _ key: String, _ event: Event) {
      self.label = label
      self.key = key
      action = .event(event)
    }

    /// What no key does.
    init(_ label: String, _ request: Request) {
      self.label = label
      key = ""
      action = .request(request)
    }
  }

  /// All that can be done where the palette was opened.
  let commands: [Command]
  var query = LineEditor()
  var highlighted = 0

  init(_ commands: [Command]) { self.commands = commands }

  func found(_ state: OfficeState) -> [Command] {
    guard !query.text.isEmpty else { return commands }
    return commands.filter {
      state.search.matches(query.text, in: $0.label) || (!$0.key.isEmpty && $0.key == query.text)
    }
  }

  /// Handles a key; the command chosen, if it was the key that chooses.
  mutating func press(_ key: Key, _ state: OfficeState) -> Command? {
    let found = found(state)
    switch key {
    case .up: highlighted = max(0, highlighted - 1)
    case .down: highlighted = min(found.count - 1, highlighted + 1)
    case .enter: return found.indices.contains(highlighted) ? found[highlighted] : nil
    case .backspace: edit { $0.backspace() }
    case .delete: edit { $0.delete() }
    case .control("u"): edit { $0.clear() }
    case .control("z"): edit { $0.undo() }
    case .left: query.left()
    case .right: query.right()
    default: break
    }
    return nil
  }

  /// Moves to the command on a row; false where none stands there.
  mutating func point(row: Int, height: Int, _ state: OfficeState) -> Bool {
    let place = row - 2 + top(height: height)
    guard row >= 2, found(state).indices.contains(place) else { return false }
    highlighted = place
    return true
  }

  /// The first command shown in a pane of that height.
  private func top(height: Int) -> Int { max(0, highlighted - max(1, height - 2) + 1) }

  mutating func edit(_ change: (inout LineEditor) -> Void) {
    change(&query)
    highlighted = 0
  }

  func draw(into pane: inout Grid, _ state: OfficeState) {
    pane.write("命令", row: 0, column: 1, width: 5, style: .strong)
    EditedText(editor: query, isFocused: true).draw(
      into: &pane, row: 0, column: 6, width: min(40, pane.columns - 16))
    let found = found(state)
    ListPlace(ListState(chosen: highlighted), count: found.count).draw(into: &pane, row: 0)
    guard !found.isEmpty else {
      pane.write("没有这样的命令。改一改，或按 Esc 关闭。", row: 2, column: 1, style: .dim)
      return
    }
    let height = max(1, pane.rows - 2)
    let top = top(height: pane.rows)
    let width = min(44, pane.columns - 2)
    for (row, command) in found.dropFirst(top).prefix(height).enumerated() {
      let style: Style = top + row == highlighted ? .selected : .normal
      pane.write(command.label, row: row + 2, column: 1, width: width - 12, style: style)
      pane.write(command.key, row: row + 2, column: width - 11, width: 12, style: style, alignment: .right)
    }
  }
}

extension Model {
  /// What can be done on what lies on top.
  var paletteCommands: [Palette.Command] {
    func key(_ label: String, _ name: String, _ key: Key) -> Palette.Command {
      .init(label, name, .key(key))
    }
    let always = [
      key("撤销", "Ctrl-Z", .control("z")), key("帮助", "F1", .f(1)), key("重画屏幕", "Ctrl-L", .control("l")),
      .init("暂停程序", .suspend), .init(isMouseUsed ? "停用鼠标" : "使用鼠标", .mouse),
    ]
    if let overlay {
      let save = overlay.canSave ? [key("保存、办理", "F8", .f(8))] : []
      return save + [key("返回", "F10", .f(10))] + always
    }
    if applicantForm != nil {
      return [key("保存", "F8", .f(8)), key("从列表选择", "F4", .f(4)), key("返回", "F10", .f(10))] + always
    }
    if listEntry != nil {
      return [
        key("保存成立的行", "F8", .f(8)), key("同上一行", "Ctrl-D", .control("d")),
        key("删去这一行", "Ctrl-Y", .control("y")), key("返回", "F10", .f(10)),
      ] + always
    }
    if filing != nil {
      return [
        key("保存", "F8", .f(8)), key("保存并录下一件", "Ctrl-N", .control("n")),
        key("同上一件", "Ctrl-D", .control("d")), key("列表录入", "Ctrl-T", .control("t")),
        key("从列表选择", "F4", .f(4)), key("新申请人", "F3", .f(3)), key("返回", "F10", .f(10)),
      ] + always
    }
    var commands = [
      key(screen == .register ? "登记台账" : "新申报", "F2", .f(2)), key("新申请人", "F3", .f(3)),
      key("查找", "F7", .f(7)),
    ]
    if let next = offered.next { commands.append(key("下一步：" + StepLabels.label(next), "F5", .f(5))) }
    if !offered.aside.isEmpty { commands.append(key("退回、不予、撤销等", "F6", .f(6))) }
    if !offered.ids.isEmpty {
      commands += [
        key("材料核对", "F4", .f(4)), key("看经过：谁、何时、改前改后", "Ctrl-E", .control("e")),
        .init("标记", "Space", .text(" ")), key("全部标记", "Ctrl-A", .control("a")),
      ]
    }
    commands += [
      key("打印文书、报表", "F9", .f(9)), key("查申请号：哪些申报以它为依据", "Ctrl-F", .control("f")),
      key("登记不利情形", "Ctrl-B", .control("b")), .init("导入旧台账", .oldLedger),
      .init("封存、解封年度", .sealing),
    ]
    for other in Screen.allCases {
      commands.append(.init(other.label, String(other.rawValue), .text(String(other.rawValue))))
    }
    if screen == .filings {
      commands += [.init("倒序", "+", .text("+")), .init("各年", "0", .text("0"))]
      if filings.criteria.isNarrowed { commands.append(key("取消筛选", "Bksp", .backspace)) }
    }
    if screen == .register {
      if let record = chosenRecord, record.struckOut == nil { commands.append(key("作废这条记录", "F6", .f(6))) }
      if register.isListing { commands.append(.init("各年", "0", .text("0"))) }
    }
    commands += [.init("上一年度", "[", .text("[")), .init("下一年度", "]", .text("]"))]
    return commands + always + [
      key("换人办理", "Ctrl-O", .control("o")), key("锁定", "Ctrl-K", .control("k")),
      key("离开", "F10", .f(10)),
    ]
  }
}
