import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// The last change of a record, to be taken back: who made it, and what each field goes back to.
struct UndoForm: Layer {
  let record: String
  let change: RecordChange

  var heading: String { "撤销修改" }
  var canSave: Bool { true }
  var records: [String] { [record] }
  var keyHints: [KeyHint] { [KeyHint(.f(8), "撤销")] }
  var help: [String] { ["撤销另记一条，原来的记录不动；按 F8 才撤销，按 F10 返回，什么也不改。"] }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer { .passes }

  mutating func save(_ desk: Surroundings) -> Answer { .asks(.undo(record)) }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    Notice(.good, changes.isEmpty ? "没有变化。" : "已撤销 \(record) 的最后一次修改。")
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let entry = change.entry
    var row = pane.writeWrapped(
      "\(entry.by) \(MomentWording.local(entry.at)) 修改了 \(subject(desk.state))。撤销后：", row: 0, column: 1,
      width: pane.columns - 2, style: .strong)
    row += 1
    for difference in change.differences where row < pane.rows {
      let back = FieldChange(field: difference.field, before: difference.after, after: difference.before)
      row += pane.writeWrapped(
        HistoryWording.sentence(back, item: item(desk.state), districts: desk.state.districts), row: row,
        column: 3, width: pane.columns - 4,
        height: pane.rows - row)
    }
  }

  private func item(_ state: OfficeState) -> Item? {
    guard case .filing(let filing)? = change.before else { return nil }
    return state.policy.item(filing.item)
  }

  private func subject(_ state: OfficeState) -> String {
    let name = state.applicant(state.file(record)?.filing.applicant ?? record)?.name ?? ""
    return [record, item(state)?.label ?? "", name].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
