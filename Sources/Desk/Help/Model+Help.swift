import Casework
import Cells
import Wording

/// What F1 shows: the field that has the cursor, then every key that works here, as the bar has them, then what works
/// everywhere. It fits the smallest screen or says that there is more.
extension Model {
  var isHelpShown: Bool { help != nil }

  mutating func openHelp(_ state: OfficeState) {
    help = LinesPane()
    fitHelp(state)
  }

  /// Takes in the room there is now.
  mutating func fitHelp(_ state: OfficeState) {
    guard help != nil else { return }
    let lines = helpLines(state)
    help?.show(lines, rows: rows - 3)
  }

  /// A key scrolls where there is more, and closes everywhere else.
  mutating func pressInHelp(_ key: Key) {
    if help?.reach ?? 0 > 0, help?.press(key) == true { return }
    help = nil
  }

  func drawHelp(into pane: inout Grid) {
    let below = pane.area.splitLeft(1).rest
    pane.within(below) { help?.draw(into: &$0) }
  }

  private func helpLines(_ state: OfficeState) -> [DecisionLines.Line] {
    let width = columns - 2
    var lines = fieldHelp.enumerated().flatMap { place, text in
      DecisionLines.wrapped(text, width, place == 0 ? .strong : .normal)
    }
    if !lines.isEmpty { lines.append(.init(text: "")) }
    lines += (overlay?.help ?? []).flatMap { DecisionLines.wrapped($0, width) }
    lines += keyTable(width, state)
    lines.append(.init(text: ""))
    return lines + Self.everywhere(of: screens).flatMap { DecisionLines.wrapped($0, width) }
  }

  /// The keys of the bar, those too that it has no room for, in columns.
  private func keyTable(_ width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    let names = hintsBelowHelp(state).map { "\($0.key) \($0.label)" }
    let column = (names.map { Text.columns(of: $0) }.max() ?? 0) + 2
    let perRow = max(1, width / column)
    return stride(from: 0, to: names.count, by: perRow).map { first in
      let row = names[first..<min(first + perRow, names.count)]
      let text = row.map { $0 + String(repeating: " ", count: column - Text.columns(of: $0)) }.joined()
      return .init(text: text, style: .strong)
    }
  }

  /// The field that has the cursor: its name, what it is for, and how it may be written.
  private var fieldHelp: [String] {
    if overlay != nil { return [] }
    if let form = applicantForm {
      return form.fields.indices.contains(form.focus) ? form.fields[form.focus].help : Lookup.help("总部")
    }
    if let list = listEntry {
      guard list.columns.indices.contains(list.column) else { return [] }
      return list.columns[list.column].help
        + ["“通用”一行填的，用于下面没有填的各行。从电子表格粘贴多行时，每行一件，先后不限；成立的行一次保存，其余留着。F4 核对的材料，用于列表里的每一件。"]
    }
    if let form = filing {
      switch form.focus {
      case 0: return Lookup.help("项目") + ["也可输入条款号，如 12；按 F4 列出全部项目。"]
      case 1: return Lookup.help("申请人") + ["还没有录入过的，按 F3 录入，保存后回到这里。"]
      default:
        return form.isOnPapers
          ? ["材料", "按 F4 逐项核对；空格键：应交的都齐备。随这一件一起保存，以后在列表里按 F4 接着核对。"] : form.focusedField?.help ?? []
      }
    }
    if isSearching { return Lookup.help("查找") }
    return [Self.screenHelp(screen)]
  }

  private static func screenHelp(_ screen: Screen) -> String {
    switch screen {
    case .worklist: "待办：各年要办的，轮到您的在前；左右键换排序，0 只看本年度。行首 x 不符合，? 材料不全，! 过期、核减、额度用尽。"
    case .applicants: "申请人：选中的一个，旁边列出其全部申报和资助额。"
    case .filings: "申报：按 F7 输入申请人、项目、地区、阶段、结论或号码的一部分，几个词之间用空格隔开。"
    case .caps: "限额：余额最少的在前，下面是用了选中限额的各件；左右键换到专项资金（各县区的预算和余额）和等候（哪个阶段等得最久）。Enter 看背后的申报。"
    case .totals: "合计：按项目、地区、月份或阶段；选中一行，旁边再细分。"
    case .register: "工作台账：本身不付钱、但要上报的各条。Enter 打开一类，F2 登记一条（成批的按 Ctrl-P 选“从表格读入台账”），F7 在各类里查找；作废的仍看得见，不计数。"
    case .policy: "条款：每条资助谁、多少、要哪些材料，本年度支出多少、登记了几项台账；F4 看全文，Enter 看申报，没有的看台账。"
    case .offices:
      "各局：每个县局报送到哪里、静默几天、多少件等市局核定；按右键看各局之间的冲突，Enter 看各方和每种裁定的结果。F5 收下报送件，F6 写回执件，F9 打印交接单、催报函、对照表。"
    case .journal: "日志：每次保存一行，最近的在前；按 F7 输入姓名、编号、办理名称、操作员或日期，Enter 看一件的全部经过。"
    }
  }

  static func everywhere(of screens: [Screen]) -> [String] {
    [
      "Tab、Enter 到下一栏，Shift-Tab 回上一栏；Enter 从不保存。",
      "换屏：" + screens.map { "\($0.rawValue) \($0.label)" }.joined(separator: "  ") + "。Ctrl-P 列出全部命令。",
      "不在栏里时：Ctrl-O 换人办理，Ctrl-K 锁定，Ctrl-E 看一件的经过，Ctrl-A 全部标记，Ctrl-B 登记不利情形，Ctrl-F 查申请号。",
      "每张清单都可排序：< > 换一栏（待办、申请人、申报也可用左右键），+ 或 - 倒序；栏名后的 + - 是现在的排序。",
      "Ctrl-Z 撤销这一栏的输入；不在栏里时撤销最后一次办理，先问再办。",
      "F 键都可用 Alt 加数字代替（F10 用 Alt-0）；Ctrl-S 保存，Ctrl-Q 离开，Ctrl-L 重画。",
    ]
  }
}

extension Lookup {
  /// How a field is filled in by looking something up.
  fileprivate static func help(_ name: String) -> [String] {
    [name, "输入名称中的几个字、全拼、拼音首字母、编号、代码或电话；上下键选择，Enter 选定。"]
  }
}
