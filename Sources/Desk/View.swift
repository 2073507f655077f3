public import Casework
public import Cells
import CaseModel
import Wording

extension Model {
  /// The whole screen, a function of the model and the office's state.
  ///
  /// - Parameter earlier: The screen that is shown until then; what stays of it is not drawn anew.
  public func view(_ state: OfficeState, after earlier: Grid? = nil) -> Grid {
    var grid = Grid(rows: rows, columns: columns, after: earlier)
    if rows >= 16, columns >= 60 {
      draw(into: &grid, state)
    } else {
      grid.write("窗口太小（至少 60 列 16 行），请放大；内容都在。", row: 0, style: .warning)
      if let question { grid.write(question.text, row: 1, style: .warning) }
    }
    grid.finish()
    return grid
  }

  private func draw(into grid: inout Grid, _ state: OfficeState) {
    drawTitle(into: &grid, state)
    let body = Area(row: 1, column: 0, rows: rows - 3, columns: columns)
    grid.within(body) { pane in
      if let signIn {
        signIn.draw(into: &pane)
      } else if let palette {
        palette.draw(into: &pane, state)
      } else if isHelpShown {
        drawHelp(into: &pane)
      } else if let overlay {
        overlay.draw(into: &pane, surroundings(state))
      } else if let applicantForm {
        applicantForm.draw(into: &pane, today: today, state: state)
      } else if let listEntry {
        listEntry.draw(into: &pane, papers: filing?.papersText(state).text ?? "", today: today, state: state)
      } else if let filing {
        filing.draw(into: &pane, today: today, state: state)
      } else {
        switch screen {
        case .worklist: drawWorklist(into: &pane, state)
        case .applicants: drawApplicants(into: &pane, state)
        case .filings: drawFilings(into: &pane, state)
        case .caps: drawCaps(into: &pane, state)
        case .totals: drawTotals(into: &pane, state)
        case .register: drawRegister(into: &pane, state)
        case .policy: drawPolicy(into: &pane, state)
        case .journal: drawJournal(into: &pane, state)
        case .offices: drawOffices(into: &pane, state)
        }
      }
    }
    drawMessage(into: &grid, state)
    KeyBar(hints: keyHints(state)).draw(into: &grid, row: rows - 1, width: columns - 1)
    if question != nil, signIn == nil { grid.removeCaret() }
  }

  private var heading: String {
    if let signIn { return signIn.heading }
    if palette != nil { return "命令" }
    if isHelpShown { return "帮助" }
    if let overlay { return overlay.heading }
    if let applicantForm { return applicantForm.amended == nil ? "新申请人" : "修改申请人" }
    if listEntry != nil { return "列表录入" }
    if let filing { return filing.amended == nil ? "新申报" : "修改申报" }
    return "\(screen.rawValue) \(screen.label)"
  }

  /// What stands in an empty list: of an office that can't be written, why, since what it lacks may not be read.
  func whyEmpty(_ invitation: String) -> String { readOnly.map { "只能查看：" + $0 } ?? invitation }

  private func drawTitle(into grid: inout Grid, _ state: OfficeState) {
    grid.fill(Area(row: 0, column: 0, rows: 1, columns: columns), style: .title)
    grid.write(" \(heading)", row: 0, width: 14, style: .title)
    let isTrial = state.office?.isTrial ?? false
    let office = (isDemo ? "演示 " : "") + (isTrial ? "试用 " : "") + (state.office?.name ?? "")
    let lock = readOnly == nil ? "" : "  只读"
    // Before anybody has signed in no name stands there.
    let who = signIn?.reason == .start ? "" : "\(operatorName)  "
    let right =
      "\(year)年度  \(who)\(today)\(time.isEmpty || columns < 80 ? "" : " " + time)\(lock) "
    let rightWidth = Text.columns(of: right)
    grid.write(office, row: 0, column: 14, width: max(0, columns - 14 - rightWidth - 1), style: .title)
    grid.write(right, row: 0, column: columns - rightWidth, width: rightWidth, style: .title)
  }

  private func drawMessage(into grid: inout Grid, _ state: OfficeState) {
    let row = rows - 2
    if let question, signIn == nil {
      let text = insistence ?? (question == .resume ? resumeText(state) : question.text)
      grid.write(text, row: row, column: 1, width: columns - 1, style: .warning)
      return
    }
    guard let message = message ?? openElsewhere(state) ?? standingMessage else { return }
    let style: Style =
      switch message.kind {
      case .good: .good
      case .warning: .warning
      case .bad: .bad
      }
    // What was typed comes back in messages: numbers of persons, telephones and accounts do not.
    grid.write(EchoedDigits.masked(message.text), row: row, column: 1, width: columns - 1, style: style)
  }
}
