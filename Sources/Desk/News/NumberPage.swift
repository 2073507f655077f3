import CaseModel
import Casework
import Cells
import Forms
import Wording

/// One look at an application number: every filing, by anyone, in any year, that rests on it.
struct NumberPage: Overlay {
  private var fields = FieldSet([
    Field(id: "number", label: "专利申请号", hint: "ZL、点、空格、校验位可有可无", kind: .applicationNumber)
  ])
  private var pane = LinesPane()

  var heading: String { "查申请号" }
  var keyHints: [KeyHint] { pane.keyHints }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Pressed {
    if !pane.press(key, rows: FieldsAndLines.rows(beside: fields, desk)) {
      _ = fields.press(key, today: desk.today)
      renew(desk)
    }
    return .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) {
    fields.type(text, today: desk.today)
    renew(desk)
  }

  mutating func renew(_ desk: Surroundings) {
    pane.fit(lines(desk).count, rows: FieldsAndLines.rows(beside: fields, desk))
  }

  private func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    let width = FieldsAndLines.columns(desk)
    let number: ApplicationNumber
    switch ApplicationNumber.read(fields.text("number")) {
    case .number(let read), .wrongCheck(let read): number = read
    default: return DecisionLines.wrapped("输入号码，这里就列出以它为依据的每一件申报。", width, .dim)
    }
    return NewsWording.lines(restingOn: number, desk.state).flatMap { DecisionLines.wrapped($0, width) }
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    FieldsAndLines(title: "以一件专利申请为依据的申报", fields: fields, lines: lines(desk), pane: pane).draw(
      into: &grid, desk)
  }
}
