public import Casework
public import Cells
import CaseModel
import Wording

extension Model {
  /// The whole screen, a function of the model and the office's state.
  public func view(_ state: OfficeState) -> Grid {
    var grid = Grid(rows: rows, columns: columns)
    guard rows >= 16, columns >= 60 else {
      grid.write("窗口太小（至少 60 列 16 行），请放大；内容都在。", row: 0, style: .warning)
      return grid
    }
    drawTitle(into: &grid, state)
    let body = Area(row: 1, column: 0, rows: rows - 3, columns: columns)
    grid.within(body) { pane in
      if isHelpShown {
        drawHelp(into: &pane)
      } else if let applicantForm {
        applicantForm.draw(into: &pane, today: today)
      } else if let listEntry {
        listEntry.draw(into: &pane, today: today, state: state)
      } else if let filing {
        filing.draw(into: &pane, today: today, state: state)
      } else {
        switch screen {
        case .worklist: drawWorklist(into: &pane, state)
        case .applicants: drawApplicants(into: &pane, state)
        case .filings: drawFilings(into: &pane, state)
        case .caps: drawCaps(into: &pane, state)
        case .totals: drawTotals(into: &pane, state)
        case .policy: drawPolicy(into: &pane, state)
        }
      }
    }
    drawMessage(into: &grid)
    drawKeyBar(into: &grid)
    if question != nil { grid.removeCaret() }
    return grid
  }

  private var heading: String {
    if isHelpShown { return "帮助" }
    if applicantForm != nil { return "新申请人" }
    if listEntry != nil { return "列表录入" }
    if filing != nil { return "新申报" }
    switch screen {
    case .worklist: return "1 待办"
    case .applicants: return "2 申请人"
    case .filings: return "3 申报"
    case .caps: return "4 限额"
    case .totals: return "5 合计"
    case .policy: return "7 条款"
    }
  }

  private func drawTitle(into grid: inout Grid, _ state: OfficeState) {
    grid.fill(Area(row: 0, column: 0, rows: 1, columns: columns), style: .title)
    grid.write(" \(heading)", row: 0, width: 14, style: .title)
    let office = (isDemo ? "演示 " : "") + (state.office?.name ?? "")
    let lock = readOnly == nil ? "" : "  只读"
    let right = "\(year)年度  \(operatorName)  \(today)\(lock) "
    let rightWidth = Text.columns(of: right)
    grid.write(office, row: 0, column: 14, width: max(0, columns - 14 - rightWidth - 1), style: .title)
    grid.write(right, row: 0, column: columns - rightWidth, width: rightWidth, style: .title)
  }

  private func drawMessage(into grid: inout Grid) {
    let row = rows - 2
    if let question {
      grid.write(question.text, row: row, width: columns, style: .warning)
      return
    }
    guard let message else { return }
    let style: Style =
      switch message.kind {
      case .good: .good
      case .warning: .warning
      case .bad: .bad
      }
    grid.write(message.text, row: row, width: columns, style: style)
  }

  private func drawKeyBar(into grid: inout Grid) {
    let row = rows - 1
    grid.fill(Area(row: row, column: 0, rows: 1, columns: columns - 1), style: .keyBar)
    var column = 0
    for hint in Self.fitting(keyHints, width: columns - 1) {
      column += 1
      column += grid.write(hint.key, row: row, column: column, style: .keyName)
      column += 1
      column += grid.write(hint.label, row: row, column: column, style: .keyBar)
      column += 1
    }
  }

  /// The keys that the bar has room for: the last two, the way out and the way to help, always stand.
  private static func fitting(_ hints: [KeyHint], width: Int) -> [KeyHint] {
    var left = hints.suffix(2).reduce(width) { $0 - Self.width(of: $1) }
    var shown: [KeyHint] = []
    for hint in hints.dropLast(2) {
      left -= Self.width(of: hint)
      guard left >= 0 else { break }
      shown.append(hint)
    }
    return shown + hints.suffix(2)
  }

  private static func width(of hint: KeyHint) -> Int {
    Text.columns(of: hint.key) + Text.columns(of: hint.label) + 3
  }

  private func drawHelp(into pane: inout Grid) {
    let lines = [
      "F1  帮助          F2  新申报        F3  新申请人      F4  从列表选择",
      "F7  查找申请人    F8  保存          F10 返回、离开    Ctrl-Q 离开",
      "每个 F 键都可用 Alt 加数字代替（F10 用 Alt-0）；Ctrl-S 也是保存。",
      "1 待办  2 申请人  3 申报  4 限额  5 合计  7 条款  [ 上一年度  ] 下一年度",
      "",
      "填写：Tab 或 Enter 到下一栏，Shift-Tab 回上一栏；Enter 从不保存。",
      "项目、申请人：输入名称、拼音首字母、条款号或代码，上下键选择，Enter 确定。",
      "日期：20190301、2019.3.1、2019年3月1日、今天都可以。",
      "金额：3000、3,000.50、3000元、1.5万都可以，旁边显示大写。",
      "专利申请号：带不带 ZL、点、空格、校验位都可以，类型由号码得出。",
      "右边随时显示结论、理由、限额变化和逐步核算过程。",
      "一家代理机构许多专利：在申报中按 Ctrl-T，或直接粘贴多行，成为列表，一次保存。",
      "",
      "Ctrl-L 重画屏幕    Ctrl-Z 暂停程序（不在填写时）",
    ]
    for (row, line) in lines.enumerated() { pane.write(line, row: row + 1, column: 2) }
  }
}
