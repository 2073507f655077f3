import CaseModel
public import Casework
import Wording

/// Ctrl-Z: in a field it takes the typing there back, elsewhere the last thing saved at this desk, having asked.
extension Model {
  /// How many saves of this desk can be gone back through.
  private static let longestPast = 50

  /// Remembers a save, so that it can be taken back; one that takes back is gone itself.
  mutating func remember(_ changes: [Change], _ state: OfficeState) {
    guard let own = OwnChange(changes, state) else { return }
    if changes.contains(where: \.isUndoing) || work is UndoForm {
      let undone = saving.changes.lastIndex { !Set($0.records).isDisjoint(with: own.records) }
      if let undone { saving.changes.remove(at: undone) }
    } else {
      saving.changes.append(own)
      if saving.changes.count > Self.longestPast { saving.changes.removeFirst() }
    }
  }

  mutating func undo(_ state: OfficeState) -> [Effect] {
    guard search.isTyping else { return undoLastChange(state) }
    if !undoSearching() { message = .nothingTyped }
    return []
  }

  private mutating func undoLastChange(_ state: OfficeState) -> [Effect] {
    if let record = saving.changes.last?.records.first, state.books.register[record] != nil {
      return warned("最后一次是台账 \(record)：不能撤销，不对的请在工作台账里修改或作废。")
    }
    guard let own = saving.changes.last, let first = own.records.first,
      let last = state.entries(of: first).prefix(own.entries).last
    else { return warned("这次打开以来没有可以撤销的办理。以前的，请用命令 zizhu undo 撤销。") }
    for record in own.records {
      if let entry = state.entries(of: record).last, entry.by != seat.operatorName {
        return warned("\(record) 之后又由 \(entry.by) 办理过，不能在这里撤销。")
      }
    }
    switch last.deed {
    case .stepped: open(StepForm(.undo, own.records, surroundings(state)))
    case .changed where state.entries(of: first).count > own.entries:
      // The change before the last one is what would come back.
      warn("\(first) 后来的修改已经撤销；这一次修改请按 F4 改回。")
    case .changed: return [.findUndo(first)]
    case .received where state.file(first) != nil:
      warn("最后一次是收件 \(first)：收件不能撤销，不要的请按 F6 撤回。")
    case .received: warn("最后一次是录入申请人 \(first)：不能撤销，资料不对请按 F4 修改。")
    case .papersTicked: warn("最后一次是核对 \(first) 的材料：请按 F4 重新核对。")
    case .takenOver, .factsChanged: warn("最后一次办理（\(first)）不能在这里撤销。")
    }
    return []
  }

  /// What stood before a record's last change is known: it is shown, and asked about.
  public mutating func found(_ change: RecordChange?, of record: String) {
    guard let change, change.before != nil else { return warn("“\(record)”没有可以撤销的修改。") }
    open(UndoForm(record: record, change: change))
  }
}

extension Notice {
  static let nothingTyped = Notice(.warning, "这一栏没有可以撤销的输入。")
}
