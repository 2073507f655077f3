import Cells

/// What F1 shows: every key, and how fields are filled in. It fits the smallest screen.
enum HelpText {
  private static let keys = [
    ("F1 帮助", "F2 新申报", "F3 新申请人", "F4 从列表选择"),
    ("F5 下一步", "F6 退回等", "F7 查找", "F8 保存"),
    ("F9 打印", "F10 返回、离开", "Space 标记", "Ctrl-Q 离开"),
    ("1 待办", "2 申请人", "3 申报", "4 限额"),
    ("5 合计", "7 条款", "[ ] 换年度", "Ctrl-P 命令"),
  ]
  private static let lines = [
    "F 键都可用 Alt 加数字代替（F10 用 Alt-0）；Ctrl-S 也保存。",
    "Tab、Enter 到下一栏，Shift-Tab 回上一栏；Enter 从不保存。",
    "项目、申请人：输入名称中的字、拼音首字母、条款号或代码。",
    "日期：20190301、2019.3.1、2019年3月1日、今天。",
    "金额：3000、3,000.50、3000元、1.5万。",
    "是否：空格键换，也可输入 是、否、y、n、1、0。",
    "申请号：ZL、点、空格、校验位可有可无，类型由号码得出。",
    "右边随时显示结论、理由、限额和核算；PgDn、PgUp 翻看。",
    "多件：填好项目和申请人，粘贴多行或按 Ctrl-T，成列表一次保存。",
  ]

  /// Draws what is to be said of what lies on top first, then the keys and the fields.
  static func draw(into pane: inout Grid, about own: [String] = []) {
    var top = 0
    for line in own {
      top += pane.writeWrapped(line, row: top, column: 1, width: pane.columns - 2, style: .strong)
    }
    if top > 0 { top += 1 }
    for (row, names) in keys.enumerated() {
      for (place, name) in [names.0, names.1, names.2, names.3].enumerated() {
        pane.write(name, row: top + row, column: 1 + place * 15, style: .strong)
      }
    }
    top += keys.count + 1
    for (row, line) in lines.enumerated() where top + row < pane.rows {
      pane.write(line, row: top + row, column: 1)
    }
  }
}
