import Casework
import Cells
import SubsidyRules
import Wording

/// The records of the work register behind a figure of a report.
struct RecordsPage: Layer {
  let name: String
  private let counted: [String]
  private var pane = LinesPane()

  init(_ name: String, _ records: [String], _ desk: Surroundings) {
    (self.name, counted) = (name, records)
    renew(desk)
  }

  var heading: String { "台账" }
  var keyHints: [KeyHint] { pane.keyHints }
  var help: [String] { ["报表上这个数背后的台账记录，按编号在工作台账里查找、修改。"] }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    _ = pane.press(key, byLine: true)
    return .stays()
  }

  mutating func renew(_ desk: Surroundings) {
    let lines = counted.flatMap { id -> [DecisionLines.Line] in
      guard let record = desk.state.register[id] else { return [] }
      let kind = desk.state.recordKind(record.entry.kind)
      let text = "\(id)  \(kind?.label ?? record.entry.kind)  \(RegisterWording.summary(record.entry, kind))"
      return DecisionLines.wrapped(text, desk.columns - 3)
    }
    pane.show(lines, rows: max(1, desk.rows - 2))
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    grid.write("\(name)：\(counted.count) 条", row: 0, column: 1, width: grid.columns - 2, style: .strong)
    grid.within(grid.area.splitTop(2).rest.splitLeft(1).rest) { pane.draw(into: &$0) }
  }
}
