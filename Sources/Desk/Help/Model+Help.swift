import Casework
import Cells
import Wording

/// What F1 shows: the field that has the cursor, then every key that works here, as the bar has them, then what works
/// everywhere. It fits the smallest screen or says that there is more.
struct HelpPage: Layer {
  /// The field that has the cursor, its name first.
  let field: [String]
  let about: [String]
  let keys: [KeyHint]
  let everywhere: [String]
  private var pane = LinesPane()

  init(field: [String], about: [String], keys: [KeyHint], everywhere: [String], _ desk: Surroundings) {
    (self.field, self.about, self.keys, self.everywhere) = (field, about, keys, everywhere)
    renew(desk)
  }

  var heading: String { "帮助" }
  var keyHints: [KeyHint] { pane.keyHints + [KeyHint(.escape, "关闭帮助")] }
  var hasAllKeys: Bool { true }
  var staysOnTop: Bool { true }
  var wheel: Wheel { .nothing }
  var typing: Typing { .plain }

  /// A key scrolls where there is more, and closes everywhere else.
  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    pane.reach > 0 && pane.press(key) ? .stays() : .closes
  }

  /// Takes in the room there is now.
  mutating func renew(_ desk: Surroundings) {
    let width = desk.columns - 2
    var lines = field.enumerated().flatMap { place, text in
      DecisionLines.wrapped(text, width, place == 0 ? .strong : .normal)
    }
    if !lines.isEmpty { lines.append(.init(text: "")) }
    lines += about.flatMap { DecisionLines.wrapped($0, width) } + keyTable(width) + [.init(text: "")]
    pane.show(lines + everywhere.flatMap { DecisionLines.wrapped($0, width) }, rows: desk.rows)
  }

  /// The keys of the bar, those too that it has no room for, in columns.
  private func keyTable(_ width: Int) -> [DecisionLines.Line] {
    let names = keys.map { "\($0.key) \($0.label)" }
    let column = (names.map { Text.columns(of: $0) }.max() ?? 0) + 2
    let perRow = max(1, width / column)
    return stride(from: 0, to: names.count, by: perRow).map { first in
      let row = names[first..<min(first + perRow, names.count)]
      let text = row.map { $0 + String(repeating: " ", count: column - Text.columns(of: $0)) }.joined()
      return .init(text: text, style: .strong)
    }
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    grid.within(grid.area.splitLeft(1).rest) { pane.draw(into: &$0) }
  }
}

extension Model {
  mutating func openHelp(_ state: OfficeState) {
    let field = work?.fieldHelp ?? (isSearching ? Lookup.help("查找") : [Self.screenHelp(screen)])
    lay(
      HelpPage(
        field: field, about: work?.help ?? [], keys: hintsBelowHelp(state),
        everywhere: Self.everywhere(of: screens), surroundings(state)))
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
  static func help(_ name: String) -> [String] {
    [name, "输入名称中的几个字、全拼、拼音首字母、编号、代码或电话；上下键选择，Enter 选定。"]
  }
}
