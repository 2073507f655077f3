import Casework
import Cells
import SubsidyRules
import Wording

/// The records of the work register behind a figure of a report.
struct RecordsPage: LinesLayer {
  let name: String
  private let counted: [String]
  var pane = LinesPane()

  init(_ name: String, _ records: [String], _ desk: Surroundings) {
    (self.name, counted) = (name, records)
    renew(desk)
  }

  var heading: String { "台账" }
  var title: String { "\(name)：\(counted.count) 条" }
  var keyHints: [KeyHint] { pane.keyHints }
  var help: [String] { ["报表上这个数背后的台账记录，按编号在工作台账里查找、修改。"] }

  func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    counted.flatMap { id -> [DecisionLines.Line] in
      guard let record = desk.state.books.register[id] else { return [] }
      let kind = desk.state.recordKind(record.entry.kind)
      let text = "\(id)  \(kind?.label ?? record.entry.kind)  \(RegisterWording.summary(record.entry, kind))"
      return DecisionLines.wrapped(text, desk.columns - 3)
    }
  }
}
