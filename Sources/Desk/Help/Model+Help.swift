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
    let widest = names.map { Text.columns(of: $0) }.max() ?? 0
    let perRow = max(1, width / (widest + 2))
    let table = Table(line: Array(repeating: .init("", widest), count: perRow), gap: 2)
    return stride(from: 0, to: names.count, by: perRow).map { first in
      .init(text: table.line(Array(names[first...].prefix(perRow))), style: .strong)
    }
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    grid.within(grid.area.splitLeft(1).rest) { pane.draw(into: &$0) }
  }
}

extension Model {
  mutating func openHelp(_ state: OfficeState) {
    let field = work?.fieldHelp ?? (search.isTyping ? Lookup.help("查找") : [screen.parts.help])
    lay(
      HelpPage(
        field: field, about: work?.help ?? [], keys: hintsBelowHelp(state),
        everywhere: Self.everywhere(of: screens), surroundings(state)))
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
