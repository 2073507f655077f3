import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A record of the work register that is no longer to count: it stays in sight, with the reason.
struct StrikeForm: FieldsLayer {
  let record: RegisterRecord
  var fields = FieldSet([Field(id: "note", label: "作废理由 *", hint: "为什么不再算数", kind: .text)])
  var pane = LinesPane()

  init(_ record: RegisterRecord, _ desk: Surroundings) {
    self.record = record
    renew(desk)
  }

  var heading: String { "作废台账" }
  var action: String? { "作废" }
  var help: [String] { ["作废的记录不再计数，仍留在台账里，理由和经办人记在后面。"] }

  func title(_ desk: Surroundings) -> String { "作废 \(record.id)" }

  func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    RecordLines(
      record: record, kind: desk.state.recordKind(record.entry.kind), districts: desk.state.districts
    ).all(
      width: width, today: desk.today)
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    guard let now = desk.state.books.register[record.id], now.hands == record.hands else {
      return .fails("没有作废：\(record.id) 刚才又有人改过，请返回看过再办。")
    }
    let note = fields.text("note")
    guard TextFolding.isReason(note) else { return .fails("没有作废：请写明理由。") }
    return .asks(.save(.strikeRecord(record.id, note: note)))
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice { Notice(.good, "已作废 \(record.id)。") }
}
