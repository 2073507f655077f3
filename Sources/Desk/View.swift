import CaseModel
public import Casework
public import Cells
import Wording

extension Model {
  /// The whole screen, a function of the model and the office's state.
  ///
  /// - Parameter earlier: The screen that is shown until then; what stays of it is not drawn anew.
  public func view(_ state: OfficeState, after earlier: Grid? = nil) -> Grid {
    if let part = partInSight(of: state) { return picture(of: part, after: earlier) }
    return picture(of: state, after: earlier)
  }

  private func picture(of state: OfficeState, after earlier: Grid?) -> Grid {
    var grid = Grid(rows: device.rows, columns: device.columns, after: earlier)
    if device.rows >= 16, device.columns >= 60 {
      draw(into: &grid, state)
    } else {
      grid.write("窗口太小（至少 60 列 16 行），请放大；内容都在。", row: 0, style: .warning)
      if let asking { grid.write(asking.question.text, row: 1, style: .warning) }
    }
    grid.finish()
    return grid
  }

  private func draw(into grid: inout Grid, _ state: OfficeState) {
    drawTitle(into: &grid, state)
    let body = Area(row: 1, column: 0, rows: device.rows - 3, columns: device.columns)
    grid.within(body) { pane in
      if let shown {
        shown.draw(into: &pane, surroundings(state))
      } else {
        screen.parts.draw(self, into: &pane, state)
      }
    }
    drawMessage(into: &grid, state)
    KeyBar(hints: keyHints(state)).draw(into: &grid, row: device.rows - 1, width: device.columns - 1)
    if asking != nil { grid.removeCaret() }
  }

  /// The layer whose picture is shown: below a question stays in sight what it is about.
  var shown: (any Layer)? { layers.last { !($0 is Asking) } }

  /// The question that is to be answered now.
  private var asking: Asking? { layers.last as? Asking }

  private var heading: String { shown?.heading ?? "\(screen.rawValue) \(screen.label)" }

  /// What stands in an empty list: of an office that can't be written, why, since what it lacks may not be read.
  func whyEmpty(_ invitation: String) -> String { whyNotSaved.map { "只能查看：" + $0 } ?? invitation }

  private func drawTitle(into grid: inout Grid, _ state: OfficeState) {
    grid.fill(Area(row: 0, column: 0, rows: 1, columns: device.columns), style: .title)
    grid.write(" \(heading)", row: 0, width: 14, style: .title)
    let isTrial = state.office?.isTrial ?? false
    // Of one office that is only looked at its name says that nothing is written.
    let lock = seat.readOnly == nil || seat.oneOffice != nil ? "" : "  只读"
    // Before anybody has signed in no name stands there.
    let who = (layers.last as? SignInForm)?.reason == .start ? "" : "\(seat.operatorName)  "
    let right =
      "\(year)年度  \(who)\(device.today)\(device.time.isEmpty || device.columns < 80 ? "" : " " + device.time)\(lock) "
    let rightWidth = Text.columns(of: right)
    let room = max(0, device.columns - 14 - rightWidth - 1)
    let kind = (seat.isDemo ? "演示 " : "") + (isTrial ? "试用 " : "")
    let names = seat.oneOffice.map { office in
      let (full, short) = (
        OfficeNames.full(office.code, in: state), OfficeNames.short(office.code, in: state)
      )
      return [kind + "只看 " + full, kind + "只看 " + short, "只看 " + short]
    }
    let texts = names ?? [kind + (state.office?.name ?? "")]
    let office = texts.first { Text.columns(of: $0) <= room } ?? texts.last ?? ""
    grid.write(office, row: 0, column: 14, width: room, style: .title)
    grid.write(right, row: 0, column: device.columns - rightWidth, width: rightWidth, style: .title)
  }

  private func drawMessage(into grid: inout Grid, _ state: OfficeState) {
    let row = device.rows - 2
    if let asking {
      grid.write(asking.text(state), row: row, column: 1, width: device.columns - 1, style: .warning)
      return
    }
    guard let message = message ?? openElsewhere(state) ?? seat.standingMessage else { return }
    let style: Style =
      switch message.kind {
      case .good: .good
      case .warning: .warning
      case .bad: .bad
      }
    // What was typed comes back in messages: numbers of persons, telephones and accounts do not.
    grid.write(
      EchoedDigits.masked(message.text), row: row, column: 1, width: device.columns - 1, style: style)
  }
}
